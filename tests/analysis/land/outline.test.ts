import { describe, expect, it } from 'vitest'
import { flattenShapes } from '@/analysis/land/flatten-shapes'
import { metresPerDegree } from '@/analysis/land/metric'
import { Outline } from '@/analysis/land/outline'

const LAT = 36.431
const { lonM, latM } = metresPerDegree(LAT)
const at = (x: number, y: number) => [119.197 + x / lonM, LAT + y / latM]
/** A triangle with a right angle at the origin, and a point. */
const SHAPES = flattenShapes([
  { type: 'Polygon', coordinates: [[at(0, 0), at(60, 0), at(0, 80), at(0, 0)]] }, { type: 'Point', coordinates: at(10, 10) },
])

function outlineOf(s: number, maxM: number): Outline {
  const outline = new Outline(SHAPES, maxM)
  outline.place(s)
  return outline
}
const distanceM = (outline: Outline, [lon, lat]: number[]) =>
  Math.sqrt(outline.distance2((lon! - outline.centreLon) * outline.lonM, (lat! - outline.centreLat) * outline.latM))

describe('Outline', () => {
  it('measures to edges and corners, 0 inside', () => {
    const outline = outlineOf(0, 500)
    expect(distanceM(outline, at(10, 10))).toBe(0)
    expect(distanceM(outline, at(30, -25))).toBeCloseTo(25, 4)
    expect(distanceM(outline, at(-30, -40))).toBeCloseTo(50, 4)
    // On the normal of the long side (0.8, 0.6) through its middle.
    expect(distanceM(outline, at(30 + 80, 40 + 60))).toBeCloseTo(100, 2)
    expect(outline.exactM(...(at(30, -25) as [number, number]))).toBeCloseTo(25, 4)
  })

  it('turns to another shape', () => {
    const outline = outlineOf(0, 500)
    outline.place(1)
    expect(distanceM(outline, at(10, 35))).toBeCloseTo(25, 4)
    expect([outline.west, outline.east]).toEqual([at(10, 10)[0], at(10, 10)[0]])
  })

  it('knows how far to look', () => {
    const outline = outlineOf(0, 500)
    // Beside the shape the whole radius, 300 m north of it 400 m, 600 m north of it nothing.
    const wideM = (y: number) => outline.halfWidthDeg(at(0, y)[1]!, at(0, y + 1)[1]!) * lonM
    expect(wideM(40)).toBeGreaterThan(500)
    expect(wideM(40)).toBeLessThan(501)
    expect(wideM(380)).toBeGreaterThan(400)
    expect(wideM(380)).toBeLessThan(402)
    expect(wideM(680)).toBe(0)
    expect(outline.reachLatDeg * latM).toBeGreaterThan(500)
    expect(Math.sqrt(outline.far2)).toBeGreaterThan(550)
  })
})
