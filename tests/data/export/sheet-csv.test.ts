import { describe, expect, it } from 'vitest'
import { sheetCsv } from '@/data/export/sheet-csv'
import { parseDay } from '@/domain/day'

describe('sheetCsv', () => {
  it('writes UTF-8 with mark, CRLF, days, and shares in percent under a header that says so', () => {
    const bytes = sheetCsv({
      name: '', columns: [{ header: '日期', kind: 'day' }, { header: '完成比例', kind: 'share' }, { header: '备注', kind: 'text' }, { header: '高', kind: 'number' }],
      rows: [[parseDay('2024-06-15'), 0.653, '-5℃', -5], [null, null, null, null]],
    }, 'zh')
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)).toBe('\ufeff日期,完成比例（%）,备注,高\r\n2024-06-15,65.3,"\'-5℃",-5\r\n,,,\r\n')
  })
})
