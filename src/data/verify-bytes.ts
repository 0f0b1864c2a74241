import { sha256Hex } from '@/data/hash'
import type { Finding } from '@/domain/finding'
import type { ManifestFile } from '@/domain/manifest'

/** A web server that does not know a file often sends a page instead. No dataset begins with `<`. */
export function looksLikeHtml(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 64)).trimStart()
  return start.startsWith('<')
}

/**
 * Hold received bytes against what the manifest promises: page instead of data, too short, changed.
 *
 * @returns The first of these that is true; null if the bytes are the promised ones.
 */
export function verifyBytes(bytes: Uint8Array, promised: Pick<ManifestFile, 'path' | 'bytes' | 'sha256'>): Finding | null {
  const place = { severity: 'error', file: promised.path, feature: null, field: null } as const
  const lengths = { expectedBytes: promised.bytes, foundBytes: bytes.length }
  if (looksLikeHtml(bytes)) return { code: 'file-is-html', ...place, params: {} }
  if (bytes.length < promised.bytes) return { code: 'file-truncated', ...place, params: lengths }
  const found = sha256Hex(bytes)
  if (found === promised.sha256) return null
  const hashes = { expectedHash: promised.sha256.slice(0, 12), foundHash: found.slice(0, 12) }
  return { code: 'file-altered', ...place, params: { ...hashes, ...lengths } }
}

/** The text of a UTF-8 file without its byte order mark; null if the bytes are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** What to say of a file whose bytes are not UTF-8. */
export function notUtf8(file: string): Finding {
  const code = file.endsWith('.csv') ? 'file-not-csv' : 'file-not-json'
  return { code, severity: 'error', file, feature: null, field: null, params: { encoding: 'not-utf-8' } }
}
