import { strToU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readWorkbook } from '@/data/format/xlsx-workbook'
import { testWorkbook, type TestWorkbook } from './test-workbook'

const partsOf = (workbook: TestWorkbook) => new Map(Object.entries(unzipSync(testWorkbook(workbook))).map(([path, bytes]) => [path.toLowerCase(), bytes]))

describe('readWorkbook', () => {
  it.each([true, false])('finds sheets, texts and styles; strict: %s', (isStrict) => {
    const parts = partsOf({ isStrict, strings: '', styles: '', workbookPr: '<workbookPr date1904="true"/>', sheets: [{ name: '一', xml: '' }, { name: '二', xml: '', state: 'hidden' }] })
    expect(readWorkbook(parts)).toEqual({
      is1904: true, stringsPath: 'xl/sharedstrings.xml', stylesPath: 'xl/styles.xml',
      sheets: [{ name: '一', path: 'xl/worksheets/sheet1.xml', isHidden: false }, { name: '二', path: 'xl/worksheets/sheet2.xml', isHidden: true }],
    })
  })

  it('tells a sheet that is named and not there', () => {
    const parts = partsOf({ sheets: [{ name: '一', xml: '' }] })
    parts.delete('xl/worksheets/sheet1.xml')
    expect(readWorkbook(parts)).toMatchObject({ sheets: [{ name: '一', path: null }] })
  })

  it('leaves charts out', () => {
    const parts = partsOf({ sheets: [{ name: '一', xml: '' }], extra: { 'xl/_rels/workbook.xml.rels': strToU8('<Relationships><Relationship Id="rId1" Type="x/chartsheet" Target="c.xml"/></Relationships>') } })
    expect(readWorkbook(parts)).toMatchObject({ sheets: [] })
  })

  it('tells where there is no workbook, or a broken one', () => {
    expect(readWorkbook(new Map())).toBe('no-workbook')
    expect(readWorkbook(new Map([['xl/workbook.xml', strToU8('<a>')]]))).toMatchObject({ code: 'xml-broken' })
  })
})
