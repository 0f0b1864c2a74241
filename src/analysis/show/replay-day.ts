import type { Day } from '@/domain/day'
import type { Scene } from '@/domain/tour'

/** The first and the last picture stand for these shares of the scene, so that they can be read. */
const STANDS_FIRST_SHARE = 0.05
const STANDS_LAST_SHARE = 0.2

/** The day a scene shows when a share (0…1) of it is over: a running one for a replay, else always its own. */
export function replayDay({ day, fromDay }: Pick<Scene, 'day' | 'fromDay'>, share: number): Day {
  if (fromDay === null) return day
  const run = (share - STANDS_FIRST_SHARE) / (1 - STANDS_FIRST_SHARE - STANDS_LAST_SHARE)
  return fromDay + Math.round(Math.min(1, Math.max(0, run)) * (day - fromDay))
}
