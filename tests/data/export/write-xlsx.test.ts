import readXlsxFile, { readSheet } from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import type { Sheet } from '@/data/export/sheet'
import { writeXlsx } from '@/data/export/write-xlsx'
import { parseDay } from '@/domain/day'
import { hasOpenpyxl, readWithOpenpyxl } from '../../fixtures/other-readers'

const sheet: Sheet = {
  name: '台账', columns: [{ header: '日期', kind: 'day' }, { header: '面积（㎡）', kind: 'number' }, { header: '完成', kind: 'share' }, { header: '备注', kind: 'text' }],
  rows: [[parseDay('2024-06-15'), 508100.5, 0.653, ' 两行\n文字 '], [null, -3, 1, '0702'], [parseDay('2024-12-31'), null, null, '=HYPERLINK("x")']],
}

describe('writeXlsx', () => {
  it('is read by another program as it was meant', async () => {
    const book = await readXlsxFile(Buffer.from(writeXlsx([sheet, { name: '说明', columns: [{ header: 'x', kind: 'text' }], rows: [] }])))
    expect(book.map((one) => one.sheet)).toEqual(['台账', '说明'])
    const [, first, second, third] = await readSheet(Buffer.from(writeXlsx([sheet])), '台账', { trim: false })
    expect(first).toEqual([new Date('2024-06-15T00:00:00Z'), 508100.5, 0.653, ' 两行\n文字 '])
    expect(second).toEqual([null, -3, 1, '0702'])
    expect(third).toEqual([new Date('2024-12-31T00:00:00Z'), null, null, "'=HYPERLINK(\"x\")"])
  })

  it.skipIf(!hasOpenpyxl)('is read by openpyxl without a warning: types, formats and no formula', () => {
    const { 台账: rows } = readWithOpenpyxl(writeXlsx([sheet]))
    expect(rows![1]).toEqual([
      ['2024-06-15T00:00:00', 'd', 'yyyy\\-mm\\-dd'], [508100.5, 'n', 'General'], [0.653, 'n', '0.0%'], [' 两行\n文字 ', 's', '@'],
    ])
    expect(rows![3]![3]).toEqual(["'=HYPERLINK(\"x\")", 's', '@'])
  })

  it('names sheets as Excel takes them', async () => {
    const named = (name: string): Sheet => ({ name, columns: [], rows: [] })
    const names = ['a/b:c', 'A b c', '', 'x'.repeat(40), 'x'.repeat(50), "'q'"]
    const book = await readXlsxFile(Buffer.from(writeXlsx(names.map(named))))
    expect(book.map((one) => one.sheet)).toEqual(['a b c', 'A b c 2', '3', 'x'.repeat(31), `${'x'.repeat(29)} 2`, 'q'])
  })

  it('gives the same bytes for the same sheets', () => expect(writeXlsx([sheet])).toEqual(writeXlsx([sheet])))
})
