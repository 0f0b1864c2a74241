import { describe, expect, it } from 'vitest'
import { sha256Hex } from '@/data/hash'
import { decodeUtf8, looksLikeHtml, notUtf8, verifyBytes } from '@/data/verify-bytes'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const promised = { path: 'a.json', bytes: 7, sha256: sha256Hex(bytesOf('{"a":1}')) }

describe('verifyBytes', () => {
  it('accepts the promised bytes', () => {
    expect(verifyBytes(bytesOf('{"a":1}'), promised)).toBeNull()
  })

  it.each([
    ['a page', '\n <html>', 'file-is-html'],
    ['a short file', '{"a":', 'file-truncated'],
    ['one flipped sign', '{"a":2}', 'file-altered'],
    ['a longer file', '{"a":1} ', 'file-altered'],
  ])('names %s', (_, text, code) => {
    expect(verifyBytes(bytesOf(text), promised)).toMatchObject({ code, file: 'a.json', severity: 'error' })
  })
})

describe('looksLikeHtml', () => {
  it('sees a page behind a byte order mark and blanks', () => {
    expect([looksLikeHtml(bytesOf('\uFEFF \n<!DOCTYPE html>')), looksLikeHtml(bytesOf('')), looksLikeHtml(bytesOf('{"a":"<"}'))]).toEqual([true, false, false])
  })
})

describe('decodeUtf8', () => {
  it('drops the byte order mark', () => {
    expect(decodeUtf8(bytesOf('\uFEFF小区'))).toBe('小区')
  })

  it('refuses GBK, and says so by kind of file', () => {
    expect(decodeUtf8(new Uint8Array([0xd0, 0xa1, 0xc7, 0xf8]))).toBeNull()
    expect([notUtf8('ledger.csv').code, notUtf8('plan.json').code, notUtf8('a.geojson').code]).toEqual(['file-not-csv', 'file-not-json', 'file-not-json'])
  })
})
