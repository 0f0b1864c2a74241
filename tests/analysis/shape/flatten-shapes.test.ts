import type { MultiPolygon, Polygon } from 'geojson'
import { describe, expect, it } from 'vitest'
import { flattenShapes } from '@/analysis/shape/flatten-shapes'

describe('flattenShapes', () => {
  it('puts rings of all shapes one after the other', () => {
    const square: Polygon = { type: 'Polygon', coordinates: [[[0, 0], [4, 0], [4, 4], [0, 0]], [[1, 1], [2, 1], [2, 2], [1, 1]]] }
    const parts: MultiPolygon = { type: 'MultiPolygon', coordinates: [[[[5, 5], [6, 5], [6, 6], [5, 5]]], [[[7, 7], [8, 7], [8, 8], [7, 7]]]] }
    const flat = flattenShapes([square, { type: 'Point', coordinates: [9, 8] }, parts])
    expect(flat.count).toBe(3)
    expect([...flat.shapeStarts]).toEqual([0, 2, 3, 5])
    expect([...flat.ringStarts]).toEqual([0, 4, 8, 9, 13, 17])
    expect([...flat.lon]).toEqual([0, 4, 4, 0, 1, 2, 2, 1, 9, 5, 6, 6, 5, 7, 8, 8, 7])
    expect(flat.lat[8]).toBe(8)
  })

  it('closes a ring that is open', () => {
    const flat = flattenShapes([{ type: 'Polygon', coordinates: [[[0, 1], [4, 0], [4, 4]]] }])
    expect([...flat.lon]).toEqual([0, 4, 4, 0])
    expect([...flat.lat]).toEqual([1, 0, 4, 1])
  })

  it('keeps a shape without positions as a shape without rings', () => {
    const flat = flattenShapes([{ type: 'Polygon', coordinates: [] }, { type: 'Polygon', coordinates: [[]] }, { type: 'Point', coordinates: [1, 2] }])
    expect([...flat.shapeStarts]).toEqual([0, 0, 0, 1])
    expect([...flat.ringStarts]).toEqual([0, 1])
  })
})
