import type { FlatShapes } from '@/analysis/shape/flat-shapes'

/**
 * One shape in a local plane of metres. The arrays are kept and filled again, so that a million shapes need no
 * object each. Ring `r` is `x/y[ringStarts[r]] … x/y[ringStarts[r + 1] − 1]`, closed; a point is an edge without length.
 */
export interface PlaneShape {
  ringCount: number
  ringStarts: Uint32Array
  x: Float64Array
  y: Float64Array
  minX: number
  minY: number
  maxX: number
  maxY: number
}

/** Origin and metres per degree of a local plane. */
export interface LocalPlane {
  lon: number
  lat: number
  lonM: number
  latM: number
}

export function createPlaneShape(): PlaneShape {
  return {
    ringCount: 0, ringStarts: new Uint32Array(16), x: new Float64Array(64), y: new Float64Array(64),
    minX: 0, minY: 0, maxX: 0, maxY: 0,
  }
}

/** Fill `into` with shape `s`. */
export function loadPlaneShape(into: PlaneShape, shapes: FlatShapes, s: number, plane: LocalPlane): void {
  const { lon, lat, ringStarts, shapeStarts } = shapes
  const firstRing = shapeStarts[s]!
  const lastRing = shapeStarts[s + 1]!
  const ringCount = lastRing - firstRing
  if (into.ringStarts.length <= ringCount) into.ringStarts = new Uint32Array(2 * ringCount + 2)
  const room = ringStarts[lastRing]! - ringStarts[firstRing]! + ringCount
  if (into.x.length < room) {
    into.x = new Float64Array(2 * room)
    into.y = new Float64Array(2 * room)
  }
  let size = 0
  let minX = Infinity
  let minY = Infinity
  let maxX = -Infinity
  let maxY = -Infinity
  for (let r = firstRing; r < lastRing; r++) {
    into.ringStarts[r - firstRing] = size
    const end = ringStarts[r + 1]!
    for (let i = ringStarts[r]!; i < end; i++, size++) {
      const x = (lon[i]! - plane.lon) * plane.lonM
      const y = (lat[i]! - plane.lat) * plane.latM
      into.x[size] = x
      into.y[size] = y
      if (x < minX) minX = x
      if (x > maxX) maxX = x
      if (y < minY) minY = y
      if (y > maxY) maxY = y
    }
    if (end - ringStarts[r]! === 1) {
      into.x[size] = into.x[size - 1]!
      into.y[size] = into.y[size - 1]!
      size++
    }
  }
  into.ringCount = ringCount
  into.ringStarts[ringCount] = size
  into.minX = minX
  into.minY = minY
  into.maxX = maxX
  into.maxY = maxY
}

/** Even-odd rule over all rings; on the boundary either answer may come. */
export function isInPlaneShape(shape: PlaneShape, px: number, py: number): boolean {
  if (!(px >= shape.minX && px <= shape.maxX && py >= shape.minY && py <= shape.maxY)) return false
  const { x, y, ringStarts, ringCount } = shape
  let isInside = false
  for (let r = 0; r < ringCount; r++) {
    const end = ringStarts[r + 1]!
    for (let i = ringStarts[r]! + 1; i < end; i++) {
      const y0 = y[i - 1]!
      const y1 = y[i]!
      if (y0 > py === y1 > py) continue
      if (px < x[i - 1]! + ((py - y0) / (y1 - y0)) * (x[i]! - x[i - 1]!)) isInside = !isInside
    }
  }
  return isInside
}
