import { describe, expect, it } from 'vitest'
import { datasetSheet, fieldsOfDataset } from '@/data/export/dataset-sheet'
import { plainCell } from '@/data/export/sheet'
import { guessMapping } from '@/data/import/guess-mapping'
import { readRecords } from '@/data/import/read-records'
import { recogniseTable } from '@/data/import/recognise-table'
import type { DraftRow } from '@/data/import/table'
import { formatDay } from '@/domain/day'
import { IMPORT_TARGETS, type TableMapping } from '@/domain/import'
import { gridLayer, PLAN_WORDS, sheetOf } from '../../fixtures/grid-layer'
import { shippedSource } from '../../fixtures/shipped-folder'

function draftsOf(text: string, merges: readonly string[] = [], change: (mapping: TableMapping) => TableMapping = (mapping) => mapping): DraftRow[] {
  const layer = gridLayer(sheetOf(text), { merges })
  const table = recogniseTable(layer, 'a.xlsx')
  return readRecords(table, change(guessMapping(layer, table, [], PLAN_WORDS)!), PLAN_WORDS, 'a.xlsx')
}
const brief = ({ number, part, values, communityName, buildingName, findings, isForEachBuilding }: DraftRow) => ({
  row: `${number} ${part}`.trim(), of: [communityName, buildingName].filter((name) => name !== null).join(' '), ...Object.fromEntries(values),
  ...(isForEachBuilding ? { isForEachBuilding } : {}), ...(findings.length > 0 ? { findings: findings.map(({ code, field }) => `${code} ${field}`) } : {}),
})

