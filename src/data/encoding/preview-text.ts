import type { Encoding, FileEncoding } from '@/domain/source-file'
import { firstBeyondAscii } from '@/data/encoding/detect-encoding'

/** Bytes that are shown, and characters of them. */
const PREVIEW_BYTES = 400
const PREVIEW_CHARACTERS = 80
/** How far back the line may begin. */
const MAX_BACK = 40

/** The text around the first character that is not ASCII as it reads in each encoding, on one line of at most 80 characters. */
export function previewsOf(bytes: Uint8Array, encodings: readonly Encoding[]): FileEncoding['previews'] {
  const from = startOf(bytes)
  return encodings.map((encoding) => ({ encoding, text: read(bytes, encoding.startsWith('utf-16') ? from - (from % 2) : from, encoding) }))
}

/** Where the line of the first sign beyond ASCII begins. */
function startOf(bytes: Uint8Array): number {
  const first = Math.max(0, firstBeyondAscii(bytes))
  let from = first
  while (from > 0 && first - from < MAX_BACK && bytes[from - 1] !== 0x0a && bytes[from - 1] !== 0x0d) from--
  return from
}

function read(bytes: Uint8Array, from: number, encoding: Encoding): string {
  const text = new TextDecoder(encoding).decode(bytes.subarray(from, from + PREVIEW_BYTES), { stream: true })
   
  const characters = [...text.replace(/[\u0000-\u0020\u007f-\u009f\u2028\u2029]+/g, ' ').trim()]
  return characters.slice(0, PREVIEW_CHARACTERS).join('')
}
