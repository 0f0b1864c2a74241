/** Furthest shift from the middle, layout units; every margin of the wall is wider. */
export const DRIFT_UNITS = 8
/** One step of the drift, and steps until the path closes: about 40 minutes. */
export const DRIFT_STEP_MS = 15_000
export const DRIFT_STEPS = 160

/**
 * Where fixed elements stand at a step, in whole layout units from their place. A closed curve that turns back on
 * itself as little as possible, so that no pixel carries the same edge for long; whole units keep text sharp.
 */
export function driftAt(step: number): { x: number; y: number } {
  const turn = (2 * Math.PI * step) / DRIFT_STEPS
  return { x: unit(Math.sin(2 * turn)), y: unit(Math.sin(3 * turn)) }
}

/** Never −0. */
const unit = (share: number): number => Math.round(DRIFT_UNITS * share) + 0
