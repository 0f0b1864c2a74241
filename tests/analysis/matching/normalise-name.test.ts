import { describe, expect, it } from 'vitest'
import { foldName, normaliseDistrict, normaliseName } from '@/analysis/matching/normalise-name'

describe('foldName', () => {
  it.each([['红枫里（一期）', '红枫里一期'], ['Ａ区 红枫里', 'a区红枫里'], [' 红枫·里 ', '红枫里'], ['红枫里', '红枫里'], ['１号楼', '1号楼']])('of %s is %s', (name, expected) => {
    expect(foldName(name)).toBe(expected)
  })
})

describe('normaliseName', () => {
  it.each([
    ['红枫里小区', '红枫里'], ['农机公司家属院', '农机公司'], ['农机公司宿舍楼', '农机公司'], ['红枫住宅小区', '红枫'], ['网通邮电新村', '网通邮电新村'], ['阳光花园', '阳光花园'],
    ['安丘市兴安街道红枫里小区', '红枫里'], ['山东省潍坊市安丘市红枫里', '安丘市红枫里'], ['兴安街道红枫里', '红枫里'], ['景芝镇红枫里', '红枫里'], ['兴安街道', '兴安街道'],
    ['东城市场家属院', '东城市场'], ['县委家属院', '县委'], ['小区', '小区'], ['宿舍', '宿舍'], ['老小区', '老小区'], ['镇政府宿舍', '镇政府'],
  ])('of %s is %s', (name, expected) => {
    expect(normaliseName(name)).toBe(expected)
  })

  it('says the same of a name that is normalised already', () => {
    for (const name of ['红枫里小区', '农机公司家属院', '兴安街道红枫里', '网通邮电新村']) expect(normaliseName(normaliseName(name))).toBe(normaliseName(name))
  })
})

describe('normaliseDistrict', () => {
  it.each([['兴安街道办事处', '兴安'], ['兴安街道', '兴安'], ['经济开发区管委会', '经济开发区'], ['经济开发区', '经济开发区'], ['街道', '街道']])('of %s is %s', (name, expected) => {
    expect(normaliseDistrict(name)).toBe(expected)
  })
})
