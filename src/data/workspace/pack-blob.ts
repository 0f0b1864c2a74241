import { deflateSync, inflateSync } from 'fflate'
import { sha256Hex } from '@/data/hash'

/** A file as it is kept: deflated (RFC 1951), because every step holds its own version of each file it changed. */
export function packBlob(bytes: Uint8Array): Uint8Array {
  return deflateSync(bytes, { level: 6 })
}

/** The file again; null if one bit of it is not as it was. */
export function unpackBlob(packed: Uint8Array, sha256: string): Uint8Array | null {
  try {
    const bytes = inflateSync(packed)
    return sha256Hex(bytes) === sha256 ? bytes : null
  } catch {
    return null
  }
}
