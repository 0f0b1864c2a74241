import { subjectFinder, type SubjectFinder } from '@/data/import/find-subject'
import { isNeedless } from '@/data/import/guess-mapping'
import { leftOverFindings, leftOverReason, type LeftOverReason } from '@/data/import/left-over'
import { mappedField } from '@/data/import/mapping-fields'
import { lacksOf } from '@/data/import/needed-fields'
import { readNumber } from '@/data/import/read-number'
import type { Table } from '@/data/import/table'
import type { Finding } from '@/domain/finding'
import type { TableMapping } from '@/domain/import'
import type { RawValue } from '@/domain/source-file'

/** Columns whose unit neither header nor values tell, and with values that depend on it: a person is asked. */
export function findOpenUnits(table: Table, mapping: TableMapping): string[] {
  const places = new Map(table.columns.map((column, at) => [column, at]))
  return mapping.columns.flatMap(({ column, field: name, unit }) => {
    const field = name === null ? null : mappedField(mapping.target, name)
    const at = places.get(column)
    if (!field || at === undefined || field.units.length < 2 || (unit !== null && field.units.includes(unit))) return []
    return table.rows.some(({ values }) => needsUnit(values[at] ?? null)) ? [column] : []
  })
}

/** Zero is zero in every unit. */
function needsUnit(value: RawValue): boolean {
  const read = typeof value === 'number' ? { value, unit: null } : typeof value === 'string' ? readNumber(value.slice(0, 100)) : 'text'
  return typeof read !== 'string' && read.unit === null && read.value !== 0
}

/**
 * What a mapping lacks (`column-missing`, error: nothing of the table is used), leaves unused (`column-left-over` of known
 * meaning, `column-unmapped`), or must be told (`unit-ambiguous`).
 */
export function checkMapping(table: Table, mapping: TableMapping, file: string, findSubject: SubjectFinder = subjectFinder(null)): Finding[] {
  const fields = new Set([...mapping.columns.flatMap(({ field }) => (field === null ? [] : [field])), ...Object.keys(mapping.constants ?? {})])
  const hasShapes = table.rows.some(({ geometry }) => geometry !== null)
  const lacking = lacksOf(mapping.target, fields, hasShapes).map((needed): Finding => (
    { code: 'column-missing', severity: 'error', file, feature: null, field: needed, params: { needed, target: mapping.target } }
  ))
  const open = findOpenUnits(table, mapping).map((column): Finding => ({ code: 'unit-ambiguous', severity: 'error', file, feature: null, field: column, params: {} }))
  const meaning = new Map(mapping.columns.map(({ column, field }) => [column, field]))
  const leftOver = new Map<string, LeftOverReason>()
  const unused = table.columns.flatMap((column, at): Finding[] => {
    if ((meaning.get(column) ?? null) !== null || isNeedless(column)) return []
    if (table.rows.every(({ values }) => (values[at] ?? null) === null)) return []
    const reason = leftOverReason(mapping.target, column, findSubject)
    if (reason) leftOver.set(column, reason)
    return reason ? [] : [{ code: 'column-unmapped', severity: 'warning', file, feature: null, field: column, params: {} }]
  })
  return [...lacking, ...open, ...leftOverFindings(leftOver, file), ...unused]
}
