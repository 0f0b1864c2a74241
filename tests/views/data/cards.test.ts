// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { ImportRow } from '@/domain/import'
import ChangeRows from '@/views/data/ChangeRows.vue'
import ComparisonCard from '@/views/data/ComparisonCard.vue'
import CrsCard from '@/views/data/CrsCard.vue'
import EffectCard from '@/views/data/EffectCard.vue'
import FileRow from '@/views/data/FileRow.vue'
import FindingRows from '@/views/data/FindingRows.vue'
import MappingPanel from '@/views/data/MappingPanel.vue'
import NameRows from '@/views/data/NameRows.vue'
import RowCard from '@/views/data/RowCard.vue'
import { storyJudgement } from './data-story'
import { mountCard, openImport } from './open-data'

vi.mock('@/workers/client', () => ({ geodataWorker: {} }))
vi.mock('@/workers/workspace-client', () => ({ workspaceWorker: { onBroken: () => {} } }))
vi.mock('@/data/import/held-database', () => ({ openHeldDatabase: () => ({ read: () => Promise.resolve(null), write: () => Promise.resolve(true), clear: () => Promise.resolve() }) }))

type Wrapper = ReturnType<typeof mountCard>['wrapper']
const see = (wrapper: Wrapper, name: string) => wrapper.findAll(`[data-test=${name}]`).map((part) => part.text())
const rowOf = (key: string): ImportRow => storyJudgement.rows.find((row) => row.key === key)!
const [shapes, buildings, ledger] = storyJudgement.files

afterEach(() => document.body.replaceChildren())

describe('a file', () => {
  it('says what it is, in words, and its verdict with a word', () => {
    openImport()
    const { wrapper } = mountCard(FileRow, { file: shapes! })
    expect(wrapper.text()).toContain('SHP · GBK · CGCS2000 / EPSG:4549 · 35 面')
    expect(wrapper.find('.verdict').text()).toBe('需确认')
  })

  it('warns of a system that fits far better than the stated one', () => {
    openImport()
    const { wrapper } = mountCard(FileRow, { file: buildings! })
    expect(wrapper.text()).toContain('疑似 GCJ-02，按文件所述整体偏 518 m')
  })

  it('tells headers, totals and rows that are not used', () => {
    openImport()
    const { wrapper } = mountCard(FileRow, { file: ledger! })
    expect(wrapper.find('li').attributes('data-verdict')).toBe('rejected')
    expect(wrapper.text()).toContain('2 行表头 · 1 行合计未计入 · 3 条未采用 · 4 条待确认')
  })

  it('that could not be read tells why, and can be removed', async () => {
    const store = openImport()
    const removeFile = vi.spyOn(store, 'removeFile').mockResolvedValue()
    const { wrapper } = mountCard(FileRow, { file: { ...shapes!, layers: [], format: null, encoding: null, verdict: 'rejected', findings: [{ code: 'format-old-xls', severity: 'error', file: 'a.xls', feature: null, field: null, params: {} }] } })
    expect(wrapper.text()).toContain('无法识别')
    expect(wrapper.find('.failure').text()).toContain('.xls')
    await wrapper.find('[data-test=file-remove]').trigger('click')
    expect(removeFile).toHaveBeenCalledExactlyOnceWith('b1/0')
  })

  it('shows how it reads, and is read anew in another encoding', async () => {
    const store = openImport()
    const setEncoding = vi.spyOn(store, 'setEncoding').mockResolvedValue()
    const { wrapper } = mountCard(FileRow, { file: shapes! }, (focus) => (focus.fileId.value = 'b1/0'))
    expect(see(wrapper, 'encoding-preview')).toEqual(['红枫里 · 玉兰里 · 腊梅里'])
    await wrapper.find('[data-test=encoding]').setValue('big5')
    expect(setEncoding).toHaveBeenCalledExactlyOnceWith('b1/0', 'big5')
  })
})

