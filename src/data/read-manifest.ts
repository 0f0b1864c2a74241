import { shown } from '@/data/check-fields'
import { ownMember } from '@/data/check-structure'
import { parseJson } from '@/data/parse-json'
import { plainText } from '@/data/plain-text'
import { parseDay } from '@/domain/day'
import type { Checked, Finding } from '@/domain/finding'
import { AUDIENCES, CORE_DATASETS, DATASETS, type Manifest, type ManifestFile } from '@/domain/manifest'
import { PROVENANCES } from '@/domain/programme'

/** Name of the manifest in every `geodata` folder. */
export const MANIFEST_PATH = 'manifest.json'

type Rule = (value: unknown) => unknown

const isText: Rule = (value) => (typeof value === 'string' && value.length <= 500 ? value : null)
const isDay: Rule = (value) => (typeof value === 'string' ? parseDay(value) : null)
const isBytes: Rule = (value) => (Number.isSafeInteger(value) && (value as number) >= 0 ? value : null)
const isHash: Rule = (value) => (typeof value === 'string' && /^[0-9a-f]{64}$/.test(value) ? value : null)
const isOneOf = (values: readonly string[]): Rule => (value) => (typeof value === 'string' && values.includes(value) ? value : null)

/** A path below the manifest: no scheme, no root, no way up, so that a manifest cannot point elsewhere. */
const isPath: Rule = (value) => {
  if (typeof value !== 'string' || value.length > 200 || !/^[^\\:?#%\u0000-\u001f]+$/.test(value)) return null
  return value.split('/').every((part) => part !== '' && part !== '.' && part !== '..') ? value : null
}
/** Printed as plain text. */
const isPlain: Rule = (value) => (isText(value) !== null && !/[<>]/.test(value as string) ? plainText(value as string).text : null)

/** Rule and name of what is expected, per member. */
const MANIFEST_RULES: Record<Exclude<keyof Manifest, 'files'>, [Rule, string]> = {
  format: [isOneOf(['renovation-geodata']), 'renovation-geodata'],
  version: [(value) => (value === 1 ? value : null), '1'],
  dataDate: [isDay, 'day'],
  provenance: [isOneOf(PROVENANCES), PROVENANCES.join(', ')],
  attribution: [isPlain, 'plain-text'],
}
const FILE_RULES: Record<keyof ManifestFile, [Rule, string]> = {
  id: [isOneOf(DATASETS), DATASETS.join(', ')],
  path: [isPath, 'relative-path'],
  bytes: [isBytes, 'integer'],
  sha256: [isHash, 'sha256'],
  audience: [isOneOf(AUDIENCES), AUDIENCES.join(', ')],
  provenance: [isOneOf(PROVENANCES), PROVENANCES.join(', ')],
  dataDate: [isDay, 'day'],
}

/**
 * Read `manifest.json`.
 *
 * An entry of a file with an error is left out, so is a second entry for the same dataset. A core
 * dataset without an entry is an error, but the others can be used. `value` is null if the manifest
 * itself is broken.
 */
export function readManifest(text: string, file: string = MANIFEST_PATH): Checked<Manifest> {
  const json = parseJson(text, file)
  if (json.findings.length > 0) return { value: null, findings: json.findings }
  const findings: Finding[] = []
  const head = applyRules(MANIFEST_RULES, json.value, file, null, findings) as Omit<Manifest, 'files'> | null
  const list = ownMember(json.value, 'files')
  if (!Array.isArray(list)) findings.push(invalid(file, null, 'files', 'list', list))
  if (head === null || !Array.isArray(list)) return { value: null, findings }

  const files: ManifestFile[] = []
  list.forEach((raw: unknown, index) => {
    const id = ownMember(raw, 'id')
    const feature = typeof id === 'string' ? shown(id) : `files ${index + 1}`
    const entry = applyRules(FILE_RULES, raw, file, feature, findings) as ManifestFile | null
    if (entry === null) return
    if (files.some((other) => other.id === entry.id)) findings.push(invalid(file, feature, 'id', 'unique', entry.id))
    else if (files.some((other) => other.path === entry.path)) findings.push(invalid(file, feature, 'path', 'unique', entry.path))
    else files.push(entry)
  })
  for (const id of CORE_DATASETS) {
    if (!list.some((raw) => ownMember(raw, 'id') === id)) findings.push(invalid(file, id, 'files', 'core-dataset', undefined))
  }
  return { value: { ...head, files }, findings }
}

function applyRules(
  rules: Record<string, [Rule, string]>, raw: unknown, file: string, feature: string | null, findings: Finding[],
): object | null {
  const before = findings.length
  const result: Record<string, unknown> = {}
  for (const [name, [rule, expected]] of Object.entries(rules)) {
    const value = ownMember(raw, name)
    result[name] = rule(value)
    if (result[name] === null) findings.push(invalid(file, feature, name, expected, value))
  }
  return findings.length === before ? result : null
}

function invalid(file: string, feature: string | null, field: string, expected: string, found: unknown): Finding {
  const params = { expected, found: found === undefined ? '' : shown(found) }
  return { code: 'manifest-invalid', severity: 'error', file, feature, field, params }
}
