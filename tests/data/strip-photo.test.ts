import { describe, expect, it } from 'vitest'
import { stripPhoto } from '@/data/strip-photo'
import { jpegWith, pngWith, webpWith } from '../fixtures/photos'

const SECRET = 'GPS36.431N'
const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')

describe('stripPhoto', () => {
  it.each([['jpg', jpegWith(SECRET)], ['png', pngWith(SECRET)], ['webp', webpWith(SECRET)]] as const)(
    'leaves no word in a %s', (extension, bytes) => {
      expect(textOf(bytes).split(SECRET).length).toBeGreaterThan(3)
      const stripped = stripPhoto(bytes)!
      expect(stripped.extension).toBe(extension)
      expect(textOf(stripped.bytes)).not.toMatch(/GPS|Exif|ICC|XMP|xap|Photoshop|tEXt|zTXt|iTXt|tIME/)
    })

  it('keeps the picture of a JPEG: tables, frame, scan, how colours are coded', () => {
    const { bytes } = stripPhoto(jpegWith(SECRET))!
    const markers = [0xee, 0xdb, 0xc0, 0xda, 0xd9].map((marker) => textOf(bytes).indexOf(String.fromCharCode(0xff, marker)))
    expect(markers.every((at, i) => at > (markers[i - 1] ?? 0))).toBe(true)
    expect(textOf(bytes)).toContain('\x12\xff\x00\x34\xff\xd0\x56\xff\xd9')
    expect(bytes.at(-1)).toBe(0xd9)
  })

  it('keeps which way up a JPEG stands, and nothing else of its Exif data', () => {
    const { bytes } = stripPhoto(jpegWith(SECRET, 6))!
    expect(textOf(bytes)).toContain('Exif')
    expect(textOf(bytes)).not.toContain('GPS')
    // What was written is read again: stripping twice changes nothing.
    expect(stripPhoto(bytes)!.bytes).toEqual(bytes)
    expect(textOf(bytes).slice(2, 40)).toContain('\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06')
  })

  it('keeps the pixels of a PNG and the alpha flag of a WebP', () => {
    expect(textOf(stripPhoto(pngWith(SECRET))!.bytes)).toMatch(/IHDR[\s\S]+IDAT[\s\S]+IEND....$/)
    const webp = stripPhoto(webpWith(SECRET))!.bytes
    expect(textOf(webp)).toMatch(/^RIFF.\0\0\0WEBPVP8X/s)
    expect([webp[4], webp[20]]).toEqual([webp.length - 8, 0b0001_0000])
  })

  it.each([
    ['a page', Buffer.from('<!doctype html>')], ['a GIF', Buffer.from('GIF89a')], ['nothing', new Uint8Array()],
    ['half a JPEG', jpegWith(SECRET).subarray(0, 200)], ['half a PNG', pngWith(SECRET).subarray(0, 60)], ['half a WebP', webpWith(SECRET).subarray(0, 40)],
    ['a JPEG that breaks off in a length', jpegWith(SECRET).subarray(0, 5)],
  ])('refuses %s', (_, bytes) => expect(stripPhoto(new Uint8Array(bytes))).toBeNull())
})
