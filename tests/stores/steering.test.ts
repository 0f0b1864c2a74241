// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { channelName, useSteeringStore } from '@/stores/steering'
import type { SteeringCommand, WallState } from '@/stores/steering-message'

/** Channels of one browser: what one posts, all others of the same name hear at once. */
const open = new Set<FakeChannel>()
class FakeChannel {
  onmessage: ((event: { data: unknown }) => void) | null = null
  readonly name: string
  constructor(name: string) {
    this.name = name
    open.add(this)
  }
  postMessage(data: unknown): void {
    if (!open.has(this)) return
    for (const other of open) if (other !== this && other.name === this.name) other.onmessage?.({ data: structuredClone(data) })
  }
  close(): void { open.delete(this) }
}

const STATE: WallState = {
  scenes: [{ id: 'overview', name: '全部小区' }, { id: 'plan', name: '一句话方案' }], currentId: 'overview', mode: 'playing', resumeInMs: null, nextInMs: 9_000,
  freshness: 'fresh', checkedBeforeMs: 0, dataDate: 20_000, build: '0.1.0', widthPx: 1920, heightPx: 1080, isHidden: false, viewQuery: null,
}
/** Each page has stores of its own. */
const page = () => {
  setActivePinia(createPinia())
  return useSteeringStore()
}
function wall(change: Partial<WallState> = {}) {
  const obeyed: SteeringCommand[] = []
  const state = { ...STATE, ...change }
  const running = page().announce(() => state, (command) => obeyed.push(command))
  stops.push(running.stop)
  return { obeyed, state, ...running }
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('BroadcastChannel', FakeChannel)
})
const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
  open.clear()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('steering', () => {
  it('keeps installations on one host apart', () => {
    expect(channelName('https://map.example/east/index.html#/remote')).toBe('renovation-show:/east/')
    expect(channelName('https://map.example/west/')).not.toBe(channelName('https://map.example/east/'))
  })

  it('hears of a wall whichever opens first', () => {
    const early = page()
    early.listen()
    wall()
    const late = page()
    late.listen()
    expect([early.walls.length, late.walls.length]).toEqual([1, 1])
    expect(late.target?.state).toEqual(STATE)
  })

  it('hears every second what the wall shows now', () => {
    const remote = page()
    remote.listen()
    const { state } = wall()
    Object.assign(state, { currentId: 'plan', mode: 'paused' })
    vi.advanceTimersByTime(1_000)
    expect(remote.target?.state).toMatchObject({ currentId: 'plan', mode: 'paused' })
  })

  it('steers all walls, or the one that was chosen', () => {
    const [first, second] = [wall(), wall({ widthPx: 3840 })]
    const remote = page()
    remote.listen()
    remote.steer({ kind: 'next' })
    remote.targetId = remote.walls.find(({ state }) => state.widthPx === 3840)!.id
    remote.steer({ kind: 'pin', sceneId: 'plan' })
    expect([first.obeyed, second.obeyed]).toEqual([[{ kind: 'next' }], [{ kind: 'next' }, { kind: 'pin', sceneId: 'plan' }]])
  })

  it('does not go where the wall has no scene, and obeys nothing of the wrong shape', () => {
    const { obeyed } = wall()
    const remote = page()
    remote.listen()
    remote.steer({ kind: 'jump', sceneId: 'elsewhere' })
    new FakeChannel(channelName(document.baseURI)).postMessage({ format: 'renovation-show-1', kind: 'command', wallId: null, command: { kind: 'reload' } })
    expect(obeyed).toEqual([])
    remote.steer({ kind: 'jump', sceneId: 'plan' })
    expect(obeyed).toEqual([{ kind: 'jump', sceneId: 'plan' }])
  })

  it.each([[false, 5_000, 7_000], [true, 80_000, 95_000]])('says that a wall is silent (hidden: %s)', (isHidden, patientMs, silentMs) => {
    const remote = page()
    remote.listen()
    wall({ isHidden })
    open.delete([...open].at(-1)!) // the wall crashed: it says no more
    vi.advanceTimersByTime(patientMs)
    expect(remote.walls[0]?.isSilent).toBe(false)
    vi.advanceTimersByTime(silentMs - patientMs)
    expect(remote.walls[0]?.isSilent).toBe(true)
    vi.advanceTimersByTime(600_000)
    expect(remote.walls).toEqual([])
  })

  it('forgets a wall that closes, and steers the one that is left', () => {
    const [first, second] = [wall(), wall()]
    const remote = page()
    remote.listen()
    remote.targetId = remote.walls[0]!.id
    first.stop()
    expect([remote.walls.length, remote.targetId]).toEqual([1, null])
    remote.steer({ kind: 'next' })
    expect([first.obeyed.length, second.obeyed.length]).toEqual([0, 1])
  })

  it('is gone when its page is left, whatever happens in its last moment, and back when the page comes back', () => {
    const remote = page()
    remote.listen()
    wall()
    window.dispatchEvent(new Event('pagehide'))
    document.dispatchEvent(new Event('visibilitychange'))
    vi.advanceTimersByTime(1_000)
    expect(remote.walls).toEqual([])
    window.dispatchEvent(new Event('pageshow'))
    expect(remote.walls.length).toBe(1)
  })

  it('does not steer the others when the chosen one of several closes', () => {
    const [first, second, third] = [wall(), wall(), wall()]
    const remote = page()
    remote.listen()
    remote.targetId = remote.walls[0]!.id
    first.stop()
    remote.steer({ kind: 'next' })
    expect([second.obeyed, third.obeyed]).toEqual([[], []])
  })

  it('ends with its page: no timer, no channel, no answer', () => {
    const { stop } = wall()
    const end = page().listen()
    stop()
    end()
    expect([open.size, vi.getTimerCount()]).toEqual([0, 0])
  })

  it('says when the browser has no such channel', () => {
    vi.stubGlobal('BroadcastChannel', undefined)
    vi.spyOn(console, 'warn').mockImplementation(() => {})
    const remote = page()
    remote.listen()()
    remote.steer({ kind: 'next' })
    expect(remote.isAvailable).toBe(false)
    wall().stop()
    expect(vi.getTimerCount()).toBe(0)
  })
})
