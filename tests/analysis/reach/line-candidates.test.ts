import fc from 'fast-check'
import type { Polygon } from 'geojson'
import { describe, expect, it } from 'vitest'
import { findCandidates, indexLine } from '@/analysis/reach/line-candidates'
import { flattenShapes } from '@/analysis/shape/flatten-shapes'
import { metresPerDegree } from '@/analysis/shape/metric'
import { distanceToShapeM } from '@/analysis/shape/shape-distance'

const LAT = 36.431
const { lonM, latM } = metresPerDegree(LAT)
const at = (x: number, y: number) => [119.197 + x / lonM, LAT + y / latM]
const box = (x: number, y: number, side: number): Polygon =>
  ({ type: 'Polygon', coordinates: [[at(x, y), at(x + side, y), at(x + side, y + side), at(x, y + side), at(x, y)]] })

/** Points near each shape, by index. */
function nearOf(places: readonly (readonly number[])[], shapes: readonly Polygon[], maxM: number, arrangedM = maxM): number[][] {
  const points = { lon: Float64Array.from(places, ([lon]) => lon!), lat: Float64Array.from(places, ([, lat]) => lat!) }
  const index = indexLine(points, flattenShapes(shapes), arrangedM)
  const { position, runEnds, blockStarts } = findCandidates(index, maxM)
  const near: number[][] = shapes.map(() => [])
  for (let a = 0; a < index.points.stripCount; a++) {
    const ofStrip = [...index.order.subarray(index.shapeStarts[a]!, index.shapeStarts[a + 1]!)]
    for (let run = blockStarts[a]!, k = 0; run < blockStarts[a + 1]!; run++, k++) {
      for (const p of position.subarray(runEnds[run]!, runEnds[run + 1]!)) near[ofStrip[k % ofStrip.length]!]!.push(index.points.point[p]!)
    }
  }
  return near.map((list) => list.sort((a, b) => a - b))
}

describe('findCandidates', () => {
  it('keeps to the circle around each shape', () => {
    // Squares of 20 m, radius of the circle 14.1 m. 0: 90 m east of the first; 1: beyond 100 m; 2: in the corner of the
    // window, 92 m east and north, 130 m; 3: beside the second.
    const places = [at(110, 10), at(135, 10), at(112, 112), at(1010, 1000)]
    expect(nearOf(places, [box(0, 0, 20), box(990, 990, 20)], 100)).toEqual([[0], [3]])
  })

  it('looks further for a large shape beside small ones', () => {
    const places = [at(0, 2400), at(0, -2400), at(2400, 0), at(50, 50)]
    expect(nearOf(places, [box(-2300, -2300, 4600), box(0, 0, 20)], 100)[0]).toEqual([0, 1, 2, 3])
  })

  it('finds many points around few shapes', () => {
    const places = Array.from({ length: 3000 }, (_, i) => at((i * 37) % 101, (i * 53) % 97))
    expect(nearOf(places, [box(0, 0, 20), box(50, 50, 20)], 200).map(({ length }) => length)).toEqual([3000, 3000])
  })

  it('leaves out nothing that is in reach, whatever the arrangement', () => {
    const coordinate = fc.integer({ min: -4000, max: 4000 })
    const places = fc.array(fc.tuple(coordinate, coordinate).map(([x, y]) => at(x, y)), { minLength: 1, maxLength: 40 })
    const shapes = fc.array(fc.tuple(coordinate, coordinate, fc.integer({ min: 1, max: 900 })).map(([x, y, side]) => box(x, y, side)), { minLength: 1, maxLength: 8 })
    fc.assert(fc.property(places, shapes, fc.nat(3000), fc.nat(3000), (positions, areas, maxM, arrangedM) => {
      const flat = flattenShapes(areas)
      const near = nearOf(positions, areas, maxM, arrangedM)
      areas.forEach((_, s) => {
        expect(new Set(near[s]).size).toBe(near[s]!.length)
        positions.forEach(([lon, lat], p) => {
          if (distanceToShapeM(lon!, lat!, flat, s) <= maxM) expect(near[s]).toContain(p)
        })
      })
    }), { numRuns: 80 })
  })

  it('bears shapes far beyond the points', () => {
    expect(nearOf([at(0, 0), at(500, 0)], [box(0, 90_000, 20), box(0, -90_000, 20), box(-90_000, 0, 20)], 1000)).toEqual([[], [], []])
    expect(nearOf([], [box(0, 0, 20)], 1000)).toEqual([[]])
  })
})
