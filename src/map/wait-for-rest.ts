/** Does something later: when it was not asked for again for a while, but never much later than first asked. */
export interface Rest {
  ask(): void
  cancel(): void
}

/**
 * While a date or a slider is dragged, names wait until it rests: new label data go through MapLibre's
 * worker and placement, which is most of the work of a step.
 */
const REST_MS = 120
/** Longest wait, so that names follow a drag without end too. */
const LONGEST_MS = 400

export function waitForRest(act: () => void): Rest {
  let timer: ReturnType<typeof setTimeout> | undefined
  let dueMs: number | null = null
  const cancel = () => {
    clearTimeout(timer)
    dueMs = null
  }
  return {
    ask() {
      const nowMs = performance.now()
      dueMs ??= nowMs + LONGEST_MS
      clearTimeout(timer)
      timer = setTimeout(() => {
        cancel()
        act()
      }, Math.min(REST_MS, Math.max(0, dueMs - nowMs)))
    },
    cancel,
  }
}
