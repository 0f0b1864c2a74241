import { computed, onBeforeUnmount, onMounted, ref } from 'vue'

/** In a smaller window the cards would leave no room for the map, px: phones, also on their side, and upright tablets. */
const MIN_FOR_CARDS = { width: 1000, height: 500 }

/**
 * Size of the window and what follows from it: which layout, and what the cards cover of the map.
 *
 * @param cover - What the cards of the view cover on a desk of this width, px.
 */
export function useLayout(cover: (isNarrow: boolean, width: number) => { left: number; right: number; bottom: number; top?: number }, phoneTop = 64) {
  const width = ref(window.innerWidth)
  const height = ref(window.innerHeight)
  const isPhone = computed(() => width.value < MIN_FOR_CARDS.width || height.value < MIN_FOR_CARDS.height)
  const isNarrow = computed(() => width.value < 1400)
  /** Share of the height that the phone's sheet takes. */
  const sheet = ref<'peek' | 'half' | 'full'>('half')

  const padding = computed(() => {
    if (isPhone.value) return { top: phoneTop, right: 30, bottom: sheet.value === 'peek' ? 170 : Math.round(height.value * 0.46), left: 30 }
    return { top: 76, ...cover(isNarrow.value, width.value) }
  })

  function measure(): void {
    width.value = window.innerWidth
    height.value = window.innerHeight
  }
  onMounted(() => window.addEventListener('resize', measure))
  onBeforeUnmount(() => window.removeEventListener('resize', measure))

  return { width, height, isPhone, isNarrow, sheet, padding }
}
