import { computed, type ComputedRef } from 'vue'
import { nightBrightnessAt } from '@/stores/night'
import { useShowStore } from '@/stores/show'

/**
 * How dark the shade over the wall is by night, 0…1. In hundredths: the change takes many minutes, and so it is drawn
 * a few times only. An overlay, because a filter over the whole page would cost a weak machine every frame.
 */
export function useNight(): ComputedRef<number> {
  const show = useShowStore()
  return computed(() => Math.round((1 - nightBrightnessAt(show.tour, show.nowEpochMs)) * 100) / 100)
}
