import { describe, expect, it } from 'vitest'
import { mappedField, mappedFields } from '@/data/import/mapping-fields'

describe('mappedFields', () => {
  it('has the fields of the record, what a row is about, and its place', () => {
    expect([...mappedFields('gates').keys()]).toEqual(['id', 'communityId', 'provenance', 'community', 'longitude', 'latitude'])
    expect([...mappedFields('baseline').keys()]).toEqual(['communityId', 'itemCode', 'plannedStart', 'plannedFinish', 'weight', 'community', 'district'])
  })
})

describe('mappedField', () => {
  it('says what may be chosen as a unit', () => {
    expect(mappedField('communities', 'floorAreaM2')).toMatchObject({ kind: 'number', units: ['m2', '10k-m2', 'mu', 'hectare'] })
    expect(mappedField('ledger', 'doneShare')).toMatchObject({ kind: 'share', units: ['share', 'percent'] })
    expect(mappedField('buildings', 'heightM')?.units).toEqual(['m'])
    expect(mappedField('communities', 'builtYear')?.kind).toBe('year')
    expect(mappedField('spare-spaces', 'availableYears')).toMatchObject({ kind: 'number', units: ['count'] })
    expect(mappedField('ledger', 'note')?.isRemark).toBe(true)
  })

  it('knows items and milestones of a ledger only', () => {
    expect(mappedField('ledger', 'item:J02')?.kind).toBe('share')
    expect(mappedField('ledger', 'milestone:M09')?.kind).toBe('day')
    expect(mappedField('communities', 'item:J02')).toBeNull()
    expect(mappedField('communities', '__proto__')).toBeNull()
  })
})
