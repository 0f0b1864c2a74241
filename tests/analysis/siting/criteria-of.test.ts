import { describe, expect, it } from 'vitest'
import { BUILT_IN_RULES } from '@/analysis/siting/built-in-rules'
import { criteriaOf } from '@/analysis/siting/criteria-of'

const shares = { share60Plus: 0.209, shareUnder3: 0.0193 }
const { criteria } = BUILT_IN_RULES

describe('criteriaOf', () => {
  it('leaves the bounds that are written for the old', () => {
    expect(criteriaOf({ criteria }, { group: 'aged60Plus' }, shares)).toEqual(criteria)
  })

  it('stretches people newly reached by the share of the group, and nothing else', () => {
    // 800 × 0.0193 / 0.209 = 73.9; 800 / 0.209 = 3828.
    expect(criteriaOf({ criteria }, { group: 'under3' }, shares)).toEqual({ ...criteria, newlyReached: { ...criteria.newlyReached, best: 74 } })
    expect(criteriaOf({ criteria }, { group: 'all' }, shares).newlyReached).toMatchObject({ worst: 0, best: 3800 })
  })

  it('follows edited bounds', () => {
    const edited = { ...criteria, newlyReached: { weight: 10, worst: 100, best: 400 } }
    expect(criteriaOf({ criteria: edited }, { group: 'all' }, { share60Plus: 0.25, shareUnder3: 0.02 }).newlyReached).toEqual({ weight: 10, worst: 400, best: 1600 })
  })

  it('keeps the bounds where the plan has no share to stretch by', () => {
    expect(criteriaOf({ criteria }, { group: 'under3' }, { share60Plus: 0, shareUnder3: 0.02 })).toEqual(criteria)
    expect(criteriaOf({ criteria }, { group: 'under3' }, { share60Plus: 0.2, shareUnder3: 0 })).toEqual(criteria)
  })
})
