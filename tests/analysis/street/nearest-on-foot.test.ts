import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nearestOnFoot } from '@/analysis/street/nearest-on-foot'
import { walkReach } from '@/analysis/street/walk-reach'
import { drawnTown, joined, road } from '../../fixtures/drawn-streets'
import { metresIn, streetPlan } from '../../fixtures/street-plan'

describe('nearestOnFoot', () => {
  //  0 ── 100 ── 200 ── 300 m      origins at 0 (first) and 250 (second)
  const town = drawnTown([road('A', [[0, 0], [100, 0], [300, 0]])])

  it('names the nearer origin and how far it is', () => {
    const { distanceM, which } = nearestOnFoot(town.streets, joined(town, [50, 0], [200, 20], [50, 500]), joined(town, [0, 0], [250, 0]))
    expect([...which]).toEqual([0, 1, -1])
    expect(distanceM[0]).toBeCloseTo(50, 1)
    expect(distanceM[1]).toBeCloseTo(70, 1)
    expect(distanceM[2]).toBe(Infinity)
  })

  it('takes the lower index when both are equally far', () => {
    const origins = joined(town, [500, 500], [0, 0], [0, 0], [300, 0], [300, 0])
    expect([...nearestOnFoot(town.streets, joined(town, [40, 0], [290, 0]), origins).which]).toEqual([1, 3])
  })

  it('reaches nothing without origins or ways', () => {
    expect([...nearestOnFoot(town.streets, joined(town, [40, 0]), joined(town)).which]).toEqual([-1])
    const apart = drawnTown([road('A', [[0, 0], [100, 0]]), road('B', [[0, 300], [100, 300]])])
    expect([...nearestOnFoot(apart.streets, joined(apart, [40, 0]), joined(apart, [40, 300])).distanceM]).toEqual([Infinity])
  })

  it('agrees with the reach of each origin', () => {
    fc.assert(fc.property(streetPlan, fc.array(metresIn, { minLength: 1, maxLength: 4 }), fc.array(metresIn, { maxLength: 6 }), (roads, from, to) => {
      const plan = drawnTown(roads)
      const [points, origins] = [joined(plan, ...to), joined(plan, ...from)]
      const { distanceM, which } = nearestOnFoot(plan.streets, points, origins)
      const reach = walkReach(plan.streets, points, origins, 100_000)
      to.forEach((_, p) => {
        let leastM = Infinity
        from.forEach((__, s) => {
          for (let k = reach.starts[s]!; k < reach.starts[s + 1]!; k++) if (reach.point[k] === p) leastM = Math.min(leastM, reach.distanceM[k]!)
        })
        if (leastM === Infinity) return expect([distanceM[p], which[p]]).toEqual([Infinity, -1])
        expect(distanceM[p]).toBeCloseTo(leastM, 6)
      })
    }), { numRuns: 60 })
  })
})
