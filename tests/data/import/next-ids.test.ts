import { describe, expect, it } from 'vitest'
import { nextIds } from '@/data/import/next-ids'

describe('nextIds', () => {
  it('goes on after the highest in the style of the folder', () => {
    const next = nextIds('communities', ['C01', 'C35', 'C07'])
    expect([next(null), next(null)]).toEqual(['C36', 'C37'])
    expect(nextIds('residences', [])(null)).toBe('R0001')
  })

  it('counts buildings by community', () => {
    const next = nextIds('buildings', ['C07-B1', 'C07-B2', 'C08-B9'])
    expect([next('C07'), next('C08'), next('C07'), next('C09')]).toEqual(['C07-B3', 'C08-B10', 'C07-B4', 'C09-B1'])
  })

  it('gives no id twice', () => {
    const next = nextIds('gates', ['E1', 'E02'])
    expect(next(null)).toBe('E03')
  })
})
