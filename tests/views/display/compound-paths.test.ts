import { describe, expect, it } from 'vitest'
import type { Polygon } from 'geojson'
import { compoundPaths } from '@/views/display/compound-paths'

/** A rectangle on the equator, where a degree is as long either way. */
const box = (west: number, south: number, east: number, north: number): Polygon => (
  { type: 'Polygon', coordinates: [[[west, south], [east, south], [east, north], [west, north], [west, south]]] }
)

describe('compoundPaths', () => {
  it('fills the box but a margin of 6, north up', () => {
    // 0.002° × 0.001° into 112 × 212: as wide as 100, and so 50 high, in the middle.
    const { ground } = compoundPaths(box(0, -0.0005, 0.002, 0.0005), [], 112, 212)
    expect(ground).toBe('M6.0 131.0L106.0 131.0L106.0 81.0L6.0 81.0L6.0 131.0Z')
  })

  it('places buildings inside the same picture', () => {
    const { buildings } = compoundPaths(box(0, -0.001, 0.002, 0.001), [{ id: 'B1', geometry: box(0, 0, 0.001, 0.001) }], 112, 112)
    expect(buildings).toEqual([{ id: 'B1', path: 'M6.0 56.0L56.0 56.0L56.0 6.0L6.0 6.0L6.0 56.0Z' }])
  })

  it('draws every part of a shape of many', () => {
    const parts = [box(0, 0, 0.001, 0.001), box(0.002, 0, 0.003, 0.001)].map(({ coordinates }) => coordinates)
    expect(compoundPaths({ type: 'MultiPolygon', coordinates: parts }, [], 100, 100).ground.match(/M/g)).toHaveLength(2)
  })
})
