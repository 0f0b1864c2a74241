import type { CrsCandidate, CrsChoice, CrsOrigin } from '@/domain/crs'
import type { Finding } from '@/domain/finding'
import type { RawLayer } from '@/domain/source-file'

export interface CrsJudgement {
  /** What holds now: chosen, else declared; null while nobody has said anything. */
  choice: CrsChoice | null
  by: CrsOrigin
  /** True if a person has to choose before the data are used. */
  isOpen: boolean
  /** `crs-unknown`, `crs-needs-parameters`, `crs-doubtful`, `crs-chosen-far`. */
  findings: Finding[]
}

/**
 * Whether the system of a layer is settled. `candidates` come from `rankCrs`, with the declared and chosen one among them;
 * `file` is the name for findings. Nothing is guessed: without a declaration or a choice it is always open.
 */
export function judgeCrs(input: {
  candidates: readonly CrsCandidate[]
  layer: Pick<RawLayer, 'declaredCrs' | 'unknownPrj'>
  chosen: CrsChoice | null
  file: string
}): CrsJudgement {
  return { choice: input.chosen, by: 'unknown', isOpen: true, findings: [] }
}
