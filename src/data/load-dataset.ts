import type { Bounds } from '@/data/check-coordinates'
import { fetchBytes, type FetchOptions, type LoadFailure } from '@/data/fetch-bytes'
import { sha256Hex } from '@/data/hash'
import { readDataset, type DatasetValues } from '@/data/read-dataset'
import { MANIFEST_PATH, readManifest } from '@/data/read-manifest'
import { decodeUtf8, notUtf8, verifyBytes } from '@/data/verify-bytes'
import type { Checked, Finding, FindingCode } from '@/domain/finding'
import type { DatasetId, Manifest, ManifestFile } from '@/domain/manifest'

/** A file that was loaded, or why it was not. */
export interface Loaded<T> {
  /** Null exactly if `failure` is set. */
  value: T | null
  /** What is wrong inside; a file with errors in some records still has a value. */
  findings: Finding[]
  failure: LoadFailure | null
}

/** With the SHA-256 of its bytes; null if there are none. */
export interface LoadedManifest extends Loaded<Manifest> {
  sha256: string | null
}

export interface LoadOptions extends FetchOptions {
  /** Bounds of the plan, once it is loaded; null before. */
  bounds: Bounds | null
}

/** Load and read the manifest, with its SHA-256. Always asked of the server, so that replaced data are seen at once. */
export async function loadManifest(options: FetchOptions): Promise<LoadedManifest> {
  const { bytes, failure } = await fetchBytes(MANIFEST_PATH, '', 'no-cache', null, options)
  if (failure) return { value: null, findings: findingOf(failure), failure, sha256: null }
  return { ...readBytes(bytes, MANIFEST_PATH, (text) => readManifest(text)), sha256: sha256Hex(bytes) }
}

/** The bytes the manifest promised, or why there are none. */
export interface LoadedBytes {
  /** Null exactly if `failure` is set. */
  bytes: Uint8Array | null
  findings: Finding[]
  failure: LoadFailure | null
}

/**
 * Load and read one file of the manifest.
 *
 * @returns Never rejects for bad data; rejects with the reason of `signal` if that is aborted.
 */
export async function loadDataset<D extends DatasetId>(
  file: ManifestFile & { id: D }, options: LoadOptions,
): Promise<Loaded<DatasetValues[D]>> {
  const { bytes, ...answer } = await loadBytes(file, options)
  return bytes ? readLoaded(file, bytes, options.bounds) : { value: null, ...answer }
}

/**
 * Load one file of the manifest without reading it.
 *
 * Checked in this order: status, page instead of data, length, hash. The address carries the hash,
 * so a cache never answers with data that were replaced.
 */
export async function loadBytes(file: ManifestFile, options: FetchOptions): Promise<LoadedBytes> {
  const { bytes, failure } = await fetchBytes(file.path, `?v=${file.sha256.slice(0, 12)}`, 'default', file.bytes, options)
  if (failure) return { bytes: null, findings: findingOf(failure), failure }
  const broken = verifyBytes(bytes, file)
  if (!broken) return { bytes, findings: [], failure: null }
  const code = FAILURE_OF[broken.code] ?? 'invalid'
  return { bytes: null, findings: [broken], failure: { code, file: file.path, params: broken.params } }
}

/** Read the bytes of one file, which are those the manifest promised. Checked: UTF-8, content. */
export function readLoaded<D extends DatasetId>(
  file: ManifestFile & { id: D }, bytes: Uint8Array, bounds: Bounds | null,
): Loaded<DatasetValues[D]> {
  return readBytes(bytes, file.path, (text) => readDataset(file.id, text, { file: file.path, bounds, audience: file.audience }))
}

const FAILURE_OF: { readonly [C in FindingCode]?: LoadFailure['code'] } = {
  'file-is-html': 'is-html',
  'file-truncated': 'truncated',
  'file-altered': 'altered',
}

/** Read the text of bytes that were checked. Not UTF-8 or nothing usable in it: a failure. */
export function readBytes<T>(bytes: Uint8Array, path: string, read: (text: string) => Checked<T>): Loaded<T> {
  const text = decodeUtf8(bytes)
  const { value, findings } = text === null ? { value: null, findings: [notUtf8(path)] } : read(text)
  if (value !== null) return { value, findings, failure: null }
  const params = { code: findings[0]?.code ?? '', findings: findings.length }
  return { value, findings, failure: { code: 'invalid', file: path, params } }
}

/** A missing file and a page in its place are also findings; what the network did is not. */
function findingOf({ code, file }: LoadFailure): Finding[] {
  const place = { severity: 'error', file, feature: null, field: null, params: {} } as const
  if (code === 'missing') return [{ code: 'file-missing', ...place }]
  return code === 'is-html' ? [{ code: 'file-is-html', ...place }] : []
}
