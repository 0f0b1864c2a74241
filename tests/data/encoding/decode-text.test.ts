import { describe, expect, it } from 'vitest'
import { decodeText, encodingFindings, settleEncoding } from '@/data/encoding/decode-text'
import { encodeDoubleByte, encodeWide } from '../../fixtures/bureau/encode-double-byte'

const utf8 = (text: string) => new TextEncoder().encode(text)
const TEXT = '小区名称,户数\r\n红枫里,126\r\n'

describe('decodeText', () => {
  it.each([
    ['UTF-8', utf8(TEXT), 'utf-8', 'detected'], ['UTF-8 with a mark', utf8(`\ufeff${TEXT}`), 'utf-8', 'mark'], ['GBK', encodeDoubleByte(TEXT), 'gb18030', 'detected'],
    ['UTF-16 LE with a mark', encodeWide(TEXT, 'le', '\ufeff'), 'utf-16le', 'mark'], ['UTF-16 BE with a mark', encodeWide(TEXT, 'be', '\ufeff'), 'utf-16be', 'mark'],
    ['UTF-16 LE', encodeWide(TEXT, 'le'), 'utf-16le', 'detected'],
  ])('reads %s', (_, bytes, encoding, by) => {
    expect(decodeText(bytes, 'a.csv')).toMatchObject({ text: TEXT, fileEncoding: { encoding, by }, findings: [] })
  })

  it('offers the other encodings with what they would give, the best first', () => {
    const { previews } = decodeText(encodeDoubleByte(TEXT), 'a.csv').fileEncoding
    expect(previews[0]).toEqual({ encoding: 'gb18030', text: '小区名称,户数 红枫里,126' })
    expect(previews.map(({ encoding }) => encoding).sort()).toEqual(['big5', 'gb18030', 'utf-8', 'windows-1252'])
  })

  it('offers nothing where there is nothing to choose', () => {
    expect(decodeText(utf8('a,b\n'), 'a.csv').fileEncoding).toEqual({ encoding: 'utf-8', by: 'detected', previews: [] })
    expect(decodeText(utf8('\ufeff小区'), 'a.csv').fileEncoding.previews).toEqual([])
  })

  it('overrules an impossible declaration by a likely one, and says that it is not certain', () => {
    // 红枫里 could be 綻噹 and more in Big5.
    const { text, findings } = decodeText(encodeDoubleByte('红枫里'), 'a.dbf', { declared: 'utf-8' })
    expect([text, findings.map(({ code }) => code)]).toEqual(['红枫里', ['encoding-mismatch', 'encoding-doubtful']])
  })

  it('obeys a person, and says what could not be read', () => {
    const { fileEncoding, findings } = decodeText(encodeDoubleByte('小区'), 'a.csv', { chosen: 'utf-8' })
    expect(fileEncoding).toMatchObject({ encoding: 'utf-8', by: 'chosen', previews: [{ encoding: 'utf-8' }, { encoding: 'gb18030', text: '小区' }, {}, {}] })
    expect(findings).toEqual([{ code: 'encoding-doubtful', severity: 'warning', file: 'a.csv', feature: null, field: null, params: { encoding: 'utf-8', places: 2 } }])
  })

  it('follows a declaration that can be true', () => {
    expect(decodeText(encodeDoubleByte('一', 'gbk'), 'a.dbf', { declared: 'gb18030' })).toMatchObject({ text: '一', fileEncoding: { encoding: 'gb18030', by: 'declared' }, findings: [] })
    expect(decodeText(utf8('a'), 'a.dbf', { declared: 'big5' }).fileEncoding).toEqual({ encoding: 'big5', by: 'declared', previews: [] })
    expect(decodeText(Uint8Array.of(0x4a, 0x6f, 0x73, 0xe9), 'a.dbf', { declared: 'windows-1252' })).toMatchObject({ text: 'José', fileEncoding: { by: 'declared' }, findings: [] })
  })

  it.each([['utf-8' as const], ['windows-1252' as const], ['big5' as const]])('overrules a declaration of %s that GBK text makes impossible, and says so', (declared) => {
    const { text, fileEncoding, findings } = decodeText(encodeDoubleByte(TEXT), 'a.dbf', { declared })
    expect(text).toBe(TEXT)
    expect(fileEncoding).toMatchObject({ encoding: 'gb18030', by: 'detected' })
    expect(findings).toMatchObject([{ code: 'encoding-mismatch', severity: 'warning', params: { declared, encoding: 'gb18030' } }])
  })

  it('does not let a doubt between two Chinese encodings save a Latin one', () => {
    const { text, findings } = decodeText(encodeDoubleByte('红枫里'), 'a.dbf', { declared: 'windows-1252' })
    expect([text, findings.map(({ code }) => code)]).toEqual(['红枫里', ['encoding-mismatch', 'encoding-doubtful']])
  })

  it('believes a declaration that reads nearly as well', () => {
    expect(decodeText(encodeDoubleByte('红枫里'), 'a.dbf', { declared: 'big5' })).toMatchObject({ fileEncoding: { encoding: 'big5', by: 'declared' }, findings: [] })
  })

  it('overrules a declaration of GBK on UTF-8 with an odd number of bytes', () => {
    const { text, findings } = decodeText(utf8('小区名'), 'a.dbf', { declared: 'gb18030' })
    expect([text, findings.map(({ code }) => code)]).toEqual(['小区名', ['encoding-mismatch']])
  })

  it('reads JSON in GBK though the standard has UTF-8 only, and says so', () => {
    const { text, findings } = decodeText(encodeDoubleByte('{"name":"红枫里小区"}'), 'a.geojson', { standard: 'utf-8' })
    expect([text, findings.map(({ code }) => code)]).toEqual(['{"name":"红枫里小区"}', ['encoding-mismatch']])
    expect(decodeText(utf8('{"name":"红枫里"}'), 'a.geojson', { standard: 'utf-8' })).toMatchObject({ fileEncoding: { encoding: 'utf-8', by: 'standard' }, findings: [] })
  })

  it('counts what was cut off or lost before', () => {
    expect(decodeText(utf8('小区').subarray(0, 5), 'a.csv').findings).toMatchObject([{ code: 'encoding-doubtful', params: { encoding: 'utf-8', places: 1 } }])
    expect(decodeText(utf8('小\ufffd\ufffd'), 'a.csv').findings).toMatchObject([{ params: { places: 2 } }])
  })
})

describe('settleEncoding', () => {
  it('serves texts that are read in pieces', () => {
    const settled = settleEncoding(encodeDoubleByte('红枫里小区名称'), { declared: 'utf-8' })
    expect(settled).toMatchObject({ fileEncoding: { encoding: 'gb18030' }, overruled: 'utf-8', isDoubtful: false })
    expect(encodingFindings(settled, 3, 'a.dbf').map(({ code, params }) => [code, params.places ?? null])).toEqual([['encoding-mismatch', null], ['encoding-doubtful', 3]])
  })
})
