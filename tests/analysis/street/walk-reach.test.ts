import { describe, expect, it } from 'vitest'
import { connectPoints } from '@/analysis/street/connect-points'
import { gatesOf } from '@/analysis/street/gate-ways'
import { walkReach } from '@/analysis/street/walk-reach'
import { at } from '../../fixtures/drawn'
import { drawnTown, joined, places, rails, road, walkM, water } from '../../fixtures/drawn-streets'

describe('walkReach', () => {
  it('goes along the street between two places on the same segment', () => {
    //   · (20, 10)         · (80, 30)
    //  ────────────────────────── 0 … 100
    expect(walkM(drawnTown([road('A', [[0, 0], [100, 0]])]), [20, 10], [80, 30])).toBeCloseTo(10 + 60 + 30, 1)
  })

  it('is 0 between a place on the street and itself', () => {
    expect(walkM(drawnTown([road('A', [[0, 0], [100, 0]])]), [0, 0], [0, 0])).toBe(0)
  })

  it('goes out at the end that is nearer to where it leads', () => {
    //  C (0,100) ┐          ┌ D (100, 100)      from (30, 0) on the street between (0,0) and (100,0)
    //            │          │
    //            └──────────┘
    const town = drawnTown([road('A', [[0, 100], [0, 0], [100, 0], [100, 100]]), road('X', [[0, 0], [-50, 0]]), road('Y', [[100, 0], [150, 0]])])
    expect(walkM(town, [30, 0], [0, 80])).toBeCloseTo(110, 1)
    expect(walkM(town, [30, 0], [100, 80])).toBeCloseTo(150, 1)
  })

  it('takes the short side of a loop, also past its only node', () => {
    //   ┌──────┐      loop of 4 × 100 m at (0, 0), entered from (−50, 0)
    //   │      │
    // ──┴──────┘
    const town = drawnTown([road('L', [[0, 0], [100, 0], [100, 100], [0, 100], [0, 0]]), road('A', [[-50, 0], [0, 0]])])
    expect(walkM(town, [20, 0], [0, 30])).toBeCloseTo(50, 1)
    expect(walkM(town, [90, 0], [100, 20])).toBeCloseTo(30, 1)
    expect(walkM(town, [-50, 0], [0, 80])).toBeCloseTo(130, 1)
  })

  it('walks out of a dead end', () => {
    const town = drawnTown([road('A', [[0, 0], [100, 0], [200, 0]]), road('B', [[100, 0], [100, 70]])])
    expect(walkM(town, [100, 70], [180, 0])).toBeCloseTo(150, 1)
  })

  it('finds no way between two networks that do not meet', () => {
    const town = drawnTown([road('A', [[0, 0], [100, 0]]), road('B', [[101, 0], [200, 0]])])
    expect(walkM(town, [50, 0], [150, 0])).toBeNull()
  })

  it('goes round by the bridge', () => {
    //  B ───────────────┐        y 60
    //  ≈≈≈≈≈≈≈≈≈≈≈≈≈≈≈≈≈║≈≈≈≈≈   y 20 … 40, bridge at x = 300
    //  A ───────────────┘        y 0
    const roads = [road('A', [[0, 0], [300, 0]]), road('B', [[0, 60], [300, 60]]), road('bridge', [[300, 0], [300, 60]], { bridge: true })]
    const waters = [water([-100, 20], [500, 20], [500, 40], [-100, 40])]
    expect(walkM(drawnTown(roads, { waters }), [10, 0], [10, 60])).toBeCloseTo(290 + 60 + 290, 1)
  })

  it('goes round by the underpass, not over the rails', () => {
    const roads = [road('A', [[0, 0], [0, 60]]), road('B', [[0, 0], [200, 0]]), road('under', [[200, 0], [200, 60]], { bridge: true }), road('C', [[200, 60], [0, 60]])]
    const railways = [rails([-50, 30], [300, 30])]
    expect(walkM(drawnTown(roads, { railways }), [0, 0], [0, 60])).toBeCloseTo(200 + 60 + 200, 1)
  })

  it('reaches what is exactly as far as the radius', () => {
    const town = drawnTown([road('A', [[0, 0], [130, 0]]), road('B', [[130, 0], [400, 37]])])
    const [points, origins] = [joined(town, [350, 40]), joined(town, [11, 7])]
    const { distanceM: [metres] } = walkReach(town.streets, points, origins, 1000)
    expect(walkReach(town.streets, points, origins, metres!).point).toHaveLength(1)
    expect(walkReach(town.streets, points, origins, metres! - 1e-9).point).toHaveLength(0)
  })

  it('lists the points of each origin in order, unroutable ones nowhere', () => {
    const town = drawnTown([road('A', [[0, 0], [1000, 0]])])
    const points = joined(town, [900, 0], [100, 0], [50, 500], [120, 0], [90, 0])
    const { starts, point } = walkReach(town.streets, points, joined(town, [50, 500], [100, 0], [910, 0]), 50)
    expect([...starts]).toEqual([0, 0, 3, 4])
    expect([...point]).toEqual([1, 3, 4, 0])
  })

  it('uses the gate that suits the destination', () => {
    // The wall has a gate at each end; the main way is the western one, the shop lies east.
    //  W ════════ E   gates at (0, 20) and (300, 20), building at (140, 20), street y = 0
    const town = drawnTown([road('A', [[-100, 0], [0, 0], [300, 0], [500, 0]])])
    const gates = gatesOf(['C1'], new Map([['C1', [at(0, 20), at(300, 20)]]]))
    const points = connectPoints(town.streets, town.barriers, places([140, 20]), 100, gates)
    const { distanceM } = walkReach(town.streets, points, joined(town, [-50, 0], [400, 0]), 1000)
    expect(distanceM[0]).toBeCloseTo(140 + 20 + 50, 1)
    expect(distanceM[1]).toBeCloseTo(160 + 20 + 100, 1)
  })

  it.each([-1, NaN])('reaches nothing within %s m', (maxM) => {
    const town = drawnTown([road('A', [[0, 0], [100, 0]])])
    expect(walkReach(town.streets, joined(town, [0, 0]), joined(town, [0, 0]), maxM).point).toHaveLength(0)
  })

  it('reaches only what stands on the spot within 0 m', () => {
    const town = drawnTown([road('A', [[0, 0], [100, 0]])])
    expect([...walkReach(town.streets, joined(town, [1, 0], [0, 0]), joined(town, [0, 0]), 0).point]).toEqual([1])
  })

  it('has nothing to do without points, origins or streets', () => {
    const town = drawnTown([road('A', [[0, 0], [100, 0]])])
    expect([...walkReach(town.streets, joined(town), joined(town, [0, 0]), 500).starts]).toEqual([0, 0])
    expect([...walkReach(town.streets, joined(town, [0, 0]), joined(town), 500).starts]).toEqual([0])
    const none = drawnTown([])
    expect([...walkReach(none.streets, joined(none, [0, 0]), joined(none, [0, 0]), 500).starts]).toEqual([0, 0])
  })
})
