import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgeSite } from '@/analysis/siting/judge-site'
import type { Site } from '@/domain/land'

const minima = { minLandAreaM2: 440, minFloorAreaM2: 350, minWidthM: 12 }
const site = (own: Partial<Site>) => ({ id: 'S001+S002', kinds: ['parcel' as const], landAreaM2: 0, floorAreaM2: 0, widthM: 0, ...own })

describe('judgeSite', () => {
  it('passes land that is as large and as wide as asked', () => {
    expect(judgeSite(site({ landAreaM2: 440, widthM: 12 }), minima)).toEqual([])
  })

  it('says by how much land is too small and too narrow', () => {
    expect(judgeSite(site({ landAreaM2: 400, widthM: 9.5 }), minima)).toEqual([
      { ruleId: 'min-area', id: 'S001+S002', isHard: true, actual: 400, limit: 440, unit: 'm2', missingBy: 40, because: 'landAreaM2' },
      { ruleId: 'min-width', id: 'S001+S002', isHard: true, actual: 9.5, limit: 12, unit: 'm', missingBy: 2.5, because: null },
    ])
  })

  it('asks rooms for floor area, not for width', () => {
    expect(judgeSite(site({ kinds: ['room'], floorAreaM2: 350, widthM: 6 }), minima)).toEqual([])
    expect(judgeSite(site({ kinds: ['room'], floorAreaM2: 120, widthM: 6 }), minima)).toMatchObject([
      { ruleId: 'min-area', isHard: true, actual: 120, limit: 350, missingBy: 230, because: 'floorAreaM2' },
    ])
  })

  it('lets enough rooms pass whatever narrow ground lies beside them', () => {
    expect(judgeSite(site({ kinds: ['parcel', 'room'], floorAreaM2: 360, landAreaM2: 50, widthM: 3 }), minima)).toEqual([])
  })

  it('names of land and rooms what is nearer to passing', () => {
    // 300 of 440 is 68 %, 280 of 350 is 80 %.
    expect(judgeSite(site({ kinds: ['parcel', 'room'], landAreaM2: 300, floorAreaM2: 280, widthM: 20 }), minima))
      .toMatchObject([{ ruleId: 'min-area', actual: 280, missingBy: 70, because: 'floorAreaM2' }])
    expect(judgeSite(site({ kinds: ['parcel', 'room'], landAreaM2: 400, floorAreaM2: 280, widthM: 20 }), minima))
      .toMatchObject([{ ruleId: 'min-area', actual: 400, missingBy: 40, because: 'landAreaM2' }])
  })

  it('excludes nothing for a floor area that is unknown', () => {
    expect(judgeSite(site({ kinds: ['room'], floorAreaM2: null }), minima)).toEqual([
      { ruleId: 'min-area', id: 'S001+S002', isHard: false, actual: null, limit: 350, unit: 'm2', missingBy: null, because: 'floorAreaM2' },
    ])
    const mixed = judgeSite(site({ kinds: ['cleared', 'room'], floorAreaM2: null, landAreaM2: 100, widthM: 5 }), minima)
    expect(mixed.map(({ ruleId, isHard }) => [ruleId, isHard])).toEqual([['min-area', false], ['min-width', false]])
    // Its land alone is enough.
    expect(judgeSite(site({ kinds: ['cleared', 'room'], floorAreaM2: null, landAreaM2: 500, widthM: 15 }), minima)).toEqual([])
  })

  it('takes the numbers of the question', () => {
    const own = site({ landAreaM2: 400, widthM: 10 })
    expect(judgeSite(own, { minLandAreaM2: 400, minFloorAreaM2: 350, minWidthM: 10 })).toEqual([])
    expect(judgeSite(own, { minLandAreaM2: 0, minFloorAreaM2: 0, minWidthM: 0 })).toEqual([])
  })

  it('never passes with larger minima what failed with smaller ones, and always misses a positive amount', () => {
    const number = fc.integer({ min: 0, max: 900 })
    const kinds = fc.subarray(['parcel', 'room', 'cleared'] as const, { minLength: 1 })
    fc.assert(fc.property(number, number, number, kinds, number, number, fc.integer({ min: 0, max: 50 }), (land, floor, width, of, minLand, minFloor, more) => {
      const own = site({ kinds: of, landAreaM2: land, floorAreaM2: floor, widthM: width })
      const small = { minLandAreaM2: minLand, minFloorAreaM2: minFloor, minWidthM: 12 }
      const large = { minLandAreaM2: minLand + more, minFloorAreaM2: minFloor + more, minWidthM: 12 + more }
      const failed = judgeSite(own, small)
      if (failed.length > 0) expect(judgeSite(own, large).length).toBeGreaterThan(0)
      for (const { missingBy } of failed) expect(missingBy).toBeGreaterThan(0)
    }))
  })
})
