import { area } from '@turf/turf'
import fc from 'fast-check'
import type { Position } from 'geojson'
import { describe, expect, it } from 'vitest'
import { repairArea } from '@/analysis/repair/repair-area'
import { findSelfIntersections } from '@/analysis/shape/find-self-intersections'
import type { AreaGeometry } from '@/domain/import'
import { at, rectangle } from '../../fixtures/small-geodata'

const polygon = (...coordinates: Position[][]): AreaGeometry => ({ type: 'Polygon', coordinates })
const kindsOf = (geometry: AreaGeometry) => repairArea(geometry).repairs.map(({ kind }) => kind)
const crosses = (geometry: AreaGeometry) => findSelfIntersections([{ id: '', geometry }], '').length > 0

describe('repairArea', () => {
  it('gives back an area without faults as it is', () => {
    const right = polygon(rectangle(0, 0, 100, 80), [...rectangle(10, 10, 20, 20)].reverse())
    expect(repairArea(right)).toEqual({ geometry: right, repairs: [], problem: null })
    expect(repairArea(right).geometry).toBe(right)
  })

  it('closes a ring without a question', () => {
    const { geometry, repairs } = repairArea(polygon(rectangle(0, 0, 100, 80).slice(0, -1)))
    expect(geometry).toEqual(polygon(rectangle(0, 0, 100, 80)))
    expect(repairs).toEqual([{ kind: 'ring-closed', areaChangeM2: null, shiftM: 0, isHarmless: true }])
  })

  it('winds outer rings counter-clockwise and holes clockwise', () => {
    const { geometry, repairs } = repairArea(polygon([...rectangle(0, 0, 100, 80)].reverse(), rectangle(10, 10, 20, 20)))
    expect(geometry).toEqual(polygon(rectangle(0, 0, 100, 80), [...rectangle(10, 10, 20, 20)].reverse()))
    expect(repairs).toEqual([{ kind: 'winding', areaChangeM2: 0, shiftM: 0, isHarmless: true }])
  })

  it('leaves out vertices that repeat the one before', () => {
    const [a, b, c, d, e] = [at(0, 0), at(100, 0), at(100, 80), at(0, 80), at(0, 0)]
    const { geometry, repairs } = repairArea(polygon([a, a, b, b, b, c, d, e]))
    expect(geometry).toEqual(polygon([a, b, c, d, e]))
    expect(repairs).toEqual([{ kind: 'duplicate-vertices', areaChangeM2: 0, shiftM: 0, isHarmless: true }])
  })

  it('makes two triangles of a bow tie, and asks', () => {
    //  d ─ b     two triangles of 40 m × 100 m / 2 that meet at (50, 40): 2,000 m² each
    //   ╲ ╱      above and below; lines that cross make the sum 0 before
    //   ╱ ╲
    //  a ─ c     a (0, 0), c (100, 0), d (0, 80), b (100, 80)
    const { geometry, repairs, problem } = repairArea(polygon([at(0, 0), at(100, 0), at(0, 80), at(100, 80), at(0, 0)]))
    expect(problem).toBeNull()
    expect(geometry).toMatchObject({ type: 'MultiPolygon' })
    expect(geometry!.coordinates).toHaveLength(2)
    expect(area(geometry!)).toBeCloseTo(4000, -1)
    expect(repairs).toMatchObject([{ kind: 'self-intersection', isHarmless: false }])
    expect(repairs[0]!.areaChangeM2).toBeCloseTo(4000, -1)
    expect(repairs[0]!.shiftM).toBeCloseTo(0, 1)
  })

  it('cuts off a small loop at a corner: almost nothing changes', () => {
    // The last corner was set 0.3 m too far left, so the closing line crosses the first.
    const { geometry, repairs } = repairArea(polygon([at(0, 0), at(100, 0), at(100, 80), at(0.3, 80), at(-0.3, -0.3), at(0.3, -0.3), at(0, 0)]))
    expect(crosses(geometry!)).toBe(false)
    expect(area(geometry!)).toBeCloseTo(8000, -2)
    expect(Math.abs(repairs.reduce((sum, { areaChangeM2 }) => sum + areaChangeM2!, 0))).toBeLessThan(1)
  })

  it('leaves out parts and holes under 1 m² or 0.1 m wide, and tells their area', () => {
    // Parts: 8,000 m²; 0.5 m × 0.5 m; 100 m × 0.08 m. Hole of 0.25 m² in the first.
    const parts = [[rectangle(0, 0, 100, 80), [...rectangle(10, 10, 0.5, 0.5)].reverse()], [rectangle(200, 0, 0.5, 0.5)], [rectangle(200, 50, 100, 0.08)]]
    const { geometry, repairs } = repairArea({ type: 'MultiPolygon', coordinates: parts })
    expect(geometry).toEqual(polygon(rectangle(0, 0, 100, 80)))
    expect(repairs).toMatchObject([{ kind: 'sliver', isHarmless: false }])
    // −0.25 − 8 + 0.25 for the hole that becomes ground; corners stand on a grid of 1 cm.
    expect(Math.abs(repairs[0]!.areaChangeM2! + 8)).toBeLessThan(1)
  })

  it('takes a spike away: out and back along one line', () => {
    const { geometry, repairs } = repairArea(polygon([at(0, 0), at(100, 0), at(100, 80), at(50, 80), at(50, 120), at(50, 80), at(0, 80), at(0, 0)]))
    expect(area(geometry!)).toBeCloseTo(8000, -1)
    expect(repairs).toMatchObject([{ kind: 'sliver', isHarmless: false }])
    expect(repairs[0]!.shiftM).toBeCloseTo(40, 0)
  })

  it('says of what has no area where it is', () => {
    expect(repairArea(polygon([at(0, 0), at(100, 0), at(0, 0)]))).toMatchObject({ geometry: null, problem: { reason: 'no-area', lon: 119.19, lat: 36.43 } })
    expect(repairArea(polygon([at(0, 0), at(50, 0), at(100, 0), at(0, 0)]))).toMatchObject({ geometry: null, problem: { reason: 'no-area' } })
    expect(repairArea(polygon())).toMatchObject({ geometry: null, problem: { reason: 'no-area' } })
  })

  it('refuses an area that its holes take away', () => {
    const ring = rectangle(0, 0, 100, 80)
    expect(repairArea(polygon(ring, [...ring].reverse()))).toMatchObject({ geometry: null, problem: { reason: 'no-area' } })
    expect(repairArea(polygon(ring, [...ring].reverse(), [...ring].reverse()))).toMatchObject({ geometry: null, problem: { reason: 'no-area' } })
  })

  it('tells several repairs of one shape, each once', () => {
    expect(kindsOf(polygon([at(0, 0), at(0, 80), at(0, 80), at(100, 80), at(100, 0)]))).toEqual(['ring-closed', 'duplicate-vertices', 'winding'])
  })

  const corner = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 })).map(([x, y]) => at(x * 8, y * 8) as Position)
  const ring = fc.array(corner, { minLength: 0, maxLength: 9 })
  const scribble: fc.Arbitrary<AreaGeometry> = fc.oneof(
    ring.map((one) => polygon(one)),
    fc.tuple(ring, ring).map(([outer, hole]) => polygon(outer, hole)),
    fc.array(ring, { minLength: 1, maxLength: 3 }).map((rings): AreaGeometry => ({ type: 'MultiPolygon', coordinates: rings.map((one) => [one]) })),
  )

  it('leaves nothing that crosses itself, tells the area as it is, and finds nothing more to repair', () => {
    fc.assert(fc.property(scribble, (given) => {
      const { geometry, repairs, problem } = repairArea(given)
      expect(geometry === null).toBe(problem !== null)
      if (geometry === null) return
      expect(crosses(geometry)).toBe(false)
      const closed = given.type === 'Polygon' ? given : { ...given, type: 'MultiPolygon' as const }
      if (repairs.every(({ areaChangeM2 }) => areaChangeM2 !== null)) {
        const told = repairs.reduce((sum, { areaChangeM2 }) => sum + areaChangeM2!, 0)
        expect(area(geometry) - area(closed)).toBeCloseTo(told, 3)
      }
      expect(repairArea(geometry)).toEqual({ geometry, repairs: [], problem: null })
    }), { seed: 20240509, numRuns: 400 })
  })

  it('repairs an outline of 4,000 corners with one crossing in good time, and refuses what is larger', () => {
    const round = (count: number): Position[] => Array.from({ length: count }, (_, i) => at(500 * Math.cos((i * 2 * Math.PI) / count), 500 * Math.sin((i * 2 * Math.PI) / count)))
    const crossed = (count: number) => {
      const corners = round(count)
      corners[5] = [corners[5]![0]! - 0.001, corners[5]![1]! + 0.001]
      corners[6] = [corners[6]![0]! + 0.001, corners[6]![1]! - 0.001]
      corners[7] = [corners[7]![0]! - 0.001, corners[7]![1]! - 0.002]
      return polygon([...corners, corners[0]!])
    }
    const start = performance.now()
    expect(repairArea(crossed(4_000)).problem).toBeNull()
    expect(performance.now() - start).toBeLessThan(12_000)
    expect(repairArea(crossed(6_000)).problem).toMatchObject({ reason: 'crosses-itself' })
  })
})
