import { expect, it } from 'vitest'
import { middleLine } from '@/map/water-line'

it('runs half way between the banks of a river', () => {
  // 10 long, 1 wide, with a bend up in the middle.
  const river = {
    type: 'Polygon' as const,
    coordinates: [[[0, 0], [5, 2], [10, 0], [10, 1], [5, 3], [0, 1], [0, 0]]],
  }
  const line = middleLine(river)!.coordinates

  const middle = line[Math.floor(line.length / 2)]!
  expect(middle[0]).toBeCloseTo(5, 0)
  expect(middle[1]).toBeCloseTo(2.5, 0)
  expect(Math.abs(line[0]![0]! - line.at(-1)![0]!)).toBeGreaterThan(9)
})

it('takes the part with most corners of a river in parts', () => {
  const part = [[[20, 0], [21, 0], [21, 0.1], [20, 0]]]
  const main = [[[0, 0], [5, 0], [10, 0], [10, 1], [5, 1], [0, 1], [0, 0]]]
  const line = middleLine({ type: 'MultiPolygon', coordinates: [part, main] })!
  expect(Math.max(...line.coordinates.map(([x]) => x!))).toBeLessThanOrEqual(10)
})

it('has no line for a triangle or nothing', () => {
  expect(middleLine({ type: 'Polygon', coordinates: [[[0, 0], [1, 0], [0, 1], [0, 0]]] })).toBeNull()
  expect(middleLine({ type: 'Polygon', coordinates: [] })).toBeNull()
})

it('has no line for a ring without extent', () => {
  expect(middleLine({ type: 'Polygon', coordinates: [[[1, 1], [1, 1], [1, 1], [1, 1], [1, 1]]] })).toBeNull()
})
