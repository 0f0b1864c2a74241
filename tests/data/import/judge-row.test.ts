import { describe, expect, it } from 'vitest'
import { isRemarkRow, isTotalsRow } from '@/data/import/judge-row'
import type { RawValue } from '@/domain/source-file'

const row = (...values: RawValue[]) => ({ number: 1, values, geometry: null })

describe('isTotalsRow', () => {
  it.each(['合计', '小计', '总计', '共计', '汇总', '合 计：', '经济开发区小计', '合计（35个）', '合计35个小区', 'Total', 'Grand total', 'Subtotal', '全市总计'])('knows %s', (word) => {
    expect(isTotalsRow(row(word, null, 4419))).toBe(true)
    expect(isTotalsRow(row(null, word, 4419))).toBe(true)
  })

  it.each(['红枫里', '合计里小区改造项目', 'Totally new', '总计划'])('does not take %s for one', (word) => {
    expect(isTotalsRow(row(1, word, 126))).toBe(false)
  })

  it('looks at the first texts of the first columns only', () => {
    expect(isTotalsRow(row('红枫里', '1号楼', '合计'))).toBe(false)
    expect(isTotalsRow(row(1, 2, 3, 4, 5, '合计'))).toBe(false)
  })
})

describe('isRemarkRow', () => {
  it.each([['注：户数为登记户数'], ['填表人：张三', '审核：李四'], ['备注1：面积为测绘面积', 5], ['一、经济开发区'], ['（二）兴安街道'], ['数据来源: 各街区上报', null]])('knows %s', (...values) => {
    expect(isRemarkRow(row(...values), 4, false)).toBe(true)
  })

  it('keeps rows of data, also with one cell only', () => {
    expect(isRemarkRow(row('红枫里', 126), 4, false)).toBe(false)
    expect(isRemarkRow(row('红枫里'), 4, false)).toBe(false)
    expect(isRemarkRow(row(1, '注：一'), 4, false)).toBe(false)
    expect(isRemarkRow(row('一、甲'), 2, false)).toBe(false)
  })

  it('takes a single text below a note for its second line', () => {
    expect(isRemarkRow(row('面积为测绘面积。'), 4, true)).toBe(true)
    expect(isRemarkRow(row('红枫里', 126), 4, true)).toBe(false)
  })
})
