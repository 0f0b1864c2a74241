import { describe, expect, it } from 'vitest'
import { isDbf, readDbf, type DbfTable } from '@/data/format/read-dbf'
import type { Encoding } from '@/domain/source-file'
import { makeDbf, type MadeField } from '../../fixtures/make-shapefile'

/** 小区 and 红枫里 in GBK. */
const XIAOQU = Uint8Array.of(0xd0, 0xa1, 0xc7, 0xf8)
const HONGFENGLI = Uint8Array.of(0xba, 0xec, 0xb7, 0xe3, 0xc0, 0xef)
const field = (name: MadeField['name'], type: string, width: number): MadeField => ({ name, type, width })
function read(bytes: Uint8Array, encoding: { chosen?: Encoding; declared?: Encoding } = {}): DbfTable {
  const table = readDbf(bytes, { chosen: encoding.chosen ?? null, declared: encoding.declared ?? null })
  if (!('rows' in table)) throw new Error(JSON.stringify(table))
  return table
}
const problem = (bytes: Uint8Array) => {
  const table = readDbf(bytes, { chosen: null, declared: null })
  return 'rows' in table ? null : (table.params['problem'] ?? table.code)
}

describe('readDbf', () => {
  it('reads texts, numbers, flags and days', () => {
    const fields = [field('NAME', 'C', 8), field('HH', 'N', 6), field('AREA', 'F', 9), field('OK', 'L', 1), field('DAY', 'D', 8)]
    expect(read(makeDbf(fields, [['  a b ', '   120', ' 12.5', 'T', '20240615'], ['', '', '', '?', ''], ['x', '-3', '1e3', 'n', '00000000']])).rows).toEqual([
      ['a b', 120, 12.5, true, '2024-06-15'], [null, null, null, null, null], ['x', -3, 1000, false, null],
    ])
  })

  it('reads binary whole numbers', () => {
    expect(read(makeDbf([field('I', 'I', 4)], [[Uint8Array.of(0xfe, 0xff, 0xff, 0xff)]])).rows).toEqual([[-2]])
  })

  it('keeps what is no number, and numbers with more digits than a number can hold, as text', () => {
    const table = read(makeDbf([field('N', 'N', 18)], [['370784198001010011'], ['12,5'], ['******************'], ['9007199254740991'], ['0x10'], ['.5']]))
    expect(table.rows.map((row) => row![0])).toEqual(['370784198001010011', '12,5', null, 9007199254740991, '0x10', 0.5])
  })

  it('leaves the place of a deleted record empty', () => {
    expect(read(makeDbf([field('A', 'C', 1)], [['1'], ['2'], ['3']], { deleted: [1] })).rows).toEqual([['1'], null, ['3']])
  })

  it('gives columns of one name different names, and names those it cannot read', () => {
    const table = read(makeDbf([field('A', 'C', 1), field('A', 'M', 10), field('A (2)', 'B', 8)], [['x', '1', '']]))
    expect(table).toMatchObject({ columns: ['A', 'A (2)', 'A (2) (2)'], rows: [['x', null, null]], unreadColumns: ['A (2)', 'A (2) (2)'] })
  })

  it('reads GBK by what is stated, by the language id, and by itself', () => {
    const made = (language: number) => makeDbf([field(XIAOQU, 'C', 10)], [[HONGFENGLI]], { language })
    for (const [table, by] of [[read(made(0), { declared: 'gb18030' }), 'declared'], [read(made(0x4d)), 'declared'], [read(made(0)), 'detected'], [read(made(0), { chosen: 'gb18030' }), 'chosen']] as const) {
      expect(table).toMatchObject({ columns: ['小区'], rows: [['红枫里']], damagedCount: 0, encoding: { fileEncoding: { encoding: 'gb18030', by } } })
    }
  })

  it('reads UTF-8 by itself, and leaves out half a character where a field is full', () => {
    const bytes = (text: string) => new TextEncoder().encode(text)
    const table = read(makeDbf([field(bytes('建筑面积').subarray(0, 10), 'C', 8), field('B', 'C', 20)], [[bytes('红枫里').subarray(0, 8), bytes('安丘市')]]))
    expect(table).toMatchObject({ columns: ['建筑面', 'B'], rows: [['红枫', '安丘市']], damagedCount: 0, encoding: { fileEncoding: { encoding: 'utf-8' } } })
  })

  it('counts what cannot be read', () => {
    expect(read(makeDbf([field('A', 'C', 8)], [[Uint8Array.of(0x61, 0xff, 0x62)]]), { chosen: 'utf-8' })).toMatchObject({ rows: [['a\uFFFDb']], damagedCount: 1 })
  })

  it('refuses every truncation but that of the mark at the end, and more than is promised', () => {
    const file = makeDbf([field('A', 'C', 3), field('B', 'N', 3)], [['abc', '123'], ['def', '456']])
    for (let length = 0; length < file.length - 1; length++) expect(problem(file.subarray(0, length)), `${length}`).not.toBeNull()
    expect(problem(file.subarray(0, file.length - 1))).toBeNull()
    expect(problem(file.subarray(0, file.length - 5))).toBe('length')
    expect(problem(new Uint8Array([...file.subarray(0, -1), ...Array.from(' ghi789', (sign) => sign.charCodeAt(0))]))).toBe('length')
    expect(problem(new Uint8Array([...file.subarray(0, -1), 0x0a]))).toBeNull()
  })

  it('refuses a wrong header', () => {
    const file = makeDbf([field('A', 'C', 3)], [['abc']])
    const changed = (at: number, value: number) => problem(Object.assign(file.slice(), { [at]: value }))
    expect(changed(0, 4)).toBe('magic')
    expect(changed(10, 2)).toBe('fields')
    expect(changed(32 + 16, 200)).toBe('fields')
    expect(changed(64, 0x20)).toBe('fields')
  })

  it('takes 500 columns and refuses 501', () => {
    const wide = (count: number) => makeDbf(Array.from({ length: count }, (_, i) => field(`C${i}`, 'C', 1)), [])
    expect(problem(wide(500))).toBeNull()
    expect(problem(wide(501))).toBe('column-too-many')
  })

  it('takes 100,000 rows and refuses 100,001', () => {
    const long = (count: number) => makeDbf([field('A', 'C', 1)], new Array<string[]>(count).fill(['x']))
    expect(read(long(100_000)).rows).toHaveLength(100_000)
    expect(problem(long(100_001))).toBe('row-too-many')
  })

  it('never throws for a flipped bit', () => {
    const file = makeDbf([field(XIAOQU, 'C', 6), field('B', 'D', 8)], [[HONGFENGLI, '20240615']])
    for (let bit = 0; bit < file.length * 8; bit++) {
      const flipped = file.slice()
      flipped[bit >> 3]! ^= 1 << (bit & 7)
      expect(() => problem(flipped)).not.toThrow()
    }
  })
})

describe('isDbf', () => {
  it('knows a table by its header, and no text', () => {
    expect(isDbf(makeDbf([field('A', 'C', 3)], []))).toBe(true)
    expect(isDbf(new TextEncoder().encode('1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17'))).toBe(false)
  })
})
