import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'

/**
 * SHA-256 as 64 lower-case hexadecimal digits.
 *
 * `crypto.subtle` does not exist on a plain http intranet address, so this is the one path for all.
 */
export function sha256Hex(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes))
}
