import { describe, expect, it } from 'vitest'
import { summariseFiles } from '@/data/import/summarise-files'
import type { JudgedLayer } from '@/data/import/work-row'
import type { RawRow } from '@/domain/source-file'
import { at } from '../../fixtures/small-geodata'
import { layerOf, rowOf } from '../../fixtures/work-rows'

const raw = (number: number, ...values: string[]): RawRow => ({ number, values, geometry: null })
const summarise = (layer: JudgedLayer, verdicts: ('accepted' | 'repaired' | 'open' | 'rejected')[]) =>
  summariseFiles([layer.source], [layer], verdicts.map((verdict) => rowOf(layer, 'communities', {}, { verdict })))[0]!

describe('summariseFiles', () => {
  it('counts rows by how they fared', () => {
    const { layers, verdict } = summarise(layerOf(), ['accepted', 'accepted', 'repaired', 'open', 'rejected'])
    expect(layers[0]).toMatchObject({ accepted: 2, repaired: 1, open: 1, rejected: 1 })
    expect(verdict).toBe('repaired')
  })

  it('accepts a file that is used as it came, or is about something else; rejects one of which nothing can be used', () => {
    expect(summarise(layerOf(), ['accepted']).verdict).toBe('accepted')
    expect(summarise(layerOf(), []).verdict).toBe('accepted')
    expect(summarise(layerOf(), ['rejected', 'rejected']).verdict).toBe('rejected')
    const broken = layerOf()
    const error = { code: 'file-empty', severity: 'error', file: 'a', feature: null, field: null, params: {} } as const
    expect(summarise({ ...broken, source: { ...broken.source, findings: [error] } }, []).verdict).toBe('rejected')
    expect(summarise({ ...broken, source: { ...broken.source, findings: [error] } }, ['accepted']).verdict).toBe('repaired')
    expect(summarise({ ...broken, findings: [error] }, ['accepted']).verdict).toBe('repaired')
    expect(summarise({ ...broken, findings: [error] }, []).verdict).toBe('rejected')
    expect(summarise({ ...broken, source: { ...broken.source, format: null } }, []).verdict).toBe('rejected')
  })

  it('tells a ring that was closed with its row only', () => {
    const layer = layerOf()
    const open = { code: 'ring-unclosed', severity: 'error', file: 'a.geojson', feature: 'feature 1', field: 'geometry', params: {} } as const
    const closed = { kind: 'ring-closed' as const, areaChangeM2: null, shiftM: 0, isHarmless: true }
    const broken = { ...layer, source: { ...layer.source, findings: [open] } }
    expect(summariseFiles([broken.source], [broken], [rowOf(broken, 'communities', {}, { verdict: 'repaired', repairs: [closed] })])[0]).toMatchObject({ verdict: 'repaired', findings: [] })
    expect(summariseFiles([broken.source], [broken], [])[0]).toMatchObject({ verdict: 'rejected', findings: [open] })
  })

  it('shows five different values of each column, and the kinds of shapes', () => {
    const table = {
      columns: ['户数', '空'], headerRows: [1], totalsRows: [9], titles: [], findings: [],
      rows: ['1', '1', '2', '3', '4', '5', '6'].map((value, i) => ({ ...raw(i + 2, value, ''), geometry: i > 4 ? { type: 'Point' as const, coordinates: at(0, 0) } : null })),
    }
    expect(summarise(layerOf('grid', { table }), []).layers[0]).toMatchObject({
      rowCount: 7, columns: [{ column: '户数', samples: ['1', '2', '3', '4', '5'] }, { column: '空', samples: [] }], geometryCounts: { Point: 2 }, headerRows: [1], totalsRows: [9],
    })
  })
})
