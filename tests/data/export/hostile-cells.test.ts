import fc from 'fast-check'
import Papa from 'papaparse'
import { readSheet } from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import type { Sheet } from '@/data/export/sheet'
import { sheetCsv } from '@/data/export/sheet-csv'
import { withoutControls } from '@/data/export/sheet-xml'
import { writeXlsx } from '@/data/export/write-xlsx'
import { guardFormula } from '@/data/formula-guard'
import { hasOpenpyxl, readWithOpenpyxl } from '../../fixtures/other-readers'

const PIECES = [
  '=', '+', '-', '@', '＝', '－', '\t', '\r', '\n', '\r\n', '\0', ' ', "'", '"', ',', ';', '|', '<', '>', '&', ']]>', '_x000D_', '_x003D_1', '=1+1', "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://x")', '@SUM(A1)', '</t>', '<!--', '\ufeff', '\u200b', '\u202e', '\ud800', '𠮷', '小区', '1', 'e5', '.', '%', 'TRUE', '#REF!', '\u0085', '\u2028',
]
/** 10,000 cells with a fixed seed: what starts a formula in all its forms, what breaks a row, what is no XML. */
const COLUMNS = 10
const cells = fc.sample(fc.array(fc.constantFrom(...PIECES), { maxLength: 5 }).map((pieces) => pieces.join('')), { seed: 20241031, numRuns: 10_000 })
const rows = Array.from({ length: cells.length / COLUMNS }, (_, i) => cells.slice(i * COLUMNS, (i + 1) * COLUMNS))
const sheet: Sheet = { name: 'x', columns: Array.from({ length: COLUMNS }, (_, i) => ({ header: `c${i}`, kind: 'text' })), rows }
const LIVE = /^[=+\-@\t\r\0＝＋－＠]/

describe('10,000 hostile cells', () => {
  it('come out of a CSV as text, none as a formula, and whole', () => {
    const text = new TextDecoder('utf-8').decode(sheetCsv(sheet, 'zh'))
    const { data } = Papa.parse<string[]>(text, { header: false })
    const found = data.slice(1, rows.length + 1).flat()
    expect(found.filter((cell) => LIVE.test(cell))).toEqual([])
    // A lone half of a character is no text in UTF-8.
    expect(found).toEqual(cells.map((cell) => guardFormula(cell).replace(/\ud800/g, '\ufffd')))
  })

  it('come out of a workbook as text, none as a formula', async () => {
    const data = await readSheet(Buffer.from(writeXlsx([sheet])), { trim: false })
    const found = data.slice(1).flat()
    expect(found.length).toBe(10_000)
    expect(found.filter((cell) => cell !== null && (typeof cell !== 'string' || LIVE.test(cell)))).toEqual([])
    expect(found.map((cell) => cell ?? '')).toEqual(cells.map((cell) => guardFormula(withoutControls(cell))))
  })

  it.skipIf(!hasOpenpyxl)('are text for openpyxl too', () => {
    const found = Object.values(readWithOpenpyxl(writeXlsx([sheet])))[0]!.slice(1).flat()
    expect(found.filter(([value, type]) => value !== null && type !== 's')).toEqual([])
    expect(found.filter(([value]) => typeof value === 'string' && LIVE.test(value))).toEqual([])
  })
})
