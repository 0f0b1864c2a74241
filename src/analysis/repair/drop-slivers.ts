import { area, length, polygon } from '@turf/turf'
import type { Position } from 'geojson'

/** Smaller than a step of a stair: nobody surveys that. */
const SLIVER_M2 = 1
const SLIVER_WIDTH_M = 0.1

/** Parts of an area without those that are slivers, and without holes that are; the same array if there are none. */
export function dropSlivers(parts: Position[][][]): Position[][][] {
  const kept = parts.filter(([outer]) => outer !== undefined && !isSliver(outer))
  const whole = kept.map((rings) => {
    const wide = rings.filter((ring, i) => i === 0 || !isSliver(ring))
    return wide.length === rings.length ? rings : wide
  })
  return whole.length === parts.length && whole.every((rings, i) => rings === parts[i]) ? parts : whole
}

/** Under 1 m², or under 0.1 m wide on average; a ring without an inside too. */
export function isSliver(ring: readonly Position[]): boolean {
  if (ring.length < 4) return true
  const shape = polygon([ring as Position[]])
  const areaM2 = area(shape)
  return areaM2 < SLIVER_M2 || (2 * areaM2) / length(shape, { units: 'meters' }) < SLIVER_WIDTH_M
}
