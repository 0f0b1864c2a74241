import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NO_PLACE, orderPlaces } from '@/analysis/street/order-places'

const order = (...positions: (readonly [number, number])[]) =>
  orderPlaces(Float64Array.from(positions, ([lon]) => lon), Float64Array.from(positions, ([, lat]) => lat))

describe('orderPlaces', () => {
  it('makes one place of exactly equal coordinates', () => {
    const { lon, lat, placeOf } = order([119.2, 36.4], [119.3, 36.5], [119.2, 36.4], [119.2, 36.400_000_1])
    expect(placeOf[2]).toBe(placeOf[0])
    expect(new Set(placeOf).size).toBe(3)
    expect([lon[placeOf[0]!], lat[placeOf[0]!]]).toEqual([119.2, 36.4])
  })

  it('gives no place to what is no number', () => {
    expect([...order([NaN, 36.4], [119.2, Infinity], [119.2, 36.4]).placeOf]).toEqual([NO_PLACE, NO_PLACE, 0])
  })

  it('numbers the same places in the same way, whatever their order', () => {
    const position = fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 }))
    fc.assert(fc.property(fc.array(position, { minLength: 1 }), (positions) => {
      const [forward, backward] = [order(...positions), order(...positions.toReversed())]
      expect([...backward.lon]).toEqual([...forward.lon])
      expect([...backward.lat]).toEqual([...forward.lat])
      expect([...backward.placeOf].reverse()).toEqual([...forward.placeOf])
    }))
  })
})
