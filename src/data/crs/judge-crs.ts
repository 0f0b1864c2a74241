import type { CrsCandidate, CrsChoice, CrsOrigin } from '@/domain/crs'
import type { Finding, FindingCode, Severity } from '@/domain/finding'
import type { RawLayer } from '@/domain/source-file'
import { parsePrj } from '@/data/crs/parse-prj'
import type { Bounds } from '@/data/crs/plausible-crs'
import { isSameChoice } from '@/data/crs/rank-crs'

export interface CrsJudgement {
  /** What holds now: chosen, else stated by the file; null while nobody has said anything. */
  choice: CrsChoice | null
  by: CrsOrigin
  /** True if a person has to choose before the data are used. */
  isOpen: boolean
  /** `crs-unknown`, `crs-needs-parameters`, `crs-doubtful`, `crs-chosen-far`; of the whole file. */
  findings: Finding[]
}

export interface JudgeCrsInput {
  /** From `rankCrs`, with the stated and the chosen system among them. Only for layers that have positions. */
  candidates: readonly CrsCandidate[]
  layer: Pick<RawLayer, 'declaredCrs' | 'unknownPrj'>
  chosen: CrsChoice | null
  /** Of the plan; null if there is none. */
  bounds: Bounds | null
  /** Name for findings. */
  file: string
}

/** Data whose features lie farther than this from every community, by the median, are shown to a person, m. */
export const FAR_M = 2000
/** Another system fits clearly better if its median is so much nearer, m and as a share; the GCJ-02 shift at Anqiu is 517 m. */
const CLEARLY_NEARER_M = 100
const CLEARLY_NEARER_SHARE = 0.6
/** … or if so many more features lie in a community. */
const CLEARLY_MORE_SHARE = 0.25

/**
 * Whether the system of a layer is settled. Nothing is guessed: what is neither stated nor chosen is always open. What
 * the file states holds unless another system fits clearly better, for files of Chinese web maps and of those who
 * digitise from them mostly state WGS 84.
 */
export function judgeCrs({ candidates, layer, chosen, bounds, file }: JudgeCrsInput): CrsJudgement {
  const finding = (code: FindingCode, severity: Severity, params: Finding['params']): Finding => ({ code, severity, file, feature: null, field: null, params })
  const isComparable = bounds !== null || candidates.some((each) => each.distanceM !== null)
  const isFar = (each: CrsCandidate | undefined) => isComparable && each !== undefined && (each.distanceM === null ? !each.isInBounds : each.distanceM > FAR_M)
  const prj = layer.unknownPrj === null ? null : parsePrj(layer.unknownPrj)
  const needsParameters = prj?.problem === 'needs-parameters'
  const own = needsParameters ? [finding('crs-needs-parameters', chosen ? 'warning' : 'error', { name: prj.name })] : []

  if (chosen) {
    const candidate = candidates.find((each) => isSameChoice(each.choice, chosen))
    const far = isFar(candidate) ? [finding('crs-chosen-far', 'warning', { crs: crsLabel(chosen), distanceM: metres(candidate) })] : []
    return { choice: chosen, by: 'chosen', isOpen: false, findings: [...own, ...far] }
  }
  if (!layer.declaredCrs) {
    const unknown = finding('crs-unknown', 'warning', { name: prj?.name || shortened(layer.unknownPrj) })
    return { choice: null, by: 'unknown', isOpen: true, findings: needsParameters ? own : [unknown] }
  }
  const { choice, by } = layer.declaredCrs
  const stated = candidates.find((each) => isSameChoice(each.choice, choice))
  const better = stated && isComparable ? candidates.find((each) => each !== stated && isClearlyBetter(each, stated)) : undefined
  if (better) {
    const doubtful = finding('crs-doubtful', 'warning', { declared: crsLabel(choice), distanceM: metres(stated), other: crsLabel(better.choice) })
    return { choice, by, isOpen: true, findings: [doubtful] }
  }
  const far = isFar(stated) ? [finding('crs-chosen-far', 'warning', { crs: crsLabel(choice), distanceM: metres(stated) })] : []
  return { choice, by, isOpen: false, findings: far }
}

/** As people and findings call it: `EPSG:4549`, `EPSG:4549 (y, x)`. */
export function crsLabel({ crs, isSwapped }: CrsChoice): string {
  return isSwapped ? `${crs} (y, x)` : crs
}

/** True where it could be: in the bounds, or near a community although a stray feature is out of bounds. */
function falls({ isInBounds, distanceM }: CrsCandidate): boolean {
  return isInBounds || (distanceM !== null && distanceM <= FAR_M)
}

function isClearlyBetter(other: CrsCandidate, stated: CrsCandidate): boolean {
  if (falls(other) !== falls(stated)) return falls(other)
  const more = other.insideCount - stated.insideCount
  if (more >= Math.max(2, stated.featureCount * CLEARLY_MORE_SHARE)) return true
  if (more * 10 <= -stated.featureCount || stated.distanceM === null || other.distanceM === null) return false
  return stated.distanceM - other.distanceM > CLEARLY_NEARER_M && other.distanceM < stated.distanceM * CLEARLY_NEARER_SHARE
}

const metres = (candidate: CrsCandidate | undefined): number | string => candidate?.distanceM == null ? '' : Math.round(candidate.distanceM)

const shortened = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim().slice(0, 60)
