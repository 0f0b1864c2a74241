import { NOT_SO_FAR, subjectFields } from '@/data/import/assign-columns'
import { findFields } from '@/data/import/find-fields'
import type { SubjectFinder } from '@/data/import/find-subject'
import { parseHeader } from '@/data/import/header-text'
import type { Finding } from '@/domain/finding'
import type { ImportTarget } from '@/domain/import'

/**
 * Why a column of known meaning is not used: `progress` in a table about places, `basics` of a place in a table about
 * progress, what is `planned` beside what is done, the share of a `whole` community beside those of its items.
 */
export type LeftOverReason = 'progress' | 'basics' | 'planned' | 'whole'

const PROGRESS: ReadonlySet<string> = new Set(['doneShare', 'stop', 'resume'])
const BASICS: ReadonlySet<string> = new Set(['buildingCount', 'households', 'floorAreaM2', 'builtYear', 'floors', 'stairwells'])

/** Null if nobody knows what the column is. */
export function leftOverReason(target: ImportTarget, column: string, findSubject: SubjectFinder): LeftOverReason | null {
  const isOf = (other: ImportTarget, fields: ReadonlySet<string>) => findFields(other, column, false).some(({ field }) => fields.has(field))
  const isPlanned = parseHeader(column).parts.some((part) => NOT_SO_FAR.test(part))
  if (target === 'ledger' && isPlanned) return 'planned'
  if (target === 'ledger' && isOf('ledger', PROGRESS)) return 'whole'
  if (target === 'ledger' || target === 'baseline') return isOf('communities', BASICS) || isOf('buildings', BASICS) ? 'basics' : null
  return isOf('ledger', PROGRESS) || subjectFields(column, findSubject).length > 0 ? 'progress' : null
}

/** Columns that are left over, told once for each reason. */
export function leftOverFindings(columns: ReadonlyMap<string, LeftOverReason>, file: string): Finding[] {
  const byReason = new Map<LeftOverReason, string[]>()
  for (const [column, reason] of columns) byReason.set(reason, [...(byReason.get(reason) ?? []), column])
  return [...byReason].map(([reason, names]) => (
    { code: 'column-left-over', severity: 'warning', file, feature: null, field: null, params: { reason, columns: names.join('、') } }
  ))
}
