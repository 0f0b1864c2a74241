import { computed, onBeforeUnmount, onMounted, ref, type ComputedRef } from 'vue'
import { DRIFT_STEP_MS, driftAt } from '@/views/display/drift-path'

/**
 * The slight drift of fixed elements against burn-in, as custom properties for `:style`. An element that drifts has
 *
 *     transform: translate(calc(var(--drift-x) * var(--u)), calc(var(--drift-y) * var(--u)));
 *
 * It goes in steps of about one unit and without an animation: a step is too small to be seen from where the public
 * stands, and an animation that never ends would cost a weak machine every frame. So it is the same under
 * `prefers-reduced-motion`.
 */
export function useDrift(): ComputedRef<{ '--drift-x': string; '--drift-y': string }> {
  const step = ref(0)
  let timer: ReturnType<typeof setInterval> | undefined
  onMounted(() => (timer = setInterval(() => step.value++, DRIFT_STEP_MS)))
  onBeforeUnmount(() => clearInterval(timer))
  return computed(() => {
    const { x, y } = driftAt(step.value)
    return { '--drift-x': String(x), '--drift-y': String(y) }
  })
}
