import { dbfNames } from '@/data/export/dbf-names'
import { fieldsOfDataset, isFeatureDataset } from '@/data/export/dataset-sheet'
import { DATASET_WORDS, HEADER_WORDS } from '@/data/export/headers'
import type { RecordDataset } from '@/data/export/choice-words'
import { GEOMETRY_TYPES } from '@/data/fields'
import { EXTRA_COLUMNS, NEEDLESS_COLUMNS } from '@/data/import/column-words'
import { parseHeader } from '@/data/import/header-text'
import { IMPORT_TARGETS } from '@/domain/import'

const isTarget = (dataset: RecordDataset): boolean => IMPORT_TARGETS.some((target) => target === dataset)
const DATASETS = Object.keys(DATASET_WORDS) as RecordDataset[]

/**
 * True for our own export of a dataset that cannot be brought in, such as the roads: it has all of its columns and no
 * other. What could as well be a dataset that can is judged as one.
 */
export function isOtherDataset(columns: readonly string[], geometryTypes: ReadonlySet<string>): boolean {
  const fitting = DATASETS.filter((dataset) => allows(dataset, geometryTypes) && hasColumnsOf(dataset, columns))
  return fitting.length > 0 && !fitting.some(isTarget)
}

function allows(dataset: RecordDataset, types: ReadonlySet<string>): boolean {
  if (types.size === 0) return true
  if (!isFeatureDataset(dataset)) return false
  const allowed = GEOMETRY_TYPES[dataset] as readonly string[]
  return [...types].every((type) => allowed.includes(type) || allowed.includes(type.replace('Multi', '')))
}

function hasColumnsOf(dataset: RecordDataset, columns: readonly string[]): boolean {
  const names = fieldsOfDataset(dataset).map(([name]) => name)
  const short = dbfNames(names)
  const words = Object.entries(HEADER_WORDS[dataset] as Readonly<Record<string, readonly string[]>>)
  const fields = new Map<string, string>([
    ...words.flatMap(([field, list]) => list.map((word) => [parseHeader(word).key, field] as const)),
    ...names.flatMap((name, at) => [[name.toLowerCase(), name], [short[at]!.toLowerCase(), name]] as const),
  ])
  const found = new Set<string>()
  for (const column of columns) {
    const { key } = parseHeader(column)
    const field = fields.get(column.trim().toLowerCase()) ?? fields.get(key)
    if (field !== undefined) found.add(field)
    else if (!EXTRA_COLUMNS.has(key) && !NEEDLESS_COLUMNS.has(key)) return false
  }
  return found.size === names.length
}
