import { area } from '@turf/turf'
import type { Position } from 'geojson'
import { describe, expect, it } from 'vitest'
import { areaOf } from '@/analysis/repair/area-of'
import { unkinkArea, UNKINK_LIMIT } from '@/analysis/repair/unkink-area'
import { at, rectangle } from '../../fixtures/small-geodata'

const total = (parts: Position[][][]) => area(areaOf(parts))

describe('unkinkArea', () => {
  it('keeps ground that a loop runs over twice', () => {
    //  20 ┌────┐ 60       60 m × 40 m below, 40 m × 20 m above; the square 20–40 × 20–40 is run around twice.
    const twice = [at(0, 0), at(60, 0), at(60, 60), at(20, 60), at(20, 20), at(40, 20), at(40, 40), at(0, 40), at(0, 0)]
    expect(total(unkinkArea([[twice]])!)).toBeCloseTo(2400 + 800, -1)
  })

  it('unites parts that lie on each other', () => {
    expect(total(unkinkArea([[rectangle(0, 0, 100, 80)], [rectangle(50, 0, 100, 80)]])!)).toBeCloseTo(12_000, -2)
  })

  it('refuses more corners than can be cut apart in good time', () => {
    const many = Array.from({ length: UNKINK_LIMIT }, (_, i) => at(i, i % 2)) as Position[]
    expect(unkinkArea([[[...many, many[0]!]]])).toBeNull()
  })
})
