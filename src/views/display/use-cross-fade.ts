import { computed, onBeforeUnmount, shallowRef, watch, type ComputedRef } from 'vue'

/** Longer than any fade in the styles. */
const LEAVES_AFTER_MS = 900

/**
 * What is on and, for a moment, what was on before it, the newer one last. The styles fade them; without motion they
 * hide what leaves at once. A `<Transition>` would do the same and cost every page 2 KB before its first figure.
 */
export function useCrossFade<T extends { readonly id: string }>(current: () => T): ComputedRef<readonly { item: T; isLeaving: boolean }[]> {
  const leaving = shallowRef<T | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined

  watch(current, (next, before) => {
    if (next.id === before.id) return
    clearTimeout(timer)
    leaving.value = before
    timer = setTimeout(() => (leaving.value = null), LEAVES_AFTER_MS)
  })
  onBeforeUnmount(() => clearTimeout(timer))

  return computed(() => {
    const item = current()
    const on = { item, isLeaving: false }
    return leaving.value && leaving.value.id !== item.id ? [{ item: leaving.value, isLeaving: true }, on] : [on]
  })
}
