import { expect, it } from 'vitest'
import { findNeighbours } from '@/analysis/repair/find-neighbours'
import { rectangle } from '../../fixtures/small-geodata'

it('finds areas whose boxes meet, in order, and not itself', () => {
  const box = (eastM: number) => ({ type: 'Polygon' as const, coordinates: [rectangle(eastM, 0, 10, 10)] })
  const neighboursOf = findNeighbours([box(0), box(50), box(5), box(-8)])
  expect(neighboursOf(0)).toEqual([2, 3])
  expect(neighboursOf(1)).toEqual([])
  expect(findNeighbours([])(0)).toEqual([])
})
