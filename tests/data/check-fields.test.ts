import { describe, expect, it } from 'vitest'
import { checkField, checkFields, shown } from '@/data/check-fields'
import { choice, day, flag, integer, nullable, number, remark, share, text, texts, type Field } from '@/data/field'
import { parseDay } from '@/domain/day'
import type { Finding } from '@/domain/finding'

const judge = (value: unknown, field: Field) => checkField(value, field, 'x')

describe('checkField', () => {
  it.each([
    ['a text', ' 1号楼 ', text(), '1号楼'],
    ['a number', 2.5, number('m', 0, 5), 2.5],
    ['both ends of a range', 5, integer(null, 5, 5), 5],
    ['nothing done', 0, share, 0],
    ['all done', 1, share, 1],
    ['false', false, flag, false],
    ['a day', '2024-06-15', day, parseDay('2024-06-15')],
    ['a leap day', '2024-02-29', day, parseDay('2024-02-29')],
    ['a choice', 'b', choice(['a', 'b']), 'b'],
    ['a list', ['J02'], texts, ['J02']],
    ['null where it may be', null, nullable(share), null],
    ['an absent field that may be null', undefined, nullable(text()), null],
    ['blanks where null may be', '  ', nullable(text()), null],
    ['an empty remark', null, remark(), ''],
  ] as [string, unknown, Field, unknown][])('takes %s', (_, value, field, expected) => {
    expect(judge(value, field)).toEqual({ value: expected, problem: null })
  })

  it.each([
    ['null', null, text(), 'field-missing'],
    ['an absent field', undefined, share, 'field-missing'],
    ['blanks', '  ', text(), 'field-missing'],
    ['a number for a text', 7, text(), 'wrong-type'],
    ['a text for a number', '7', number('m', 0, 9), 'wrong-type'],
    ['half a floor', 2.5, integer('floor', 0, 9), 'wrong-type'],
    ['1 for true', 1, flag, 'wrong-type'],
    ['an object for a text', { a: 1 }, text(), 'wrong-type'],
    ['a list with a number', ['J02', 2], texts, 'wrong-type'],
    ['an infinite number', Infinity, number('m', 0, 9), 'not-finite'],
    ['NaN', NaN, share, 'not-finite'],
    ['a number above its range', 9.01, number('m', 0, 9), 'out-of-bounds'],
    ['a text that is too long', 'x'.repeat(201), text(), 'out-of-bounds'],
    ['per cent', 35, share, 'share-out-of-range'],
    ['a negative share', -0.1, share, 'share-out-of-range'],
    ['an unknown word', 'c', choice(['a', 'b']), 'wrong-enumeration'],
    ['a word of the prototype', 'constructor', choice(['a', 'b']), 'wrong-enumeration'],
    ['31 June', '2024-06-31', day, 'bad-date'],
    ['the date of a spreadsheet', '2024/6/15', day, 'bad-date'],
    ['a number of days', 19_889, day, 'bad-date'],
  ] as [string, unknown, Field, string][])('rejects %s', (_, value, field, code) => {
    expect(judge(value, field)).toMatchObject({ value: null, problem: { code } })
  })
})

describe('checkFields', () => {
  const table = { id: text(), floors: integer('floor', 1, 9), provenance: choice(['official']) }

  it('takes the fields of the table and nothing else', () => {
    const findings: Finding[] = []
    const raw = JSON.parse('{"id":"a","floors":3,"provenance":"official","extra":1,"__proto__":{"polluted":1}}') as object
    const record = checkFields(table, raw, { file: 'f', feature: 'a' }, findings)
    expect(record).toEqual({ id: 'a', floors: 3, provenance: 'official' })
    expect((record as Record<string, unknown>)['polluted']).toBeUndefined()
    expect(findings).toEqual([])
  })

  it('names every bad field and then gives no record', () => {
    const findings: Finding[] = []
    expect(checkFields(table, { id: 'a', floors: 0 }, { file: 'f', feature: 'a' }, findings, 'part.')).toBeNull()
    expect(findings).toEqual([
      { code: 'out-of-bounds', severity: 'error', file: 'f', feature: 'a', field: 'part.floors', params: { found: 0, min: 1, max: 9, unit: 'floor' } },
      { code: 'provenance-missing', severity: 'error', file: 'f', feature: 'a', field: 'part.provenance', params: {} },
    ])
  })

  it('does not find fields on the prototype', () => {
    const findings: Finding[] = []
    checkFields({ toString: text() }, {}, { file: 'f', feature: null }, findings)
    expect(findings[0]).toMatchObject({ code: 'field-missing', field: 'toString' })
  })
})

describe('hostile text', () => {
  const check = (value: unknown, field: Field, name = 'name') => checkField(value, field, name)

  it('loses what nobody sees, with advice', () => {
    expect(check('a\u202eb', text())).toEqual({ value: 'ab', problem: null, advice: { code: 'hidden-characters', params: { found: 'ab', count: 1 } } })
    expect(check('\u200b', text())).toMatchObject({ problem: { code: 'field-missing' } })
    expect(check('一\n二', text())).toEqual({ value: '一 二', problem: null })
    expect(check('一\n二', remark())).toEqual({ value: '一\n二', problem: null })
  })

  it('is refused if too long, also in lists', () => {
    expect(check('长'.repeat(10_000), text())).toMatchObject({ problem: { code: 'out-of-bounds', params: { found: 10_000, max: 200 } } })
    expect(check(['长'.repeat(201)], texts)).toMatchObject({ problem: { code: 'out-of-bounds' } })
    expect(check(Array<string>(1001).fill('a'), texts)).toMatchObject({ problem: { code: 'out-of-bounds' } })
    expect(check(['a\u200b'], texts)).toEqual({ value: ['a'], problem: null })
    expect(check('x'.repeat(10_000), choice(['a']))).toMatchObject({ problem: { params: { found: `${'x'.repeat(60)}…` } } })
  })

  it('is no id if every object has it', () => {
    for (const id of ['__proto__', 'constructor', 'toString', ' __proto__\u200b']) expect(check(id, text(60), 'id')).toMatchObject({ problem: { code: 'reserved-id' } })
    expect(check('__proto__', text(60), 'scenes[0].id').problem?.code).toBe('reserved-id')
    expect(check('constructor', text(60), 'name')).toEqual({ value: 'constructor', problem: null })
  })
})

describe('shown', () => {
  it('marks what nobody sees', () => {
    expect(shown('a\u202eb')).toBe('a\ufffdb')
  })

  it('makes a short text of anything', () => {
    expect([shown('x'.repeat(99)).length, shown({ a: 1 }), shown([1]), shown(null), shown(undefined), shown(3)])
      .toEqual([61, '{…}', '[…]', 'null', 'undefined', '3'])
  })
})
