import { describe, expect, it } from 'vitest'
import {
  areaOf, centroidOf, crossing, gapBetween, isInside, isSimple, liesWithin, rectangle, strip, toFrame, toPlane, type Point,
} from '@/cli/synthesize/plane'

const square: Point[] = [[0, 0], [10, 0], [10, 10], [0, 10]]
/** An L: the north-east quarter is missing. */
const angle: Point[] = [[0, 0], [10, 0], [10, 5], [5, 5], [5, 10], [0, 10]]
const shifted = (ring: Point[], dx: number, dy: number): Point[] => ring.map(([x, y]) => [x + dx, y + dy])

describe('area and middle', () => {
  it('counts a counter-clockwise ring as positive', () => {
    expect(areaOf(square)).toBe(100)
    expect(areaOf([...square].reverse())).toBe(-100)
    expect(areaOf(angle)).toBe(75)
  })

  it('finds the centroid by area, not by corners', () => {
    // 50 m² around (5, 2.5) and 25 m² around (2.5, 7.5).
    const [x, y] = centroidOf(angle)
    expect(x).toBeCloseTo((50 * 5 + 25 * 2.5) / 75, 9)
    expect(y).toBeCloseTo((50 * 2.5 + 25 * 7.5) / 75, 9)
  })
})

describe('inside and outside', () => {
  it('knows the missing corner of an L', () => {
    expect(isInside([2, 8], angle)).toBe(true)
    expect(isInside([8, 8], angle)).toBe(false)
  })

  it('refuses a ring whose corners are inside but whose edge leaves the container', () => {
    const across: Point[] = [[1, 9], [9, 1], [9.5, 1.5], [1.5, 9.5]]
    expect(across.every((corner) => isInside(corner, angle))).toBe(true)
    expect(liesWithin(across, angle)).toBe(false)
    expect(liesWithin(rectangle({ origin: [1, 1], angle: 0 }, 0, 0, 3, 3), angle)).toBe(true)
  })
})

describe('gaps', () => {
  it('measures side to side, corner to corner, and inside as 0', () => {
    expect(gapBetween(square, shifted(square, 13, 2))).toBe(3)
    expect(gapBetween(square, shifted(square, 13, 14))).toBe(5)
    expect(gapBetween(square, [[4, 4], [5, 4], [5, 5]])).toBe(0)
    expect(gapBetween(square, shifted(square, 5, 5))).toBe(0)
  })
})

describe('lines', () => {
  it('crosses two segments where they meet', () => {
    expect(crossing([0, 0], [10, 0], [4, -2], [4, 6])).toEqual({ s: 0.4, t: 0.25, point: [4, 0] })
    expect(crossing([0, 0], [10, 0], [4, 1], [4, 6])).toBeNull()
    expect(crossing([0, 0], [10, 0], [0, 1], [10, 1])).toBeNull()
  })

  it('tells a bow-tie from a square', () => {
    expect(isSimple(square)).toBe(true)
    expect(isSimple([[0, 0], [10, 10], [10, 0], [0, 10]])).toBe(false)
  })

  it('lays a strip along a line', () => {
    const ring = strip([0, 0], [30, 40], 6)
    expect(areaOf(ring)).toBeCloseTo(300, 2)
    expect(isInside([15, 20], ring)).toBe(true)
  })
})

it('turns there and back', () => {
  const frame = { origin: [3, -7] as Point, angle: 0.3 }
  const [x, y] = toFrame(frame, toPlane(frame, [12, 5]))
  expect(x).toBeCloseTo(12, 3)
  expect(y).toBeCloseTo(5, 3)
})
