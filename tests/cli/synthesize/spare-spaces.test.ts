import { describe, expect, it } from 'vitest'
import { areaOf, gapBetween, type Point, type Ring } from '@/cli/synthesize/plane'
import { SPARE_SPACE_KINDS, TENURES } from '@/domain/place'
import { sampleTown, shapesOf } from './sample-town'

const town = sampleTown()
const spares = town['spare-spaces'].features
const rings = shapesOf(spares).map((shape) => shape.rings[0]!)
const values = (field: string): unknown[] => spares.map(({ properties }) => properties![field])
const gaps = rings.flatMap((a, i) => rings.slice(0, i).map((b) => ({ a, b, gapM: gapBetween(a, b) })))
const between = (low: number, high: number) => gaps.filter(({ gapM }) => gapM >= low && gapM < high)

/** True if the only points of one on the other are one common corner, to 2 cm. */
function touchesAtCornerOnly(a: Ring, b: Ring): boolean {
  const shared = a.filter((p) => b.some((q) => Math.hypot(p[0] - q[0], p[1] - q[1]) < 0.02))
  return shared.length === 1 && cornersOn(a, b) === 1 && cornersOn(b, a) === 1
}

function cornersOn(a: Ring, b: Ring): number {
  const speck = ([x, y]: Point): Ring => [[x, y], [x + 0.001, y], [x, y + 0.001]]
  return a.filter((corner) => gapBetween(speck(corner), b) < 0.02).length
}

describe('spare space', () => {
  it('comes in 60 to 120 pieces of 30 to 1,800 m², some of them large enough alone', () => {
    const areas = rings.map((ring) => areaOf(ring))
    expect(rings.length).toBeGreaterThanOrEqual(60)
    expect(rings.length).toBeLessThanOrEqual(120)
    expect(Math.min(...areas)).toBeGreaterThanOrEqual(30)
    expect(Math.max(...areas)).toBeLessThanOrEqual(1800)
    expect(areas.filter((area) => area > 800).length).toBeGreaterThanOrEqual(4)
  })

  it('has all kinds and all tenures', () => {
    expect(new Set(values('kind'))).toEqual(new Set(SPARE_SPACE_KINDS))
    expect(new Set(values('tenure'))).toEqual(new Set(TENURES))
  })

  it('gives a storey to rooms only, with some facts missing', () => {
    for (const { properties } of spares) {
      if (properties!.kind !== 'room') expect([properties!.storey, properties!.floorAreaM2]).toEqual([null, null])
    }
    for (const field of ['registeredAreaM2', 'holder', 'landUseCode', 'plannedUseCode', 'availableYears']) {
      const missing = values(field).filter((value) => value === null).length
      expect(missing, field).toBeGreaterThan(0)
      expect(missing, field).toBeLessThan(spares.length / 2)
    }
  })

  it('is published to about two thirds', () => {
    const share = values('published').filter(Boolean).length / spares.length
    expect(share).toBeGreaterThan(0.58)
    expect(share).toBeLessThan(0.75)
  })

  it('is mostly made of fragments a few metres apart', () => {
    expect(between(1.95, 12.05).length).toBeGreaterThanOrEqual(30)
  })

  it('holds the awkward neighbours too', () => {
    const touching = between(0, 0.02)
    const corners = touching.filter(({ a, b }) => touchesAtCornerOnly(a, b))
    expect(corners.length, 'corner only').toBeGreaterThanOrEqual(2)
    expect(touching.length - corners.length, 'along an edge').toBeGreaterThanOrEqual(2)
    expect(between(0.03, 0.08).length, '5 cm').toBeGreaterThanOrEqual(2)
    expect(between(12.05, 20).length, 'across a street or the creek').toBeGreaterThanOrEqual(4)
  })

  it('bears names of its own', () => {
    expect(new Set(values('name')).size).toBe(spares.length)
  })
})
