// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { useSettingsStore } from '@/stores/settings'
import { channelName } from '@/stores/steering'
import { writeSteeringMessage, type SteeringCommand, type WallState } from '@/stores/steering-message'
import RemoteView from '@/views/remote/RemoteView.vue'

const STATE: WallState = {
  scenes: [{ id: 'overview', name: '全市 35 个小区' }, { id: 'plan', name: '<b>一句话</b>' }], currentId: 'overview', mode: 'playing', resumeInMs: null, nextInMs: 9_000,
  freshness: 'fresh', checkedBeforeMs: 0, dataDate: 20_024, build: '0.1.0', widthPx: 1920, heightPx: 1080, isHidden: false, viewQuery: { date: '2024-10-28' },
}
/** The one other end of the channel: a wall as the remote sees it. */
class FakeChannel {
  static opened: FakeChannel | null = null
  onmessage: ((event: { data: unknown }) => void) | null = null
  sent: { kind: string; wallId?: string | null; command?: SteeringCommand }[] = []
  readonly name: string
  constructor(name: string) {
    this.name = name
    FakeChannel.opened = this
  }
  postMessage(data: never): void { this.sent.push(data) }
  close(): void { FakeChannel.opened = null }
}
async function hear(change: Partial<WallState> = {}, wallId = 'a1'): Promise<void> {
  FakeChannel.opened!.onmessage!({ data: writeSteeringMessage({ kind: 'wall', wallId, state: { ...STATE, ...change } }) })
  await nextTick()
}
const commands = (): unknown[] => FakeChannel.opened!.sent.flatMap(({ kind, wallId, command }) => (kind === 'command' ? [[wallId, command]] : []))
const open = () => mount(RemoteView)

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('BroadcastChannel', FakeChannel)
  location.hash = '#/remote?lang=zh'
  setActivePinia(createPinia())
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('RemoteView', () => {
  it('asks who is there, and says what to do while nobody answers', () => {
    const remote = open()
    expect(FakeChannel.opened).toMatchObject({ name: channelName(document.baseURI), sent: [{ kind: 'hello' }] })
    expect(remote.get('[data-test=no-wall] a').attributes('href')).toBe('#/display')
  })

  it('says so where the browser has no channel', () => {
    vi.stubGlobal('BroadcastChannel', undefined)
    vi.spyOn(console, 'warn').mockImplementation(() => {})
    const remote = open()
    return nextTick().then(() => expect(remote.get('[data-test=no-channel]').text()).toContain('BroadcastChannel'))
  })

  it('shows what is on, what else there is, and how fresh the wall is', async () => {
    const remote = open()
    await hear()
    expect(remote.get('[data-test=current]').text()).toBe('全市 35 个小区')
    expect(remote.get('[data-test=until]').text()).toBe('9 秒后换幕')
    expect(remote.get('[data-test=facts]').text()).toMatch(/数据正常 刚刚核对.*数据截止 2024-10-28 · 程序 0.1.0 · 1920 × 1080/)
    expect(remote.findAll('.scenes .name').map((name) => name.text())).toEqual(['全市 35 个小区', '<b>一句话</b>'])
    expect(remote.get('[aria-current]').attributes('data-scene')).toBe('overview')
  })

  it.each([['next', { kind: 'next' }], ['previous', { kind: 'previous' }], ['pause', { kind: 'pause' }], ['pin', { kind: 'pin', sceneId: 'overview' }]])('sends %s', async (name, command) => {
    const remote = open()
    await hear()
    await remote.get(`[data-test=${name}]`).trigger('click')
    expect(commands()).toEqual([[null, command]])
  })

  it('jumps to a scene', async () => {
    const remote = open()
    await hear()
    await remote.get('[data-scene=plan]').trigger('click')
    expect(commands()).toEqual([[null, { kind: 'jump', sceneId: 'plan' }]])
  })

  it('says when a paused wall goes on, and counts down by itself', async () => {
    const remote = open()
    await hear({ mode: 'paused', nextInMs: null, resumeInMs: 42_000 })
    expect(remote.get('[data-test=mode]').text()).toBe('已暂停 42 秒后自动继续')
    vi.advanceTimersByTime(2_000)
    await nextTick()
    expect(remote.get('[data-test=until]').text()).toBe('40 秒后自动继续')
    await remote.get('[data-test=resume]').trigger('click')
    expect(commands()).toEqual([[null, { kind: 'resume' }]])
  })

  it('unpins, by either button', async () => {
    const remote = open()
    await hear({ mode: 'pinned', nextInMs: null })
    for (const name of ['pin', 'resume']) await remote.get(`[data-test=${name}]`).trigger('click')
    expect(commands()).toEqual([[null, { kind: 'unpin' }], [null, { kind: 'unpin' }]])
  })

  it('says that a wall is silent, and no time that it does not know', async () => {
    const remote = open()
    await hear()
    vi.advanceTimersByTime(8_000)
    await nextTick()
    expect(remote.get('[data-test=silent]').text()).toContain('8 秒')
    expect(remote.get('[data-test=until]').text()).toBe('')
  })

  it('steers one of several walls', async () => {
    const remote = open()
    await hear()
    await hear({ widthPx: 3840, heightPx: 2160 }, 'b2')
    expect(remote.findAll('.walls button').map((button) => button.text())).toEqual(['全部大屏', '大屏 1（1920 × 1080）', '大屏 2（3840 × 2160）'])
    await remote.findAll('.walls button')[2]!.trigger('click')
    await remote.get('[data-test=next]').trigger('click')
    expect(commands()).toEqual([['b2', { kind: 'next' }]])
  })

  it('links to the leaders’ view if the wall has one', async () => {
    const remote = open()
    await hear()
    expect(remote.get('[data-test=view-link]').attributes('href')).toBe('#/progress?date=2024-10-28')
    await hear({ viewQuery: null })
    expect(remote.find('[data-test=view-link]').exists()).toBe(false)
  })

  it('keeps language and appearance in its address', async () => {
    const remote = open()
    await remote.get('[data-test=theme]').trigger('click')
    expect(useSettingsStore().themeChoice).toBe('dark')
    expect(location.hash).toContain('theme=dark')
    expect(location.hash).toMatch(/^#\/remote/)
  })

  it('closes the channel with the page', () => {
    open().unmount()
    expect([FakeChannel.opened, vi.getTimerCount()]).toEqual([null, 0])
  })
})
