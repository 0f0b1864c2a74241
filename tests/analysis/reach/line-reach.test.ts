import fc from 'fast-check'
import type { MultiPolygon, Point, Polygon, Position } from 'geojson'
import { describe, expect, it } from 'vitest'
import { indexLine } from '@/analysis/reach/line-candidates'
import { lineReach } from '@/analysis/reach/line-reach'
import type { Reach } from '@/analysis/reach/reach'
import { flattenShapes } from '@/analysis/shape/flatten-shapes'
import { geodesicM, metresPerDegree } from '@/analysis/shape/metric'
import { distanceToShapeM } from '@/analysis/shape/shape-distance'

const LON = 119.197
const LAT = 36.431
const { lonM, latM } = metresPerDegree(LAT)
/** Metres east and north of a place in the town. */
const at = (x: number, y: number): Position => [LON + x / lonM, LAT + y / latM]
const ring = (...corners: [number, number][]) => [...corners, corners[0]!].map(([x, y]) => at(x, y))
const box = (x: number, y: number, width: number, height: number) => ring([x, y], [x + width, y], [x + width, y + height], [x, y + height])
const polygon = (...rings: Position[][]): Polygon => ({ type: 'Polygon', coordinates: rings })
const pointsOf = (positions: readonly Position[]) =>
  ({ lon: Float64Array.from(positions, ([lon]) => lon!), lat: Float64Array.from(positions, ([, lat]) => lat!) })
const rowsOf = ({ starts, point, distanceM }: Reach) =>
  [...starts.slice(1)].map((end, s) => [...point.subarray(starts[s]!, end)].map((p, k): [number, number] => [p, distanceM[starts[s]! + k]!]))
const reachOf = (positions: readonly Position[], shapes: readonly (Point | Polygon | MultiPolygon)[], maxM: number) =>
  rowsOf(lineReach(pointsOf(positions), flattenShapes(shapes), maxM))

/** Length of the WGS84 geodesic, m: the inverse problem by Vincenty (1975), right to a tenth of a millimetre. */
function vincentyM([lon1, lat1]: Position, [lon2, lat2]: Position): number {
  const [a, f, radians] = [6_378_137, 1 / 298.257223563, Math.PI / 180]
  const b = a * (1 - f)
  const [u1, u2] = [lat1!, lat2!].map((lat) => Math.atan((1 - f) * Math.tan(lat * radians))) as [number, number]
  const east = (lon2! - lon1!) * radians
  let lambda = east
  for (let turn = 0; turn < 100; turn++) {
    const sinSigma = Math.hypot(Math.cos(u2) * Math.sin(lambda), Math.cos(u1) * Math.sin(u2) - Math.sin(u1) * Math.cos(u2) * Math.cos(lambda))
    if (sinSigma === 0) return 0
    const cosSigma = Math.sin(u1) * Math.sin(u2) + Math.cos(u1) * Math.cos(u2) * Math.cos(lambda)
    const sigma = Math.atan2(sinSigma, cosSigma)
    const sinAlpha = (Math.cos(u1) * Math.cos(u2) * Math.sin(lambda)) / sinSigma
    const cos2Alpha = 1 - sinAlpha ** 2
    const cosM = cos2Alpha === 0 ? 0 : cosSigma - (2 * Math.sin(u1) * Math.sin(u2)) / cos2Alpha
    const c = (f / 16) * cos2Alpha * (4 + f * (4 - 3 * cos2Alpha))
    const next = east + (1 - c) * f * sinAlpha * (sigma + c * sinSigma * (cosM + c * cosSigma * (2 * cosM ** 2 - 1)))
    const isDone = Math.abs(next - lambda) < 1e-13
    lambda = next
    if (!isDone) continue
    const k2 = (cos2Alpha * (a * a - b * b)) / (b * b)
    const big = 1 + (k2 / 16384) * (4096 + k2 * (-768 + k2 * (320 - 175 * k2)))
    const small = (k2 / 1024) * (256 + k2 * (-128 + k2 * (74 - 47 * k2)))
    const turnOf = (cosM / 6) * (4 * sinSigma ** 2 - 3) * (4 * cosM ** 2 - 3) * small
    const delta = small * sinSigma * (cosM + (small / 4) * (cosSigma * (2 * cosM ** 2 - 1) - turnOf))
    return b * big * (sigma - delta)
  }
  return NaN
}

