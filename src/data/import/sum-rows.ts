import type { RawRow } from '@/domain/source-file'

/** Sums of figures with decimals differ in the last digits. */
const TOLERANCE = 1e-9

/**
 * A total without a word for it: the last or the first row, without any text, each of whose numbers is the sum of those in
 * the other rows. Such a row has no name, so that it could not be used as data anyway.
 *
 * @returns Its number, null if there is none.
 */
export function findSumRow(rows: readonly RawRow[]): number | null {
  if (rows.length < 2) return null
  const ends = [[rows.at(-1)!, rows.slice(0, -1)], [rows[0]!, rows.slice(1)]] as const
  return ends.find(([row, others]) => isSumOf(row, others))?.[0].number ?? null
}

const hasText = (values: RawRow['values']): boolean => values.some((value) => typeof value === 'string' && value.trim() !== '')

function isSumOf({ values, geometry }: RawRow, others: readonly RawRow[]): boolean {
  if (geometry !== null || hasText(values) || !others.some((other) => hasText(other.values))) return false
  const columns = values.flatMap((value, at) => (typeof value === 'number' && value !== 0 ? [at] : []))
  return columns.length > 0 && columns.every((at) => {
    const sum = others.reduce((total, { values: own }) => total + (typeof own[at] === 'number' ? own[at] : 0), 0)
    return Math.abs(sum - (values[at] as number)) <= Math.abs(sum) * TOLERANCE
  })
}
