import { expect, it } from 'vitest'
import { placeFlatLabels, textWidth } from '@/map/flat-labels'

const size = { width: 1000, height: 600 }
const label = (id: string, x: number, y: number, order: number) => ({ id, places: [[x, y]] as const, lines: ['国槐里', '64%'], order })
const placed = (labels: ReturnType<typeof label>[]) => placeFlatLabels(labels, 20, size).map(({ id }) => id)

it('takes Chinese characters as square and others as narrower', () => {
  expect(textWidth('国槐里', 20)).toBe(60)
  expect(textWidth('64%', 20)).toBeCloseTo(36, 9)
})

it('leaves out the later of two that would lie over each other', () => {
  // Each is 60 px wide and 48 px high.
  expect(placed([label('a', 500, 300, 2), label('b', 559, 347, 1)])).toEqual(['b'])
  expect(placed([label('a', 500, 300, 2), label('b', 560, 300, 1)])).toEqual(['a', 'b'])
  expect(placed([label('a', 500, 300, 2), label('b', 500, 348, 1)])).toEqual(['a', 'b'])
})

it('takes the second place where the first is taken', () => {
  const labels = [{ ...label('a', 500, 300, 1), places: [[500, 300], [500, 400]] as const }, { ...label('b', 510, 300, 2), places: [[510, 300], [510, 360]] as const }]
  expect(placeFlatLabels(labels, 20, size).map(({ id, at }) => [id, at])).toEqual([['a', [500, 300]], ['b', [510, 360]]])
})

it('leaves out what would leave the screen', () => {
  expect(placed([label('a', 29, 300, 0), label('b', 30, 100, 0), label('c', 500, 47, 0), label('d', 500, 601, 0)])).toEqual(['b'])
})
