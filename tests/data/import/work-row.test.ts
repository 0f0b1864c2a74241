import { describe, expect, it } from 'vitest'
import { isFeatureTarget, isLeftOut, isUsable, placeOf, startRow, tell, wait } from '@/data/import/work-row'
import { layerOf, rowOf } from '../../fixtures/work-rows'

const BAD = { code: 'bad-number', severity: 'error', file: 'a', feature: 'row 1', field: 'households', params: {} } as const

describe('startRow', () => {
  it('is accepted, waits with its layer, or is left out with it or with an error of its own', () => {
    const draft = rowOf(layerOf(), 'communities').draft
    expect(startRow(layerOf(), 'communities', draft)).toMatchObject({ key: 'a.geojson#0:1', verdict: 'accepted', change: null })
    expect(startRow(layerOf('grid', { isOpen: true }), 'communities', draft).verdict).toBe('open')
    expect(startRow(layerOf('grid', { isBlocked: true }), 'communities', draft).verdict).toBe('rejected')
    expect(startRow(layerOf(), 'communities', { ...draft, findings: [BAD] }).verdict).toBe('rejected')
    expect(startRow(layerOf('grid', { isOpen: true }), 'communities', { ...draft, findings: [{ ...BAD, code: 'unit-ambiguous' }] }).verdict).toBe('open')
    const layer = layerOf('features')
    const refused = { ...layer, source: { ...layer.source, findings: [{ ...BAD, code: 'bad-geojson' as const, feature: 'feature 1' }] } }
    expect(startRow(refused, 'communities', draft).verdict).toBe('rejected')
    expect(startRow(layerOf(), 'ledger', { ...draft, part: 'item:J02' }).key).toBe('a.geojson#0:1:item:J02')
  })
})

describe('tell', () => {
  it('names the place as a person counts; an error leaves the row out', () => {
    const row = rowOf(layerOf('grid'), 'communities', { number: 17 })
    tell(row, 'value-derived', 'warning', 'heightM', { value: 9 })
    expect([isUsable(row), isLeftOut(row)]).toEqual([true, false])
    tell(row, 'field-missing', 'error', 'name', {})
    expect(row.findings.map(({ file, feature, field }) => [file, feature, field])).toEqual([['a.csv', 'row 17', 'heightM'], ['a.csv', 'row 17', 'name']])
    expect([isUsable(row), isLeftOut(row)]).toEqual([false, true])
  })
})

describe('wait', () => {
  it('brings no row back that is left out', () => {
    const row = rowOf(layerOf(), 'gates')
    wait(row)
    expect(row.verdict).toBe('open')
    tell(row, 'field-missing', 'error', 'name', {})
    wait(row)
    expect(row.verdict).toBe('rejected')
  })
})

describe('placeOf', () => {
  it('counts features of shapes and rows of tables', () => {
    expect(placeOf(rowOf(layerOf(), 'gates', { number: 12 }))).toEqual({ file: 'a.geojson', feature: 'feature 12' })
    expect(placeOf(rowOf(layerOf('grid'), 'gates', { number: 12 }))).toEqual({ file: 'a.csv', feature: 'row 12' })
  })
})

describe('isFeatureTarget', () => {
  it('is all but the two tables', () => {
    expect([isFeatureTarget('gates'), isFeatureTarget('baseline'), isFeatureTarget('ledger')]).toEqual([true, false, false])
  })
})
