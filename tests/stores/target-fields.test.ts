import { describe, expect, it } from 'vitest'
import { IMPORT_TARGETS } from '@/domain/import'
import { dataEn } from '@/i18n/data-en'
import { dataZh } from '@/i18n/data-zh'
import { formatsOf } from '@/stores/export-choices'
import { NAME_FIELDS, targetFields, unitsOf } from '@/stores/target-fields'

describe('fields that a column may hold', () => {
  it('are those of the dataset', () => {
    expect(targetFields('ledger')).toEqual(['reportedOn', 'communityId', 'buildingId', 'kind', 'subject', 'doneShare', 'date', 'note'])
    expect(targetFields('gates')).toEqual(['id', 'communityId', 'provenance'])
  })

  it('all have a name in both languages', () => {
    const fields = new Set([...NAME_FIELDS, ...IMPORT_TARGETS.flatMap(targetFields)])
    for (const text of [dataZh, dataEn]) expect([...fields].filter((field) => !text.field[field])).toEqual([])
  })

  it('are written in units only where there is a choice', () => {
    expect(unitsOf('floorAreaM2')).toEqual(['m2', '10k-m2', 'mu', 'hectare'])
    expect([unitsOf('doneShare'), unitsOf('share60Plus')]).toEqual([['share', 'percent'], ['share', 'percent']])
    expect([unitsOf('households'), unitsOf('heightM'), unitsOf(null)]).toEqual([[], [], []])
  })
})

it('a table is handed on as a table', () => {
  expect(formatsOf('ledger')).toEqual(['xlsx', 'csv'])
  expect(formatsOf('communities')).toContain('shapefile')
})
