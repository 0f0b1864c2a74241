import { describe, expect, it } from 'vitest'
import { subjectFinder } from '@/data/import/find-subject'
import { guessTarget } from '@/data/import/guess-target'
import type { RawValue } from '@/domain/source-file'
import { PLAN_WORDS } from '../../fixtures/grid-layer'

const guess = (columns: Readonly<Record<string, RawValue[]>>, types: readonly string[] = [], names: readonly string[] = []) => guessTarget({
  columns: Object.keys(columns), samples: Object.values(columns), geometryTypes: new Set(types), names, isCut: types.length > 0, findSubject: subjectFinder(PLAN_WORDS),
})?.target ?? null

describe('guessTarget', () => {
  it('goes by columns', () => {
    expect(guess({ 小区名称: ['甲'], 楼栋数: [3], 户数: [126] })).toBe('communities')
    expect(guess({ 小区名称: ['甲'], 楼号: ['1'], 户数: [36] })).toBe('buildings')
    expect(guess({ 小区名称: ['甲'], 外墙保温: ['65%'], 供水管网: ['30%'] })).toBe('ledger')
  })

  it('goes by kinds of shapes', () => {
    expect(guess({ 名称: ['甲'], 类型: ['养老'] }, ['Point'])).toBe('facilities')
    expect(guess({ 名称: ['甲'], 类型: ['养老'] }, ['Polygon'])).toBeNull()
    expect(guess({ 名称: ['甲'], 类型: ['高压线'] }, ['LineString'])).toBe('hazards')
  })

  it('goes by the name of the layer', () => {
    expect(guess({ 名称: ['甲'] }, ['Polygon'], ['可挖潜空间'])).toBe('spare-spaces')
    expect(guess({ 名称: ['甲'] }, ['Polygon'], ['图层1'])).toBeNull()
  })

  it('does not go by numbers and names alone', () => {
    expect(guess({ id: [1, 2] }, ['Point'])).toBeNull()
    expect(guess({ id: [1, 2], name: ['line 1', 'line 2'] }, ['LineString'])).toBeNull()
    expect(guess({ id: ['G1'], communityId: ['C01'] }, ['Point'])).toBe('gates')
  })

  it('knows buildings that name no community and facilities without a type: what is missing can be told then', () => {
    expect(guess({ 楼号: ['1号楼'], 层数: [6], 户数: [36] })).toBe('buildings')
    expect(guess({ name: ['兴安日间照料中心', '幸福食堂'], sym: ['Flag', 'Flag'] }, ['Point'])).toBe('facilities')
    expect(guess({ name: ['001', '002'] }, ['Point'])).toBeNull()
  })

  it('takes figures of a place with days of works for a table about places', () => {
    expect(guess({ 小区名称: ['甲'], 户数: [126], 建筑面积: [14517], 开工时间: ['2024-06-15'], 竣工验收时间: ['2024-10-30'] })).toBe('communities')
    expect(guess({ 小区名称: ['甲'], 户数: [126], 开工时间: ['2024-06-15'], 竣工验收时间: ['2024-10-30'] })).toBe('ledger')
  })

  it('does not choose what lacks the names it is about', () => {
    expect(guess({ 楼栋数: [3], 户数: [126], 是否精品小区: ['是'] })).toBeNull()
  })
})
