import { expect, it } from 'vitest'
import { labelPoint, stepOfBearing } from '@/map/label-point'
import { square } from './test-palette'

const LON = 119.2
const LAT = 36.43

it('lies on the edge that is up on the screen', () => {
  const shape = square(LON, LAT, 0.001)
  const at = (bearingDeg: number) => labelPoint(shape, bearingDeg).coordinates.map((value) => Number(value.toFixed(6)))
  expect(at(0)).toEqual([LON, 36.431])
  expect(at(90)).toEqual([119.201, LAT])
  expect(at(180)).toEqual([LON, 36.429])
  expect(at(-90)).toEqual([119.199, LAT])
})

it('takes the uppermost part of several', () => {
  const parts = { type: 'MultiPolygon' as const, coordinates: [square(LON, LAT).coordinates, square(LON, LAT + 0.01).coordinates] }
  expect(labelPoint(parts, 0).coordinates[1]).toBeCloseTo(LAT + 0.0105, 6)
})

it('tells bearings apart in steps', () => {
  expect([-18, -14, 0, 7, 8, 359].map(stepOfBearing)).toEqual([-15, -15, 0, 0, 15, 360])
})
