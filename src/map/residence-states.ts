import type { DemandAnswer } from '@/domain/land'
import { RESIDENCE_STATES, type ResidenceState } from '@/map/residence-layer'

const code = (state: ResidenceState) => RESIDENCE_STATES.indexOf(state)
const [BEFORE, NEW, UNSERVED, UNROUTABLE] = (['servedBefore', 'newlyServed', 'unserved', 'unroutable'] as const).map(code)

/** Per demand point an index into `RESIDENCE_STATES`, for the time after the choice. */
export function toResidenceStates(demand: DemandAnswer, radiusM: number): Uint8Array {
  const { distanceBeforeM, distanceAfterM, isUnroutable } = demand
  return Uint8Array.from(demand.ids, (_, index) => {
    if (distanceBeforeM[index]! <= radiusM) return BEFORE!
    if (distanceAfterM[index]! <= radiusM) return NEW!
    return isUnroutable[index] ? UNROUTABLE! : UNSERVED!
  })
}
