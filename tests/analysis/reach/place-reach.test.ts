import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indexLine } from '@/analysis/reach/line-candidates'
import { lineReach } from '@/analysis/reach/line-reach'
import { placeReach } from '@/analysis/reach/place-reach'
import { flattenShapes } from '@/analysis/shape/flatten-shapes'
import { geodesicM, metresPerDegree } from '@/analysis/shape/metric'

type Place = readonly [number, number]
const at = (x: number, y: number, lat = 36.431): Place => {
  const { lonM, latM } = metresPerDegree(lat)
  return [119.197 + x / lonM, lat + y / latM]
}
const columnsOf = (places: readonly Place[]) => ({ lon: Float64Array.from(places, ([lon]) => lon), lat: Float64Array.from(places, ([, lat]) => lat) })
const reachOf = (points: readonly Place[], places: readonly Place[], maxM: number) => {
  const { starts, point, distanceM } = placeReach(columnsOf(points), columnsOf(places), maxM)
  return places.map((_, s) => [...point.subarray(starts[s]!, starts[s + 1]!)].map((p, k) => [p, distanceM[starts[s]! + k]!]))
}

describe('placeReach', () => {
  it('tells who is within reach of each place, in the order of the points', () => {
    // 3 at the second place; 1 is 50 m from the first and 450 m from the second; 0 is 50 m the other way; 2 is far off.
    const found = reachOf([at(-50, 0), at(30, 40), at(0, 900), at(480, 40)], [at(0, 0), at(480, 40)], 460)
    expect(found.map((row) => row.map(([p]) => p))).toEqual([[0, 1], [1, 3]])
    found.flat().forEach(([, metres], k) => expect(metres).toBeCloseTo([50, 50, 450, 0][k]!, 2))
  })

  it('reaches what is exactly as far as the limit', () => {
    const [home, place] = [at(300, 400), at(0, 0)]
    const exactM = geodesicM(...home, ...place)
    expect(reachOf([home], [place], exactM)).toEqual([[[0, exactM]]])
    expect(reachOf([home], [place], exactM - 1e-9)).toEqual([[]])
    expect(reachOf([place], [place], 0)).toEqual([[[0, 0]]])
  })

  it('bears many points around one place, and a few spread over the earth', () => {
    const homes = Array.from({ length: 3000 }, (_, i) => at((i * 37) % 101, (i * 53) % 97))
    expect(reachOf(homes, [at(0, 0), at(50, 50)], 200).map((row) => row.map(([p]) => p))).toEqual([homes.map((_, i) => i), homes.map((_, i) => i)])
    expect(reachOf([[-179, -80], [179, 80], [0, 0]], [[0, 0.001], [90, 89.99]], 500).map((row) => row.map(([p]) => p))).toEqual([[2], []])
  })

  it('leaves out what has no position, and bears nothing at all', () => {
    expect(reachOf([[NaN, 36], at(0, 0), [119, Infinity]], [[NaN, 36], at(3, 4), [119, NaN]], 500).map((row) => row.map(([p]) => p))).toEqual([[], [1], []])
    expect(reachOf([], [at(0, 0)], 500)).toEqual([[]])
    expect(reachOf([at(0, 0)], [], 500)).toEqual([])
  })

  it('refuses a limit for which the series is too coarse', () => {
    expect(() => reachOf([at(0, 0)], [at(0, 0)], 2001)).toThrow('2001 m')
  })

  it('is to the last bit what shapes without size are given by way of their boundaries', () => {
    const latitudes = fc.constantFrom(0.001, 36.431, -33.9, 60, 80)
    const coordinates = fc.array(fc.tuple(fc.integer({ min: -3000, max: 3000 }), fc.integer({ min: -3000, max: 3000 })), { minLength: 1, maxLength: 120 })
    fc.assert(fc.property(latitudes, coordinates, coordinates, fc.nat(2000), (lat, from, to, maxM) => {
      const points = columnsOf(from.map(([x, y]) => at(x, y, lat)))
      const places = to.map(([x, y]) => at(x, y, lat))
      const shapes = flattenShapes(places.map((place) => ({ type: 'Point', coordinates: [...place] })))
      expect(placeReach(points, columnsOf(places), maxM)).toEqual(lineReach(points, shapes, maxM, indexLine(points, shapes, maxM)))
    }), { numRuns: 150 })
  })
})
