import { expect, it } from 'vitest'
import { fitFlatProjection } from '@/map/flat-projection'

const size = { width: 1000, height: 600 }
const none = { top: 0, right: 0, bottom: 0, left: 0 }

it('fits the positions into the uncovered part, in its middle, north up', () => {
  // A square on the equator, 0.1° a side: 400 px of free height, 600 px of free width.
  const { point } = fitFlatProjection([[-0.05, -0.05], [0.05, 0.05]], size, { top: 50, right: 100, bottom: 150, left: 300 })
  const [left, top] = point([-0.05, 0.05])
  const [right, bottom] = point([0.05, -0.05])
  expect([left, top, right, bottom].map(Math.round)).toEqual([400, 50, 800, 450])
})

it('knows its scale on the ground', () => {
  // 0.1° of longitude at 60° north are 5,565.97 m (a = 6,378,137 m); they are 1,000 px wide.
  const { pxPerM } = fitFlatProjection([[10, 60], [10.1, 60]], size, none)
  expect(pxPerM).toBeCloseTo(1000 / 5565.97, 4)
})

it('does not come closer than a community needs', () => {
  const { pxPerM, point } = fitFlatProjection([[119.2, 36.43]], size, none)
  expect(pxPerM).toBeCloseTo(1.2, 9)
  expect(point([119.2, 36.43])).toEqual([expect.closeTo(500, 6), expect.closeTo(300, 6)])
})

it('writes lines and areas as paths', () => {
  const { path } = fitFlatProjection([[-0.05, -0.05], [0.05, 0.05]], { width: 100, height: 100 }, none)
  expect(path({ type: 'LineString', coordinates: [[-0.05, 0.05], [0, 0]] })).toBe('M0.0 0.0L50.0 50.0')
  const ring = [[-0.05, 0.05], [0.05, 0.05], [0, 0], [-0.05, 0.05]]
  expect(path({ type: 'Polygon', coordinates: [ring] })).toBe('M0.0 0.0L100.0 0.0L50.0 50.0Z')
  expect(path({ type: 'MultiPolygon', coordinates: [[ring], [ring]] })).toBe('M0.0 0.0L100.0 0.0L50.0 50.0Z'.repeat(2))
  expect(path({ type: 'Point', coordinates: [0, 0] })).toBe('')
})
