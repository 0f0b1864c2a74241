import { describe, expect, it } from 'vitest'
import { dbfNames } from '@/data/export/dbf-names'
import { plainCell } from '@/data/export/sheet'
import { datasetSheet, fieldsOfDataset } from '@/data/export/dataset-sheet'
import { guessMapping, isNeedless } from '@/data/import/guess-mapping'
import { recogniseTable } from '@/data/import/recognise-table'
import type { TableMapping } from '@/domain/import'
import { IMPORT_TARGETS } from '@/domain/import'
import type { RawLayer, RawValue } from '@/domain/source-file'
import { gridLayer, PLAN_WORDS, sheetOf } from '../../fixtures/grid-layer'
import { shippedSource } from '../../fixtures/shipped-folder'

function guess(text: string, options: { name?: string; merges?: readonly string[]; remembered?: readonly TableMapping[] } = {}) {
  const layer = gridLayer(sheetOf(text), options)
  return guessMapping(layer, recogniseTable(layer, 'a.xlsx'), options.remembered ?? [], PLAN_WORDS)
}
/** Fields by column, with the unit behind them if there is one to choose. */
const fieldsOf = (mapping: TableMapping | null) => Object.fromEntries((mapping?.columns ?? []).map(({ column, field, unit }) => [
  column, field === null ? null : unit === null || unit === 'count' || unit === 'm' ? field : `${field} ${unit}`,
]))

