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

  it('does not choose what lacks the names it is about', () => {
    expect(guess({ 楼栋数: [3], 户数: [126], 是否精品小区: ['是'] })).toBeNull()
  })
})
