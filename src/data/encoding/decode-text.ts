import type { Finding } from '@/domain/finding'
import type { Encoding, EncodingOrigin, FileEncoding } from '@/domain/source-file'
import { detectEncoding, markOf } from '@/data/encoding/detect-encoding'
import type { DetectedEncoding } from '@/data/encoding/detect-encoding'
import { previewsOf } from '@/data/encoding/preview-text'
import { scoreReading } from '@/data/encoding/score-reading'

export interface DecodeOptions {
  /** By a person: used whatever else is known. */
  chosen?: Encoding | null
  /** By `.cpg`, DBF language id or XML declaration. */
  declared?: Encoding | null
  /** The only one the format allows: UTF-8 for JSON. */
  standard?: Encoding | null
}

/** Which encoding a text is read in, and how far that can be trusted. */
export interface SettledEncoding {
  fileEncoding: FileEncoding
  isDoubtful: boolean
  /** What the file or its format states, if its content made that impossible and another was taken. */
  overruled: Encoding | null
}

/**
 * Which encoding text is read in, before it is read: for a whole file, or for the texts of a DBF put one after the
 * other. In this order: chosen, mark, declared, standard, detected. What is declared is overruled only where the bytes
 * cannot be it and another encoding clearly fits, and that is always said (`encoding-mismatch`).
 */
export function settleEncoding(sample: Uint8Array, { chosen = null, declared = null, standard = null }: DecodeOptions): SettledEncoding {
  const mark = markOf(sample)
  if (mark && (chosen ?? mark) === mark) return settled(mark, 'mark')
  const detected = detectEncoding(sample)
  const stated = declared ?? standard
  if (chosen) return withPreviews(sample, chosen, 'chosen', detected)
  if (!stated) return withPreviews(sample, detected.encoding, 'detected', detected)
  const origin = declared ? 'declared' : 'standard'
  if (detected.ranking.length === 1 && !stated.startsWith('utf-16')) return settled(stated, origin)
  if (stated === detected.encoding) return { ...withPreviews(sample, stated, origin, detected), isDoubtful: false }
  if (canBe(sample, stated, detected)) return withPreviews(sample, stated, origin, detected)
  return { ...withPreviews(sample, detected.encoding, 'detected', detected), overruled: stated }
}

const settled = (encoding: Encoding, by: EncodingOrigin): SettledEncoding => ({ fileEncoding: { encoding, by, previews: [] }, isDoubtful: false, overruled: null })

function withPreviews(sample: Uint8Array, encoding: Encoding, by: EncodingOrigin, detected: DetectedEncoding): SettledEncoding {
  const others = detected.ranking.filter((each) => each !== encoding)
  // Plain ASCII reads the same in all encodings: there is nothing to choose.
  const previews = detected.ranking.length === 1 && others.length === 0 ? [] : previewsOf(sample, [encoding, ...others])
  return { fileEncoding: { encoding, by, previews }, isDoubtful: by === 'detected' && detected.isDoubtful, overruled: null }
}

/** Damage is looked for in this much. */
const CHECKED_BYTES = 1 << 20
/** By so much of `scoreReading` another encoding must read better before a statement is not believed. */
const SURE_LEAD = 0.4

/**
 * False if bytes are no characters of the stated encoding but are some of the detected one. An encoding that takes nearly
 * every byte gives way to one that surely fits and in which it makes no sense.
 */
function canBe(sample: Uint8Array, stated: Encoding, detected: DetectedEncoding): boolean {
  const hasDamage = (encoding: Encoding) => new TextDecoder(encoding).decode(sample.subarray(0, CHECKED_BYTES), { stream: sample.length > CHECKED_BYTES }).includes('\ufffd')
  if (hasDamage(stated)) return hasDamage(detected.encoding)
  if (stated.startsWith('utf-16') || detected.encoding.startsWith('utf-16')) return stated.startsWith('utf-16') && detected.encoding.startsWith('utf-16')
  if (stated === 'utf-8') return true
  const score = (encoding: Encoding) => scoreReading(sample.subarray(0, CHECKED_BYTES), encoding)
  return score(detected.encoding) - score(stated) < SURE_LEAD
}

export interface DecodedText {
  /** Without byte order mark. */
  text: string
  fileEncoding: FileEncoding
  /** `encoding-doubtful`, `encoding-mismatch`; warnings of the whole file. */
  findings: Finding[]
}

/** Text of a file, with how its encoding became known. `file` is the name for findings. */
export function decodeText(bytes: Uint8Array, file: string, options: DecodeOptions = {}): DecodedText {
  const found = settleEncoding(bytes, options)
  const text = new TextDecoder(found.fileEncoding.encoding).decode(bytes)
  return { text, fileEncoding: found.fileEncoding, findings: encodingFindings(found, countDamaged(text), file) }
}

/** Number of characters that could not be read, or were already lost when the file was written. */
export function countDamaged(text: string): number {
  let count = 0
  for (let at = text.indexOf('\ufffd'); at !== -1; at = text.indexOf('\ufffd', at + 1)) count++
  return count
}

/** Findings about an encoding; for text that was read in pieces, `damaged` is the sum of `countDamaged`. */
export function encodingFindings({ fileEncoding, isDoubtful, overruled }: SettledEncoding, damaged: number, file: string): Finding[] {
  const { encoding } = fileEncoding
  const place = { severity: 'warning', file, feature: null, field: null } as const
  return [
    ...(overruled ? [{ ...place, code: 'encoding-mismatch', params: { declared: overruled, encoding } } as const] : []),
    ...(isDoubtful || damaged > 0 ? [{ ...place, code: 'encoding-doubtful', params: { encoding, places: damaged } } as const] : []),
  ]
}
