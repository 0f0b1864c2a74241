import { IMPORT_TARGETS, type ColumnMeaning, type TableMapping } from '@/domain/import'

/** More tables than a bureau has; the oldest goes. */
const MAX_REMEMBERED = 40

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const isTextOrNull = (value: unknown): boolean => value === null || typeof value === 'string'

function isMeaning(value: unknown): value is ColumnMeaning {
  return isRecord(value) && typeof value.column === 'string' && isTextOrNull(value.field) && isTextOrNull(value.unit)
}

function isMapping(value: unknown): value is TableMapping {
  return isRecord(value) && IMPORT_TARGETS.some((target) => target === value.target) && Array.isArray(value.columns) && value.columns.every(isMeaning)
}

/** What was kept in the browser, without anything that is not a mapping. */
export function readRememberedMappings(kept: unknown): readonly TableMapping[] {
  return Array.isArray(kept) ? kept.filter(isMapping).slice(-MAX_REMEMBERED) : []
}

const columnsOf = ({ columns }: TableMapping): string => JSON.stringify(columns.map(({ column }) => column))

/** Put a mapping to those that are remembered, in the place of one of the same columns. */
export function rememberMapping(remembered: readonly TableMapping[], mapping: TableMapping): readonly TableMapping[] {
  return [...remembered.filter((one) => columnsOf(one) !== columnsOf(mapping)), mapping].slice(-MAX_REMEMBERED)
}
