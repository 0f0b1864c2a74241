// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { useRefreshStore } from '@/stores/refresh'
import { useWallSetupStore } from '@/stores/wall-setup'
import SetupDialog from '@/views/display/SetupDialog.vue'
import { mountPart, startWall } from './start-wall'

vi.mock('@/workers/client', () => ({ geodataWorker: {} }))

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(2024, 9, 28, 10, 24) })
  Object.assign(window, { innerWidth: 1920, innerHeight: 1080 })
  localStorage.clear()
  location.hash = '#/display?scene=overview&hold=1'
  startWall()
})
afterEach(() => {
  document.body.replaceChildren()
  vi.useRealTimers()
})

const open = (props = {}) => mountPart(SetupDialog, { drawnPixelShare: 1, wakeLock: 'on', hasProgressView: true, ...props })
type Opened = ReturnType<typeof open>
async function enter(setup: Opened, name: string, value: string): Promise<void> {
  await setup.get(`[data-test=${name}]`).setValue(value)
  await vi.advanceTimersByTimeAsync(1_500) // typed slowly
  await setup.get(`[data-test=${name}]`).trigger('change')
}
const fact = (setup: Opened, key: string) => setup.get(`[data-fact=${key}]`)

describe('SetupDialog', () => {
  it('asks for diagonal and distance before it judges', () => {
    const setup = open()
    expect(setup.find('[data-test=legibility]').exists()).toBe(false)
    expect(setup.text()).toContain('填写对角线和距离')
  })

  it('warns of 55 inch at 12 m and says that no text size helps', async () => {
    const setup = open()
    await enter(setup, 'diagonal', '55')
    await enter(setup, 'distance', '12')
    const verdict = setup.get('[data-test=legibility]')
    expect(verdict.classes()).toContain('illegible')
    expect(verdict.text()).toMatch(/太小.*字高 8.8 mm，视角 2.5′.*最远 1.9 m.*仍看不清/)
  })

  it('offers the text size that fits, and takes it', async () => {
    const setup = open()
    await enter(setup, 'diagonal', '55')
    await enter(setup, 'distance', '1.6')
    expect(setup.get('[data-test=legibility]').classes()).toContain('poor')
    await setup.get('[data-test=apply-scale]').trigger('click')
    expect(useWallSetupStore().settings.textScale).toBe(1.1)
    expect(setup.get('[data-test=legibility]').classes()).toContain('good')
  })

  it('keeps what was set in the address, with the scene that stands there', async () => {
    const setup = open()
    await enter(setup, 'diagonal', '55')
    expect(location.hash).toBe('#/display?scene=overview&hold=1&size=55&text=1&still=0')
    expect(setup.get<HTMLInputElement>('[data-test=wall-link]').element.value).toMatch(/#\/display\?size=55&text=1&still=0$/)
    await enter(setup, 'diagonal', '')
    expect(useWallSetupStore().settings.diagonalInch).toBeNull()
  })

  it('says when the browser does not keep the settings', async () => {
    vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => { throw new Error('full') } })
    vi.spyOn(console, 'warn').mockImplementation(() => {})
    const setup = open()
    await enter(setup, 'diagonal', '55')
    vi.unstubAllGlobals()
    expect(setup.text()).toContain('浏览器没有保存设置')
  })

  it('closes by itself a minute after the last input', async () => {
    const setup = open()
    await vi.advanceTimersByTimeAsync(50_000)
    expect(setup.get('[data-test=closes]').text()).toContain('10 秒')
    await setup.get('dialog').trigger('pointermove')
    await vi.advanceTimersByTimeAsync(59_000)
    expect(setup.emitted('close')).toBeUndefined()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(setup.emitted('close')).toHaveLength(1)
    setup.unmount()
    expect(vi.getTimerCount()).toBe(1) // the show's own
  })

  it('tells what is off and what that costs', async () => {
    const setup = open({ drawnPixelShare: 0.28, wakeLock: 'unavailable' })
    expect([fact(setup, 'map').text(), fact(setup, 'wakeLock').text()]).toEqual(['▲ 只画出 28% 的像素，画面会发虚。请减小窗口或换显卡。', '▲ 不支持（需 HTTPS），请在系统里关闭熄屏'])
    expect(fact(setup, 'dataDate').text()).toBe('▲ 1970-10-28')
    expect(fact(setup, 'checked').text()).toContain('尚未')
    Object.assign(useRefreshStore(), { checkedAtEpochMs: Date.now() - 3_600_000, failingSinceEpochMs: Date.now() - 600_000, failingSinceMs: performance.now() })
    await nextTick()
    expect(fact(setup, 'checked').text()).toBe('▲ 09:24（自 10:14 起失败）')
  })

  it.each([[true, '是'], [false, '▲ 否，空间不足时可能被清除'], [undefined, '无法得知']])('says whether the storage is protected: %s', async (persisted, words) => {
    vi.stubGlobal('navigator', { ...navigator, storage: persisted === undefined ? undefined : { persisted: () => Promise.resolve(persisted) } })
    const setup = open()
    vi.unstubAllGlobals()
    await flushPromises()
    expect(fact(setup, 'persisted').text()).toBe(words)
  })

  it('leaves the leaders’ view out where there is none', () => {
    expect(open().get('[data-test=scene-link]').attributes('href')).toBe('#/progress?date=1970-10-28')
    expect(open({ hasProgressView: false }).find('[data-test=scene-link]').exists()).toBe(false)
  })

  it('selects the link where there is no clipboard', async () => {
    vi.stubGlobal('navigator', { ...navigator, clipboard: undefined })
    const setup = open()
    await setup.get('[data-test=copy-wall-link]').trigger('click')
    vi.unstubAllGlobals()
    await nextTick()
    expect(setup.get('[data-test=copy-wall-link]').text()).toBe('已选中，请手动复制')
  })
})
