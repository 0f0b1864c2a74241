import { describe, expect, it } from 'vitest'
import { dbfNames } from '@/data/export/dbf-names'
import { FEATURE_FIELDS, fieldsOf } from '@/data/fields'

describe('dbfNames', () => {
  it('keeps ten letters and tells the rest apart by numbers', () => {
    expect(dbfNames(['id', 'neighbourhood', 'neighbourhoodName', 'NEIGHBOURH', '面积'])).toEqual(['id', 'neighbourh', 'neighbour2', 'NEIGHBOUR3', 'field'])
  })

  it('gives every dataset names of ten bytes, none twice', () => {
    for (const table of Object.values(FEATURE_FIELDS)) {
      const names = dbfNames(fieldsOf(table).map(([name]) => name))
      for (const name of names) expect(name).toMatch(/^[A-Za-z0-9]{1,10}$/)
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length)
    }
  })
})
