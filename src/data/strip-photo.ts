/**
 * Photos without what a camera or an editor wrote beside the picture: place, time, device, names, remarks, previews.
 *
 * JPEG (ITU-T T.81): kept are frames, tables, scans, the Adobe marker that tells how colours are coded, and of the Exif
 * data the orientation alone, written anew. PNG (W3C 2003): kept are the chunks that a picture is drawn from. WebP (RFC
 * 9649): kept are the picture and its alpha channel. What follows the end of the picture is left out. Colour profiles are
 * left out too: they name device and maker; a picture is then shown as sRGB.
 */

export interface StrippedPhoto {
  bytes: Uint8Array
  extension: 'jpg' | 'png' | 'webp'
}

/** @returns Null if the bytes are no whole JPEG, PNG or WebP picture. */
export function stripPhoto(bytes: Uint8Array): StrippedPhoto | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return named('jpg', stripJpeg(bytes))
  if (textAt(bytes, 1, 3) === 'PNG') return named('png', stripPng(bytes))
  if (textAt(bytes, 0, 4) === 'RIFF' && textAt(bytes, 8, 4) === 'WEBP') return named('webp', stripWebp(bytes))
  return null
}

const named = (extension: StrippedPhoto['extension'], bytes: Uint8Array | null) => (bytes ? { extension, bytes } : null)

const SOS = 0xda
const EOI = 0xd9
const APP1 = 0xe1
const COMMENT = 0xfe

function stripJpeg(bytes: Uint8Array): Uint8Array | null {
  const kept: Uint8Array[] = []
  let orientation = 1
  for (let at = 2; at + 1 < bytes.length;) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1]!
    // Any number of fill bytes may stand before a marker.
    if (marker === 0xff) { at++; continue }
    if (marker === EOI) return joined([bytes.subarray(0, 2), ...exifOf(orientation), ...kept, bytes.subarray(at, at + 2)])
    const end = at + 2 + (bytes[at + 2]! << 8 | bytes[at + 3]!)
    if (!(end > at + 3 && end <= bytes.length)) return null
    const segment = bytes.subarray(at, end)
    if (marker === APP1 && textAt(segment, 4, 4) === 'Exif') orientation = orientationOf(segment.subarray(10)) ?? orientation
    const scanEnd = marker === SOS ? endOfScan(bytes, end) : end
    if (isPicture(marker, segment)) kept.push(bytes.subarray(at, scanEnd))
    at = scanEnd
  }
  return null
}

/** Application data and comments are no part of the picture, but for the Adobe marker. */
function isPicture(marker: number, segment: Uint8Array): boolean {
  if (marker === 0xee && textAt(segment, 4, 5) === 'Adobe') return true
  return marker !== COMMENT && (marker < 0xe0 || marker > 0xef)
}

/** Coded data end at the next marker that is neither a stuffed zero nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++) {
    const next = bytes[at + 1]!
    if (bytes[at] === 0xff && next !== 0 && !(next >= 0xd0 && next <= 0xd7) && next !== 0xff) return at
  }
  return bytes.length
}

/** Orientation 1…8 of a TIFF header; null if it has none. Only the first directory is looked at. */
function orientationOf(tiff: Uint8Array): number | null {
  if (tiff.length < 14) return null
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength)
  const isLittle = textAt(tiff, 0, 2) === 'II'
  const directory = view.getUint32(4, isLittle)
  if (directory + 2 > tiff.length) return null
  const entries = view.getUint16(directory, isLittle)
  for (let i = 0; i < entries; i++) {
    const entry = directory + 2 + 12 * i
    if (entry + 12 > tiff.length) return null
    if (view.getUint16(entry, isLittle) !== 0x0112) continue
    const value = view.getUint16(entry + 8, isLittle)
    return value >= 1 && value <= 8 ? value : null
  }
  return null
}

/** The smallest Exif segment that turns a picture; none if it stands upright. */
function exifOf(orientation: number): Uint8Array[] {
  if (orientation === 1) return []
  return [new Uint8Array([
    0xff, APP1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 42, 0, 0, 0, 8,
    0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0,
  ])]
}

/** Chunks that a PNG is drawn from; all others are words, times, profiles or somebody's own. */
const PNG_CHUNKS: readonly string[] = ['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB']

function stripPng(bytes: Uint8Array): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kept = [bytes.subarray(0, 8)]
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 12 + view.getUint32(at)
    const kind = textAt(bytes, at + 4, 4)
    if (end > bytes.length) return null
    if (PNG_CHUNKS.includes(kind)) kept.push(bytes.subarray(at, end))
    if (kind === 'IEND') return joined(kept)
    at = end
  }
  return null
}

/** Flags of an extended WebP header: profile, alpha, Exif, XMP, animation. Only alpha stays. */
const WEBP_ALPHA = 0b0001_0000

function stripWebp(bytes: Uint8Array): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = 8 + view.getUint32(4, true)
  const kept: Uint8Array[] = []
  for (let at = 12; at + 8 <= Math.min(end, bytes.length);) {
    const size = view.getUint32(at + 4, true)
    const next = at + 8 + size + (size % 2)
    if (at + 8 + size > bytes.length) return null
    const kind = textAt(bytes, at, 4)
    const chunk = bytes.slice(at, Math.min(next, bytes.length))
    if (kind === 'VP8X') chunk[8] = chunk[8]! & WEBP_ALPHA
    if (['VP8 ', 'VP8L', 'VP8X', 'ALPH'].includes(kind)) kept.push(chunk)
    at = next
  }
  if (!kept.some((chunk) => ['VP8 ', 'VP8L'].includes(textAt(chunk, 0, 4)))) return null
  const body = joined(kept)
  const head = new Uint8Array([0x52, 0x49, 0x46, 0x46, 0, 0, 0, 0, 0x57, 0x45, 0x42, 0x50])
  new DataView(head.buffer).setUint32(4, body.length + 4, true)
  return joined([head, body])
}

function textAt(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length))
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
