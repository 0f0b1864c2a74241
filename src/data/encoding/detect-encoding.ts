import type { Encoding } from '@/domain/source-file'
import { scoreReading } from '@/data/encoding/score-reading'

export interface DetectedEncoding {
  encoding: Encoding
  /** True if there is a byte order mark. */
  hasMark: boolean
  /** True if another encoding fits nearly as well, or none fits well. */
  isDoubtful: boolean
  /** All that could be chosen, best first; only `encoding` if the bytes are plain ASCII or have a mark. */
  ranking: readonly Encoding[]
}

/** As much text as decides; the rest of a file is not looked at. */
const SAMPLE_BYTES = 65_536
/** Readings are compared by the share of their characters that are common; nearer than this is too near to tell. */
const CLEAR_LEAD = 0.15
/** A reading with fewer common characters than this is no text of that encoding. */
const GOOD_SCORE = 0.6
const SINGLE_BYTE_AND_MULTI: readonly Encoding[] = ['gb18030', 'big5', 'windows-1252']

/**
 * Encoding of a text by its bytes: a mark; zero bytes where UTF-16 has them; ASCII and valid UTF-8 (a text of another
 * encoding is hardly ever valid UTF-8 by chance); else whichever of GB 18030, Big5 and windows-1252 gives the most common
 * characters. Looks at 64 kB from the first character that is not ASCII; a character that the sample cuts in two counts for nothing.
 */
export function detectEncoding(bytes: Uint8Array): DetectedEncoding {
  const mark = markOf(bytes)
  if (mark) return { encoding: mark, hasMark: true, isDoubtful: false, ranking: [mark] }
  const wide = wideEncodingOf(bytes)
  if (wide) return { encoding: wide, hasMark: false, isDoubtful: false, ranking: [wide, wide === 'utf-16le' ? 'utf-16be' : 'utf-16le', 'utf-8'] }
  const start = firstBeyondAscii(bytes)
  if (start === -1) return { encoding: 'utf-8', hasMark: false, isDoubtful: false, ranking: ['utf-8'] }
  const sample = bytes.subarray(start, start + SAMPLE_BYTES)
  const isValidUtf8 = isUtf8(sample)
  if (isValidUtf8 && !isChanceUtf8(sample)) return { encoding: 'utf-8', hasMark: false, isDoubtful: false, ranking: ['utf-8', ...rank(bytes, start).map(({ encoding }) => encoding)] }
  return byScore(bytes, start, isValidUtf8)
}

function byScore(bytes: Uint8Array, start: number, isValidUtf8: boolean): DetectedEncoding {
  const ranked = rank(bytes, start)
  const [best, next] = [ranked[0]!, ranked[1]!]
  // Nearly valid UTF-8 is UTF-8 with damage: nothing else has so many proper sequences.
  const utf8 = scoreReading(bytes.subarray(start, start + SAMPLE_BYTES), 'utf-8')
  const all = ranked.map(({ encoding }) => encoding)
  if (utf8 > best.score) return { encoding: 'utf-8', hasMark: false, isDoubtful: true, ranking: ['utf-8', ...all] }
  const isDoubtful = isValidUtf8 || best.score < GOOD_SCORE || best.score - next.score < CLEAR_LEAD
  return { encoding: best.encoding, hasMark: false, isDoubtful, ranking: [...all, 'utf-8'] }
}

function rank(bytes: Uint8Array, start: number): { encoding: Encoding; score: number }[] {
  const sample = bytes.subarray(start, start + SAMPLE_BYTES)
  return SINGLE_BYTE_AND_MULTI.map((encoding) => ({ encoding, score: scoreReading(sample, encoding) })).sort((a, b) => b.score - a.score)
}

/** Encoding by its byte order mark (Unicode standard, 23.8), null without one. */
export function markOf(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/** Position of the first byte that is not ASCII, -1 if there is none. */
export function firstBeyondAscii(bytes: Uint8Array): number {
  for (let i = 0; i < bytes.length; i++) if (bytes[i]! >= 0x80) return i
  return -1
}

/** True if this is valid UTF-8. A last character may be cut if there is a whole one beyond ASCII before it. */
export function isUtf8(sample: Uint8Array): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    const isBeyondAscii = firstBeyondAscii(new TextEncoder().encode(decoder.decode(sample, { stream: true }))) !== -1
    if (!isBeyondAscii) decoder.decode()
    return true
  } catch {
    return false
  }
}

/** More characters than this are not valid UTF-8 by chance. */
const CHANCE_CHARACTERS = 6

/**
 * 一小 in GBK is valid UTF-8 for two letters of Cyrillic: so few, and so unlikely in a Chinese bureau, that it is not believed.
 * A single one is: no word of a table is a single Chinese character alone.
 */
function isChanceUtf8(sample: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(sample, { stream: true })
  let count = 0
  for (let i = 0; i < text.length && count <= CHANCE_CHARACTERS; i++) if (text.charCodeAt(i) >= 0x80) count++
  return count > 1 && count <= CHANCE_CHARACTERS && !text.includes('\ufffd') && scoreReading(sample, 'utf-8') < GOOD_SCORE
}

/** A share of what is read, as one in so many: plain signs a table in UTF-16 has at least; strange units it has at most. */
const PLAIN_SHARE = 20
const STRANGE_SHARE = 100
/** Read with its bytes the wrong way round, a text has fewer plain signs: 一 becomes an N. */
const PLAIN_LEAD = 3

/**
 * UTF-16 without a mark, null if it is none: read that way there are commas, digits and ends of lines, and hardly a sign that no
 * text has. In other encodings no byte of a text is zero, or a stray one, so that there are none of these.
 */
export function wideEncodingOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  const units = sample.length >> 1
  const isText = ({ plain, strange }: UnitCounts, other: UnitCounts) =>
    plain >= 2 && plain * PLAIN_SHARE >= units && plain > PLAIN_LEAD * other.plain && strange * STRANGE_SHARE <= units
  const [little, big] = [countUnits(sample, 0), countUnits(sample, 1)]
  return isText(little, big) ? 'utf-16le' : isText(big, little) ? 'utf-16be' : null
}

interface UnitCounts {
  /** ASCII that is written, ends of lines included. */
  plain: number
  /** Controls, private use, halves of pairs without the other, what is no character. */
  strange: number
}

/** @param low - Which byte of two is the low one: the first in little-endian, the second in big-endian. */
function countUnits(sample: Uint8Array, low: 0 | 1): UnitCounts {
  const counts = { plain: 0, strange: 0 }
  let before = 0
  for (let at = 0; at + 1 < sample.length; at += 2) {
    const unit = sample[at + low]! + sample[at + 1 - low]! * 256
    const isSecond = unit >= 0xdc00 && unit <= 0xdfff
    if (unit >= 0x20 ? unit < 0x7f : unit === 9 || unit === 10 || unit === 13) counts.plain++
    else if (unit < 0xa0 || (unit >= 0xe000 && unit <= 0xf8ff) || unit >= 0xfffe || isSecond !== (before >= 0xd800 && before <= 0xdbff)) counts.strange++
    before = unit
  }
  return counts
}
