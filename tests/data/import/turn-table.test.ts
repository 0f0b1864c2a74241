import { describe, expect, it } from 'vitest'
import { subjectFinder } from '@/data/import/find-subject'
import { turnTable } from '@/data/import/turn-table'
import { gridLayer, PLAN_WORDS, sheetOf } from '../../fixtures/grid-layer'

const turn = (text: string) => turnTable(gridLayer(sheetOf(text)).rows, subjectFinder(PLAN_WORDS))
const valuesOf = (table: ReturnType<typeof turn>) => table?.rows.map(({ number, values }) => [number, ...values])

describe('turnTable', () => {
  it('turns words of columns that stand below each other', () => {
    const table = turn('| 小区基本情况 |\n| 指标 | 红枫里 | 海棠里 |\n| 户数 | 98 | 56 |\n| 建筑面积（㎡） | 10953 | 6324 |\n| 注：以房产证为准 |')
    expect(table).toMatchObject({ columns: ['小区名称', '户数', '建筑面积（㎡）'], headerRow: 2, leftColumns: [] })
    expect(valuesOf(table)).toEqual([[2, '红枫里', 98, 10953], [3, '海棠里', 56, 6324]])
    expect(table?.above.map(({ number }) => number)).toEqual([1])
  })

  it('turns items that stand below each other, and leaves sums and remarks beside them', () => {
    const table = turn('| 序号 | 改造内容 | 红枫里 | 海棠里 | 合计 | 备注 |\n| 1 | 供水管网改造 | 95% | 90% | 92% | |\n| 2 | 雨污分流 | 100% | 80% | 90% | 抓紧 |')
    expect(table).toMatchObject({ columns: ['小区名称', '供水管网改造', '雨污分流'], leftColumns: [5, 6] })
    expect(valuesOf(table)).toEqual([[3, '红枫里', '95%', '100%'], [4, '海棠里', '90%', '80%']])
  })

  it('keeps the word for buildings', () => {
    expect(turn('| 楼号 | 1号楼 | 2号楼 |\n| 小区名称 | 红枫里 | 红枫里 |\n| 户数 | 36 | 48 |')?.columns).toEqual(['楼号', '小区名称', '户数'])
  })

  it.each([
    ['a usual table', '| 小区名称 | 户数 | 楼栋数 |\n| 红枫里 | 98 | 3 |\n| 海棠里 | 56 | 2 |'],
    ['a list of items', '| 改造内容 | 工程量 | 完成率 |\n| 供水管网 | 98 | 30% |\n| 雨污分流 | 56 | 20% |'],
    ['weeks beside each other', '| 改造内容 | 11月1日 | 11月8日 |\n| 供水管网 | 10% | 30% |\n| 雨污分流 | 10% | 20% |'],
    ['quarters beside each other', '| 改造内容 | 一季度 | 二季度 |\n| 供水管网 | 10% | 30% |\n| 雨污分流 | 10% | 20% |'],
    ['a single record', '| 项目 | 红枫里 |\n| 户数 | 98 |\n| 楼栋数 | 3 |'],
  ])('leaves %s as it lies', (_, text) => {
    expect(turn(text)).toBeNull()
  })
})
