import { describe, expect, it } from 'vitest'
import { day, internal, nullable, remark, text } from '@/data/field'
import { writeFields } from '@/data/write-fields'
import { parseDay } from '@/domain/day'

const table = { name: text(), from: day, until: nullable(day), note: internal(remark()) }
const record = { name: '国槐里', from: parseDay('2024-06-15'), until: null, note: 'secret', phone: '139' }

describe('writeFields', () => {
  it('writes the fields of the table, days as text, and nothing else', () => {
    expect(writeFields(table, record, 'internal')).toEqual({ name: '国槐里', from: '2024-06-15', until: null, note: 'secret' })
  })

  it('leaves internal fields out for the public, not empty', () => {
    expect(Object.keys(writeFields(table, record, 'public'))).toEqual(['name', 'from', 'until'])
  })
})
