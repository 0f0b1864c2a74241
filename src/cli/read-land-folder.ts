import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { LandInput } from '@/analysis/land/land-input'
import { UsageError } from '@/cli/arguments'
import { assembleLand, LAND_DATA } from '@/data/assemble-land'
import { defaultPath } from '@/data/fields'
import { sha256Hex } from '@/data/hash'
import { readDataset, type DatasetValues } from '@/data/read-dataset'
import { readLandRules } from '@/data/read-land-rules'
import { MANIFEST_PATH, readManifest } from '@/data/read-manifest'
import { decodeUtf8, looksLikeHtml, notUtf8, verifyBytes } from '@/data/verify-bytes'
import type { Finding } from '@/domain/finding'
import type { LandRules } from '@/domain/land-rules'
import type { DatasetId, Manifest } from '@/domain/manifest'

export interface LandFolder {
  /** Null without a plan: then nothing can be counted. */
  input: LandInput | null
  /** Everything wrong with the files that were read. */
  findings: readonly Finding[]
  /** Datasets that are not in the folder. */
  missing: readonly DatasetId[]
  /** Features and rows with an error: they are left out. */
  skipped: readonly { file: string; ids: readonly string[] }[]
}

type Values = { [D in DatasetId]?: DatasetValues[D] }

/**
 * Read what finding land needs from a `geodata` folder, with the checks of the page.
 *
 * A file that differs from its manifest is used and named: the hashes in the answer are those of the bytes that were read.
 *
 * @param rulesPath - Rules in place of those of the folder; null: the folder's, or the built-in ones.
 * @throws {UsageError} The rules at `rulesPath` cannot be used.
 */
export function readLandFolder(dir: string, rulesPath: string | null): LandFolder {
  const findings: Finding[] = []
  const manifest = readManifestOf(dir, findings)
  const values: Values = {}
  const hashes: Partial<Record<DatasetId, string>> = {}
  const missing: DatasetId[] = []
  for (const id of LAND_DATA) {
    if (id === 'land-rules' && rulesPath !== null) continue
    const entry = manifest?.files.find((file) => file.id === id) ?? null
    const file = entry?.path ?? defaultPath(id)
    // Without an entry a file is no part of the folder, as on the page.
    const bytes = manifest && !entry ? null : readIfThere(join(dir, file))
    if (bytes === null) {
      missing.push(id)
      if (entry) findings.push({ code: 'file-missing', severity: 'error', file, feature: null, field: null, params: {} })
      continue
    }
    const different = entry && verifyBytes(bytes, entry)
    if (different && different.code !== 'file-is-html') findings.push(different)
    const text = textOf(bytes, file, findings)
    if (text === null) continue
    const { value, findings: found } = readDataset(id, text, { file, bounds: values.plan?.bounds ?? null, audience: entry?.audience })
    findings.push(...found)
    if (value === null) continue
    Object.assign(values, { [id]: value })
    hashes[id] = sha256Hex(bytes)
  }
  const own = rulesPath === null ? null : readRules(rulesPath)
  if (own) hashes['land-rules'] = own.sha256
  const input = assembleLand({
    values, rules: own?.rules ?? null, dataDate: manifest?.dataDate ?? null, isSynthetic: isSynthetic(values, manifest), hashes,
  })
  return { input, findings, missing, skipped: skippedIn(findings) }
}

/** One synthetic file is enough; without a manifest, one synthetic feature. */
function isSynthetic(values: Values, manifest: Manifest | null): boolean {
  if (manifest) return [manifest, ...manifest.files].some(({ provenance }) => provenance === 'synthetic')
  return Object.values(values).some((records) =>
    Array.isArray(records) && records.some((record: object) => 'provenance' in record && record.provenance === 'synthetic'))
}

function readManifestOf(dir: string, findings: Finding[]): Manifest | null {
  const bytes = readIfThere(join(dir, MANIFEST_PATH))
  const text = bytes && textOf(bytes, MANIFEST_PATH, findings)
  if (text === null) return null
  const { value, findings: found } = readManifest(text)
  findings.push(...found)
  return value
}

function readRules(path: string): { rules: LandRules; sha256: string } {
  const bytes = readIfThere(path)
  if (bytes === null) throw new UsageError(`--rules ${path}: 找不到文件 / no such file`)
  const findings: Finding[] = []
  const text = textOf(bytes, path, findings)
  const { value, findings: found } = text === null ? { value: null, findings } : readLandRules(text, path)
  if (value !== null) return { rules: value, sha256: sha256Hex(bytes) }
  const errors = found.filter(({ severity }) => severity === 'error')
  const places = errors.slice(0, 3).map(({ code, field }) => [field, code].filter((part) => part !== null).join(' ')).join(', ')
  throw new UsageError(`--rules ${path}: ${errors.length} 处错误，不能使用 / cannot be used (${places})`)
}

function textOf(bytes: Uint8Array, file: string, findings: Finding[]): string | null {
  const text = looksLikeHtml(bytes) ? null : decodeUtf8(bytes)
  if (text !== null) return text
  findings.push(looksLikeHtml(bytes) ? { code: 'file-is-html', severity: 'error', file, feature: null, field: null, params: {} } : notUtf8(file))
  return null
}

function skippedIn(findings: readonly Finding[]): { file: string; ids: string[] }[] {
  const skipped = new Map<string, Set<string>>()
  for (const { severity, file, feature } of findings) {
    if (severity === 'error' && feature !== null && file !== MANIFEST_PATH) skipped.set(file, (skipped.get(file) ?? new Set()).add(feature))
  }
  return [...skipped].map(([file, ids]) => ({ file, ids: [...ids] }))
}

function readIfThere(path: string): Uint8Array | null {
  return existsSync(path) && statSync(path).isFile() ? readFileSync(path) : null
}
