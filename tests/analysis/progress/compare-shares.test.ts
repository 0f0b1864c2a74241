import { describe, expect, it } from 'vitest'
import { compareReported, compareShares } from '@/analysis/progress/compare-shares'

const part = (weight: number, plannedShare: number, actualShare: number | null) => ({ weight, plannedShare, actualShare })
const unknown = { actualShare: null, comparablePlannedShare: null, gapShare: null, spi: null }

describe('compareShares', () => {
  it('weighs', () => {
    // planned (3 × 0.8 + 1 × 0.4)/4 = 0.7; actual (3 × 0.6 + 1 × 0.2)/4 = 0.5; SPI 5/7
    const shares = compareShares([part(3, 0.8, 0.6), part(1, 0.4, 0.2)])
    expect(shares.plannedShare).toBeCloseTo(0.7, 12)
    expect(shares.actualShare).toBeCloseTo(0.5, 12)
    expect(shares.comparablePlannedShare).toBeCloseTo(0.7, 12)
    expect(shares.gapShare).toBeCloseTo(0.2, 12)
    expect(shares.spi).toBeCloseTo(5 / 7, 12)
  })

  it('leaves out of both sides what is not known', () => {
    const shares = compareShares([part(3, 0.8, 0.6), part(1, 0.4, null)])
    expect(shares.plannedShare).toBeCloseTo(0.7, 12)
    expect(shares).toMatchObject({ actualShare: expect.closeTo(0.6, 12), comparablePlannedShare: expect.closeTo(0.8, 12), gapShare: expect.closeTo(0.2, 12) })
  })

  it('keeps a reported zero apart from nothing reported', () => {
    expect(compareShares([part(1, 0.5, 0)])).toMatchObject({ actualShare: 0, gapShare: 0.5, spi: 0 })
    expect(compareShares([part(1, 0.5, null)])).toEqual({ plannedShare: 0.5, ...unknown })
  })

  it('has no index before anything was planned', () => {
    expect(compareShares([part(1, 0, 0.3)])).toEqual({ plannedShare: 0, actualShare: 0.3, comparablePlannedShare: 0, gapShare: -0.3, spi: null })
  })

  it('of nothing is nothing', () => {
    expect(compareShares([])).toEqual({ plannedShare: 0, ...unknown })
    expect(compareShares([part(0, 0.5, 0.5)])).toEqual({ plannedShare: 0, ...unknown })
  })

  it('of things that are all done is exactly 1', () => {
    const weights = [0.1, 0.2, 0.3, 1 / 3, 1e-9, 7]
    expect(compareShares(weights.map((weight) => part(weight, 1, 1)))).toMatchObject({ plannedShare: 1, actualShare: 1, gapShare: 0, spi: 1 })
  })
})

describe('compareReported', () => {
  const told = { ...part(1, 0.5, 0.4), isReported: true }
  const missing = { ...part(1, 0.5, null), isReported: false }
  const notDue = { ...part(2, 0, 0), isReported: false }

  it('knows nothing while nothing is reported and something is due', () => {
    // planned (1 × 0.5 + 2 × 0)/3
    expect(compareReported([missing, notDue])).toEqual({ plannedShare: expect.closeTo(0.5 / 3, 12), ...unknown })
  })

  it('is 0 while nothing is due', () => {
    expect(compareReported([notDue])).toMatchObject({ actualShare: 0, gapShare: 0, spi: null })
  })

  it('counts what is not due as soon as anything is reported', () => {
    // known: weights 1 and 2, actual (0.4 + 0)/3
    expect(compareReported([told, missing, notDue]).actualShare).toBeCloseTo(0.4 / 3, 12)
  })

  it('leaves its input as it is', () => {
    expect(compareReported(Object.freeze([Object.freeze(missing), Object.freeze(notDue)])).actualShare).toBeNull()
  })
})
