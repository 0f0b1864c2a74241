import { describe, expect, it } from 'vitest'
import { parseHeader } from '@/data/import/header-text'

describe('parseHeader', () => {
  it.each([
    ['建筑面积（㎡）', '建筑面积', 'm2'], ['建筑面积(万平方米)', '建筑面积', '10k-m2'], ['建筑面积/㎡', '建筑面积', 'm2'], ['建筑面积：万㎡', '建筑面积', '10k-m2'], ['用地面积_亩', '用地面积', 'mu'], ['完成率%', '完成率', 'percent'],
    ['完成比例（0–1）', '完成比例', 'share'], ['户数（户）', '户数', 'count'], ['Floor area (m²)', 'floorarea', 'm2'], ['*小区名称：', '小区名称', null], ['户数', '户数', null], ['%', '%', null], ['', '', null],
  ])('of %s is %s in %s', (column, key, unit) => {
    expect(parseHeader(column)).toMatchObject({ key, unit, isForeign: false })
  })

  it('takes composed headers apart', () => {
    expect(parseHeader('改造内容/外墙保温（%）')).toMatchObject({ key: '改造内容/外墙保温', parts: ['改造内容', '外墙保温'], unit: 'percent' })
  })

  it('keeps brackets that are no unit, and knows the header without them', () => {
    expect(parseHeader('小区名称（全称）')).toMatchObject({ key: '小区名称(全称)', bare: '小区名称', unit: null })
  })

  it('knows money as none of our units', () => {
    expect(parseHeader('外墙保温（万元）')).toMatchObject({ unit: null, isForeign: true })
  })

  it('takes names of what all objects have for names', () => {
    expect(parseHeader('面积（constructor）')).toMatchObject({ unit: null })
    expect(parseHeader('a/__proto__').unit).toBeNull()
  })
})
