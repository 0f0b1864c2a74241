import { describe, expect, it } from 'vitest'
import { defaultPath, FEATURE_FIELDS, fieldsOf, GEOMETRY_TYPES, PUBLISHED_FLAG, ROW_FIELDS } from '@/data/fields'
import { DATASETS } from '@/domain/manifest'

const internalFields = Object.entries({ ...FEATURE_FIELDS, ...ROW_FIELDS }).flatMap(([dataset, table]) =>
  fieldsOf(table).filter(([, { audience }]) => audience === 'internal').map(([field]) => `${dataset}.${field}`))

describe('fields', () => {
  it('covers every dataset but the plan, the rules of finding land and the tour, which are one object each', () => {
    expect([...Object.keys(FEATURE_FIELDS), ...Object.keys(ROW_FIELDS), 'plan', 'land-rules', 'tour'].sort()).toEqual([...DATASETS].sort())
    expect(Object.keys(GEOMETRY_TYPES)).toEqual(Object.keys(FEATURE_FIELDS))
  })

  it('keeps holders, registers, notes and the people of single buildings internal', () => {
    expect(internalFields.sort()).toEqual([
      'buildings.households', 'ledger.note', 'proposed-sites.spaceIds', 'residences.personsPerHousehold', 'residences.share60Plus', 'residences.shareUnder3', 'spare-spaces.holder',
      'spare-spaces.plannedUseCode', 'spare-spaces.registeredAreaM2', 'spare-spaces.tenure',
    ])
    expect(PUBLISHED_FLAG).toEqual({ 'spare-spaces': 'published' })
  })

  it('writes the columns of the tables in their documented order', () => {
    expect(fieldsOf(ROW_FIELDS.ledger).map(([name]) => name).join()).toBe('reportedOn,communityId,buildingId,kind,subject,doneShare,date,note')
    expect(fieldsOf(ROW_FIELDS.baseline).map(([name]) => name).join()).toBe('communityId,itemCode,plannedStart,plannedFinish,weight')
  })

  it('gives every feature dataset an id and an origin', () => {
    for (const table of Object.values(FEATURE_FIELDS)) expect(Object.keys(table)).toEqual(expect.arrayContaining(['id', 'provenance']))
  })

  it('names the usual file of a dataset', () => {
    expect((['plan', 'ledger', 'spare-spaces', 'land-rules'] as const).map(defaultPath)).toEqual(['plan.json', 'ledger.csv', 'spare-spaces.geojson', 'land-rules.json'])
  })
})
