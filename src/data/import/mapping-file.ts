import { DANGEROUS_KEYS, shown } from '@/data/check-fields'
import { mappedField } from '@/data/import/mapping-fields'
import { parseJson } from '@/data/parse-json'
import { IMPORT_TARGETS, type ColumnMeaning, type ColumnUnit, type ImportTarget, type TableMapping } from '@/domain/import'
import type { Checked, Finding } from '@/domain/finding'

export const MAPPING_FORMAT = 'renovation-mapping'
const VERSION = 1
const UNITS: readonly string[] = ['m2', '10k-m2', 'mu', 'hectare', 'share', 'percent', 'count', 'm'] satisfies ColumnUnit[]
const MOST_MAPPINGS = 500
const MOST_COLUMNS = 500
const MOST_TEXT = 500

type Problem = { problem: string; field: string | null; found?: string }

/** Mappings as a file: JSON, format `renovation-mapping`, version 1, that is used again for tables with the same columns. */
export function writeMappings(mappings: readonly TableMapping[]): string {
  return `${JSON.stringify({ format: MAPPING_FORMAT, version: VERSION, mappings }, null, 2)}\n`
}

/** Read such a file: every mapping that is right, and what is wrong with the others. Value null if it is no file of mappings. */
export function readMappings(text: string, file: string): Checked<TableMapping[]> {
  const findingOf = ({ problem, field, found }: Problem): Finding => (
    { code: 'bad-mapping', severity: 'error', file, feature: null, field, params: { problem, ...(found === undefined ? {} : { found }) } }
  )
  const parsed = parseJson(text, file)
  if (parsed.findings.length > 0) return { value: null, findings: parsed.findings }
  const root = parsed.value
  if (!isObject(root) || root['format'] !== MAPPING_FORMAT || !Array.isArray(root['mappings'])) return { value: null, findings: [findingOf({ problem: 'format', field: null })] }
  if (root['version'] !== VERSION) return { value: null, findings: [findingOf({ problem: 'version', field: null })] }
  if (root['mappings'].length > MOST_MAPPINGS) return { value: null, findings: [findingOf({ problem: 'size', field: 'mappings' })] }
  const findings: Finding[] = []
  const value = root['mappings'].flatMap((raw: unknown, at) => {
    const read = readMapping(raw, `mappings[${at}]`)
    if ('problem' in read) findings.push(findingOf(read))
    return 'problem' in read ? [] : [read]
  })
  return { value, findings }
}

function readMapping(raw: unknown, path: string): TableMapping | Problem {
  if (!isObject(raw)) return { problem: 'columns', field: path }
  const target = IMPORT_TARGETS.find((one) => one === raw['target'])
  if (!target) return { problem: 'target', field: `${path}.target`, found: shown(raw['target']) }
  const list = raw['columns']
  if (!Array.isArray(list)) return { problem: 'columns', field: `${path}.columns` }
  if (list.length > MOST_COLUMNS) return { problem: 'size', field: `${path}.columns` }
  const columns: ColumnMeaning[] = []
  for (const [at, one] of list.entries()) {
    const read = readColumn(one, target, `${path}.columns[${at}]`)
    if ('problem' in read) return read
    columns.push(read)
  }
  if (new Set(columns.map(({ column }) => column)).size < columns.length) return { problem: 'columns', field: `${path}.columns` }
  const constants = readConstants(raw['constants'], target)
  if (constants === false) return { problem: 'constants', field: `${path}.constants` }
  return { target, columns, ...(constants ? { constants } : {}) }
}

function readColumn(raw: unknown, target: ImportTarget, path: string): ColumnMeaning | Problem {
  if (!isObject(raw) || typeof raw['column'] !== 'string' || raw['column'].length > MOST_TEXT) return { problem: 'columns', field: path }
  const { column, field = null, unit = null } = raw as { column: string; field?: unknown; unit?: unknown }
  if (field !== null && (typeof field !== 'string' || field.length > MOST_TEXT || !mappedField(target, field))) return { problem: 'field', field: `${path}.field`, found: shown(field) }
  if (unit !== null && (typeof unit !== 'string' || !UNITS.includes(unit))) return { problem: 'unit', field: `${path}.unit`, found: shown(unit) }
  return { column, field, unit: unit as ColumnUnit | null }
}

/** Undefined if there are none, false if they are wrong. */
function readConstants(raw: unknown, target: ImportTarget): Record<string, string> | undefined | false {
  if (raw === undefined || raw === null) return undefined
  if (!isObject(raw)) return false
  const entries = Object.entries(raw)
  const isGood = entries.every(([name, text]) => typeof text === 'string' && text.length <= MOST_TEXT && mappedField(target, name) && !DANGEROUS_KEYS.includes(name))
  return isGood ? Object.fromEntries(entries as [string, string][]) : false
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
