// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { writeLand, type LandToWrite } from '@/data/write-land'
import ExportMenu from '@/views/land/ExportMenu.vue'
import { mountPart, openLand } from './open-land'

const worker = vi.hoisted(() => ({ writeLand: vi.fn() }))
vi.mock('@/workers/client', () => ({ geodataWorker: worker }))
const saveFile = vi.hoisted(() => vi.fn())
vi.mock('@/ui/save-file', () => ({ saveFile }))

async function save(kind: string, change?: Parameters<typeof openLand>[0], isInternal = false): Promise<{ name: string; text: string }> {
  openLand(change)
  const wrapper = mountPart(ExportMenu)
  if (isInternal) await wrapper.find('[data-test=internal]').setValue(true)
  await wrapper.find(`[data-test=export-${kind}]`).trigger('click')
  await vi.waitFor(() => expect(saveFile).toHaveBeenCalled())
  const [name, content] = saveFile.mock.calls[0] as [string, Blob]
  expect(wrapper.find('[data-test=export-status]').text()).toBe(`已保存 ${name}`)
  return { name, text: await content.text() }
}

describe('ExportMenu', () => {
  beforeEach(() => {
    saveFile.mockReset()
    // What the thread does, without the thread.
    worker.writeLand.mockReset().mockImplementation(async (land: LandToWrite) => writeLand(structuredClone(land)))
  })

  it('saves the sites as GeoJSON, named by place, facility, sample data and day', async () => {
    const { name, text } = await save('geojson')
    expect(name).toBe('安丘_养老选址_示意数据_2024-10-28.geojson')
    const collection = JSON.parse(text) as { type: string; disclaimer: string; features: { id: string }[] }
    expect([collection.type, collection.disclaimer, collection.features.map(({ id }) => id)]).toEqual(['FeatureCollection', '辅助分析，不作为规划许可依据', ['S001+S002', 'S003', 'S004']])
    expect(text).not.toContain('某单位')
  })

  it('tells right holders only when asked to, and says so in the name', async () => {
    const { name, text } = await save('geojson', undefined, true)
    expect(name).toBe('安丘_养老选址_示意数据_内部_2024-10-28.geojson')
    expect(text).toContain('某单位')
  })

  it('does not call measured data a sample', async () => {
    const { name } = await save('sites', (answer) => Object.assign(answer.provenance, { isSynthetic: false }))
    expect(name).toBe('安丘_养老选址_2024-10-28.csv')
  })

  it('saves the table with the sentences of the page', async () => {
    const { text } = await save('sites')
    expect(text).toContain('最小面积 400 ㎡，应 ≥ 440 ㎡，差 40 ㎡')
  })

  it('saves the coverage of each building, always as internal', async () => {
    const { name, text } = await save('coverage')
    expect(name).toBe('安丘_养老选址覆盖_示意数据_内部_2024-10-28.csv')
    expect(text.split('\r\n').slice(1, 5).map((line) => line.split(',')[0])).toEqual(['C01-B1', 'R0001', 'R0002', 'R0003'])
  })

  it('says when a file could not be written, and saves nothing', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    openLand()
    worker.writeLand.mockRejectedValue(new Error('gone'))
    const wrapper = mountPart(ExportMenu)
    await wrapper.find('[data-test=export-sites]').trigger('click')
    await vi.waitFor(() => expect(wrapper.find('[role=alert]').text()).toBe('▲ 文件没有写成，请重试。'))
    expect(saveFile).not.toHaveBeenCalled()
  })

  it('has nothing to export before the first answer', () => {
    const { land } = openLand()
    land.answer = null
    const wrapper = mountPart(ExportMenu)
    expect(wrapper.findAll('button').every((button) => button.attributes('disabled') !== undefined)).toBe(true)
    expect(wrapper.find('[data-test=export-status]').text()).toBe('有了结果才能导出')
  })
})
