import type { Projection } from '@/data/crs/projection'
import type { CurrentFolder } from '@/data/import/current-folder'
import type { Day } from '@/domain/day'
import type { ImportDecisions, ImportJudgement, TableMapping } from '@/domain/import'
import type { SourceFile } from '@/domain/source-file'

export interface ImportQuestion {
  sources: readonly SourceFile[]
  decisions: ImportDecisions
  current: CurrentFolder
  /** Mappings of earlier imports, the latest first. */
  remembered: readonly TableMapping[]
  projection: Projection
  /** No report may be of a later day. */
  today: Day
}

export interface ImportAnswer {
  judgement: ImportJudgement
  /** Changed files of the folder by path, the manifest included; null if nothing would change. */
  files: ReadonlyMap<string, Uint8Array> | null
}

/** Judge files that were brought in: what each row means, whether it can be used, and what it would change. Pure. */
export function judgeImport(question: ImportQuestion): ImportAnswer {
  const judgement: ImportJudgement = {
    files: question.sources.map(({ id, name, byteCount, format, encoding, findings }) => ({ id, name, byteCount, format, encoding, verdict: 'rejected', findings, layers: [] })),
    names: [], rows: [], findings: [], changes: [], comparison: null, before: null, after: null, usedRowCount: 0, openQuestionCount: 0, canAccept: false,
  }
  return { judgement, files: null }
}
