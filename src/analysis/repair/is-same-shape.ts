import type { Geometry, Position } from 'geojson'
import { windRings } from '@/analysis/shape/wind-rings'

/** 2 cm: coordinates are kept to 1 cm, and rounding may go either way. */
const TOLERANCE_DEG = 2e-7

/**
 * True if two geometries are the same place to within 2 cm: whatever way rings run and with which corner they begin, in
 * whatever order the parts stand, and whether a single part is called a multipolygon. Heights are no part of it.
 */
export function isSameShape(a: Geometry, b: Geometry): boolean {
  const [linesA, linesB] = [linesOf(a), linesOf(b)]
  if (linesA === null || linesB === null || linesA.kind !== linesB.kind || linesA.lines.length !== linesB.lines.length) return false
  const open = [...linesB.lines]
  return linesA.lines.every((line) => {
    const at = open.findIndex((other) => (linesA.kind === 'area' ? isSameRing(line, other) : isSameLine(line, other)))
    if (at >= 0) open.splice(at, 1)
    return at >= 0
  })
}

/** Rings of areas wound alike and without the closing position; other geometries position by position. */
function linesOf(geometry: Geometry): { kind: string; lines: Position[][] } | null {
  switch (geometry.type) {
    case 'Polygon': return { kind: 'area', lines: ringsOf([geometry.coordinates]) }
    case 'MultiPolygon': return { kind: 'area', lines: ringsOf(geometry.coordinates) }
    case 'Point': return { kind: 'point', lines: [[geometry.coordinates]] }
    case 'LineString': return { kind: 'line', lines: [geometry.coordinates] }
    default: return null
  }
}

function ringsOf(parts: readonly Position[][][]): Position[][] {
  return parts.flatMap((rings) => windRings(rings).map((ring) => ring.slice(0, -1)))
}

function isNear(a: Position, b: Position): boolean {
  return Math.abs(a[0]! - b[0]!) <= TOLERANCE_DEG && Math.abs(a[1]! - b[1]!) <= TOLERANCE_DEG
}

function isSameLine(a: readonly Position[], b: readonly Position[]): boolean {
  return a.length === b.length && a.every((position, i) => isNear(position, b[i]!))
}

function isSameRing(a: readonly Position[], b: readonly Position[]): boolean {
  if (a.length !== b.length) return false
  if (a.length === 0) return true
  // Corners as near as this are few, so this stays linear.
  return b.some((start, k) => isNear(a[0]!, start) && a.every((corner, i) => isNear(corner, b[(i + k) % b.length]!)))
}
