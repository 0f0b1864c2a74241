import { describe, expect, it } from 'vitest'
import { recogniseTable } from '@/data/import/recognise-table'
import { gridLayer, sheetOf } from '../../fixtures/grid-layer'

const read = (text: string, merges: readonly string[] = []) => recogniseTable(gridLayer(sheetOf(text), { merges }), 'a.xlsx')
const valuesOf = (table: ReturnType<typeof read>) => table.rows.map(({ number, values }) => [number, ...values])

describe('recogniseTable', () => {
  it('finds the header below a title that runs over all columns, and keeps the numbers of the sheet', () => {
    const table = read(`
      | 安丘市2024年老旧小区改造台账 | | | |
      | | | | |
      | 序号 | 小区名称 | 户数 | 建筑面积（㎡） |
      | 1 | 红枫里 | 126 | 14517 |
      | 2 | 海棠里 | 189 | 20802 |`, ['A1:D1'])
    expect(table.columns).toEqual(['序号', '小区名称', '户数', '建筑面积（㎡）'])
    expect(table.headerRows).toEqual([3])
    expect(table.titles).toEqual(['安丘市2024年老旧小区改造台账'])
    expect(valuesOf(table)).toEqual([[4, 1, '红枫里', 126, 14517], [5, 2, '海棠里', 189, 20802]])
    expect(table.findings).toEqual([])
  })

  it('composes the names of two merged header rows', () => {
    const table = read(`
      | 2024年老旧小区改造进度表 | | | | |
      | 序号 | 小区名称 | 改造内容 | | 备注 |
      | | | 外墙保温 | 供水管网 | |
      | 1 | 红枫里 | 65% | 30% | 无 |`, ['A1:E1', 'A2:A3', 'B2:B3', 'C2:D2', 'E2:E3'])
    expect(table.columns).toEqual(['序号', '小区名称', '改造内容/外墙保温', '改造内容/供水管网', '备注'])
    expect(table.headerRows).toEqual([2, 3])
    expect(valuesOf(table)).toEqual([[4, 1, '红枫里', '65%', '30%', '无']])
  })

  it('composes them too where a text file has lost what was merged', () => {
    const table = read(`
      | 序号 | 小区名称 | 改造内容 | | | 备注 |
      | | | 外墙保温 | 供水管网 | 小区路面 | |
      | 1 | 红枫里 | 65% | 30% | 0% | |`)
    expect(table.columns).toEqual(['序号', '小区名称', '改造内容/外墙保温', '改造内容/供水管网', '改造内容/小区路面', '备注'])
    expect(table.rows.map(({ number }) => number)).toEqual([3])
  })

  it('composes three rows of groups', () => {
    const table = read(`
      | 小区名称 | 工程进度 | | |
      | | 地下 | | 地上 |
      | | 供水管网 | 雨污分流 | 小区路面 |
      | 红枫里 | 65% | 30% | 0% |`, ['A1:A3', 'B1:D1', 'B2:C2'])
    expect(table.columns).toEqual(['小区名称', '工程进度/地下/供水管网', '工程进度/地下/雨污分流', '工程进度/地上/小区路面'])
    expect(table.headerRows).toEqual([1, 2, 3])
    expect(table.rows).toHaveLength(1)
  })

  it('takes units and numbers of columns below the header as part of it', () => {
    const table = read(`
      | 小区名称 | 户数 | 建筑面积 | 楼栋数 |
      | | 户 | 万㎡ | 栋 |
      | 1 | 2 | 3 | 4 |
      | 红枫里 | 126 | 1.45 | 3 |`)
    expect(table.columns).toEqual(['小区名称', '户数（户）', '建筑面积（万㎡）', '楼栋数（栋）'])
    expect(table.headerRows).toEqual([1, 2, 3])
    expect(valuesOf(table)).toEqual([[4, '红枫里', 126, 1.45, 3]])
  })

  it('leaves out totals by their words, and says which', () => {
    const table = read(`
      | 序号 | 小区名称 | 户数 |
      | 1 | 红枫里 | 126 |
      | | 经济开发区小计 | 126 |
      | 2 | 海棠里 | 189 |
      | 合 计 | | 315 |
      | | 总计： | 315 |
      | | 合计（2个） | 315 |
      | Total | | 315 |`)
    expect(table.rows.map(({ number }) => number)).toEqual([2, 4])
    expect(table.totalsRows).toEqual([3, 5, 6, 7, 8])
    expect(table.findings).toEqual([{
      code: 'totals-left-out', severity: 'warning', file: 'a.xlsx', feature: 'row 3', field: null, params: { rows: '3, 5, 6, 7, 8', count: 5 },
    }])
  })

  it('keeps a row whose note speaks of totals', () => {
    expect(read('| 小区名称 | 户数 | 楼栋数 | 建筑面积 | 街区 | 备注 |\n| 红枫里 | 126 | 3 | 14517 | 兴安街道 | 与合计 |').totalsRows).toEqual([])
  })

  it('leaves out header rows that are repeated on each page', () => {
    const table = read(`
      | 小区名称 | 户数 |
      | 红枫里 | 126 |
      | 小区名称 | 户数 |
      | 海棠里 | 189 |`)
    expect(table.rows.map(({ number }) => number)).toEqual([2, 4])
    expect(table.headerRows).toEqual([1, 3])
  })

  it('leaves out notes, signatures and headings of sections', () => {
    const table = read(`
      | 小区名称 | 户数 | 楼栋数 |
      | 一、经济开发区 | | |
      | 红枫里 | 126 | 3 |
      | 兴安街道 | | |
      | 海棠里 | 189 | 5 |
      | 注：户数为登记户数。 | | |
      | 面积为测绘面积。 | | |
      | 填表人：张三 | 审核：李四 | |`, ['A4:C4'])
    expect(table.rows.map(({ number }) => number)).toEqual([3, 5])
  })

  it('gives merged texts to each of their rows, and leaves a number that several rows share with the first', () => {
    const table = read(`
      | 小区名称 | 小区户数 | 楼栋号 | 建成年份 |
      | 红枫里 | 126 | 1号楼 | 1995 |
      | | | 2号楼 | |
      | 海棠里 | 189 | 1号楼 | 1991 |`, ['A2:A3', 'B2:B3', 'D2:D3'])
    expect(valuesOf(table)).toEqual([[2, '红枫里', 126, '1号楼', 1995], [3, '红枫里', null, '2号楼', 1995], [4, '海棠里', 189, '1号楼', 1991]])
    expect(table.findings).toEqual([])
  })

  it('fills the community of buildings in a text file, and says so', () => {
    const table = read(`
      | 小区名称 | 楼栋号 | 户数 |
      | 红枫里 | 1号楼 | 36 |
      | | 2号楼 | 48 |
      | | 3号楼 | 42 |`)
    expect(table.rows.map(({ values }) => values[0])).toEqual(['红枫里', '红枫里', '红枫里'])
    expect(table.findings).toMatchObject([{ code: 'filled-down', severity: 'warning', feature: 'row 3', field: '小区名称', params: { count: 2, row: 3 } }])
  })

  it('does not fill the name of a community in a table of communities', () => {
    expect(read('| 小区名称 | 户数 |\n| 红枫里 | 126 |\n| | 189 |').rows[1]!.values).toEqual([null, 189])
  })

  it('reads lines of a word and its value above the header as titles', () => {
    const table = read(`
      | 项目名称 | 安丘市2024年老旧小区改造 | 填报日期 | 2024-08-26 |
      | 小区名称 | 街区 | 户数 | 楼栋数 |
      | 红枫里 | 兴安街道 | 126 | 3 |`)
    expect(table.columns).toEqual(['小区名称', '街区', '户数', '楼栋数'])
    expect(table.titles).toEqual(['项目名称 安丘市2024年老旧小区改造 填报日期 2024-08-26'])
  })

  it('gives every column a name of its own, also without a header and for dangerous names', () => {
    const table = read('| 小区名称 | 面积 | 面积 | | __proto__ | 户数 |\n| 红枫里 | 1 | 2 | 3 | 4 | 5 |')
    expect(table.columns).toEqual(['小区名称', '面积', '面积 (2)', '[D]', '__proto__[E]', '户数'])
  })

  it('takes the first row of texts where no word is known', () => {
    expect(read('| foo | bar |\n| 1 | 2 |').columns).toEqual(['foo', 'bar'])
  })

  it('takes the row of a spread out short header', () => {
    expect(read('| 小 区 名 称 | 户 数 |\n| 红枫里 | 126 |').columns).toEqual(['小区名称', '户数'])
  })

  it('says that there is no header among numbers alone', () => {
    const table = read('| 1 | 2 |\n| 3 | 4 |')
    expect(table.columns).toEqual(['[A]', '[B]'])
    expect(table.findings).toMatchObject([{ code: 'header-not-found', severity: 'warning' }])
  })

  it('passes features on as they are', () => {
    const layer = { ...gridLayer([['红枫里', 126]]), kind: 'features' as const, columns: ['name', 'households'] }
    expect(recogniseTable(layer, 'a.geojson')).toMatchObject({ columns: layer.columns, rows: layer.rows, headerRows: [], findings: [] })
  })

  it('takes 100,000 rows of 50 columns, and merges that lie over each other, in a moment', () => {
    const row = Array.from({ length: 50 }, (_, at) => (at === 0 ? '红枫里' : at))
    const layer = gridLayer([])
    const rows = [{ number: 1, values: ['小区名称', '户数', ...Array.from({ length: 48 }, (_, at) => `列${at}`)], geometry: null },
      ...Array.from({ length: 100_000 }, (_, index) => ({ number: index + 2, values: row, geometry: null }))]
    const merges = Array.from({ length: 20_000 }, (_, index) => ({ top: 1 + (index % 3), bottom: 100_000, left: 0, right: 0 }))
    const start = performance.now()
    expect(recogniseTable({ ...layer, rows, merges }, 'a.xlsx').rows).toHaveLength(100_000)
    expect(performance.now() - start).toBeLessThan(8000)
  })

  it('leaves out a total without a word, and says so', () => {
    const table = read('| 小区名称 | 户数 | 楼栋数 |\n| 红枫里 | 98 | 3 |\n| 海棠里 | 56 | 2 |\n| | 154 | 5 |')
    expect(valuesOf(table)).toEqual([[2, '红枫里', 98, 3], [3, '海棠里', 56, 2]])
    expect([table.totalsRows, table.findings]).toEqual([[4], [{ code: 'sums-left-out', severity: 'warning', file: 'a.xlsx', feature: 'row 4', field: null, params: { row: 4 } }]])
  })

  it('reads one table and names the others: below it, and beside it', () => {
    const below = read('| 小区名称 | 户数 | 楼栋数 |\n| 红枫里 | 98 | 3 |\n| 表二 |\n| 小区名称 | 楼号 | 户数 |\n| 海棠里 | 1号楼 | 32 |')
    expect(valuesOf(below)).toEqual([[2, '红枫里', 98, 3]])
    expect(below.findings.map(({ code, severity, params }) => [code, severity, params])).toEqual([['table-below', 'error', { row: 3 }]])
    const beside = read('| 小区名称 | 户数 | | 小区名称 | 户数 |\n| 红枫里 | 98 | | 海棠里 | 56 |')
    expect([beside.columns, valuesOf(beside)]).toEqual([['小区名称', '户数'], [[2, '红枫里', 98]]])
    expect(beside.findings.map(({ code, severity, params }) => [code, severity, params])).toEqual([['table-beside', 'error', { column: 'D' }]])
  })

  it('fills 同上 and says where', () => {
    const table = read('| 小区名称 | 楼号 | 户数 |\n| 红枫里 | 1号楼 | 36 |\n| 同上 | 2号楼 | 48 |')
    expect(valuesOf(table)).toEqual([[2, '红枫里', '1号楼', 36], [3, '红枫里', '2号楼', 48]])
    expect(table.findings).toMatchObject([{ code: 'filled-down', severity: 'warning', feature: 'row 3', field: '小区名称', params: { count: 1, row: 3 } }])
  })

  it('turns a table that lies on its side, and says so', () => {
    const table = read('| 截至2024年8月26日 |\n| 小区名称 | 红枫里 | 海棠里 |\n| 户数 | 98 | 56 |\n| 楼栋数 | 3 | 2 |')
    expect([table.columns, valuesOf(table), table.titles]).toEqual([['小区名称', '户数', '楼栋数'], [[2, '红枫里', 98, 3], [3, '海棠里', 56, 2]], ['截至2024年8月26日']])
    expect(table.findings).toMatchObject([{ code: 'table-turned', severity: 'warning', params: { first: 'B', number: 2, left: '' } }])
  })
})
