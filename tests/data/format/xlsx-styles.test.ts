import { strToU8 } from 'fflate'
import { expect, it } from 'vitest'
import { readNumberKinds } from '@/data/format/xlsx-styles'

it('tells what numbers stand for by the style of a cell, and takes no named style for one', () => {
  const xml = '<styleSheet><numFmts><numFmt numFmtId="14" formatCode="0.0"/><numFmt numFmtId="200" formatCode="0%"/></numFmts>'
    + '<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="200"/><xf numFmtId="31"/><xf/></cellXfs><dxfs><xf numFmtId="9"/></dxfs></styleSheet>'
  expect(readNumberKinds(strToU8(xml))).toEqual({ kinds: ['number', 'number', 'percent', 'date', 'number'], problem: null })
  expect(readNumberKinds(strToU8('<a')).problem).toMatchObject({ code: 'xml-broken' })
})
