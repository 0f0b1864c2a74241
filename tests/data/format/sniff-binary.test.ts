import { describe, expect, it } from 'vitest'
import { sniffBinary } from '@/data/format/sniff-binary'
import { joined } from '../../fixtures/make-zip'

const bytes = (text: string, length = 600) => Uint8Array.from({ length: Math.max(length, text.length) }, (_, i) => (i < text.length ? text.charCodeAt(i) : 0))
/** A compound file whose directory, in the first sector, names one stream. */
function compound(stream: string): Uint8Array {
  const header = bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 512)
  new DataView(header.buffer).setUint16(30, 9, true)
  return joined([header, Uint8Array.from({ length: 512 }, (_, i) => (i % 2 === 0 && i / 2 < stream.length ? stream.charCodeAt(i / 2) : 0))])
}

describe('sniffBinary', () => {
  it.each([
    ['rar', 'Rar!\x1a\x07\x01'], ['7z', '7z\xbc\xaf\x27\x1c'], ['gzip', '\x1f\x8b\x08'], ['gzip', 'BZh91AY&SY'], ['pdf', '%PDF-1.7'], ['image', '\x89PNG\r\n'], ['image', '\xff\xd8\xff\xe0'],
    ['image', 'BM'], ['dwg', 'AC1032'], ['program', 'MZ'], ['sqlite', 'SQLite format 3\0'],
  ])('knows %s', (kind, text) => {
    expect(sniffBinary(bytes(text))).toBe(kind)
  })

  it('knows what an old office file holds', () => {
    expect(sniffBinary(compound('Workbook'))).toBe('old-xls')
    expect(sniffBinary(compound('EncryptedPackage'))).toBe('encrypted-office')
    expect(sniffBinary(compound('WordDocument'))).toBe('word')
    expect(sniffBinary(compound('Workbook').subarray(0, 20))).toBe('old-xls')
  })

  it('does not take a text for a program, a picture, a drawing or an archive', () => {
    for (const text of ['MZ,BM\n1,2\n', 'BM 编号', 'hello', 'AC1001,红枫里\nAC1002,西园\n', 'BZh,mc\n1,2\n']) expect(sniffBinary(new TextEncoder().encode(text))).toBeNull()
  })
})
