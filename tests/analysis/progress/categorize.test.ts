import { describe, expect, it } from 'vitest'
import { categorize } from '@/analysis/progress/categorize'
import { CATEGORIES, COLOURINGS } from '@/domain/colouring'
import { ITEM_CLASSES } from '@/domain/plan'
import { LAMPS, STAGES, type CommunityProgress } from '@/domain/progress'

const progress = (more: Partial<CommunityProgress>): CommunityProgress =>
  ({ stage: 'preparation', mainClass: null, lamp: null, actualShare: null, ...more }) as CommunityProgress

describe('categorize', () => {
  it.each([
    [null, 'unknown'], [0, '0'], [0.0001, '1-25'], [0.25, '1-25'], [0.2501, '25-50'], [0.5, '25-50'], [0.5001, '50-75'], [0.75, '50-75'],
    [0.7501, '75-99'], [0.9999, '75-99'], [1, '100'],
  ])('puts a share of %s into %s', (actualShare, category) => {
    expect(categorize(progress({ actualShare }), 'progress', null)).toBe(category)
  })

  it.each([
    [null, 'unknown'], [-0.1, '0'], [0, '0'], [0.0001, '0-5'], [0.05, '0-5'], [0.0501, '5-15'], [0.15, '5-15'], [0.1501, '15-30'], [0.3, '15-30'],
    [0.3001, '30+'], [1, '30+'],
  ])('puts a gain of %s into %s', (gained, category) => {
    expect(categorize(progress({ actualShare: 0.5 }), 'change', gained)).toBe(category)
  })

  it('does not tip over by the rounding of a mean', () => {
    const quarter = (1 * 0.55 + 6 * 0.2) / 7
    expect(quarter).toBeGreaterThan(0.25) // 0.25000000000000006
    expect(categorize(progress({ actualShare: quarter }), 'progress', null)).toBe('1-25')
    expect(0.9 - 0.85).toBeGreaterThan(0.05) // 0.05000000000000004
    expect(categorize(progress({ actualShare: 0.9 }), 'change', 0.9 - 0.85)).toBe('0-5')
  })

  it('shows stage, class and lamp as they are, and what is not known as unknown', () => {
    for (const stage of STAGES) expect(categorize(progress({ stage }), 'stage', null)).toBe(stage)
    for (const mainClass of ITEM_CLASSES) expect(categorize(progress({ mainClass }), 'class', null)).toBe(mainClass)
    for (const lamp of LAMPS) expect(categorize(progress({ lamp }), 'lamp', null)).toBe(lamp)
    expect(categorize(progress({}), 'class', null)).toBe('unknown')
    expect(categorize(progress({}), 'lamp', null)).toBe('unknown')
  })

  it('only gives categories the legend lists', () => {
    for (const colouring of COLOURINGS) {
      for (const share of [null, 0, 0.01, 0.3, 0.6, 0.8, 1]) {
        expect(CATEGORIES[colouring]).toContain(categorize(progress({ actualShare: share, lamp: 'late', mainClass: 'basic' }), colouring, share))
      }
    }
  })
})