describe('guessMapping', () => {
  it('knows a table of communities', () => {
    const mapping = guess(`
      | 序号 | 小区名称 | 街区 | 社区 | 楼栋数 | 户数 | 建筑面积（万㎡） | 建成年代 | 是否精品小区 | 物业 | 联系电话 |
      | 1 | 红枫里 | 兴安街道 | 示例一社区 | 3 | 126 | 1.45 | 1995 | 是 | 无 | 0536 |`)
    expect(mapping?.target).toBe('communities')
    expect(fieldsOf(mapping)).toEqual({
      序号: null, 小区名称: 'name', 街区: 'district', 社区: 'neighbourhood', 楼栋数: 'buildingCount', 户数: 'households', '建筑面积（万㎡）': 'floorAreaM2 10k-m2',
      建成年代: 'builtYear', 是否精品小区: 'showcase', 物业: 'propertyService', 联系电话: null,
    })
  })

  it('leaves the works out of a table about places: no house is of the year in which it was renovated', () => {
    const mapping = guess(`
      | 小区名称 | 户数 | 建筑面积（㎡） | 开工时间 | 竣工时间 |
      | 红枫里 | 126 | 14517 | 2024.6.15 | 2024.10.30 |
      | 海棠里 | 189 | 20802 | 2024.6.15 | |`)
    expect([mapping?.target, fieldsOf(mapping)]).toEqual(['communities', { 小区名称: 'name', 户数: 'households', '建筑面积（㎡）': 'floorAreaM2 m2', 开工时间: null, 竣工时间: null }])
    const finished = (when: string) => fieldsOf(guess(`
      | 小区名称 | 户数 | 竣工时间 |
      | 红枫里 | 126 | ${when} |`))['竣工时间']
    expect([finished('2024.10.30'), finished('1996.10')]).toEqual([null, 'builtYear'])
  })

  it('asks for the unit where a header with % stands above shares', () => {
    const unit = (value: number) => guess(`
      | 填报日期 | 小区名称 | 改造内容 | 完成率（%） |
      | 2024-11-04 | 红枫里 | 供水管网 | ${value} |
      | 2024-11-04 | 海棠里 | 供水管网 | 1 |`)!.columns[3]!.unit
    expect([unit(0.85), unit(85), unit(1)]).toEqual([null, 'percent', 'percent'])
  })

  it('asks whether numbers of lifts and parking places are shares', () => {
    const units = (first: string) => guess(`
      | 填报日期 | 小区名称 | ${first} | 停车位 |
      | 2024-11-04 | 红枫里 | 20 | 50 |`)!.columns.slice(2).map(({ unit }) => unit)
    expect(units('加装电梯')).toEqual([null, null])
    // Pipes are not counted, so the table writes percent.
    expect(units('供水管网')).toEqual(['percent', 'percent'])
    expect(units('加装电梯完成率')).toEqual(['percent', 'percent'])
  })

  it('knows a table of buildings', () => {
    const mapping = guess(`
      | 小区 | 幢号 | 层数 | 单元数 | 住户数 | 面积 | 高度 | 竣工时间 |
      | 红枫里 | 1 | 6 | 3 | 36 | 3999 | 18 | 1995.6 |`)
    expect(mapping?.target).toBe('buildings')
    expect(fieldsOf(mapping)).toEqual({
      小区: 'community', 幢号: 'name', 层数: 'floors', 单元数: 'stairwells', 住户数: 'households', 面积: 'floorAreaM2 m2', 高度: 'heightM', 竣工时间: 'builtYear',
    })
  })

  it('knows the weekly table with one column per item, its day from the title', () => {
    const mapping = guess(`
      | 老旧小区改造周调度表（截至2024年8月26日） | | | | | | | |
      | 序号 | 小区名称 | 改造内容 | | | 开工时间 | 验收时间 | 存在问题 |
      | | | 外墙保温 | 供水管网 | 道路 | | | |
      | 1 | 红枫里 | 65% | 30% | 0% | 2024.6.15 | | 无 |`, { merges: ['A1:H1', 'A2:A3', 'B2:B3', 'C2:E2', 'F2:F3', 'G2:G3', 'H2:H3'] })
    expect(mapping?.target).toBe('ledger')
    expect(mapping?.constants).toEqual({ reportedOn: '2024-08-26' })
    expect(fieldsOf(mapping)).toEqual({
      序号: null, 小区名称: 'community', '改造内容/外墙保温': 'item:W07 share', '改造内容/供水管网': 'item:J02 share', '改造内容/道路': 'item:J09 share',
      开工时间: 'milestone:M09', 验收时间: 'milestone:M12', 存在问题: 'note',
    })
  })

  it('takes the column below an item that says how far it is, not the others', () => {
    const mapping = guess(`
      | 小区名称 | 填报日期 | 供水管网改造 | | 外墙保温 | |
      | | | 工程量 | 完成率 | 投资（万元） | 累计完成（%） |
      | 红枫里 | 2024-08-26 | 1200 | 30 | 45 | 65 |`, { merges: ['A1:A2', 'B1:B2', 'C1:D1', 'E1:F1'] })
    expect(fieldsOf(mapping)).toEqual({
      小区名称: 'community', 填报日期: 'reportedOn', '供水管网改造/工程量': null, '供水管网改造/完成率': 'item:J02 percent',
      '外墙保温/投资（万元）': null, '外墙保温/累计完成（%）': 'item:W07 percent',
    })
  })

  it('knows a ledger with one row per report', () => {
    const mapping = guess(`
      | 填报日期 | 小区名称 | 楼号 | 改造内容 | 完成比例 | 备注 |
      | 2024.8.26 | 红枫里 | 1号楼 | 外墙保温 | 0.65 | |
      | 2024.8.26 | 红枫里 | | 供水管网改造 | 0.3 | |`)
    expect(mapping?.target).toBe('ledger')
    expect(fieldsOf(mapping)).toEqual({
      填报日期: 'reportedOn', 小区名称: 'community', 楼号: 'building', 改造内容: 'subject', 完成比例: 'doneShare share', 备注: 'note',
    })
  })

  it('knows a baseline', () => {
    const mapping = guess('| 小区名称 | 改造内容 | 计划开工时间 | 计划完工时间 | 权重 |\n| 红枫里 | 供水管网 | 2024.6.15 | 2024.8.31 | 2 |')
    expect(mapping?.target).toBe('baseline')
    expect(Object.values(fieldsOf(mapping))).toEqual(['community', 'itemCode', 'plannedStart', 'plannedFinish', 'weight'])
  })

  it('knows facilities and hazards by what their kinds say, with columns of coordinates', () => {
    expect(guess('| 名称 | 类型 | 经度 | 纬度 | 床位数 |\n| 阳光驿站 | 日间照料中心 | 119.2 | 36.43 | 20 |\n| 青苗园 | 托育 | 119.2 | 36.43 | 40 |')).toMatchObject({
      target: 'facilities', columns: [{ field: 'name' }, { field: 'type' }, { field: 'longitude' }, { field: 'latitude' }, { field: 'capacity' }],
    })
    expect(guess('| 名称 | 类型 | lng | lat |\n| 汶河站 | 加油站 | 119.2 | 36.43 |')).toMatchObject({ target: 'hazards' })
  })

  it('knows spare spaces', () => {
    const mapping = guess('| 地块编号 | 地块名称 | 权属 | 权利人 | 用地性质 | 面积（亩） | 核查状态 |\n| S001 | 南侧空地 | 国有划拨 | 市政府 | 2301 | 0.6 | 外业 |')
    expect(mapping?.target).toBe('spare-spaces')
    expect(Object.values(fieldsOf(mapping))).toEqual(['id', 'name', 'tenure', 'holder', 'landUseCode', 'registeredAreaM2 mu', 'surveyState'])
  })

  it.each([
    ['65 | 0 | 100', 'doneShare percent'], ['0.65 | 0 | 1', 'doneShare share'], ['1 | 0 | 1', 'doneShare'], ['0 | 0 | 0', 'doneShare share'],
    ['65% | 0 | ３５％', 'doneShare share'], ['0.65 | 65 | 1', 'doneShare'],
  ])('tells the unit of shares %s from all of them, or leaves it open', (values, expected) => {
    const rows = values.split(' | ').map((value, at) => `| 2024-08-26 | 红枫里 | J0${at + 2} | ${value} |`)
    expect(fieldsOf(guess(`| 填报日期 | 小区名称 | 改造内容 | 完成比例 |\n${rows.join('\n')}`))['完成比例']).toBe(expected)
  })

  it('judges the columns of items of one table together', () => {
    const mapping = guess('| 小区名称 | 填报日期 | 外墙保温 | 供水管网 |\n| 红枫里 | 2024-08-26 | 1 | 0.5 |\n| 海棠里 | 2024-08-26 | 1 | 0 |')
    expect(fieldsOf(mapping)).toMatchObject({ 外墙保温: 'item:W07 share', 供水管网: 'item:J02 share' })
  })

  it('leaves an area open whose numbers are too small for ㎡, unless a title names the unit', () => {
    const table = '| 小区名称 | 户数 | 楼栋数 | 建筑面积 |\n| 红枫里 | 126 | 3 | 1.45 |'
    expect(fieldsOf(guess(table))['建筑面积']).toBe('floorAreaM2')
    expect(fieldsOf(guess(`| 改造小区清单 | | | 单位：万㎡ |\n${table}`))['建筑面积']).toBe('floorAreaM2 10k-m2')
  })

  it('does not take water and heating for one, nor ticks for shares', () => {
    const mapping = guess('| 小区名称 | 填报日期 | 管网 | 外墙保温 | 供水管网 |\n| 红枫里 | 2024-08-26 | 65% | √ | 30% |')
    expect(fieldsOf(mapping)).toMatchObject({ 管网: null, 外墙保温: null, 供水管网: 'item:J02 share' })
  })

  it('uses what is remembered for the same columns, but not its day', () => {
    const table = '| 甲列 | 乙列 |\n| 红枫里 | 65% |'
    const remembered: TableMapping = {
      target: 'ledger', columns: [{ column: '乙列', field: 'item:W07', unit: 'percent' }, { column: '甲列', field: 'community', unit: null }], constants: { reportedOn: '2024-08-19' },
    }
    expect(guess(table)).toBeNull()
    expect(guess(table, { remembered: [remembered] })).toEqual({ target: 'ledger', columns: remembered.columns })
    expect(guess(table, { remembered: [remembered], name: '截至2024-08-26' })?.constants).toEqual({ reportedOn: '2024-08-26' })
  })

  it.each([['70', 'percent'], ['0.7', null], ['70%', 'percent'], ['0', 'percent'], ['1', 'percent']])('asks for a remembered unit again if %s speaks against it', (value, unit) => {
    const remembered: TableMapping = { target: 'ledger', columns: [{ column: '小区名称', field: 'community', unit: null }, { column: '进度', field: 'item:W07', unit: 'percent' }] }
    expect(guess(`| 小区名称 | 进度 |\n| 红枫里 | ${value} |`, { remembered: [remembered] })?.columns[1]).toEqual({ column: '进度', field: 'item:W07', unit })
  })

  it('finds the unit of areas among several in a title', () => {
    const mapping = guess('| 改造台账 | | | |\n| 单位：个、户、万平方米 | | | |\n| 小区 | 楼栋 | 住户数 | 面积 |\n| 红枫里 | 3 | 126 | 1.45 |\n| 海棠里 | 5 | 189 | 2.08 |', { merges: ['A1:D1', 'A2:D2'] })
    expect(fieldsOf(mapping)).toEqual({ 小区: 'name', 楼栋: 'buildingCount', 住户数: 'households', 面积: 'floorAreaM2 10k-m2' })
  })

  it('leaves the share of a whole community alone beside columns of milestones', () => {
    const mapping = guess('| 项目进展情况表 | | | | |\n| 小区名称 | 户数 | 形象进度(%) | 开工时间 | 完工时间 |\n| 红枫里 | 126 | 65 | 2024.6.15 | |', { merges: ['A1:E1'] })
    expect(mapping?.target).toBe('ledger')
    expect(fieldsOf(mapping)).toEqual({ 小区名称: 'community', 户数: null, '形象进度(%)': null, 开工时间: 'milestone:M09', 完工时间: 'milestone:M11' })
  })

  it('takes a table of shares without items for a ledger that lacks them', () => {
    expect(guess('| 小区名称 | 填报日期 | 形象进度 |\n| 红枫里 | 2024.8.26 | 65% |')?.target).toBe('ledger')
  })

  it('tells the day of an event from that of its report', () => {
    const mapping = guess('| 填报日期 | 小区名称 | 填报类型 | 日期 | 备注 |\n| 2024.8.26 | 红枫里 | 停工 | 2024.8.3 | 暴雨 |')
    expect(fieldsOf(mapping)).toMatchObject({ 填报日期: 'reportedOn', 日期: 'date' })
    expect(fieldsOf(guess('| 日期 | 小区名称 | 改造内容 | 完成比例 |\n| 2024.8.26 | 红枫里 | 供水管网 | 35% |'))).toMatchObject({ 日期: 'reportedOn' })
  })

  it('counts no column of an item in which nothing stands', () => {
    expect(guess('| 小区名称 | 街区 | 户数 | 外墙保温 | 电梯 |\n| 红枫里 | 兴安街道 | 126 | √ | |')?.target).toBe('communities')
  })

  it('does not guess where hardly anything is known', () => {
    expect(guess('| foo | bar |\n| 1 | 2 |')).toBeNull()
    expect(guess('| 小区名称 |\n| 红枫里 |')).toBeNull()
    expect(guess('| 小区名称 | 户数 |\n| 红枫里 | 126 |')?.target).toBe('communities')
  })
})

