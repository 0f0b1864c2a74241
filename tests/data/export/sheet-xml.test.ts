import { describe, expect, it } from 'vitest'
import { columnLetters, cutText, sheetXml, withoutControls, xmlText } from '@/data/export/sheet-xml'
import { parseDay } from '@/domain/day'

const cellsOf = (xml: string) => [...xml.matchAll(/<c r="(\w+)" s="(\d)"( t="inlineStr")?>(?:<is><t xml:space="preserve">|<v>)(.*?)(?:<\/t><\/is>|<\/v>)<\/c>/gs)]
  .map(([, at, style, isText, value]) => [at, Number(style), isText ? 'text' : 'number', value])

describe('sheetXml', () => {
  it('types each cell by its column, and text by itself', () => {
    const xml = sheetXml({
      name: '', columns: [{ header: '日期', kind: 'day' }, { header: '面积（㎡）', kind: 'number' }, { header: '完成', kind: 'share' }, { header: '备注', kind: 'text' }],
      rows: [[parseDay('2024-06-15'), 508100, 0.653, '3 & <4>'], [null, -1.5, 'x', null], [parseDay('1900-02-28'), Infinity, 0, '=1+1']],
    })
    expect(cellsOf(xml)).toEqual([
      ['A1', 1, 'text', '日期'], ['B1', 1, 'text', '面积（㎡）'], ['C1', 1, 'text', '完成'], ['D1', 1, 'text', '备注'],
      // 45458 is 15 June 2024 in Excel.
      ['A2', 2, 'number', '45458'], ['B2', 0, 'number', '508100'], ['C2', 3, 'number', '0.653'], ['D2', 4, 'text', '3 &amp; &lt;4&gt;'],
      ['B3', 0, 'number', '-1.5'], ['C3', 4, 'text', 'x'],
      ['A4', 4, 'text', '1900-02-28'], ['C4', 3, 'number', '0'], ['D4', 4, 'text', "'=1+1"],
    ])
  })

  it('keeps the header in sight and has room for what is in a column', () => {
    const xml = sheetXml({ name: '', columns: [{ header: '名', kind: 'text' }, { header: 'n', kind: 'text' }], rows: [['红枫里一号院小区', 'x'.repeat(90)]] })
    expect(xml).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>')
    expect([...xml.matchAll(/width="(\d+)"/g)].map(([, width]) => Number(width))).toEqual([18, 52])
  })
})

describe('xmlText', () => {
  it('drops what XML cannot hold and keeps the rest', () => {
    expect(xmlText('a\u0000\u0008\u001f\ufffe\ud800b\udc00c𠮷\t\r\n\rd')).toBe('abc𠮷\t\n\nd')
    expect(xmlText('"<&>')).toBe('&quot;&lt;&amp;&gt;')
  })

  it('tells a text apart that Excel would read as a character', () => expect(xmlText('_x000D_ _x00g0_')).toBe('_x005F_x000D_ _x00g0_'))
})

describe('withoutControls', () => {
  it('lets nothing hide the beginning of a formula', () => {
    expect(withoutControls('\0\ud800=1\r\n\r2')).toBe('=1\n\n2')
    expect(cellsOf(sheetXml({ name: '', columns: [{ header: 'x', kind: 'text' }], rows: [['\ud800=1']] }))[1]).toEqual(['A2', 4, 'text', "'=1"])
  })
})

describe('cutText', () => {
  it('cuts no character in half', () => expect([cutText('ab𠮷', 3), cutText('ab𠮷', 4), cutText('abc', 3)]).toEqual(['ab', 'ab𠮷', 'abc']))
})

describe('columnLetters', () => {
  it('counts as a spreadsheet does', () => expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']))
})
