import { describe, expect, it } from 'vitest'
import { isSameShape } from '@/analysis/repair/is-same-shape'
import { at, rectangle } from '../../fixtures/small-geodata'

const box = (...size: [number, number, number, number]) => ({ type: 'Polygon' as const, coordinates: [rectangle(...size)] })
const compound = box(0, 0, 100, 80)

describe('isSameShape', () => {
  it('does not mind way, first corner, order of parts, heights, or 1 cm', () => {
    const turned = { type: 'Polygon' as const, coordinates: [[at(100, 80), at(100, 0), at(0, 0), at(0, 80), at(100, 80)]] }
    expect(isSameShape(compound, turned)).toBe(true)
    const parts = [compound.coordinates, box(200, 0, 10, 10).coordinates]
    expect(isSameShape({ type: 'MultiPolygon', coordinates: parts }, { type: 'MultiPolygon', coordinates: [...parts].reverse() })).toBe(true)
    expect(isSameShape(compound, { type: 'MultiPolygon', coordinates: [compound.coordinates] })).toBe(true)
    expect(isSameShape({ type: 'Point', coordinates: [119.1, 36.4, 25] }, { type: 'Point', coordinates: [119.1000001, 36.4] })).toBe(true)
  })

  it('sees a corner moved by half a metre, a corner more, a part more, another kind', () => {
    expect(isSameShape(compound, box(0, 0, 100, 80.5))).toBe(false)
    expect(isSameShape(compound, { type: 'Polygon', coordinates: [[at(0, 0), at(50, 0), at(100, 0), at(100, 80), at(0, 80), at(0, 0)]] })).toBe(false)
    expect(isSameShape(compound, { type: 'MultiPolygon', coordinates: [compound.coordinates, box(200, 0, 10, 10).coordinates] })).toBe(false)
    expect(isSameShape({ type: 'LineString', coordinates: [at(0, 0), at(1, 0)] }, { type: 'LineString', coordinates: [at(1, 0), at(0, 0)] })).toBe(false)
    expect(isSameShape({ type: 'Point', coordinates: at(0, 0) }, compound)).toBe(false)
  })

  it('matches every ring once', () => {
    const twice = { type: 'MultiPolygon' as const, coordinates: [compound.coordinates, compound.coordinates] }
    expect(isSameShape(twice, { type: 'MultiPolygon', coordinates: [compound.coordinates, box(200, 0, 10, 10).coordinates] })).toBe(false)
  })
})