describe('coordinate systems', () => {
  it('are shown with distance and places inside, the best picked but not taken', async () => {
    const store = openImport()
    const setCrs = vi.spyOn(store, 'setCrs').mockResolvedValue()
    const { wrapper, focus } = mountCard(CrsCard)
    expect(wrapper.findAll('[data-test=crs-candidate]').map((row) => row.findAll('td').map((cell) => cell.text()))).toEqual([['0.4 m', '123 / 123'], ['518 m', '0 / 123'], ['1,290 m', '0 / 123']])
    expect(see(wrapper, 'take-crs')).toEqual(['采用 GCJ-02 换算'])
    expect([setCrs.mock.calls, focus.candidate.value]).toEqual([[], null])
    await wrapper.findAll('[data-test=crs-candidate]')[1]!.trigger('click')
    expect(focus.candidate.value).toEqual({ layerId: 'b1/1#0', choice: { crs: 'EPSG:4326', isSwapped: false } })
    expect(see(wrapper, 'take-crs')).toEqual(['采用 WGS84'])
    await wrapper.find('[data-test=take-crs]').trigger('click')
    expect(setCrs).toHaveBeenCalledExactlyOnceWith('b1/1#0', { crs: 'EPSG:4326', isSwapped: false })
  })

  it('can cross to a thread as they were chosen', async () => {
    const store = openImport()
    const setCrs = vi.spyOn(store, 'setCrs').mockResolvedValue()
    const { wrapper } = mountCard(CrsCard)
    await wrapper.find('[data-test=take-crs]').trigger('click')
    expect(() => structuredClone(setCrs.mock.calls[0]![1])).not.toThrow()
  })
})

describe('the meaning of columns', () => {
  const open = () => {
    const store = openImport()
    const setMapping = vi.spyOn(store, 'setMapping').mockResolvedValue()
    return { setMapping, ...mountCard(MappingPanel, { layer: ledger!.layers[0]! }) }
  }
  const columnsOf = (call: unknown[]) => (call[1] as { columns: { column: string; field: string | null; unit: string | null }[] }).columns

  it('marks the column whose unit has to be asked', () => {
    const { wrapper } = open()
    expect(wrapper.findAll('tr.ask').map((row) => row.attributes('data-column'))).toEqual(['完成情况'])
  })

  it('gives a field to one column only', async () => {
    const { wrapper, setMapping } = open()
    await wrapper.find('[data-column=联系人] [data-test=mapping-field]').setValue('note')
    const columns = columnsOf(setMapping.mock.calls[0]!)
    expect(columns.filter(({ field }) => field === 'note').map(({ column }) => column)).toEqual(['联系人'])
    expect(columns).toHaveLength(7)
  })

  it('sets the unit', async () => {
    const { wrapper, setMapping } = open()
    await wrapper.find('[data-column=完成情况] [data-test=mapping-unit]').setValue('share')
    expect(columnsOf(setMapping.mock.calls[0]!).find(({ column }) => column === '完成情况')).toEqual({ column: '完成情况', field: 'doneShare', unit: 'share' })
  })

  it('has the columns found anew for another target', async () => {
    const { wrapper, setMapping } = open()
    await wrapper.find('[data-test=mapping-target]').setValue('baseline')
    expect(setMapping).toHaveBeenCalledExactlyOnceWith('b1/2#0', { target: 'baseline', columns: [] })
  })

  it('keeps what holds for every row, and takes the day of a weekly ledger', async () => {
    const store = openImport()
    const setMapping = vi.spyOn(store, 'setMapping').mockResolvedValue()
    const layer = ledger!.layers[0]!
    const mapping = { target: 'ledger' as const, columns: layer.mapping!.columns.filter(({ field }) => field !== 'reportedOn'), constants: { kind: 'progress' } }
    const { wrapper } = mountCard(MappingPanel, { layer: { ...layer, mapping } })
    await wrapper.find('[data-column=联系人] [data-test=mapping-field]').setValue('note')
    expect(setMapping.mock.calls[0]![1]).toMatchObject({ constants: { kind: 'progress' } })
    await wrapper.find('[data-test=mapping-constant][data-field=reportedOn]').setValue('2024-11-04')
    expect(setMapping.mock.calls[1]![1]).toMatchObject({ constants: { kind: 'progress', reportedOn: '2024-11-04' } })
  })

  it('can leave the table out', async () => {
    const { wrapper, setMapping } = open()
    await wrapper.find('[data-test=mapping-target]').setValue('nothing')
    expect(setMapping).toHaveBeenCalledExactlyOnceWith('b1/2#0', null)
  })
})

