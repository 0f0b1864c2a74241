// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import type { ImportRow } from '@/domain/import'
import ChangeRows from '@/views/data/ChangeRows.vue'
import DataLegend from '@/views/data/DataLegend.vue'
import DataPrint from '@/views/data/DataPrint.vue'
import EffectCard from '@/views/data/EffectCard.vue'
import FileRow from '@/views/data/FileRow.vue'
import RowCard from '@/views/data/RowCard.vue'
import { useDataFocus } from '@/views/data/use-data-focus'
import { usePreviewShapes } from '@/views/data/use-preview-shapes'
import { storyJudgement } from './data-story'
import { mountCard, openImport } from './open-data'

vi.mock('@/workers/client', () => ({ geodataWorker: {} }))
vi.mock('@/workers/workspace-client', () => ({ workspaceWorker: { onBroken: () => {} } }))
vi.mock('@/data/import/held-database', () => ({ openHeldDatabase: () => ({ read: () => Promise.resolve(null), write: () => Promise.resolve(true), clear: () => Promise.resolve() }) }))

const [yard] = storyJudgement.rows as readonly [ImportRow]
const withRow = (change: Partial<ImportRow>) => openImport({ rows: [{ ...yard, ...change }, ...storyJudgement.rows.slice(1)] })

afterEach(() => document.body.replaceChildren())

describe('the next question', () => {
  it('says each time on which side it is, so that a phone can turn to it', async () => {
    openImport()
    const { wrapper, focus } = mountCard(EffectCard)
    const sides: (string | undefined)[] = []
    const side = (): string | undefined => focus.wanted.value?.side
    for (let i = 0; i < 5; i++) {
      focus.wanted.value = null
      await wrapper.find('[data-test=next-question]').trigger('click')
      sides.push(side())
    }
    expect(sides).toEqual(['files', 'files', 'check', 'check', 'check'])
  })

  it('of a row comes back to a list of rows', () => {
    openImport()
    const { focus } = mountCard(EffectCard)
    focus.lookAtNames()
    focus.lookAtRow(yard.key)
    expect([focus.tab.value, focus.rowKey.value]).toEqual(['findings', yard.key])
    focus.tab.value = 'changes'
    focus.lookAtRow(yard.key)
    expect(focus.tab.value).toBe('changes')
  })
})

describe('what differs', () => {
  const fields = [{ field: 'geometry', from: '', to: '' }, { field: 'doneShare', from: '0.4', to: '0.655' }, { field: 'showcase', from: 'false', to: 'true' }, { field: 'note', from: '', to: '停工' }]

  it('is told as a person writes it', async () => {
    withRow({ verdict: 'accepted', changedFields: fields })
    const { wrapper } = mountCard(ChangeRows)
    await wrapper.find('[data-target=communities] [data-test=change-changed]').trigger('click')
    expect(wrapper.find('[data-target=communities] li').text()).toBe('海棠里 图形有改动 · 完成比例 40% → 65.5% · 精品小区 否 → 是 · 备注 空 → 停工')
  })

  it('of a shape is drawn, not written', () => {
    openImport()
    const { wrapper } = mountCard(RowCard, { row: { ...yard, changedFields: fields.slice(0, 1) } })
    expect(wrapper.find('[data-test=row-fields]').exists()).toBe(false)
  })

  it('leaves out rows that wait, and counts them', async () => {
    openImport({ changes: storyJudgement.changes.map((change) => ({ ...change, changed: [], added: [], gone: [] })) })
    const { wrapper } = mountCard(ChangeRows)
    const communities = wrapper.find('[data-target=communities]')
    expect(communities.text()).toContain('1 条待确认，回答之后才能比较')
    expect(communities.text()).not.toContain('没有不同')
  })
})

describe('the effect', () => {
  it('has a decimal where a change would not be seen else', () => {
    openImport({ before: { ...storyJudgement.before!, actualShare: 0.8082 }, after: { ...storyJudgement.after!, actualShare: 0.8148 } })
    const { wrapper } = mountCard(EffectCard)
    expect(['effect-before', 'effect-after'].map((name) => wrapper.find(`[data-test=${name}]`).text())).toEqual(['80.8%', '81.5%'])
  })
})

describe('a file out of an archive', () => {
  it('has the name of what was dropped, and tells what of it this is', () => {
    openImport()
    const { wrapper } = mountCard(FileRow, { file: { ...storyJudgement.files[0]!, name: '范围.zip/图层/小区.shp' } })
    expect(wrapper.find('[data-test=file-open]').text()).toBe('范围.zip')
    expect(wrapper.text()).toContain('图层/小区.shp · SHP')
  })
})

/** The legend as the view gives it what is drawn. */
const Legend = defineComponent({
  props: { isPreviewOn: { type: Boolean, required: true } },
  setup({ isPreviewOn }) {
    const { shapes, undrawnCount } = usePreviewShapes(useDataFocus())
    return () => h(DataLegend, { shapes: shapes.value, undrawnCount: undrawnCount.value, isPreviewOn, isDrawing: false })
  },
})

describe('the legend', () => {
  it('has what is drawn now and nothing else', async () => {
    openImport()
    const { wrapper, focus } = mountCard(Legend, { isPreviewOn: true })
    expect(wrapper.text()).toMatch(/完成进度 0100%采用待确认坐标系候选$/)
    focus.rowKey.value = yard.key
    await wrapper.vm.$nextTick()
    expect(wrapper.text()).toMatch(/100%修复前修复后$/)
  })

  it('without the imported shapes has the progress only', () => {
    openImport()
    expect(mountCard(Legend, { isPreviewOn: false }).wrapper.text()).toBe('完成进度 0100%')
  })

  it('says how many shapes are too many to be drawn', () => {
    openImport({ rows: Array.from({ length: 20_003 }, (_, at) => ({ ...yard, key: `a#0:${at}`, verdict: 'accepted' })) })
    const { wrapper } = mountCard(Legend, { isPreviewOn: true })
    expect(wrapper.find('[data-test=undrawn]').text()).toBe('另有 3 个图形未画出，在清单中选中即可查看')
  })
})

describe('the check on paper', () => {
  it('has every file with its verdict, the totals with their causes, and errors before warnings', () => {
    openImport()
    const { wrapper } = mountCard(DataPrint)
    const words = wrapper.text()
    for (const expected of ['小区范围线.zip', '8 月周报.xlsx', '有错误', '6 个问题待确认', '4,383', '−36', '国槐里 3号楼', '3 错误 · 5 提醒']) expect(words).toContain(expected)
    expect(wrapper.findAll('.findings tbody tr').map((row) => row.find('td').text())).toEqual(['错误', '错误', '错误', '提醒', '提醒', '提醒', '提醒', '提醒'])
  })
})