describe('guessMapping of shapes', () => {
  const shapes = (type: 'Polygon' | 'Point', columns: readonly string[], rows: readonly (readonly RawValue[])[], name = '图层') => {
    const geometry = type === 'Point' ? { type, coordinates: [119.2, 36.43] } : { type, coordinates: [[[0, 0], [1, 0], [1, 1], [0, 0]]] }
    const layer = { ...gridLayer([]), kind: 'features', columns, name, rows: rows.map((values, at) => ({ number: at + 1, values, geometry })) } as RawLayer
    return guessMapping(layer, recogniseTable(layer, 'a.shp'), [], PLAN_WORDS)
  }

  it('tells placemarks of a phone by their names', () => {
    expect(shapes('Polygon', ['name', 'description'], [['1号楼', ''], ['2号楼', '']])?.target).toBe('buildings')
    expect(shapes('Polygon', ['name', 'description'], [['红枫里', ''], ['农机公司家属院', '']])?.target).toBe('communities')
    expect(shapes('Polygon', ['name', 'description'], [['南侧空地', ''], ['边角地块', '']])?.target).toBe('spare-spaces')
    expect(shapes('Point', ['name'], [['南门'], ['北门']])?.target).toBe('gates')
  })

  it('goes by the name of the layer', () => {
    expect(shapes('Polygon', ['name'], [['甲'], ['乙']], '小区范围')?.target).toBe('communities')
    expect(shapes('Polygon', ['名称'], [['甲'], ['乙']], '楼栋')?.target).toBe('buildings')
    expect(shapes('Point', ['ID'], [['1'], ['2']], '小区出入口')?.target).toBe('gates')
  })

  it('reads initials of pinyin, as surveyors name columns', () => {
    const mapping = shapes('Polygon', ['XQMC', 'LDH', 'CS', 'DYS', 'HS', 'JZMJ', 'JCND'], [['红枫里', '1', 6, 3, 36, 3999, 1995]])
    expect(mapping?.target).toBe('buildings')
    expect(mapping?.columns.map(({ field }) => field)).toEqual(['community', 'name', 'floors', 'stairwells', 'households', 'floorAreaM2', 'builtYear'])
  })

  it('reads Chinese names that a DBF has cut after three characters', () => {
    const mapping = shapes('Polygon', ['小区名', '建筑面', '楼栋数'], [['红枫里', 14517, 3]])
    expect(mapping?.columns.map(({ field }) => field)).toEqual(['name', 'floorAreaM2', 'buildingCount'])
  })
})

