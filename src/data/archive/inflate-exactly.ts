import { Inflate } from 'fflate'

/** Deflate makes at most 1,032 bytes of one, so one step never holds more than 17 MB beyond what was promised. */
const STEP = 16_384

/** `size`: more or less came out than was promised. `stream`: the compressed data are damaged. */
export type InflateProblem = 'size' | 'stream'

/**
 * Inflate raw DEFLATE data (RFC 1951) that are promised to give `size` bytes.
 *
 * Goes on in small steps and stops as soon as more comes out, so that a false promise costs neither memory nor time.
 */
export function inflateExactly(packed: Uint8Array, size: number): Uint8Array | InflateProblem {
  const out = new Uint8Array(size)
  let filled = 0
  let isTooMuch = false
  const inflate = new Inflate((chunk) => {
    if (filled + chunk.length > size) isTooMuch = true
    else out.set(chunk, filled)
    filled += chunk.length
  })
  try {
    for (let at = 0; at < packed.length && !isTooMuch; at += STEP) {
      inflate.push(packed.subarray(at, at + STEP), at + STEP >= packed.length)
    }
  } catch {
    return isTooMuch ? 'size' : 'stream'
  }
  return isTooMuch || filled !== size ? 'size' : out
}
