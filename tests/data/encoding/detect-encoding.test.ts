import { describe, expect, it } from 'vitest'
import { detectEncoding, firstBeyondAscii, isUtf8, markOf } from '@/data/encoding/detect-encoding'
import { encodeDoubleByte, encodeWide } from '../../fixtures/bureau/encode-double-byte'

const utf8 = (text: string) => new TextEncoder().encode(text)
const latin1 = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0))
const LEDGER = '序号,小区名称,户数,建筑面积（㎡）,备注\r\n1,供销社家属院,126,14517.5,屋面防水已完成65％，外墙保温在施\r\n2,商场路国税局家属院,88,9800,竣工验收\r\n'
const LEDGER_TW = '序號,社區名稱,戶數,建築面積,備註\r\n1,新村第二期,126,14517.5,屋頂防水已完成，外牆在施工\r\n2,電信局宿舍,88,9800,驗收\r\n'

describe('detectEncoding', () => {
  it.each([
    ['UTF-8', 'utf-8', utf8(LEDGER)], ['GBK', 'gb18030', encodeDoubleByte(LEDGER)], ['Big5', 'big5', encodeDoubleByte(LEDGER_TW, 'big5')],
    ['UTF-16 LE', 'utf-16le', encodeWide(LEDGER, 'le')], ['UTF-16 BE', 'utf-16be', encodeWide(LEDGER, 'be')],
    ['windows-1252', 'windows-1252', latin1('name,city\nJosé,Málaga\nZoë,Köln\nRené,Orléans\n')],
  ])('knows %s without a mark, and has no doubt', (_, encoding, bytes) => {
    expect(detectEncoding(bytes)).toMatchObject({ encoding, hasMark: false, isDoubtful: false })
    expect(detectEncoding(bytes).ranking[0]).toBe(encoding)
  })

  it.each([
    ['utf-8', utf8(`\ufeff${LEDGER}`)], ['utf-16le', encodeWide(LEDGER, 'le', '\ufeff')], ['utf-16be', encodeWide(LEDGER, 'be', '\ufeff')],
  ])('goes by the mark of %s', (encoding, bytes) => {
    expect(detectEncoding(bytes)).toEqual({ encoding, hasMark: true, isDoubtful: false, ranking: [encoding] })
    expect(markOf(bytes)).toBe(encoding)
  })

  it('believes a single letter that is valid UTF-8', () => {
    expect(detectEncoding(new TextEncoder().encode('a,b\n4,ʤ')).encoding).toBe('utf-8')
  })

  it.each(['小区', '楼栋', '户数', '名称', '红枫里3号楼', '安丘市', '备注', '兴安街道', '网通邮电新村', '一小', '二轻局家属院', '粮食局宿舍', '棉纺厂'])('knows the GBK of %s', (text) => {
    expect(detectEncoding(encodeDoubleByte(text)).encoding).toBe('gb18030')
  })

  it.each(['社區名稱', '建築面積', '臺北市中正區', '備註', '電信局宿舍'])('knows the Big5 of %s', (text) => {
    expect(detectEncoding(encodeDoubleByte(text, 'big5')).encoding).toBe('big5')
  })

  it('knows characters of four bytes', () => {
    // 𠮷 is 95 32 B7 36 in GB 18030-2022.
    const bytes = Uint8Array.of(...encodeDoubleByte('小区名称，'), 0x95, 0x32, 0xb7, 0x36, ...encodeDoubleByte('家属院'))
    expect(detectEncoding(bytes)).toMatchObject({ encoding: 'gb18030', isDoubtful: false })
  })

  it('believes longer UTF-8 of any script', () => {
    expect(detectEncoding(utf8('Ηελλο ςορλδ'))).toMatchObject({ encoding: 'utf-8', isDoubtful: false })
  })

  it('takes ASCII for UTF-8 without a doubt or a choice', () => {
    expect(detectEncoding(utf8('id,x\n1,2\n'))).toEqual({ encoding: 'utf-8', hasMark: false, isDoubtful: false, ranking: ['utf-8'] })
    expect(detectEncoding(new Uint8Array())).toMatchObject({ encoding: 'utf-8', isDoubtful: false })
  })

  it('knows UTF-16 that was cut inside a character', () => {
    expect(detectEncoding(encodeWide(LEDGER, 'le').subarray(0, 51)).encoding).toBe('utf-16le')
    expect(detectEncoding(encodeWide('id,x\n1,2\n', 'be').subarray(0, 15)).encoding).toBe('utf-16be')
  })

  // 一 and 月 have bytes of UTF-16 that are zeros or controls.
  it.each(['名称,户数\r\n一小,3', '小区,1月,2月,3月\n甲,1,2,3'])('knows UTF-16 of %j without a mark', (text) => {
    expect(detectEncoding(encodeWide(text, 'le')).encoding).toBe('utf-16le')
    expect(detectEncoding(encodeWide(text, 'be')).encoding).toBe('utf-16be')
  })

  it('takes no text with stray zeros for UTF-16', () => {
    expect(detectEncoding(utf8('名称,户数\r\n红枫里\0,3\r\n西园,\0\0')).encoding).toBe('utf-8')
    expect(detectEncoding(encodeDoubleByte('名称,户数\r\n红枫里\0,3\r\n西园,\0\0')).encoding).toBe('gb18030')
    expect(detectEncoding(Uint8Array.from({ length: 999 }, (_, i) => (i * 7919) % 256)).encoding).not.toMatch(/^utf-16/)
  })

  it('takes UTF-8 with a damaged byte for UTF-8, with doubt', () => {
    const bytes = utf8(LEDGER)
    bytes[20] = 0xff
    expect(detectEncoding(bytes)).toMatchObject({ encoding: 'utf-8', isDoubtful: true })
  })

  it('doubts what is no text of any kind', () => {
    expect(detectEncoding(Uint8Array.from({ length: 999 }, (_, i) => 1 + ((i * 7919) % 255))).isDoubtful).toBe(true)
  })

  it.each([0, 1, 2, 3])('is not confused by a sample that ends inside a character (%d bytes before it)', (shift) => {
    const long = `${'x'.repeat(shift)}${'建筑面积'.repeat(20_000)}`
    expect(detectEncoding(utf8(long))).toMatchObject({ encoding: 'utf-8', isDoubtful: false })
    expect(detectEncoding(encodeDoubleByte(long))).toMatchObject({ encoding: 'gb18030', isDoubtful: false })
  })

  it('finds the first Chinese behind a megabyte of digits', () => {
    const digits = utf8('12345,67890\n'.repeat(90_000))
    const bytes = Uint8Array.of(...encodeDoubleByte('小区名称'))
    const all = new Uint8Array(digits.length + bytes.length)
    all.set(digits)
    all.set(bytes, digits.length)
    expect(detectEncoding(all)).toMatchObject({ encoding: 'gb18030' })
    expect(firstBeyondAscii(all)).toBe(digits.length)
  })

  it('looks at a sample only: 30 MB take no longer than 64 kB', () => {
    const bytes = new Uint8Array(30_000_000).fill(0xd0)
    const start = performance.now()
    detectEncoding(bytes)
    expect(performance.now() - start).toBeLessThan(3000)
  })
})

describe('isUtf8', () => {
  it('tells UTF-8 from the rest, but for a cut end', () => {
    expect(isUtf8(utf8('小区').subarray(0, 5))).toBe(true)
    expect(isUtf8(encodeDoubleByte('小区'))).toBe(false)
    expect(isUtf8(Uint8Array.of(0xc0, 0x80))).toBe(false)
    // José in windows-1252 ends with what could begin a character of UTF-8.
    expect(isUtf8(Uint8Array.of(0x4a, 0x6f, 0x73, 0xe9))).toBe(false)
  })
})
