import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { geodesicM } from '@/analysis/shape/metric'
import { walkReach } from '@/analysis/street/walk-reach'
import { at } from '../../fixtures/drawn'
import { drawnTown, joined, places, type road } from '../../fixtures/drawn-streets'
import { metresIn, streetPlan } from '../../fixtures/street-plan'

const few = fc.array(metresIn, { minLength: 1, maxLength: 6 })
type Metres = [number, number]

/**
 * Shortest ways by Floyd and Warshall over every vertex of every road, with the places joined by hand: no index, no
 * contracted streets, no queue. Where two streets are equally near, either may be taken: the least and the most.
 */
function oracle(roads: readonly ReturnType<typeof road>[], from: Metres, to: Metres): { leastM: number; mostM: number } {
  const keys = new Map<string, number>()
  const id = (position: number[]) => keys.get(position.join()) ?? (keys.set(position.join(), keys.size), keys.size - 1)
  const segments = roads.flatMap(({ geometry: { coordinates } }) => coordinates.slice(1).map((end, i) => [coordinates[i]!, end] as const))
    .filter(([a, b]) => a.join() !== b.join())
  const steps = segments.map(([a, b]) => ({ a: id(a), b: id(b), metres: geodesicM(a[0]!, a[1]!, b[0]!, b[1]!) }))
  const count = keys.size
  const d = Array.from({ length: count }, (_, i) => Array.from({ length: count }, (__, j) => (i === j ? 0 : Infinity)))
  for (const { a, b, metres } of steps) d[a]![b] = d[b]![a] = Math.min(d[a]![b]!, metres)
  for (let k = 0; k < count; k++) for (let i = 0; i < count; i++) for (let j = 0; j < count; j++) d[i]![j] = Math.min(d[i]![j]!, d[i]![k]! + d[k]![j]!)
  const feet = (place: Metres) => {
    const [lon, lat] = at(...place)
    const all = segments.map(([a, b], s) => {
      const [mx, my] = [geodesicM(lon! - 1e-3, lat!, lon!, lat!) * 1e3, geodesicM(lon!, lat! - 1e-3, lon!, lat!) * 1e3]
      const [ax, ay, dx, dy] = [(a[0]! - lon!) * mx, (a[1]! - lat!) * my, (b[0]! - a[0]!) * mx, (b[1]! - a[1]!) * my]
      const t = Math.min(1, Math.max(0, -(ax * dx + ay * dy) / (dx * dx + dy * dy)))
      return { s, t, metres: Math.hypot(ax + t * dx, ay + t * dy) }
    })
    return all.filter(({ metres }) => metres <= Math.min(...all.map((foot) => foot.metres)) + 1e-6 && metres <= 100)
  }
  const ways = feet(from).flatMap((p) => feet(to).map((q) => {
    const [one, other] = [steps[p.s]!, steps[q.s]!]
    const ends = (foot: typeof p, step: typeof one) => [[step.a, foot.t * step.metres], [step.b, (1 - foot.t) * step.metres]] as const
    const direct = p.s === q.s ? Math.abs(p.t - q.t) * one.metres : Infinity
    return p.metres + q.metres + Math.min(direct, ...ends(p, one).flatMap(([i, out]) => ends(q, other).map(([j, back]) => out + d[i]![j]! + back)))
  }))
  return { leastM: Math.min(Infinity, ...ways), mostM: ways.length > 0 ? Math.max(...ways) : Infinity }
}

const pairsOf = (roads: Parameters<typeof drawnTown>[0], from: Metres[], to: Metres[], maxM: number) => {
  const town = drawnTown(roads)
  const { starts, point, distanceM } = walkReach(town.streets, joined(town, ...to), joined(town, ...from), maxM)
  return new Map(from.flatMap((_, s) => [...point.subarray(starts[s], starts[s + 1])].map((p, k) => [`${s} ${p}`, distanceM[starts[s]! + k]!] as const)))
}

describe('walking', () => {
  it('agrees with Floyd and Warshall', () => {
    fc.assert(fc.property(streetPlan, metresIn, metresIn, (roads, from, to) => {
      const metres = pairsOf(roads, [from], [to], 100_000).get('0 0') ?? Infinity
      const { leastM, mostM } = oracle(roads, from, to)
      expect(metres).toBeGreaterThanOrEqual(leastM === Infinity ? leastM : leastM - 0.01)
      expect(metres).toBeLessThanOrEqual(mostM + 0.01)
    }), { numRuns: 300 })
  })

  it('never reaches fewer with a longer way', () => {
    fc.assert(fc.property(streetPlan, few, few, fc.nat(600), fc.nat(600), (roads, from, to, shorterM, moreM) => {
      const [near, far] = [pairsOf(roads, from, to, shorterM), pairsOf(roads, from, to, shorterM + moreM)]
      for (const [pair, metres] of near) expect(far.get(pair)).toBe(metres)
      for (const metres of far.values()) expect(metres).toBeLessThanOrEqual(shorterM + moreM)
    }))
  })

  it('reaches exactly what lies within the radius of an unbounded walk', () => {
    fc.assert(fc.property(streetPlan, few, few, fc.nat(900), (roads, from, to, maxM) => {
      const expected = [...pairsOf(roads, from, to, 100_000)].filter(([, metres]) => metres <= maxM)
      expect([...pairsOf(roads, from, to, maxM)]).toEqual(expected)
    }))
  })

  it('is as long back as there', () => {
    fc.assert(fc.property(streetPlan, metresIn, metresIn, (roads, a, b) => {
      const [there, back] = [pairsOf(roads, [a], [b], 5000).get('0 0'), pairsOf(roads, [b], [a], 5000).get('0 0')]
      expect(back ?? -1).toBeCloseTo(there ?? -1, 8)
    }))
  })

  it('is never shorter than the straight line', () => {
    fc.assert(fc.property(streetPlan, metresIn, metresIn, (roads, a, b) => {
      const { lon, lat } = places(a, b)
      for (const metres of pairsOf(roads, [a], [b], 5000).values()) {
        expect(metres).toBeGreaterThan(geodesicM(lon[0]!, lat[0]!, lon[1]!, lat[1]!) - 0.001)
      }
    }))
  })

  it('does not depend on the order of roads or the direction in which they were drawn', () => {
    fc.assert(fc.property(streetPlan, few, few, (roads, from, to) => {
      const turned = roads.toReversed().map((one) => ({ ...one, geometry: { ...one.geometry, coordinates: one.geometry.coordinates.toReversed() } }))
      expect(pairsOf(turned, from, to, 800)).toEqual(pairsOf(roads, from, to, 800))
    }))
  })
})