describe('readRecords', () => {
  it('converts units, years, flags and choices of a table of communities', () => {
    const drafts = draftsOf(`
      | 序号 | 小区名称 | 街区 | 社区 | 楼栋数 | 户数 | 建筑面积（万㎡） | 建成年代 | 是否精品小区 | 物业 |
      | 1 | 红枫里 | 兴安街道 | 示例一社区 | 3栋 | 1,126户 | 1.4517 | 1995年 | 是 | 市场化 |
      | 2 | 海棠里 | 兴安街道 | / | 5 | 约189 | 20802㎡ | 1991.6 | 否 | 无 |`)
    expect(drafts.map(brief)).toEqual([
      { row: '2', of: '红枫里', name: '红枫里', neighbourhood: '示例一社区', buildingCount: 3, households: 1126, floorAreaM2: 14517, builtYear: 1995, showcase: true, propertyService: 'market' },
      { row: '3', of: '海棠里', name: '海棠里', buildingCount: 5, floorAreaM2: 20802, builtYear: 1991, showcase: false, propertyService: 'none', findings: ['bad-number 户数'] },
    ])
    expect(drafts[0]!.districtName).toBe('兴安街道')
    expect(drafts[1]!.findings).toEqual([{
      code: 'bad-number', severity: 'error', file: 'a.xlsx', feature: 'row 3', field: '户数', params: { found: '约189', problem: 'approximate' },
    }])
  })

  it('gives one report for each filled cell of a weekly table, and a remark for its note', () => {
    const drafts = draftsOf(`
      | 老旧小区改造周调度表（截至2024年8月26日） | | | | | | |
      | 序号 | 小区名称 | 改造内容 | | | 开工时间 | 存在问题 |
      | | | 外墙保温 | 供水管网 | 道路 | | |
      | 1 | 红枫里 | 65% | 30% | | 2024.6.15 | 雨天停工 |
      | 2 | 海棠里 | 在施 | 100% | / | 未开工 | |
      | | 合计 | 65% | 65% | | | |`, ['A1:G1', 'A2:A3', 'B2:B3', 'C2:E2', 'F2:F3', 'G2:G3'])
    expect(drafts.map(brief)).toEqual([
      { row: '4 item:W07', of: '红枫里', reportedOn: '2024-08-26', kind: 'progress', subject: 'W07', doneShare: 0.65, isForEachBuilding: true },
      { row: '4 item:J02', of: '红枫里', reportedOn: '2024-08-26', kind: 'progress', subject: 'J02', doneShare: 0.3 },
      { row: '4 milestone:M09', of: '红枫里', reportedOn: '2024-08-26', kind: 'milestone', subject: 'M09', date: '2024-06-15' },
      { row: '4 note', of: '红枫里', reportedOn: '2024-08-26', kind: 'remark', note: '雨天停工' },
      { row: '5 item:J02', of: '海棠里', reportedOn: '2024-08-26', kind: 'progress', subject: 'J02', doneShare: 1 },
      { row: '5 item:W07', of: '海棠里', reportedOn: '2024-08-26', findings: ['bad-number 改造内容/外墙保温'] },
    ])
  })

  it('spoils every report of a row by a bad day, and only its own by a bad share', () => {
    const drafts = draftsOf(`
      | 小区名称 | 填报日期 | 供水管网 | 小区路面 |
      | 红枫里 | 2024年8月 | 30% | 20% |
      | 海棠里 | 2024-08-26 | 一半 | 20% |
      | 国槐里 | 2024-08-26 | 10% | 20% |`)
    expect(drafts.map(brief)).toEqual([
      { row: '2 item:J02', of: '红枫里', kind: 'progress', subject: 'J02', doneShare: 0.3, findings: ['day-incomplete 填报日期'] },
      { row: '2 item:J09', of: '红枫里', kind: 'progress', subject: 'J09', doneShare: 0.2, findings: ['day-incomplete 填报日期'] },
      { row: '3 item:J09', of: '海棠里', reportedOn: '2024-08-26', kind: 'progress', subject: 'J09', doneShare: 0.2 },
      { row: '3 item:J02', of: '海棠里', reportedOn: '2024-08-26', findings: ['bad-number 供水管网'] },
      { row: '4 item:J02', of: '国槐里', reportedOn: '2024-08-26', kind: 'progress', subject: 'J02', doneShare: 0.1 },
      { row: '4 item:J09', of: '国槐里', reportedOn: '2024-08-26', kind: 'progress', subject: 'J09', doneShare: 0.2 },
    ])
  })

  it('tells in a table of buildings only once what holds for their community', () => {
    const drafts = draftsOf(`
      | 小区名称 | 楼号 | 填报日期 | 外墙保温 | 供水管网 | 开工时间 | 备注 |
      | 红枫里 | 1# | 2024.8.26 | 65% | 30% | 2024.6.15 | 雨天 |
      | | 2# | | 50% | | | |
      | 海棠里 | 1# | 2024.8.26 | 10% | 30% | 2024.6.15 | |`, ['A2:A3', 'C2:C3', 'E2:E3', 'F2:F3'])
    expect(drafts.map(brief)).toEqual([
      { row: '2 item:W07', of: '红枫里 1#', reportedOn: '2024-08-26', kind: 'progress', subject: 'W07', doneShare: 0.65 },
      { row: '2 item:J02', of: '红枫里', reportedOn: '2024-08-26', kind: 'progress', subject: 'J02', doneShare: 0.3 },
      { row: '2 milestone:M09', of: '红枫里', reportedOn: '2024-08-26', kind: 'milestone', subject: 'M09', date: '2024-06-15' },
      { row: '2 note', of: '红枫里', reportedOn: '2024-08-26', kind: 'remark', note: '1#：雨天' },
      { row: '3 item:W07', of: '红枫里 2#', reportedOn: '2024-08-26', kind: 'progress', subject: 'W07', doneShare: 0.5 },
      { row: '4 item:W07', of: '海棠里 1#', reportedOn: '2024-08-26', kind: 'progress', subject: 'W07', doneShare: 0.1 },
      { row: '4 item:J02', of: '海棠里', reportedOn: '2024-08-26', kind: 'progress', subject: 'J02', doneShare: 0.3 },
      { row: '4 milestone:M09', of: '海棠里', reportedOn: '2024-08-26', kind: 'milestone', subject: 'M09', date: '2024-06-15' },
    ])
  })

  it('reads a ledger with one row per report, with and without its kind', () => {
    const drafts = draftsOf(`
      | 填报日期 | 小区名称 | 楼号 | 改造内容 | 完成比例 | 完成日期 | 备注 |
      | 2024.8.26 | 红枫里 | 1# | 外墙保温 | 65 | | |
      | 20240826 | 红枫里 | | 供水管网改造 | 30 | | 赶工 |
      | 45530 | 海棠里 | | 开工 | | 2024年6月15日 | |
      | 2024-08-26 | 海棠里 | | 拆违拆临 | | 2024-06-01 | |
      | 2024-08-26 | 海棠里 | | 喷泉 | 10 | | |
      | 2024-08-26 | 海棠里 | | | | | 居民来访 |`)
    expect(drafts.map(brief)).toEqual([
      { row: '2', of: '红枫里 1#', reportedOn: '2024-08-26', kind: 'progress', subject: 'W07', doneShare: 0.65 },
      { row: '3', of: '红枫里', reportedOn: '2024-08-26', kind: 'progress', subject: 'J02', doneShare: 0.3, note: '赶工' },
      { row: '4', of: '海棠里', reportedOn: '2024-08-26', kind: 'milestone', subject: 'M09', date: '2024-06-15' },
      { row: '5', of: '海棠里', reportedOn: '2024-08-26', kind: 'milestone', subject: 'M02', date: '2024-06-01' },
      { row: '6', of: '海棠里', reportedOn: '2024-08-26', doneShare: 0.1, kind: 'progress', findings: ['name-unknown 改造内容'] },
      { row: '7', of: '海棠里', reportedOn: '2024-08-26', kind: 'remark', note: '居民来访' },
    ])
  })

  it('does not use shares whose unit nobody knows, until somebody says it', () => {
    const text = '| 填报日期 | 小区名称 | 改造内容 | 完成比例 |\n| 2024.8.26 | 红枫里 | 供水管网 | 1 |\n| 2024.8.26 | 海棠里 | 供水管网 | 0 |'
    expect(draftsOf(text).map(brief)).toMatchObject([{ findings: ['unit-ambiguous 完成比例'] }, { doneShare: 0 }])
    const chosen = draftsOf(text, [], (mapping) => ({ ...mapping, columns: mapping.columns.map((one) => (one.field === 'doneShare' ? { ...one, unit: 'share' } : one)) }))
    expect(chosen.map(brief)).toMatchObject([{ doneShare: 1 }, { doneShare: 0 }])
  })

  it('takes the day that a person gave for the whole table', () => {
    const text = '| 小区名称 | 供水管网 | 小区路面 |\n| 红枫里 | 30% | 20% |'
    const drafts = draftsOf(text, [], (mapping) => ({ ...mapping, constants: { reportedOn: '2024.8.26' } }))
    expect(drafts.map(({ values }) => values.get('reportedOn'))).toEqual(['2024-08-26', '2024-08-26'])
  })

  it('names items of a baseline by their codes', () => {
    const drafts = draftsOf('| 小区名称 | 改造内容 | 计划开工时间 | 计划完工时间 | 权重 |\n| 红枫里 | 供水管网 | 2024.6.15 | 2024.8.31 | 2 |\n| 红枫里 | 管网 | 2024.6.15 | 2024.8.31 | 2 |')
    expect(drafts.map(brief)).toEqual([
      { row: '2', of: '红枫里', itemCode: 'J02', plannedStart: '2024-06-15', plannedFinish: '2024-08-31', weight: 2 },
      { row: '3', of: '红枫里', plannedStart: '2024-06-15', plannedFinish: '2024-08-31', weight: 2, findings: ['name-unknown 改造内容'] },
    ])
  })

  it('makes points of columns of coordinates, as they are in the file', () => {
    const drafts = draftsOf('| 设施名称 | 类型 | 经度 | 纬度 |\n| 阳光驿站 | 日间照料中心 | 119.2 | 36.43° |\n| 青苗园 | 托育 | 119°12′36″ | |')
    expect(drafts[0]).toMatchObject({ geometry: { type: 'Point', coordinates: [119.2, 36.43] }, findings: [] })
    expect(drafts[1]).toMatchObject({ geometry: null, findings: [{ code: 'field-missing', field: '纬度', feature: 'row 3' }] })
    expect([...drafts[0]!.values.keys()]).toEqual(['name', 'type'])
  })

  it('cleans names of signs that nobody sees', () => {
    const drafts = draftsOf('| 小区名称 | 户数 | 楼栋数 |\n| 红\u200b枫里 | 126 | 3 |')
    expect(drafts.map(brief)).toMatchObject([{ name: '红枫里', findings: ['hidden-characters 小区名称'] }])
    expect(drafts[0]!.findings[0]!.severity).toBe('warning')
  })

  it('reads 10,000 rows of 38 columns in a moment', () => {
    const codes = PLAN_WORDS.items.map(({ code }) => code)
    const header = { number: 1, values: ['小区名称', '填报日期', ...codes], geometry: null }
    const rows = Array.from({ length: 10_000 }, (_, index) => ({
      number: index + 2, values: [`小区${index}`, '2024-08-26', ...codes.map((_code, at) => (at % 9 === 0 ? `${(index + at) % 100}%` : null))], geometry: null,
    }))
    const layer = { ...gridLayer([]), rows: [header, ...rows] }
    const start = performance.now()
    const table = recogniseTable(layer, 'a.xlsx')
    const drafts = readRecords(table, guessMapping(layer, table, [], PLAN_WORDS)!, PLAN_WORDS, 'a.xlsx')
    expect(drafts).toHaveLength(40_000)
    expect(performance.now() - start).toBeLessThan(8000)
  })
})

