import type { Hazard } from '@/domain/place'
import { type Bitmap, rasterize, type Shape, shapes } from '@/map/draw-symbol'
import type { MapPalette } from '@/map/palette'

const { circle, box, triangle, move, join, grow } = shapes

/** A stroke between two points. */
const stroke = (x1: number, y1: number, x2: number, y2: number, halfWidth: number): Shape => (x, y) => {
  const [dx, dy] = [x2 - x1, y2 - y1]
  const along = Math.min(Math.max(((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy), 0), 1)
  return Math.hypot(x - x1 - along * dx, y - y1 - along * dy) - halfWidth
}

const bolt = join(stroke(2, -7, -2.5, 0, 1.2), stroke(-2.5, 0, 2.5, 0.5, 1.2), stroke(2.5, 0.5, -2, 7, 1.2))
const drop = join(move(circle(4), 0, 2), move(triangle(5), 0, -3.2))

/** Pictures in a warning triangle, plain enough to be told apart at 20 px. */
const PICTURES: Record<Hazard['kind'], Shape> = {
  // a pump
  fuelStation: join(move(box(3.4, 5.6), -1.5, 0.5), stroke(3, -2, 5, 0, 0.9), stroke(5, 0, 5, 5, 0.9)),
  substation: bolt,
  // a mast
  powerLine: join(stroke(0, -7, 0, 6, 1), stroke(-4.5, -3, 4.5, -3, 1), stroke(-3, 1, 3, 1, 1)),
  // a flame
  gasRegulator: drop,
  // a bin
  wasteStation: join(move(box(3.6, 4), 0, 2), move(box(5, 1), 0, -4)),
  // an exclamation mark
  dangerousGoods: join(move(box(1.5, 4.4), 0, -1.6), move(circle(1.7), 0, 5.4)),
  // three heads
  crowdedMarket: join(move(circle(2.3), 0, -3), move(circle(2.3), -4, 3), move(circle(2.3), 4, 3)),
}

/** Sign of a hazard: a picture in a warning triangle, 23 × 23 px. */
export function drawHazard(kind: Hazard['kind'], { hazard, hazardInk, halo }: MapPalette): Bitmap {
  const sign = move(triangle(19), 0, 4)
  return rasterize(46, [
    { shape: grow(sign, 3), colour: halo },
    { shape: grow(sign, 1.6), colour: hazardInk },
    { shape: sign, colour: hazard },
    { shape: move(PICTURES[kind], 0, 4.5), colour: hazardInk },
  ])
}
