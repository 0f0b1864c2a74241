import { describe, expect, it } from 'vitest'
import { capitalHeightMm, judgeLegibility } from '@/analysis/show/judge-legibility'

describe('capitalHeightMm', () => {
  it('follows from the diagonal: 55 inch at 1920 × 1080 has 0.634 mm to a pixel', () => {
    // 1397 mm / 2202.907 px = 0.63416 mm; 19 px × 0.73 = 13.87 px.
    expect(capitalHeightMm(19, { diagonalInch: 55, widthPx: 1920, heightPx: 1080 })).toBeCloseTo(8.7958, 3)
  })

  it('is the same for twice the pixels and twice the size, also upright', () => {
    const one = capitalHeightMm(19, { diagonalInch: 55, widthPx: 1920, heightPx: 1080 })
    expect(capitalHeightMm(38, { diagonalInch: 55, widthPx: 2160, heightPx: 3840 })).toBeCloseTo(one, 10)
  })
})

describe('judgeLegibility', () => {
  it('gives the angle: 10 mm from 1 m are 34.4 minutes of arc', () => {
    expect(judgeLegibility(10, 1).arcmin).toBeCloseTo(34.377, 2)
  })

  it.each([[1.5, 'good'], [1.8, 'poor'], [2, 'illegible']] as const)('judges 8.8 mm from %d m as %s', (distanceM, legibility) => {
    // 20.2, 16.8 and 15.1 minutes.
    expect(judgeLegibility(8.8, distanceM).legibility).toBe(legibility)
  })

  it('says up to where it can be read, which holds at that distance', () => {
    const { readableUpToM } = judgeLegibility(8.8, 6)
    expect(readableUpToM).toBeCloseTo(1.8908, 3)
    expect(judgeLegibility(8.8, readableUpToM).arcmin).toBeCloseTo(16, 6)
  })
})