describe('names', () => {
  it('that are alike are asked with their likeness, and answered', async () => {
    const store = openImport()
    const setName = vi.spyOn(store, 'setName').mockResolvedValue()
    const { wrapper } = mountCard(NameRows)
    expect(see(wrapper, 'name-question')[0]).toContain('“海棠小区”与“海棠里”可能为同一处')
    expect(see(wrapper, 'name-question')[0]).toContain('相似度 92%')
    await wrapper.find('[data-test=name-same]').trigger('click')
    await wrapper.findAll('[data-test=name-new]')[1]!.trigger('click')
    expect(setName.mock.calls).toEqual([['community 海棠小区', 'C02'], ['community 腊梅里（南区）', null]])
  })

  it('that differ by a suffix are taken, and shown', async () => {
    openImport()
    const { wrapper } = mountCard(NameRows)
    await wrapper.find('[aria-expanded]').trigger('click')
    expect(see(wrapper, 'name-matched')[0]).toContain('白蜡里小区')
  })
})

describe('the plan', () => {
  it('is told with each difference, by its sign', () => {
    openImport()
    const { wrapper } = mountCard(ComparisonCard)
    expect(wrapper.findAll('[data-test=comparison-row]').map((row) => row.findAll('td').map((cell) => cell.text()))).toEqual([
      ['35', '35', '一致'], ['123', '122', '−1'], ['4,419', '4,383', '−36'], ['50.81', '50.40', '−0.41'],
    ])
  })

  it('names the features behind it, and leads to them', async () => {
    openImport()
    const { wrapper, focus } = mountCard(ComparisonCard)
    if (wrapper.find('[data-test=explained]').attributes('aria-expanded') === 'false') await wrapper.find('[data-test=explained]').trigger('click')
    expect(see(wrapper, 'explanation')).toEqual(['国槐里 3号楼 台账有，图上无 · 楼栋 −1 · 户数 −36 · 面积 −4,100 ㎡', '海棠里 户数：方案为 189，小区范围线.zip为 192'])
    await wrapper.findAll('[data-test=explanation] button')[1]!.trigger('click')
    expect([focus.rowKey.value, focus.goal.value?.length]).toEqual(['b1/0#0:12', 1])
  })
})

describe('findings', () => {
  it('put errors first and offer what helps', () => {
    openImport()
    const { wrapper } = mountCard(FindingRows, { kept: 'all' })
    expect(wrapper.findAll('[data-test=finding]').map((row) => [row.attributes('data-code'), row.find('[data-test=zoom]').text()])).toEqual([
      ['name-unknown', '确认'], ['bad-date', '查看'], ['bad-number', '查看'], ['correction-needed', '确认'], ['shape-repaired', '前后对比'], ['name-similar', '确认'], ['totals-left-out', '查看'], ['unit-ambiguous', '确认'],
    ])
  })

  it('lead to the row, the name or the column', async () => {
    openImport()
    const { wrapper, focus } = mountCard(FindingRows, { kept: 'all' })
    const press = (code: string) => wrapper.find(`[data-code=${code}] [data-test=zoom]`).trigger('click')
    await press('shape-repaired')
    expect([focus.rowKey.value, focus.goal.value?.length]).toEqual(['b1/0#0:12', 2])
    await press('name-similar')
    expect(focus.tab.value).toBe('names')
    await press('unit-ambiguous')
    expect(focus.mappingLayerId.value).toBe('b1/2#0')
  })

  it('are filtered by severity', () => {
    openImport()
    const { wrapper } = mountCard(FindingRows, { kept: 'error' })
    expect(see(wrapper, 'finding')).toHaveLength(3)
  })
})

