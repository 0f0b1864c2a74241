// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { useScenariosStore } from '@/stores/scenarios'
import ScenarioPanel from '@/views/land/ScenarioPanel.vue'
import { mountPart, openLand } from './open-land'

vi.mock('@/workers/client', () => ({ geodataWorker: {} }))
const saveFile = vi.hoisted(() => vi.fn())
vi.mock('@/ui/save-file', () => ({ saveFile }))

const words = (text: string) => text.replace(/\s+/g, ' ').trim()
type Panel = ReturnType<typeof mountPart>
async function keep(wrapper: Panel, name: string): Promise<void> {
  await wrapper.find('[data-test=scenario-name]').setValue(name)
  await wrapper.find('form').trigger('submit')
}
const names = (wrapper: Panel) => wrapper.findAll('li b').map((name) => name.text())

describe('ScenarioPanel', () => {
  beforeEach(() => {
    localStorage.clear()
    saveFile.mockReset()
  })

  it('offers a name that is free, and keeps what is asked now under it', async () => {
    openLand()
    const wrapper = mountPart(ScenarioPanel)
    expect(wrapper.find('[data-test=scenario-name]').attributes('placeholder')).toBe('养老方案 1')
    await wrapper.find('form').trigger('submit')
    expect([names(wrapper), wrapper.find('[data-test=scenario-name]').attributes('placeholder')]).toEqual([['养老方案 1'], '养老方案 2'])
    expect(words(wrapper.find('li').text())).toContain('现在的条件养老 · 步行 500 m · 3 处')
  })

  it('says that the same name is replaced', async () => {
    openLand()
    const wrapper = mountPart(ScenarioPanel)
    await keep(wrapper, '甲')
    await wrapper.find('[data-test=scenario-name]').setValue('甲')
    expect(wrapper.find('[data-test=keep]').text()).toBe('替换同名方案')
  })

  it('opens what was asked', async () => {
    const { land } = openLand()
    const wrapper = mountPart(ScenarioPanel)
    land.change({ siteCount: 5 })
    await keep(wrapper, '甲')
    land.change({ siteCount: 1 })
    await wrapper.find('[data-test=open]').trigger('click')
    expect(land.question.siteCount).toBe(5)
  })

  it('removes at the second press', async () => {
    openLand()
    const wrapper = mountPart(ScenarioPanel)
    await keep(wrapper, '甲')
    await wrapper.find('[data-test=remove]').trigger('click')
    expect([names(wrapper), wrapper.find('[data-test=remove]').text()]).toEqual([['甲'], '确定删除'])
    await wrapper.find('[data-test=remove]').trigger('click')
    expect(names(wrapper)).toEqual([])
  })

  it('compares two, the last ones that were picked', async () => {
    openLand()
    const wrapper = mountPart(ScenarioPanel)
    for (const name of ['甲', '乙', '丙']) await keep(wrapper, name)
    expect(wrapper.find('[data-test=compare]').attributes('disabled')).toBeDefined()
    for (const box of wrapper.findAll('[data-test=pick]')) await box.trigger('change')
    await wrapper.find('[data-test=compare]').trigger('click')
    expect(wrapper.emitted('compare')).toEqual([['乙', '丙']])
  })

  it('says when the browser keeps nothing', async () => {
    openLand()
    const wrapper = mountPart(ScenarioPanel)
    expect(wrapper.find('[data-test=not-saved]').exists()).toBe(false)
    vi.spyOn(console, 'warn').mockImplementation(() => {})
    vi.stubGlobal('localStorage', {
      setItem() {
        throw new Error('QuotaExceededError')
      },
    })
    await keep(wrapper, '甲')
    expect([names(wrapper), wrapper.find('[data-test=not-saved]').text()]).toEqual([['甲'], '▲ 浏览器没有保存，关闭页面后方案会丢失。请导出文件留存。'])
    vi.unstubAllGlobals()
  })

  it('hands scenarios on as a file, and takes them back beside its own', async () => {
    openLand()
    const wrapper = mountPart(ScenarioPanel)
    await keep(wrapper, '甲')
    await wrapper.find('[data-test=export-scenarios]').trigger('click')
    const [name, content] = saveFile.mock.calls[0] as [string, Blob]
    expect(name).toBe('选址方案.json')
    const input = wrapper.find('[data-test=import-scenarios]')
    const choose = async (text: string) => {
      Object.defineProperty(input.element, 'files', { value: [new File([text], 'a.json')], configurable: true })
      await input.trigger('change')
      await vi.waitFor(() => expect(wrapper.find('[data-test=message]').text()).not.toContain('已保留'))
    }
    await choose(await content.text())
    expect([names(wrapper), wrapper.find('[data-test=message]').text()]).toEqual([['甲', '甲 2'], '已导入 1 个方案'])
    await choose('{}')
    await vi.waitFor(() => expect(wrapper.find('[data-test=message]').text()).toBe('这不是方案文件，没有导入。'))
    expect(useScenariosStore().names).toEqual(['甲', '甲 2'])
  })
})
