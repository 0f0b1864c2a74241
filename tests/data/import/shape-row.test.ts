import { describe, expect, it } from 'vitest'
import { addRepairs, shapeRow } from '@/data/import/shape-row'
import { NO_DECISIONS, type Repair } from '@/domain/import'
import { at, rectangle } from '../../fixtures/small-geodata'
import { layerOf, rowOf } from '../../fixtures/work-rows'

const area = (...rings: [number, number][][]) => ({ type: 'Polygon' as const, coordinates: rings })
const CLOCKWISE = area([...rectangle(0, 0, 100, 80)].reverse())

describe('shapeRow', () => {
  it('takes the shape of the folder where it is the same', () => {
    const known = area(rectangle(0, 0, 100, 80))
    const row = rowOf(layerOf(), 'communities', { geometry: CLOCKWISE })
    shapeRow(row, 'communities', known, null, NO_DECISIONS)
    expect(row.geometry).toBe(known)
    expect([row.repairs, row.verdict]).toEqual([[], 'accepted'])
  })

  it('finds no fault with the winding of a shapefile', () => {
    const [shapefile, geojson] = [rowOf(layerOf('features', {}, 'shapefile'), 'communities', { geometry: CLOCKWISE }), rowOf(layerOf(), 'communities', { geometry: CLOCKWISE })]
    for (const row of [shapefile, geojson]) shapeRow(row, 'communities', null, null, NO_DECISIONS)
    expect([shapefile.verdict, geojson.verdict]).toEqual(['accepted', 'repaired'])
    expect(shapefile.geometry).toEqual(area(rectangle(0, 0, 100, 80)))
    expect(geojson.findings).toEqual([])
  })

  it('leaves a shape alone while its system is not known', () => {
    const row = rowOf(layerOf('features', { toWgs84: null }), 'communities', { geometry: CLOCKWISE })
    shapeRow(row, 'communities', null, null, NO_DECISIONS)
    expect(row.geometry).toBeNull()
  })

  it('refuses another kind of shape, and places that are none', () => {
    const point = rowOf(layerOf(), 'communities', { geometry: { type: 'Point', coordinates: at(0, 0) } })
    const nowhere = rowOf(layerOf(), 'gates', { geometry: { type: 'Point', coordinates: [NaN, NaN] } })
    shapeRow(point, 'communities', null, null, NO_DECISIONS)
    shapeRow(nowhere, 'gates', null, null, NO_DECISIONS)
    expect([point, nowhere].map(({ verdict, findings }) => [verdict, findings[0]!.code])).toEqual([['rejected', 'wrong-geometry-type'], ['rejected', 'not-finite']])
  })
})

describe('addRepairs', () => {
  const repair: Repair = { kind: 'self-intersection', areaChangeM2: -12.34, shiftM: 0.96, isHarmless: false }
  const before = area(rectangle(0, 0, 1, 1))

  it('waits for a yes to what a person could see, and tells it in tenths', () => {
    const row = rowOf(layerOf(), 'communities')
    addRepairs(row, [repair], before, NO_DECISIONS)
    expect(row).toMatchObject({ verdict: 'open', before, repairs: [repair], findings: [{ code: 'shape-repaired', severity: 'warning', params: { kinds: 'self-intersection', areaChangeM2: -12.3, shiftM: 1 } }] })
  })

  it('does what the person says', () => {
    const [yes, no] = [rowOf(layerOf(), 'communities'), rowOf(layerOf(), 'communities')]
    addRepairs(yes, [repair], before, { ...NO_DECISIONS, repairs: { [yes.key]: true } })
    addRepairs(no, [repair], before, { ...NO_DECISIONS, repairs: { [no.key]: false } })
    expect([yes.verdict, no.verdict]).toEqual(['repaired', 'rejected'])
  })

  it('shows the shape as it came, however often it is repaired', () => {
    const row = rowOf(layerOf(), 'communities')
    addRepairs(row, [repair], before, NO_DECISIONS)
    addRepairs(row, [{ ...repair, kind: 'overlap' }], area(rectangle(5, 5, 1, 1)), NO_DECISIONS)
    expect(row.before).toBe(before)
    expect(row.repairs).toHaveLength(2)
  })
})
