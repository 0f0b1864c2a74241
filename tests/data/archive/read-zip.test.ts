import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { crc32 } from '@/data/archive/crc32'
import { isArchive, listZip, readZip, type ZipOptions } from '@/data/archive/read-zip'
import { joined, littleEndian, makeZip, type MadeEntry } from '../../fixtures/make-zip'

const read = (bytes: Uint8Array, options: Partial<ZipOptions> = {}) => readZip(bytes, { file: 'a.zip', ...options })
/** Code and parameters of the only finding; nothing may have been unpacked. */
function refusal(bytes: Uint8Array, options: Partial<ZipOptions> = {}) {
  const { value, findings } = read(bytes, options)
  expect(value).toBeNull()
  expect(findings).toHaveLength(1)
  return { code: findings[0]!.code, ...findings[0]!.params }
}
const names = (bytes: Uint8Array, options: Partial<ZipOptions> = {}) => read(bytes, options).value?.map(({ name }) => name)
const entry = (name: string, more: Partial<MadeEntry> = {}): MadeEntry => ({ name, bytes: `text of ${name}`, ...more })

describe('readZip', () => {
  it('unpacks what another writer has packed, stored or deflated', () => {
    const zip = zipSync({ '小区/a.txt': strToU8('一二三'), 'b.txt': [strToU8('x'.repeat(100)), { level: 0 }] })
    const { value, findings } = read(zip)
    expect(findings).toEqual([])
    expect(value?.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)])).toEqual([['小区/a.txt', '一二三'], ['b.txt', 'x'.repeat(100)]])
  })

  it('reads names in GBK, with backslashes, and a comment at the end', () => {
    expect(names(makeZip([{ name: Uint8Array.of(0xc2, 0xa5, 0x2e, 0x73, 0x68, 0x70) }, entry('a\\b.txt')], { comment: 'made by hand' }))).toEqual(['楼.shp', 'a/b.txt'])
  })

  it('leaves out folders and what macOS and Windows add', () => {
    expect(names(makeZip([entry('a/', { bytes: '' }), entry('a/b.shp'), entry('__MACOSX/a/._b.shp'), entry('a/.DS_Store'), entry('Thumbs.db')]))).toEqual(['a/b.shp'])
  })

  it('unpacks only what is wanted', () => {
    expect(names(makeZip([entry('a.xml'), entry('b.png')]), { wants: (name) => name.endsWith('.xml') })).toEqual(['a.xml'])
  })

  it('takes 64 files and refuses 65', () => {
    const some = (count: number) => makeZip(Array.from({ length: count }, (_, i) => entry(`f${i}`)))
    expect(read(some(63)).value).toHaveLength(63)
    expect(read(some(64)).value).toHaveLength(64)
    expect(refusal(some(65))).toEqual({ code: 'archive-limit', limit: 'entries', value: 65, max: 64, entry: '' })
    expect(read(some(65), { maxEntries: 100 }).value).toHaveLength(65)
  })

  it('takes a ratio of 200 and refuses 201', () => {
    const said = (size: number) => makeZip([entry('a', { bytes: 'x'.repeat(100), isStored: true, claims: { size, method: 8 } })])
    // It is no DEFLATE: 200 passes the limit and fails later.
    expect(refusal(said(19_900))).toMatchObject({ code: 'archive-broken' })
    expect(refusal(said(20_000))).toMatchObject({ code: 'archive-broken' })
    expect(refusal(said(20_001))).toEqual({ code: 'archive-limit', limit: 'ratio', value: 201, max: 200, entry: 'a' })
    expect(refusal(makeZip([entry('a', { claims: { packedSize: 0 } })]))).toMatchObject({ limit: 'ratio' })
  })

  it('refuses more than 256 MB in all before unpacking any', () => {
    const half = { bytes: new Uint8Array(1_000_000).map((_, i) => i * 7919), isStored: true }
    const said = (size: number) => makeZip([entry('a', { ...half, claims: { size } }), entry('b', { ...half, claims: { size: 128 * 1024 * 1024 } })])
    expect(refusal(said(128 * 1024 * 1024))).toMatchObject({ code: 'archive-broken', problem: 'size' })
    expect(refusal(said(128 * 1024 * 1024 + 1))).toMatchObject({ code: 'archive-limit', limit: 'bytes', max: 256 })
  })

  it.each(['../a.shp', 'a/../../b', '/etc/a', 'C:\\a.shp', 'c:a', '\\\\server\\a', 'a\\..\\b', 'a\u0000b', 'x'.repeat(201)])('refuses the name %j', (name) => {
    expect(refusal(makeZip([entry('good.txt'), entry(name)])).code).toBe('archive-path')
  })

  it('takes names with harmless dots', () => {
    expect(names(makeZip([entry('a..b.shp'), entry('..c/d...txt'), entry('./e')]))).toEqual(['a..b.shp', '..c/d...txt', './e'])
  })

  it('refuses symbolic links, also those named like folders', () => {
    expect(refusal(makeZip([entry('a/', { bytes: '/etc', claims: { attributes: 0xa1ff0000 } })])).code).toBe('archive-path')
    expect(refusal(makeZip([entry('a', { bytes: '/etc/passwd', claims: { attributes: 0xa1ff0000 } })]))).toEqual({ code: 'archive-path', found: 'a' })
  })

  it('refuses archives in an archive, whatever they are called', () => {
    expect(refusal(makeZip([entry('in.ZIP')]))).toEqual({ code: 'archive-nested', found: 'in.ZIP' })
    for (const name of ['a.kmz', 'b.xlsx', 'c.7z']) expect(refusal(makeZip([entry(name)])).code).toBe('archive-nested')
    expect(refusal(makeZip([entry('plan.shp', { bytes: makeZip([entry('x')]) })]))).toEqual({ code: 'archive-nested', found: 'plan.shp' })
    expect(names(makeZip([entry('a.xml'), entry('in.xlsx')]), { nested: 'left-out' })).toEqual(['a.xml'])
  })

  it.each([1, 0x41, 0x2001])('refuses what is encrypted (flags %i)', (flags) => {
    expect(refusal(makeZip([entry('a.shp', { claims: { flags } })]))).toEqual({ code: 'file-encrypted', entry: 'a.shp' })
  })

  it('refuses an entry that gives more or less than it says', () => {
    for (const size of [14, 16]) expect(refusal(makeZip([entry('a', { bytes: 'fifteen letters', claims: { size } })]))).toMatchObject({ problem: 'size' })
  })

  it('refuses a wrong checksum, method, header and a name that appears twice', () => {
    expect(refusal(makeZip([entry('a', { claims: { checksum: 1 } })]))).toEqual({ code: 'archive-broken', problem: 'checksum', entry: 'a' })
    expect(refusal(makeZip([entry('a', { claims: { method: 14 } })]))).toMatchObject({ problem: 'method' })
    expect(refusal(makeZip([entry('a', { claims: { localName: 'b' } })]))).toMatchObject({ problem: 'header' })
    expect(refusal(makeZip([entry('a'), entry('a')]))).toMatchObject({ problem: 'twice' })
  })

  it('refuses every truncation and never throws for a flipped bit', () => {
    const zip = makeZip([entry('a.txt'), entry('b.txt', { bytes: 'b'.repeat(300) })])
    for (let length = 0; length < zip.length; length++) expect(read(zip.subarray(0, length)).value, `${length} bytes`).toBeNull()
    for (let bit = 0; bit < zip.length * 8; bit++) {
      const flipped = zip.slice()
      flipped[bit >> 3]! ^= 1 << (bit & 7)
      const { value, findings } = read(flipped)
      expect(value === null).toBe(findings.length > 0)
    }
  })

  it('reads an archive with sizes of 64 bits', () => {
    // The extra field 1 holds size, packed size and place; the end record points to one of 64 bits.
    const bytes = new TextEncoder().encode('hello')
    const local = littleEndian([[4, 0x04034b50], [2, 45], [2, 0], [2, 0], [2, 0], [2, 33], [4, crc32(bytes)], [4, 0xffffffff], [4, 0xffffffff], [2, 1], [2, 0]])
    const packed = joined([local, bytes.subarray(0, 0), Uint8Array.of(0x61), bytes])
    const member = littleEndian([
      [4, 0x02014b50], [2, 45], [2, 45], [2, 0], [2, 0], [2, 0], [2, 33], [4, crc32(bytes)], [4, 0xffffffff], [4, 0xffffffff], [2, 1], [2, 28], [2, 0], [2, 0], [2, 0],
      [4, 0], [4, 0xffffffff], [1, 0x61], [2, 1], [2, 24], [4, 5], [4, 0], [4, 5], [4, 0], [4, 0], [4, 0],
    ])
    const end64 = littleEndian([
      [4, 0x06064b50], [4, 44], [4, 0], [2, 45], [2, 45], [4, 0], [4, 0], [4, 1], [4, 0], [4, 1], [4, 0], [4, member.length], [4, 0], [4, packed.length], [4, 0],
    ])
    const place = littleEndian([[4, 0x07064b50], [4, 0], [4, packed.length + member.length], [4, 0], [4, 1]])
    const end = littleEndian([[4, 0x06054b50], [2, 0], [2, 0], [2, 0xffff], [2, 0xffff], [4, 0xffffffff], [4, 0xffffffff], [2, 0]])
    expect(read(joined([packed, member, end64, place, end]))).toEqual({ value: [{ name: 'a', bytes }], findings: [] })
  })
})

describe('listZip', () => {
  it('lists names without unpacking, and says when there is no directory', () => {
    const zip = makeZip([entry('a/b.kml', { claims: { checksum: 1 } }), entry('__MACOSX/x')])
    expect(listZip(zip)).toEqual(['a/b.kml'])
    expect(listZip(zip.subarray(0, zip.length - 1))).toBeNull()
  })
})

describe('isArchive', () => {
  it('knows archives by their first bytes', () => {
    expect(isArchive(Uint8Array.of(0x52, 0x61, 0x72, 0x21, 0x1a, 7, 0))).toBe(true)
    expect(isArchive(strToU8('PK is a name'))).toBe(false)
  })
})
