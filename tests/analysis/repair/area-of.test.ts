import { expect, it } from 'vitest'
import { areaOf, partsOf } from '@/analysis/repair/area-of'
import { rectangle } from '../../fixtures/small-geodata'

it('makes an area of parts and parts of an area', () => {
  const [one, two] = [[rectangle(0, 0, 10, 10)], [rectangle(20, 0, 10, 10)]]
  expect(areaOf([one])).toEqual({ type: 'Polygon', coordinates: one })
  expect(areaOf([one, two])).toEqual({ type: 'MultiPolygon', coordinates: [one, two] })
  expect(partsOf(areaOf([one]))).toEqual([one])
  expect(partsOf(areaOf([one, two]))).toEqual([one, two])
})
