import type { DemandAnswer } from '@/domain/land'
import { RESIDENCE_STATES, type ResidenceState } from '@/map/residence-layer'

const code = (state: ResidenceState) => RESIDENCE_STATES.indexOf(state)
const [BEFORE, NEW, UNSERVED, UNROUTABLE] = [code('servedBefore'), code('newlyServed'), code('unserved'), code('unroutable')]

/** Per demand point an index into `RESIDENCE_STATES`, for the time after the choice. */
export function toResidenceStates(demand: Pick<DemandAnswer, 'isServedBefore' | 'isServedAfter' | 'isUnroutable'>): Uint8Array {
  const { isServedBefore, isServedAfter, isUnroutable } = demand
  return isServedBefore.map((isServed, index) => {
    if (isServed) return BEFORE!
    if (isServedAfter[index]) return NEW!
    return isUnroutable[index] ? UNROUTABLE! : UNSERVED!
  })
}