/** Nearest of many places along the boundary, by Vincenty. */
function sampledM(from: Position, rings: readonly Position[][]): number {
  let nearest = Infinity
  for (const corners of rings) {
    for (let i = 1; i < corners.length; i++) {
      const [[x0, y0], [x1, y1]] = [corners[i - 1] as [number, number], corners[i] as [number, number]]
      for (let k = 0; k <= 400; k++) nearest = Math.min(nearest, vincentyM(from, [x0 + (k / 400) * (x1 - x0), y0 + (k / 400) * (y1 - y0)]))
    }
  }
  return nearest
}

describe('lineReach', () => {
  it('measures from the boundary, 0 inside', () => {
    //   5          Space of 40 m × 20 m. 0: inside. 1: 30 m east. 2: 10 m south. 3: 30 m east and 40 m north of a
    //  ┌──┐ 3      corner, 50 m. 4: 100 m west. 5: 100.1 m north.
    // 4│ 0│1
    //  └──┘
    //   2
    const found = reachOf([at(20, 10), at(70, 10), at(5, -10), at(70, 60), at(-100, 15), at(20, 120.1)], [polygon(box(0, 0, 40, 20))], 100.01)
    expect(found[0]!.map(([p]) => p)).toEqual([0, 1, 2, 3, 4])
    found[0]!.forEach(([, metres], k) => expect(metres).toBeCloseTo([0, 30, 10, 50, 100][k]!, 3))
  })

  it('measures to the nearest part, and to the edge of a hole from within it', () => {
    // Two squares of 10 m, 80 m apart; the first lies around a court of 4 m.
    const parts: MultiPolygon = { type: 'MultiPolygon', coordinates: [[box(0, 0, 10, 10), box(3, 3, 4, 4)], [box(90, 0, 10, 10)]] }
    const [row] = reachOf([at(5, 5), at(50.5, 5), at(95, 5), at(1, 1)], [parts], 50)
    row!.forEach(([, metres], k) => expect(metres).toBeCloseTo([2, 39.5, 0, 0][k]!, 4))
  })

  it('reaches what is exactly as far as the limit', () => {
    const space = polygon(box(0, 0, 40, 20))
    const home = at(300, 400)
    const exactM = geodesicM(home[0]!, home[1]!, ...(at(40, 20) as [number, number]))
    expect(reachOf([home], [space], exactM)).toEqual([[[0, exactM]]])
    expect(reachOf([home], [space], exactM - 1e-9)).toEqual([[]])
    expect(reachOf([at(0, 0)], [{ type: 'Point', coordinates: at(0, 0) }], 0)).toEqual([[[0, 0]]])
  })

  it('takes a point for a shape without size', () => {
    const [row] = reachOf([at(30, 40), at(300, 400)], [{ type: 'Point', coordinates: at(0, 0) }], 100)
    expect(row!.map(([p]) => p)).toEqual([0])
    expect(row![0]![1]).toBeCloseTo(50, 3)
  })

  it('lists the points of a shape in their order, also many', () => {
    const homes = Array.from({ length: 300 }, (_, i) => at((i * 37) % 101, (i * 53) % 97))
    const [row] = reachOf(homes, [polygon(box(0, 0, 4, 4))], 200)
    expect(row!.map(([p]) => p)).toEqual(homes.map((_, i) => i))
    const shapes = flattenShapes([polygon(box(0, 0, 4, 4))])
    row!.forEach(([p, metres]) => expect(metres).toBeCloseTo(distanceToShapeM(homes[p]![0]!, homes[p]![1]!, shapes, 0), 8))
  })

  it('finds nothing without points, shapes, positions or a sensible limit', () => {
    const space = polygon(box(0, 0, 40, 20))
    expect(reachOf([], [space], 500)).toEqual([[]])
    expect(reachOf([at(0, 0)], [], 500)).toEqual([])
    expect(reachOf([at(0, 0)], [space, polygon()], -1)).toEqual([[], []])
    expect(reachOf([at(0, 0)], [space], NaN)).toEqual([[]])
    expect(reachOf([at(0, 0), [NaN, 36]], [polygon(), space], 500)).toEqual([[], [[0, 0]]])
  })

  it('reaches everything without limit', () => {
    const far = [at(0, 0), at(9000, 12_000), [100, 20]]
    const [row] = reachOf(far, [{ type: 'Point', coordinates: at(0, 0) }], Infinity)
    expect(row!.map(([p]) => p)).toEqual([0, 1, 2])
    expect(row![1]![1]).toBeCloseTo(geodesicM(...(at(0, 0) as [number, number]), ...(at(9000, 12_000) as [number, number])), 6)
  })
})

