import type { Lamp } from '@/domain/progress'
import { parseColour } from '@/map/colour'

/**
 * Small symbols drawn by arithmetic instead of a canvas: the same pixels on every machine, in tests too.
 */
export interface Bitmap {
  width: number
  height: number
  /** Red, green, blue, alpha per pixel, straight (not premultiplied). */
  data: Uint8ClampedArray
}

/** Signed distance from an outline in px of the picture, negative inside; x to the right, y down, from the middle. */
export type Shape = (x: number, y: number) => number

const circle = (radius: number): Shape => (x, y) => Math.hypot(x, y) - radius
const box = (halfWidth: number, halfHeight: number): Shape => (x, y) => (
  Math.max(Math.abs(x) - halfWidth, Math.abs(y) - halfHeight)
)
/** Equilateral, tip up, around its centre. */
const triangle = (radius: number): Shape => (x, y) => Math.max(y, Math.abs(x) * 0.866 - y * 0.5) - radius / 2
/** A triangle with its tip down. */
const tip: Shape = (x, y) => triangle(12)(x, -y)
const ring = (radius: number, halfWidth: number): Shape => (x, y) => Math.abs(Math.hypot(x, y) - radius) - halfWidth
const move = (shape: Shape, right: number, down: number): Shape => (x, y) => shape(x - right, y - down)
const join = (...parts: Shape[]): Shape => (x, y) => Math.min(...parts.map((part) => part(x, y)))
const grow = (shape: Shape, by: number): Shape => (x, y) => shape(x, y) - by

export const shapes = { circle, box, triangle, ring, move, join, grow }

/** Lamps differ by shape as well as by colour, for readers who do not see the difference of the colours. */
export type LampSymbol = Lamp | 'stopped'
const LAMPS: Record<LampSymbol, Shape> = {
  normal: circle(8),
  warning: move(triangle(11), 0, 2.5),
  late: box(7.5, 7.5),
  stopped: join(move(box(2.4, 7.5), -4.8, 0), move(box(2.4, 7.5), 4.8, 0)),
}

/**
 * A lamp of 12 × 12 px with a thin rim in the colour of the label's halo.
 *
 * @param scale - Size of the text beside it; the picture grows with it.
 */
export function drawLamp(symbol: LampSymbol, colour: string, rim: string, scale = 1): Bitmap {
  const shape: Shape = (x, y) => LAMPS[symbol](x / scale, y / scale) * scale
  return rasterize(2 * Math.round(12 * scale), [{ shape: grow(shape, 2), colour: rim }, { shape, colour }])
}

/** Nothing, for a label without a lamp. */
export const BLANK: Bitmap = { width: 1, height: 1, data: new Uint8ClampedArray(4) }

/** The dot of a landmark, 7 × 7 px. */
export function drawDot(colour: string, rim: string): Bitmap {
  return rasterize(14, [{ shape: circle(6), colour: rim }, { shape: circle(4), colour }])
}

/** Diagonal hatch that repeats without a seam, 8 × 8 px, on nothing. Lines rise to the right, or fall. */
export function drawHatch(colour: string, lean: 'rising' | 'falling' = 'rising'): Bitmap {
  const size = 16
  const line: Shape = (x, y) => {
    const along = (((lean === 'rising' ? x + y : x - y) % size) + size) % size
    return Math.min(along, size - along) * Math.SQRT1_2 - 1
  }
  return rasterize(size, [{ shape: line, colour }])
}

/** Dots in staggered rows that repeat without a seam, 8 × 8 px, on nothing. */
export function drawDots(colour: string): Bitmap {
  const dot = circle(1.7)
  return rasterize(16, [{ shape: join(move(dot, -4, -4), move(dot, 4, 4)), colour }])
}

/** Badge for a number, 24 px, whose tip points down at what it marks. */
export function drawBadge(colour: string, rim: string, scale = 1): Bitmap {
  const pin: Shape = (x, y) => join(move(circle(19), 0, -3), move(tip, 0, 12))(x / scale, y / scale) * scale
  return rasterize(2 * Math.round(25 * scale), [{ shape: pin, colour: rim }, { shape: grow(pin, -2.4), colour }])
}

/** A cross of two strokes, 9 × 9 px, with a thin rim. */
export function drawCross(colour: string, rim: string): Bitmap {
  const stroke = (lean: 1 | -1): Shape => (x, y) => Math.max(
    Math.abs(x + lean * y) * Math.SQRT1_2 - 1.5, Math.abs(x - lean * y) * Math.SQRT1_2 - 7,
  )
  const cross = join(stroke(1), stroke(-1))
  return rasterize(18, [{ shape: grow(cross, 1.4), colour: rim }, { shape: cross, colour }])
}

/** Paint shapes one over the other with soft edges. Two pixels of the picture are one px on the map. */
export function rasterize(size: number, layers: readonly { shape: Shape; colour: string }[]): Bitmap {
  const data = new Uint8ClampedArray(size * size * 4)
  const inks = layers.map(({ shape, colour }) => ({ shape, rgb: parseColour(colour) }))
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const at = (row * size + column) * 4
      let alpha = 0
      for (const { shape, rgb } of inks) {
        const covered = Math.min(Math.max(0.5 - shape(column + 0.5 - size / 2, row + 0.5 - size / 2), 0), 1)
        const next = covered + alpha * (1 - covered)
        if (next > 0) rgb.forEach((value, channel) => {
          data[at + channel] = (value * covered + data[at + channel]! * alpha * (1 - covered)) / next
        })
        alpha = next
      }
      data[at + 3] = alpha * 255
    }
  }
  return { width: size, height: size, data }
}
