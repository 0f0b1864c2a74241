import type { Polygon } from 'geojson'
import { describe, expect, it } from 'vitest'
import { flattenShapes } from '@/analysis/shape/flatten-shapes'
import { metresPerDegree } from '@/analysis/shape/metric'
import { measureSun, winterNoonAltitudeDeg } from '@/analysis/siting/measure-sun'

const LON = 119.197
const LAT = 36.431
const { lonM, latM } = metresPerDegree(LAT)
/** Corners in metres east and north of a place in the town. */
const polygon = (...corners: [number, number][]): Polygon =>
  ({ type: 'Polygon', coordinates: [[...corners, corners[0]!].map(([x, y]) => [LON + x / lonM, LAT + y / latM])] })
const box = (x: number, y: number, width: number, height: number) => polygon([x, y], [x + width, y], [x + width, y + height], [x, y + height])
const sunOf = (ground: Polygon, ...obstacles: [Polygon, number][]) =>
  measureSun(flattenShapes([ground]), obstacles.map(([geometry, heightM]) => ({ geometry, heightM })))[0]

/** Ground of 20 m × 20 m. Places lie at 2, 6, 10, 14 and 18 m of both sides. */
const GROUND = box(0, 0, 20, 20)
/** Length of a shadow per metre of height: 1 ÷ tan 30.129° = 1.7230. */
const FAR: [Polygon, number] = [box(0, 500, 10, 10), 30]

describe('winterNoonAltitudeDeg', () => {
  it('is 30.1° in the town, 26.6° in Beijing and nothing north of the polar circle', () => {
    expect(winterNoonAltitudeDeg(36.431)).toBeCloseTo(30.129, 9)
    expect(winterNoonAltitudeDeg(39.96)).toBeCloseTo(26.6, 9)
    expect(winterNoonAltitudeDeg(70)).toBeLessThan(0)
  })
})

describe('measureSun', () => {
  it('is full where nothing stands to the south', () => {
    // North, east and west of the ground, however tall.
    expect(sunOf(GROUND, [box(0, 21, 20, 10), 60], [box(21, -20, 9, 60), 60], [box(-30, -20, 29, 60), 60])).toBe(1)
  })

  it('is shaded as far north as the shadow of a wall reaches', () => {
    //   ····· 18
    //   ····· 14
    //   ····· 10     wall 6 m high, its north face 2 m south of the ground: shadow 10.34 m,
    //   ##### 6      so up to 8.34 m: two of five rows
    //   ##### 2
    //  ▀▀▀▀▀▀▀ −2
    expect(sunOf(GROUND, [box(-5, -4, 30, 2), 6])).toBeCloseTo(3 / 5, 12)
    // 4 m: 6.89 m long, 4.89 m of the ground, one row. 1 m: 1.72 m, which does not reach it.
    expect(sunOf(GROUND, [box(-5, -4, 30, 2), 4])).toBeCloseTo(4 / 5, 12)
    expect(sunOf(GROUND, [box(-5, -4, 30, 2), 1])).toBe(1)
  })

  it('is shaded only where something stands due south', () => {
    // A tower in front of the columns at 2 and 6 m.
    expect(sunOf(GROUND, [box(0, -20, 8, 10), 60])).toBeCloseTo(3 / 5, 12)
  })

  it('counts ground under a building as shaded, and what it shades', () => {
    // Covers rows 2 and 6 (y < 8), of all columns; 3 m high, 5.17 m of shadow: up to 13.17 m, row 10.
    expect(sunOf(GROUND, [box(-1, -1, 22, 9), 3])).toBeCloseTo(2 / 5, 12)
    // In the middle of the ground: columns 6 … 14, row 10 under it, row 14 shaded, row 18 not.
    expect(sunOf(GROUND, [box(5, 9, 10, 2), 4])).toBeCloseTo(1 - 6 / 25, 12)
  })

  it('counts no shade twice', () => {
    const wall: [Polygon, number] = [box(-5, -4, 30, 2), 6]
    expect(sunOf(GROUND, wall, wall, [box(-5, -9, 30, 4), 6])).toBeCloseTo(3 / 5, 12)
  })

  it('leaves out the building that a room is in, and no other', () => {
    const house: [Polygon, number] = [box(-10, -10, 60, 40), 18]
    expect(sunOf(GROUND, house)).toBe(1)
    expect(sunOf(GROUND, [GROUND, 18])).toBe(1)
    // 9 m: 15.5 m from the face at −12 m, one row.
    expect(sunOf(GROUND, house, [box(-5, -14, 30, 2), 9])).toBeCloseTo(4 / 5, 12)
  })

  it('lets the sun into a court', () => {
    //  ┌───────┐   A ring of 4 m around a court of 60 m; the ground lies in its north.
    //  │ ┌···┐ │
    const court = box(-24, -44, 68, 68)
    court.coordinates.push(box(-20, -40, 60, 60.5).coordinates[0]!)
    expect(sunOf(GROUND, [court, 12])).toBe(1)
    // 30 m: 51.7 m from the face at −40 m, so up to 11.7 m: three rows.
    expect(sunOf(GROUND, [court, 30])).toBeCloseTo(2 / 5, 12)
  })

  it('finds places in narrow ground that a grid would miss', () => {
    // A strip 1 m wide at 45°.
    const strip = polygon([0, 0], [0.7, -0.7], [40.7, 39.3], [40, 40])
    expect(sunOf(strip, FAR)).toBe(1)
    expect(sunOf(strip, [box(-10, -30, 100, 10), 200])).toBe(0)
  })

  it('weighs broad parts of the ground more', () => {
    //  ┌─┐         Rows at 2, 6, 10, 14, 18 m: three of 20 m, two of 4 m on the left; a tower stands south of the right 16 m:
    //  │ └─────┐   of 5 places on each broad row it leaves the one at 2 m.
    //  └───────┘   Lit: 3 × 20 × 1/5 + 2 × 4 = 20 of 68.
    const step = polygon([0, 0], [20, 0], [20, 12], [4, 12], [4, 20], [0, 20])
    expect(sunOf(step, [box(4, -20, 16, 5), 90])).toBeCloseTo(20 / 68, 9)
  })

  it('is unknown without a layer of buildings, and for a shape without positions', () => {
    expect(sunOf(GROUND)).toBeNaN()
    expect(sunOf({ type: 'Polygon', coordinates: [] }, FAR)).toBeNaN()
  })

  it('does not take a building of unknown height for a tower', () => {
    expect(sunOf(GROUND, [box(-5, -4, 30, 2), NaN])).toBe(1)
    // Nor does it hide the others.
    expect(sunOf(GROUND, [box(-5, -4, 30, 2), 6], [box(200, -4, 30, 2), NaN])).toBeCloseTo(3 / 5, 12)
  })

  it('takes a point for a place', () => {
    const point = flattenShapes([{ type: 'Point', coordinates: [LON, LAT] }])
    expect([...measureSun(point, [{ geometry: box(-5, -4, 30, 2), heightM: 6 }])]).toEqual([0])
    expect([...measureSun(point, [{ geometry: box(-5, 4, 30, 2), heightM: 6 }])]).toEqual([1])
  })
})
