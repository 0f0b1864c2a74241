import { describe, expect, it } from 'vitest'
import { drawnTown, rails, road, walkM, water } from '../../fixtures/drawn-streets'

const river = water([-100, 100], [400, 100], [400, 120], [-100, 120])

describe('buildStreets', () => {
  it('joins roads where they share a vertex, and nowhere else', () => {
    //      │ B           A and B cross at (100, 0): A has no vertex there
    //  ────┼──── A
    const apart = drawnTown([road('A', [[0, 0], [200, 0]]), road('B', [[100, -100], [100, 100]])])
    const together = drawnTown([road('A', [[0, 0], [100, 0], [200, 0]]), road('B', [[100, -100], [100, 0], [100, 100]])])
    expect(walkM(apart, [0, 0], [100, 100])).toBeNull()
    expect(walkM(together, [0, 0], [100, 100])).toBeCloseTo(200, 1)
  })

  it('leaves out and counts a segment over water without a bridge', () => {
    const town = drawnTown([road('B', [[0, 0], [0, 50], [0, 200]]), road('A', [[50, 0], [50, 200]])], { waters: [river] })
    expect(town.streets).toMatchObject({ edgeCount: 1, blockedSegments: 2, blockedRoadIds: ['A', 'B'] })
    expect(walkM(town, [0, 0], [0, 50])).toBeCloseTo(50, 1)
    expect(walkM(town, [0, 0], [0, 200])).toBeNull()
  })

  it('walks over a bridge', () => {
    const town = drawnTown([road('A', [[0, 0], [0, 200]], { bridge: true })], { waters: [river] })
    expect(town.streets.blockedSegments).toBe(0)
    expect(walkM(town, [0, 0], [0, 200])).toBeCloseTo(200, 1)
  })

  it('is stopped by rails, also where the road has a vertex on them', () => {
    const railways = [rails([50, -100], [50, 100])]
    expect(drawnTown([road('A', [[0, 0], [100, 0]])], { railways }).streets.blockedSegments).toBe(1)
    expect(drawnTown([road('A', [[0, 0], [50, 0], [100, 0]])], { railways }).streets.blockedSegments).toBe(2)
    expect(drawnTown([road('A', [[0, 0], [100, 0]], { bridge: true })], { railways }).streets.blockedSegments).toBe(0)
  })

  it('leaves out roads nobody may walk along, and does not count them as blocked', () => {
    const town = drawnTown([road('A', [[0, 0], [0, 200]], { walkable: false })], { waters: [river] })
    expect(town.streets).toMatchObject({ edgeCount: 0, blockedSegments: 0 })
  })

  it('takes nothing from a road of one position, without positions or without numbers', () => {
    const town = drawnTown([road('A', [[0, 0]]), road('B', []), road('C', [[NaN, 0], [50, 0]]), road('D', [[0, 0], [0, 0], [50, 0]])])
    expect(town.streets).toMatchObject({ edgeCount: 1, blockedSegments: 0 })
  })
})
