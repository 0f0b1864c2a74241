import type { Position } from 'geojson'

/** Rings of a polygon as RFC 7946 wants them written: the outer one counter-clockwise, holes clockwise. Positions are kept. */
export function windRings(rings: readonly Position[][]): Position[][] {
  return rings.map((ring, i) => (doubleArea(ring) < 0 === (i === 0) ? [...ring].reverse() : ring))
}

/** True if a ring runs the other way round than `windRings` would leave it; one without area has no direction. */
export function isWoundWrongly(rings: readonly Position[][]): boolean {
  return rings.some((ring, i) => {
    const area = doubleArea(ring)
    return area !== 0 && area < 0 === (i === 0)
  })
}

/** Twice the signed area, in the square of their unit; above 0 if counter-clockwise. Taken from the first corner, so that nothing is lost to large numbers. */
export function doubleArea(ring: readonly Position[]): number {
  const [x0, y0] = [ring[0]?.[0] ?? 0, ring[0]?.[1] ?? 0]
  let sum = 0
  for (let i = 1; i < ring.length; i++) {
    const [a, b] = [ring[i - 1]!, ring[i]!]
    sum += (a[0]! - x0) * (b[1]! - y0) - (b[0]! - x0) * (a[1]! - y0)
  }
  return sum
}
