import { describe, expect, it } from 'vitest'
import { isInsideArea, mayOverlap } from '@/analysis/repair/relate-areas'
import type { AreaGeometry } from '@/domain/import'
import { at, rectangle } from '../../fixtures/small-geodata'

const box = (...size: [number, number, number, number]): AreaGeometry => ({ type: 'Polygon', coordinates: [rectangle(...size)] })

describe('mayOverlap', () => {
  it('compares the boxes', () => {
    expect(mayOverlap(box(0, 0, 10, 10), box(5, 5, 10, 10))).toBe(true)
    expect(mayOverlap(box(0, 0, 10, 10), box(10, 0, 10, 10))).toBe(false)
    expect(mayOverlap(box(0, 0, 10, 10), box(0, 11, 10, 10))).toBe(false)
  })
})

describe('isInsideArea', () => {
  const compound = box(0, 0, 100, 80)

  it('is certain of a building well inside', () => {
    expect(isInsideArea(box(10, 10, 50, 12), compound)).toBe(true)
  })

  it('is not of one that crosses, touches or lies outside', () => {
    expect(isInsideArea(box(-1, 10, 50, 12), compound)).toBe(false)
    expect(isInsideArea(box(0, 10, 50, 12), compound)).toBe(false)
    expect(isInsideArea(box(200, 10, 50, 12), compound)).toBe(false)
  })

  it('sees a notch between two corners and a hole under the building', () => {
    const notched: AreaGeometry = { type: 'Polygon', coordinates: [[at(0, 0), at(30, 0), at(35, 40), at(40, 0), at(100, 0), at(100, 80), at(0, 80), at(0, 0)]] }
    expect(isInsideArea(box(10, 10, 50, 12), notched)).toBe(false)
    const holed: AreaGeometry = { type: 'Polygon', coordinates: [rectangle(0, 0, 100, 80), [...rectangle(20, 12, 5, 5)].reverse()] }
    expect(isInsideArea(box(10, 10, 50, 12), holed)).toBe(false)
    expect(isInsideArea(box(10, 30, 50, 12), holed)).toBe(true)
  })

  it('leaves outlines of many corners to others', () => {
    const many: AreaGeometry = { type: 'Polygon', coordinates: [Array.from({ length: 2000 }, (_, i) => at(Math.cos(i / 1000 * Math.PI), Math.sin(i / 1000 * Math.PI)))] }
    expect(isInsideArea(many, many)).toBe(false)
  })
})
