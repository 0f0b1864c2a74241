import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { keepRows } from '@/data/format/keep-rows'
import { readSheet } from '@/data/format/xlsx-sheet'

const read = (rows: string) => readSheet(strToU8(`<worksheet><sheetData>${rows}</sheetData></worksheet>`),
  { strings: ['甲'], kinds: ['number', 'date', 'percent', 'time', 'duration'], is1904: false }, keepRows('a.xlsx'), { file: 'a.xlsx', sheet: 's' })

describe('readSheet', () => {
  it.each([
    ['<c><v>12</v></c>', 12], ['<c t="n"><v> -1.5E-3 </v></c>', -0.0015], ['<c><v>0x10</v></c>', '0x10'], ['<c><v>Infinity</v></c>', 'Infinity'], ['<c><v>1e999</v></c>', '1e999'],
    ['<c t="s"><v>0</v></c>', '甲'], ['<c t="str"><v>a_x000A_b</v></c>', 'a\nb'], ['<c t="b"><v>0</v></c>', false], ['<c t="d"><v>2024-06-15T08:30:00Z</v></c>', '2024-06-15'],
    ['<c s="1"><v>45458</v></c>', '2024-06-15'], ['<c s="1"><v>-5</v></c>', -5], ['<c s="2"><v>1</v></c>', '100%'], ['<c s="2"><v>0.07</v></c>', '7%'], ['<c s="3"><v>45458.25</v></c>', '2024-06-15'],
    ['<c s="3"><v>0.25</v></c>', '06:00:00'], ['<c s="4"><v>1.5</v></c>', 1.5], ['<c s="99"><v>3</v></c>', 3], ['<c t="inlineStr"><is><r><t>甲</t></r><r><t>乙</t></r></is></c>', '甲乙'],
  ])('reads %s', (cell, value) => {
    expect(read(`<row>${cell}</row>`)).toEqual({ rows: [{ number: 1, values: [value], geometry: null }], merges: [], findings: [], problem: null })
  })

  it('reads a blank text of a formula as blank, without a finding', () => {
    expect(read('<row><c t="str"><f>""</f><v></v></c><c t="s"/><c t="inlineStr"><is><t> </t></is></c></row>')).toMatchObject({ rows: [], findings: [], problem: null })
  })

  it('counts rows and cells that have no reference', () => {
    expect(read('<row><c><v>1</v></c></row><row r="4"><c r="C4"><v>2</v></c><c><v>3</v></c></row><row><c><v>4</v></c></row>').rows.map(({ number, values }) => [number, ...values]))
      .toEqual([[1, 1], [4, null, null, 2, 3], [5, 4]])
  })

  it('takes the place of a button for no row', () => {
    const controls = '<controls><control><controlPr><anchor><from><xdr:row>3</xdr:row></from></anchor></controlPr></control></controls>'
    expect(read(`<row r="1048576"><c r="B1048576"><v>1</v></c></row></sheetData>${controls}<sheetData>`)).toMatchObject({ rows: [{ number: 1_048_576, values: [null, 1] }], problem: null })
  })

  it.each(['<row r="0"/>', '<row r="1"><row r="2"><c><v>1</v></c></row></row>', '<row r="x"/>', '<row r="1.5"/>', '<row r="1048577"/>', '<row><c r="B1"/><c r="A1"/></row>', '<row><c r="A1"/><c r="A1"/></row>', '<c/>'.replace('/>', ' r="A1"/>')])('refuses %s', (rows) => {
    expect(read(rows).problem).toBe('reference')
  })
})
