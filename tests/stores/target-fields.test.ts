import { describe, expect, it } from 'vitest'
import { IMPORT_TARGETS } from '@/domain/import'
import type { Plan } from '@/domain/plan'
import { dataEn } from '@/i18n/data-en'
import { dataZh } from '@/i18n/data-zh'
import { formatsOf } from '@/stores/export-choices'
import { nameFields, planFields, targetFields, unitsOf } from '@/stores/target-fields'

describe('fields that a column may hold', () => {
  it('are those of the dataset', () => {
    expect(targetFields('ledger')).toEqual(['reportedOn', 'communityId', 'buildingId', 'kind', 'subject', 'doneShare', 'date', 'note', 'stop', 'resume'])
    expect(targetFields('gates')).toEqual(['id', 'communityId', 'provenance'])
  })

  it('all have a name in both languages', () => {
    const fields = new Set(IMPORT_TARGETS.flatMap((target) => [...nameFields(target), ...targetFields(target)]))
    for (const text of [dataZh, dataEn]) expect([...fields].filter((field) => !text.field[field])).toEqual([])
  })

  it('are written in units only where there is a choice', () => {
    expect(unitsOf('buildings', 'floorAreaM2')).toEqual(['m2', '10k-m2', 'mu', 'hectare'])
    expect([unitsOf('ledger', 'doneShare'), unitsOf('ledger', 'item:J02'), unitsOf('residences', 'share60Plus')]).toEqual([['share', 'percent'], ['share', 'percent'], ['share', 'percent']])
    expect([unitsOf('buildings', 'households'), unitsOf('buildings', 'heightM'), unitsOf('buildings', 'name'), unitsOf('ledger', null)]).toEqual([['count'], ['m'], [], []])
  })

  it('are names and places only where they lead to something', () => {
    expect([nameFields('ledger'), nameFields('facilities')]).toEqual([['community', 'building', 'district'], ['longitude', 'latitude']])
  })

  it('are each item and milestone of the plan in a wide ledger', () => {
    const plan = { items: [{ code: 'J02' }], milestones: [{ code: 'M09' }] } as Plan
    expect([planFields('ledger', plan), planFields('baseline', plan), planFields('ledger', null)]).toEqual([['item:J02', 'milestone:M09'], [], []])
  })
})

it('a table is handed on as a table', () => {
  expect(formatsOf('ledger')).toEqual(['xlsx', 'csv'])
  expect(formatsOf('communities')).toContain('shapefile')
})