describe('a row', () => {
  it('shows its repair before and after, and waits for an answer', async () => {
    const store = openImport()
    const setRepair = vi.spyOn(store, 'setRepair').mockResolvedValue()
    const { wrapper } = mountCard(RowCard, { row: rowOf('b1/0#0:12') })
    expect(wrapper.find('[data-test=repair]').text()).toContain('面积变化 −0.3 ㎡ · 边界最多移动 0.12 m')
    expect(wrapper.findAll('[data-test=repair] svg').length).toBeGreaterThan(0)
    expect(wrapper.find('[data-test=row-fields]').text()).toContain('户数189192')
    await wrapper.find('[data-test=repair-refuse]').trigger('click')
    expect(setRepair).toHaveBeenCalledExactlyOnceWith('b1/0#0:12', false)
  })

  it('that goes backwards is used only as a correction', async () => {
    const store = openImport()
    const setCorrection = vi.spyOn(store, 'setCorrection').mockResolvedValue()
    const { wrapper } = mountCard(RowCard, { row: rowOf('b1/2#0:142') })
    await wrapper.find('[data-test=correction-take]').trigger('click')
    expect(setCorrection).toHaveBeenCalledExactlyOnceWith('b1/2#0:142', true)
  })

  it('writes names of the data as text', () => {
    openImport()
    const { wrapper } = mountCard(RowCard, { row: { ...rowOf('b1/2#0:142'), label: '<img src=x onerror=alert(1)>' } })
    expect([wrapper.find('h3').text(), wrapper.find('h3 img').exists()]).toEqual(['<img src=x onerror=alert(1)>', false])
  })
})

describe('changes', () => {
  it('are counted per dataset, with fields from and to', async () => {
    openImport()
    const { wrapper, focus } = mountCard(ChangeRows)
    const communities = wrapper.find('[data-target=communities]')
    expect(communities.text()).toContain('33 条不变')
    await communities.find('[data-test=change-changed]').trigger('click')
    expect(communities.find('li').text()).toContain('海棠里 户数 189 → 192')
    await communities.find('li button').trigger('click')
    expect(focus.rowKey.value).toBe('b1/0#0:12')
  })
})

describe('the effect', () => {
  it('says the headline before and after, and what is still open', () => {
    openImport()
    const { wrapper } = mountCard(EffectCard)
    expect([see(wrapper, 'effect-before'), see(wrapper, 'effect-after')]).toEqual([['64%'], ['66%']])
    expect(wrapper.text()).toContain('完工楼栋 41 → 44')
    expect(wrapper.text()).toContain('还有 6 个问题要回答')
    expect(wrapper.find('[data-test=accept]').attributes('disabled')).toBeDefined()
  })

  it('leads through the questions one by one', async () => {
    openImport()
    const { wrapper, focus } = mountCard(EffectCard)
    const next = () => wrapper.find('[data-test=next-question]').trigger('click')
    await next()
    expect(focus.fileId.value).toBe('b1/1')
    await next()
    expect(focus.mappingLayerId.value).toBe('b1/2#0')
    await next()
    expect(focus.tab.value).toBe('names')
  })

  it('is accepted when nothing is open, and then tells what was done', async () => {
    const store = openImport({ openQuestionCount: 0, canAccept: true })
    const accept = vi.spyOn(store, 'accept').mockResolvedValue(true)
    const { wrapper, focus } = mountCard(EffectCard)
    expect(see(wrapper, 'accept')).toEqual(['采用 409 条'])
    await wrapper.find('[data-test=accept]').trigger('click')
    await Promise.resolve()
    expect(accept).toHaveBeenCalledOnce()
    expect([focus.panel.value, focus.goal.value]).toEqual(['check', []])
  })
})
