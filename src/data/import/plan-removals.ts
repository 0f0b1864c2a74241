import { isLeftOut, replacesAnything, type WorkRow } from '@/data/import/work-row'

export interface Removals<R> {
  /** Records that go. */
  gone: R[]
  /** Records that no row names, while a row that is not used may mean any of them. */
  inDoubt: R[]
}

export interface RemovalQuestion<R> {
  /** The file takes the place of the dataset. */
  isReplaced: boolean
  known: readonly R[]
  isNamed: (record: R) => boolean
  rows: readonly WorkRow[]
  /** Whether a row that is not used leaves open which record it means. */
  isVague: (row: WorkRow) => boolean
  /** Somebody has said that those in doubt go. */
  isAgreed: boolean
}

/** What goes where a file takes the place of a dataset: nothing that a refused row may have meant, unless a person says so. */
export function planRemovals<R>({ isReplaced, known, isNamed, rows, isVague, isAgreed }: RemovalQuestion<R>): Removals<R> {
  if (!isReplaced || !replacesAnything(rows)) return { gone: [], inDoubt: [] }
  const unnamed = known.filter((record) => !isNamed(record))
  const inDoubt = rows.some((row) => isLeftOut(row) && isVague(row)) ? unnamed : []
  return { gone: inDoubt.length > 0 && !isAgreed ? [] : unnamed, inDoubt }
}
