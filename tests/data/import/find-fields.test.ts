import { describe, expect, it } from 'vitest'
import { findFields, OWN_RANK } from '@/data/import/find-fields'

const bestOf = (...question: Parameters<typeof findFields>) => [...findFields(...question)].sort((a, b) => b.rank - a.rank)[0]?.field ?? null

describe('findFields', () => {
  it('knows our names, also as a DBF cuts them and in capitals', () => {
    expect(findFields('communities', 'floorAreaM2', false)).toEqual([{ field: 'floorAreaM2', rank: OWN_RANK }])
    expect(findFields('communities', 'buildingCo', true)).toEqual([{ field: 'buildingCount', rank: OWN_RANK }])
    expect(bestOf('communities', 'HOUSEHOLDS', true)).toBe('households')
  })

  it('knows words of bureaus, alone and at the end of composed headers', () => {
    expect(bestOf('communities', '总户数（户）', false)).toBe('households')
    expect(bestOf('communities', '基本情况/总户数', false)).toBe('households')
    expect(findFields('communities', '总户数', false)[0]!.rank).toBeGreaterThan(findFields('communities', '基本情况/总户数', false)[0]!.rank)
  })

  it('knows words that a DBF has cut, if only one field begins so', () => {
    expect(bestOf('communities', '建筑面', true)).toBe('floorAreaM2')
    expect(bestOf('communities', '建筑面', false)).toBeNull()
  })

  it.each(['投资（万元）', '红枫里', '', '__proto__', 'constructor'])('finds nothing for %s', (column) => {
    expect(findFields('communities', column, true)).toEqual([])
  })
})
