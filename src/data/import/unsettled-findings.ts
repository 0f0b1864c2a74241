import type { WorkRow } from '@/data/import/work-row'
import type { Finding } from '@/domain/finding'
import type { SourceFile } from '@/domain/source-file'

/**
 * What the reader of a file found, without rings that were not closed and since have been: their rows tell that they were
 * repaired, and one fault is told once.
 *
 * @param rows - Those of the file.
 */
export function unsettledFindings({ findings }: Pick<SourceFile, 'findings'>, rows: readonly WorkRow[]): Finding[] {
  const closed = new Set(rows.filter(({ repairs }) => repairs.some(({ kind }) => kind === 'ring-closed')).map(({ number }) => `feature ${number}`))
  return findings.filter(({ code, feature }) => code !== 'ring-unclosed' || feature === null || !closed.has(feature))
}