describe('readRecords of our own tables', () => {
  const { values } = shippedSource()

  it.each(IMPORT_TARGETS.flatMap((target) => [[target, 'zh'] as const, [target, 'en'] as const]))('gives back every value of %s in %s', (target, language) => {
    const sheet = datasetSheet(values, target, language)
    const header = sheet.columns.map((column) => (column.kind === 'share' ? `${column.header} (%)` : column.header))
    const layer = gridLayer([header, ...sheet.rows.slice(-80).map((row) => row.map((cell, at) => plainCell(cell, sheet.columns[at]!.kind)))])
    const table = recogniseTable(layer, 'a.csv')
    const drafts = readRecords(table, guessMapping(layer, table, [], PLAN_WORDS)!, PLAN_WORDS, 'a.csv')
    const fields = fieldsOfDataset(target)
    const expected = ((values[target] ?? []) as unknown as readonly Readonly<Record<string, unknown>>[]).slice(-80).map((record) => Object.fromEntries(fields.flatMap(([name, field]) => {
      const value = record[name]
      if (value === null || value === '') return []
      return [[name, field.kind === 'day' ? formatDay(value as number) : value]]
    })))
    expect(drafts.map((draft) => Object.fromEntries(fields.flatMap(([name]) => (draft.values.has(name) ? [[name, draft.values.get(name)]] : []))))).toEqual(expected)
    expect(drafts.flatMap(({ findings }) => findings)).toEqual([])
  })
})