describe('lineReach against independent figures', () => {
  const directions = [0, 17, 45, 80, 90, 133, 180, 200, 270, 315]
  it.each([36.431, 0.001, 60, -33.9])('is the geodesic of Vincenty to a tenth of a millimetre at 1 km, latitude %d', (lat) => {
    const metric = metresPerDegree(lat)
    const here: Position = [LON, lat]
    const homes = directions.map((degrees): Position => {
      const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)]
      return [LON + (1000 * sin) / metric.lonM, lat + (1000 * cos) / metric.latM]
    })
    const [row] = reachOf(homes, [{ type: 'Point', coordinates: here }], 1100)
    expect(row).toHaveLength(homes.length)
    for (const [p, metres] of row!) expect(Math.abs(metres - vincentyM(here, homes[p]!))).toBeLessThan(1e-4)
  })

  it('is the way to the nearest of many places on the boundary, by Vincenty', () => {
    const outer = ring([0, 0], [90, 15], [70, 80], [30, 40], [-20, 60])
    const hole = ring([30, 15], [50, 18], [45, 30])
    const homes = [at(40, 20), at(35, 60), at(-300, 200), at(500, -640), at(20, 900), at(95, 12), at(-19, 58)]
    const [row] = reachOf(homes, [polygon(outer, hole)], 1000)
    // 5 lies in the open just outside, 6 just inside.
    expect(row!.map(([p]) => p)).toEqual([0, 1, 2, 3, 4, 5, 6])
    for (const [p, metres] of row!) expect(Math.abs(metres - (p === 6 ? 0 : sampledM(homes[p]!, [outer, hole])))).toBeLessThan(1e-3)
  })
})

const coordinate = fc.integer({ min: -1500, max: 1500 })
const homes = fc.array(fc.tuple(coordinate, coordinate).map(([x, y]) => at(x, y)), { minLength: 1, maxLength: 60 })
const spaces = fc.array(fc.tuple(coordinate, coordinate, fc.integer({ min: 0, max: 90 }), fc.integer({ min: 1, max: 400 }), fc.integer({ min: 0, max: 40 }))
  .map(([x, y, width, height, skew]): Point | Polygon => (width === 0
    ? { type: 'Point', coordinates: at(x, y) }
    : polygon(ring([x, y], [x + width, y - skew], [x + width + skew, y + height], [x - skew, y + height / 2])))), { minLength: 1, maxLength: 12 })
const law = <T>(name: string, property: fc.IProperty<T>) => it(name, () => fc.assert(property, { numRuns: 80 }))

describe('laws of the reach', () => {
  law('is that of every pair measured alone', fc.property(homes, spaces, fc.integer({ min: 0, max: 1200 }), (positions, shapes, maxM) => {
    const flat = flattenShapes(shapes)
    const found = reachOf(positions, shapes, maxM)
    shapes.forEach((_, s) => {
      const expected = positions.map(([lon, lat], p): [number, number] => [p, distanceToShapeM(lon!, lat!, flat, s)]).filter(([, metres]) => metres <= maxM)
      expect(found[s]!.map(([p]) => p)).toEqual(expected.map(([p]) => p))
      found[s]!.forEach(([, metres], k) => expect(Math.abs(metres - expected[k]![1])).toBeLessThan(1e-5))
    })
  }))

  law('never falls when the limit grows', fc.property(homes, spaces, fc.nat(900), fc.nat(300), (positions, shapes, maxM, more) => {
    const wider = reachOf(positions, shapes, maxM + more)
    reachOf(positions, shapes, maxM).forEach((row, s) => expect(wider[s]).toEqual(expect.arrayContaining(row.map(([p]) => [p, expect.any(Number)]))))
  }))

  law('does not depend on the other shapes and points, nor on the arrangement', fc.property(homes, spaces, fc.nat(900), (positions, shapes, maxM) => {
    const found = reachOf(positions, shapes, maxM)
    expect(shapes.map((shape) => reachOf(positions, [shape], maxM)[0])).toEqual(found)
    const points = pointsOf(positions)
    const flat = flattenShapes(shapes)
    expect(rowsOf(lineReach(points, flat, maxM, indexLine(points, flat, 77)))).toEqual(found)
  }))
})
