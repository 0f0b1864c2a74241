import { convertValue, type Converted, type FieldValue } from '@/data/import/convert-value'
import { mappedField, type MappedField } from '@/data/import/mapping-fields'
import { titleYear, withTitleYear } from '@/data/import/title-year'
import type { Table } from '@/data/import/table'
import type { Finding } from '@/domain/finding'
import type { TableMapping } from '@/domain/import'
import type { RawRow, RawValue } from '@/domain/source-file'

/** What the cells of one row say, by field. */
export interface RowCells {
  values: Map<string, FieldValue>
  problems: { name: string; finding: Finding }[]
}

/** Reads the mapped cells of rows. */
export interface CellReader {
  fields: readonly string[]
  read(row: RawRow): RowCells
  /** A finding about the cell of a field in a row. */
  findingAt(row: RawRow, field: string, problem: NonNullable<Converted['problem']>): Finding
}

interface ReadColumn {
  column: string
  at: number
  name: string
  convert: (raw: RawValue) => Converted
}

/** Words repeat in a column, reading them again would take most of the time. */
const MOST_KEPT = 10_000
/** In columns of days: nothing has happened yet. */
const NOT_YET = /^(?:未|尚未|没有|否|无|×|✗|x$)/i

/** @param file - Name of the file, for findings. */
export function cellReader(table: Table, mapping: TableMapping, file: string): CellReader {
  const year = titleYear(table)
  const places = new Map(table.columns.map((column, at) => [column, at]))
  const columns = mapping.columns.flatMap(({ column, field: name, unit }): ReadColumn[] => {
    const at = places.get(column)
    const field = name === null ? null : mappedField(mapping.target, name)
    if (at === undefined || name === null || !field) return []
    const convert = converterOf(mapping, name, field, unit)
    return [{ column, at, name, convert: keeping(field.kind === 'day' && year !== null ? (raw) => convert(withTitleYear(raw, year)) : convert) }]
  })
  const constants = constantsOf(mapping)
  const columnOf = new Map(columns.map(({ name, column }) => [name, column]))
  const kind = table.rows.some(({ geometry }) => geometry !== null) ? 'feature' : 'row'
  const findingAt: CellReader['findingAt'] = (row, field, { code, severity, params }) => (
    { code, severity, file, feature: `${kind} ${row.number}`, field: columnOf.get(field) ?? field, params }
  )
  return {
    fields: [...new Set([...columns.map(({ name }) => name), ...constants.keys()])],
    findingAt,
    read(row) {
      const values = new Map(constants)
      const problems: RowCells['problems'] = []
      for (const { at, name, convert } of columns) {
        const raw = row.values[at]
        if (raw === null || raw === undefined || raw === '') continue
        const { value, problem } = convert(raw)
        if (value !== null) values.set(name, value)
        if (problem) problems.push({ name, finding: findingAt(row, name, problem) })
      }
      return { values, problems }
    },
  }
}

function converterOf({ target }: TableMapping, name: string, field: MappedField, unit: TableMapping['columns'][number]['unit']): (raw: RawValue) => Converted {
  const destination = { target, name, field, unit: field.units.length === 1 ? field.units[0]! : unit }
  if (field.kind !== 'day' || target !== 'ledger' || name === 'reportedOn') return (raw) => convertValue(raw, destination)
  return (raw) => (typeof raw === 'string' && NOT_YET.test(raw.trim()) ? { value: null, problem: null } : convertValue(raw, destination))
}

function keeping(convert: (raw: RawValue) => Converted): (raw: RawValue) => Converted {
  const kept = new Map<string, Converted>()
  return (raw) => {
    if (typeof raw !== 'string') return convert(raw)
    const known = kept.get(raw)
    if (known) return known
    const converted = convert(raw)
    if (kept.size < MOST_KEPT) kept.set(raw, converted)
    return converted
  }
}

/** Values that hold for every row; one that cannot be read is as if it were not there. */
function constantsOf({ target, constants }: TableMapping): Map<string, FieldValue> {
  return new Map(Object.entries(constants ?? {}).flatMap(([name, text]): [string, FieldValue][] => {
    const field = mappedField(target, name)
    const value = field ? convertValue(text, { target, name, field, unit: field.units[0] ?? null }).value : null
    return value === null ? [] : [[name, value]]
  }))
}