describe('guessMapping of our own exports', () => {
  const { values } = shippedSource()

  it.each(IMPORT_TARGETS)('maps the columns of %s to themselves, in files, shapefiles and tables in both languages', (target) => {
    const names = fieldsOfDataset(target).map(([name]) => name)
    const records = (values[target] ?? []).slice(0, 60) as unknown as Readonly<Record<string, RawValue>>[]
    const rows = records.map((record) => names.map((name) => record[name] ?? null))
    for (const columns of [names, dbfNames(names)]) {
      const layer: RawLayer = { ...gridLayer([]), kind: 'features', columns, rows: rows.map((row, at) => ({ number: at + 1, values: row, geometry: null })) }
      const mapping = guessMapping(layer, recogniseTable(layer, 'x'), [], PLAN_WORDS)
      expect(mapping?.target).toBe(target)
      expect(mapping?.columns.map(({ field }) => field)).toEqual(names)
    }
    for (const language of ['zh', 'en'] as const) {
      const sheet = datasetSheet(values, target, language)
      const header = sheet.columns.map((column) => (column.kind === 'share' ? `${column.header} (%)` : column.header))
      const cells = sheet.rows.slice(-60).map((row) => row.map((cell, at) => plainCell(cell, sheet.columns[at]!.kind)))
      const layer = gridLayer([header, ...cells])
      const mapping = guessMapping(layer, recogniseTable(layer, 'x'), [], PLAN_WORDS)
      expect(mapping?.target).toBe(target)
      expect(names.filter((name) => !mapping?.columns.some(({ field }) => field === name))).toEqual([])
      expect(mapping?.columns.filter(({ column, field }) => field === null && !isNeedless(column))).toEqual([])
    }
  })
})
