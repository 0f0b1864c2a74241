import Papa from 'papaparse'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeCsv } from '@/data/write-csv'

const BOM = '\ufeff'

describe('writeCsv', () => {
  it('begins with the mark of UTF-8 and ends every line with CRLF', () => {
    expect(writeCsv(['编号', '名称'], [['C01', '国槐里'], ['C02', '海棠里']])).toBe(`${BOM}编号,名称\r\nC01,国槐里\r\nC02,海棠里\r\n`)
  })

  it('writes the header of an empty table', () => {
    expect(writeCsv(['编号', '名称'], [])).toBe(`${BOM}编号,名称\r\n`)
  })

  it('leaves numbers as numbers and null empty', () => {
    expect(writeCsv(['a', 'b', 'c', 'd'], [[0, -1.5, null, 1e6]])).toBe(`${BOM}a,b,c,d\r\n0,-1.5,,1000000\r\n`)
  })

  it('quotes where needed', () => {
    expect(writeCsv(['a'], [['一,二'], ['说"好"'], ['上\n下']])).toBe(`${BOM}a\r\n"一,二"\r\n"说""好"""\r\n"上\n下"\r\n`)
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '=HYPERLINK("http://x","y")'])('disarms %j', (text) => {
    const [cell] = Papa.parse<string[]>(writeCsv(['a'], [[text]]).slice(1), { newline: '\r\n' }).data[1]!
    expect(cell).toBe(`'${text}`)
  })

  it('disarms a formula in the header as well', () => {
    expect(writeCsv(['=a'], [])).toContain("'=a")
  })

  it.each(['＝1+1', '＋1', '－1', '＠x', '\n=1+1'])('disarms %j, which spreadsheets may read as a formula too', (text) => {
    const [cell] = Papa.parse<string[]>(writeCsv(['a'], [[text]]).slice(1), { newline: '\r\n' }).data[1]!
    expect(cell).toBe(`'${text}`)
  })

  it('can be read back', () => {
    const text = fc.string({ unit: fc.constantFrom('国', 'a', ' ', ',', '"', '\n', '7', '.') })
    fc.assert(fc.property(fc.array(fc.tuple(text, text), { maxLength: 8 }), (rows) => {
      const written = writeCsv(['甲', '乙'], rows)
      expect(Papa.parse(written.slice(1), { newline: '\r\n' }).data).toEqual([['甲', '乙'], ...rows.map((row) => row.map(guarded)), ['']])
    }))
  })
})

/** As it comes back: a text that begins like a formula has a leading quote. */
const guarded = (text: string) => (/^[\n]/.test(text) ? `'${text}` : text)
