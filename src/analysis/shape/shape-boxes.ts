import type { FlatShapes } from '@/analysis/shape/flat-shapes'

/**
 * Bounding boxes, degrees, four numbers per shape: west, south, east, north. All NaN for a shape without positions
 * or with a broken one. One array, so that a box is one line of the cache.
 */
export type ShapeBoxes = Float64Array

export function measureBoxes({ count, lon, lat, ringStarts, shapeStarts }: FlatShapes): ShapeBoxes {
  const boxes = new Float64Array(4 * count)
  for (let s = 0; s < count; s++) {
    let west = Infinity
    let south = Infinity
    let east = -Infinity
    let north = -Infinity
    let sum = 0
    const end = ringStarts[shapeStarts[s + 1]!]!
    for (let i = ringStarts[shapeStarts[s]!]!; i < end; i++) {
      const x = lon[i]!
      const y = lat[i]!
      sum += x + y
      if (x < west) west = x
      if (x > east) east = x
      if (y < south) south = y
      if (y > north) north = y
    }
    const isBroken = west > east || !Number.isFinite(sum)
    boxes[4 * s] = isBroken ? NaN : west
    boxes[4 * s + 1] = isBroken ? NaN : south
    boxes[4 * s + 2] = isBroken ? NaN : east
    boxes[4 * s + 3] = isBroken ? NaN : north
  }
  return boxes
}
