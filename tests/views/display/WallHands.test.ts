// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import type { useShowStore } from '@/stores/show'
import { channelName } from '@/stores/steering'
import { readSteeringMessage, writeSteeringMessage, type SteeringCommand, type SteeringMessage, type WallState } from '@/stores/steering-message'
import WallHands from '@/views/display/WallHands.vue'
import { mountPart, startWall } from './start-wall'

vi.mock('@/workers/client', () => ({ geodataWorker: {} }))

/** The wall's end of the channel. */
class FakeChannel {
  static opened: FakeChannel | null = null
  onmessage: ((event: { data: unknown }) => void) | null = null
  heard: SteeringMessage[] = []
  readonly name: string
  constructor(name: string) {
    this.name = name
    FakeChannel.opened = this
  }
  postMessage(data: unknown): void {
    const message = readSteeringMessage(structuredClone(data))
    if (!message) throw new Error('The wall said what no remote understands')
    this.heard.push(message)
  }
  close(): void { FakeChannel.opened = null }
}
let show: ReturnType<typeof useShowStore>
let hands: ReturnType<typeof mountPart>

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(2024, 9, 28, 12) })
  vi.stubGlobal('BroadcastChannel', FakeChannel)
  show = startWall().show
  hands = mountPart(WallHands, { drawnPixelShare: 1, hasProgressView: true })
})
afterEach(() => {
  hands.unmount()
  show.stop()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

async function press(key: string): Promise<string> {
  window.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }))
  await nextTick()
  return `${show.current?.id} ${show.mode}`
}
const last = (): WallState | null => FakeChannel.opened!.heard.flatMap((message) => (message.kind === 'wall' ? [message.state] : [])).at(-1) ?? null
const hear = (command: SteeringCommand): void => FakeChannel.opened!.onmessage!({ data: writeSteeringMessage({ kind: 'command', wallId: null, command }) })
const ids = (): string[] => show.scenes.map(({ id }) => id)

describe('hands on the wall', () => {
  it('go on and back by arrows; the wall then waits, and resumes by itself', async () => {
    expect(await press('ArrowRight')).toBe(`${ids()[1]} paused`)
    expect(await press('ArrowLeft')).toBe(`${ids()[0]} paused`)
    await vi.advanceTimersByTimeAsync(show.tour.resumeAfterS * 1000 - 1_000)
    expect(show.mode).toBe('paused')
    await vi.advanceTimersByTimeAsync(1_500)
    expect(show.mode).toBe('playing')
  })

  it('pause and resume by the space bar', async () => {
    expect([await press(' '), await press(' ')]).toEqual(['overview paused', 'overview playing'])
  })

  it('pin by p, for longer than any pause, and free it again', async () => {
    expect(await press('p')).toBe('overview pinned')
    await vi.advanceTimersByTimeAsync(600_000)
    expect(`${show.current?.id} ${show.mode}`).toBe('overview pinned')
    expect(await press('p')).toBe('overview playing')
  })

  it('go back to the show by Escape', async () => {
    await press('x')
    expect(await press('Escape')).toBe('overview playing')
    await press('p')
    expect(await press('Escape')).toBe('overview playing')
    expect(await press('Escape')).toBe('overview playing')
  })

  it('open the set-up by s, while the wall waits', async () => {
    expect(await press('s')).toBe('overview paused')
    expect(hands.find('[data-test=setup]').exists()).toBe(true)
    hands.get<HTMLDialogElement>('[data-test=setup]').element.close()
    await nextTick()
    expect(hands.find('[data-test=setup]').exists()).toBe(false)
  })
})

describe('the remote', () => {
  it('hears what is on, with the names of the wall', () => {
    expect(FakeChannel.opened!.name).toBe(channelName(document.baseURI))
    expect(last()).toMatchObject({ currentId: 'overview', mode: 'playing', nextInMs: 20_000, dataDate: 300, freshness: 'fresh', viewQuery: { date: '1970-10-28' } })
    expect(last()!.scenes.map(({ id }) => id)).toEqual(ids())
    expect(last()!.scenes.find(({ id }) => id === 'showcase-C1')?.name).toBe('甲院')
  })

  it('steers, and hears at once what came of it', async () => {
    hear({ kind: 'jump', sceneId: 'plan' })
    expect(last()).toMatchObject({ currentId: 'plan', mode: 'playing' })
    hear({ kind: 'pin', sceneId: 'behind' })
    expect(last()).toMatchObject({ currentId: 'behind', mode: 'pinned', nextInMs: null })
    hear({ kind: 'unpin' })
    hear({ kind: 'pause' })
    expect(last()).toMatchObject({ mode: 'paused', resumeInMs: 60_000 })
  })

  it('hears of the next scene when it begins, and of the news though they stand in no tour', async () => {
    await vi.advanceTimersByTimeAsync(20_500)
    expect(last()!.currentId).toBe(ids()[1])
    show.announce({ finishedIds: ['C1'], acceptedIds: [], startedIds: [], from: 293, to: 300 })
    show.steer({ kind: 'next' })
    await nextTick()
    expect(last()!.scenes.find(({ id }) => id === last()!.currentId)).toEqual({ id: 'news', name: '最新进展' })
  })

  it('gets no link where there is no leaders’ view', () => {
    hands.unmount()
    hands = mountPart(WallHands, { drawnPixelShare: 1, hasProgressView: false })
    expect(last()!.viewQuery).toBeNull()
  })

  it('hears that the wall is gone', () => {
    const { heard } = FakeChannel.opened!
    hands.unmount()
    expect([heard.at(-1)?.kind, FakeChannel.opened]).toEqual(['gone', null])
  })
})

describe('the light', () => {
  it('is dimmed by night, slowly', async () => {
    expect(hands.find('[data-test=night]').exists()).toBe(false)
    vi.setSystemTime(new Date(2024, 9, 28, 22, 10))
    await vi.advanceTimersByTimeAsync(300)
    expect(hands.get<HTMLElement>('[data-test=night]').element.style.opacity).toBe('0.25')
    vi.setSystemTime(new Date(2024, 9, 29, 1))
    await vi.advanceTimersByTimeAsync(300)
    expect(hands.get<HTMLElement>('[data-test=night]').element.style.opacity).toBe('0.5')
  })
})
