// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { parseDay } from '@/domain/day'
import { useSpaceLifeStore } from '@/stores/space-life'
import LifeControl from '@/views/land/LifeControl.vue'
import { lifeHistory } from '@/views/land/life-history'
import { mountPart, openLand } from './open-land'

vi.mock('@/workers/client', () => ({ geodataWorker: {} }))

const words = (text: string) => text.replace(/\s+/g, ' ').trim()
function open(partIds = ['S001', 'S002']) {
  const { geodata } = openLand()
  geodata.manifest = { format: 'renovation-geodata', version: 1, dataDate: parseDay('2024-10-28')!, provenance: 'synthetic', attribution: '', files: [] }
  return mountPart(LifeControl, { partIds })
}
async function note(wrapper: ReturnType<typeof open>, remark = '') {
  await wrapper.find('[data-test=life-begin]').trigger('click')
  await wrapper.find('[data-test=life-remark]').setValue(remark)
  await wrapper.find('form').trigger('submit')
}
const now = (wrapper: ReturnType<typeof open>) => wrapper.find('[aria-current=step]').text()

describe('LifeControl', () => {
  beforeEach(() => localStorage.clear())

  it('begins as a candidate and offers the next step on the data date', async () => {
    const wrapper = open()
    expect(now(wrapper)).toBe('候选')
    await wrapper.find('[data-test=life-begin]').trigger('click')
    const fields = ['life-stage', 'life-date'].map((name) => (wrapper.find(`[data-test=${name}]`).element as HTMLInputElement).value)
    expect(fields).toEqual(['checked', '2024-10-28'])
  })

  it('notes a step with date and remark for every part', async () => {
    const wrapper = open()
    await note(wrapper, ' 现场核对 ')
    expect([now(wrapper), words(wrapper.find('ul li').text())]).toEqual(['已核查', '2024-10-28 已核查 · 现场核对'])
    expect(['S001', 'S002'].map((id) => useSpaceLifeStore().stepsOf(id).length)).toEqual([1, 1])
  })

  it('takes a step back', async () => {
    const wrapper = open()
    await note(wrapper)
    await note(wrapper)
    expect(now(wrapper)).toBe('已申请')
    await wrapper.find('[data-test=life-back]').trigger('click')
    expect(now(wrapper)).toBe('已核查')
  })

  it('stands where the part stands that is least far, and says which part went on alone', async () => {
    const wrapper = open()
    useSpaceLifeStore().add(['S002'], { stage: 'approved', date: '2024-11-02', remark: '' })
    await wrapper.vm.$nextTick()
    expect(now(wrapper)).toBe('候选')
    expect(words(wrapper.find('ul li').text())).toBe('2024-11-02 已批准 · 仅 S002')
    expect(wrapper.text()).toContain('按最慢的一宗')
  })

  it('takes no step without a day', async () => {
    const wrapper = open()
    await wrapper.find('[data-test=life-begin]').trigger('click')
    await wrapper.find('[data-test=life-date]').setValue('')
    await wrapper.find('form').trigger('submit')
    expect([wrapper.find('[role=alert]').text(), useSpaceLifeStore().stepsOf('S001')]).toEqual(['请填写日期，例如 2024-10-28。', []])
  })

  it('says when the browser keeps nothing', async () => {
    const wrapper = open()
    vi.spyOn(console, 'warn').mockImplementation(() => {})
    vi.stubGlobal('localStorage', {
      setItem() {
        throw new Error('QuotaExceededError')
      },
    })
    await note(wrapper)
    expect([now(wrapper), wrapper.find('[data-test=not-saved]').exists()]).toEqual(['已核查', true])
    vi.unstubAllGlobals()
  })
})

describe('lifeHistory', () => {
  const [checked, again, applied] = [
    { stage: 'checked', date: '2024-10-02', remark: '' }, { stage: 'checked', date: '2024-10-01', remark: '' }, { stage: 'applied', date: '2024-10-02', remark: '' },
  ] as const

  it('puts the same step of several parts together, earlier days first', () => {
    const steps: Record<string, readonly (typeof checked | typeof again | typeof applied)[]> = { a: [checked, applied], b: [again, checked] }
    expect(lifeHistory(['a', 'b'], (id) => steps[id]!)).toEqual([{ step: again, partIds: ['b'] }, { step: checked, partIds: ['a', 'b'] }, { step: applied, partIds: ['a'] }])
  })

  it('keeps a step that was noted twice', () => {
    expect(lifeHistory(['a'], () => [checked, checked])).toHaveLength(2)
  })
})
