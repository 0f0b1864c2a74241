import { describe, expect, it } from 'vitest'
import { flattenShapes } from '@/analysis/shape/flatten-shapes'
import { metresPerDegree } from '@/analysis/shape/metric'
import { Outline } from '@/analysis/shape/outline'

const LAT = 36.431
const { lonM, latM } = metresPerDegree(LAT)
const at = (x: number, y: number) => [119.197 + x / lonM, LAT + y / latM] as [number, number]
/** A triangle with a right angle at the origin, and a point. */
const SHAPES = flattenShapes([
  { type: 'Polygon', coordinates: [[at(0, 0), at(60, 0), at(0, 80), at(0, 0)]] }, { type: 'Point', coordinates: at(10, 10) },
])
const CENTRES = [at(30, 40), at(10, 10)]

function distanceM(outline: Outline, s: number, [lon, lat]: [number, number]): number {
  const [centreLon, centreLat] = CENTRES[s]!
  outline.place(s, centreLon, centreLat)
  return Math.sqrt(outline.distance2((lon - centreLon) * outline.metric.lonM, (lat - centreLat) * outline.metric.latM))
}

describe('Outline', () => {
  const outline = new Outline(SHAPES)

  it('measures to edges and corners, 0 inside', () => {
    expect(distanceM(outline, 0, at(10, 10))).toBe(0)
    expect(distanceM(outline, 0, at(30, -25))).toBeCloseTo(25, 4)
    expect(distanceM(outline, 0, at(-30, -40))).toBeCloseTo(50, 4)
    // On the normal of the long side (0.8, 0.6) through its middle.
    expect(distanceM(outline, 0, at(30 + 80, 40 + 60))).toBeCloseTo(100, 2)
  })

  it('turns to another shape and back', () => {
    expect(distanceM(outline, 1, at(10, 35))).toBeCloseTo(25, 4)
    expect(distanceM(outline, 0, at(30, -25))).toBeCloseTo(25, 4)
  })

  it('agrees with the metric of the pair itself', () => {
    for (const place of [at(300, 400), at(-700, 600), at(20, -900), at(61, 3)]) {
      expect(Math.abs(distanceM(outline, 0, place) - outline.exactM(...place))).toBeLessThan(1e-5)
    }
  })

  it('holds shapes of any number of corners', () => {
    const round = Array.from({ length: 400 }, (_, k) => at(100 * Math.cos((k * Math.PI) / 200), 100 * Math.sin((k * Math.PI) / 200)))
    const disc = new Outline(flattenShapes([{ type: 'Polygon', coordinates: [[...round, round[0]!]] }]))
    disc.place(0, ...at(0, 0))
    expect(Math.sqrt(disc.distance2(0, 250))).toBeCloseTo(150, 2)
    expect(disc.distance2(99, 0)).toBe(0)
  })
})
