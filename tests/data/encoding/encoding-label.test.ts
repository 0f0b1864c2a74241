import { describe, expect, it } from 'vitest'
import { encodingOfCpg, encodingOfLabel, encodingOfLanguageId, encodingOfXml } from '@/data/encoding/encoding-label'

const ascii = (text: string) => new TextEncoder().encode(text)

describe('encodingOfLabel', () => {
  it.each([
    ['UTF-8', 'utf-8'], ['utf8', 'utf-8'], ['65001', 'utf-8'], ['CP65001', 'utf-8'], ['GBK', 'gb18030'], ['GB2312', 'gb18030'], ['gb18030', 'gb18030'],
    ['936', 'gb18030'], ['cp936', 'gb18030'], ['ANSI 936', 'gb18030'], ['OEM 936', 'gb18030'], ['Big5', 'big5'], ['BIG5-HKSCS', 'big5'], ['950', 'big5'], ['cp950', 'big5'],
    ['ISO-8859-1', 'windows-1252'], ['88591', 'windows-1252'], ['ISO 8859_1', 'windows-1252'], ['ANSI 1252', 'windows-1252'], ['Windows-1252', 'windows-1252'],
    ['utf-16', 'utf-16le'], ['UTF-16BE', 'utf-16be'],
  ])('reads %s as %s', (label, encoding) => {
    expect(encodingOfLabel(label)).toBe(encoding)
  })

  it.each(['', 'EUC-KR', '932', 'constructor', '__proto__', 'x'.repeat(99_999)])('does not know %j', (label) => {
    expect(encodingOfLabel(label)).toBeNull()
  })
})

describe('encodingOfCpg', () => {
  it('reads the label of the file, whatever stands around it', () => {
    expect(encodingOfCpg(ascii('UTF-8\r\n'))).toBe('utf-8')
    expect(encodingOfCpg(ascii('\ufeff936'))).toBe('gb18030')
    expect(encodingOfCpg(new Uint8Array())).toBeNull()
  })
})

describe('encodingOfLanguageId', () => {
  it.each([
    [0x4d, 'gb18030'], [0x7a, 'gb18030'], [0x4f, 'big5'], [0x78, 'big5'], [0x03, 'windows-1252'], [0x58, 'windows-1252'], [0x59, 'windows-1252'],
    [0, null], [0x57, null], [0x79, null], [0x13, null], [999, null],
  ])('reads %d as %s', (id, encoding) => {
    expect(encodingOfLanguageId(id)).toBe(encoding)
  })
})

describe('encodingOfXml', () => {
  it.each([
    ['<?xml version="1.0" encoding="UTF-8"?><kml/>', 'utf-8'], ["\n<?xml version='1.0' encoding='gb2312' ?>", 'gb18030'], ['<?xml version="1.0" encoding="GBK"?>', 'gb18030'],
    ['<?xml version="1.0"?><a encoding="GBK"/>', null], ['<kml encoding="GBK"/>', null], ['<?xml version="1.0" encoding="UTF-16"?>', null], ['', null],
  ])('reads %s', (text, encoding) => {
    expect(encodingOfXml(ascii(text))).toBe(encoding)
  })

  it('reads a hostile beginning at once', () => {
    const start = performance.now()
    expect(encodingOfXml(ascii('<?xml ' + 'encoding='.repeat(50_000)))).toBeNull()
    expect(performance.now() - start).toBeLessThan(1000)
  })
})
