import { expect, it } from 'vitest'
import { isSameGeometry, isSameList } from '@/map/is-same-geometry'
import { square } from './test-palette'

it('compares positions, not objects', () => {
  expect(isSameGeometry(square(119, 36), square(119, 36))).toBe(true)
  expect(isSameGeometry(square(119, 36), square(119, 36.0000001))).toBe(false)
})

it('tells apart types, and shapes of which one begins like the other', () => {
  const { coordinates } = square(119, 36)
  expect(isSameGeometry({ type: 'Polygon', coordinates }, { type: 'MultiPolygon', coordinates: [coordinates] })).toBe(false)
  expect(isSameGeometry({ type: 'MultiPolygon', coordinates: [coordinates] }, { type: 'MultiPolygon', coordinates: [coordinates, coordinates] })).toBe(false)
})

it('compares lists in order', () => {
  const equal = (a: number, b: number) => a === b
  expect([isSameList([1, 2], [1, 2], equal), isSameList([1, 2], [2, 1], equal), isSameList([1], [1, 2], equal)]).toEqual([true, false, false])
})
