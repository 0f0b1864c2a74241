import { inject, onBeforeUnmount, onMounted, provide, readonly, ref, watch, type InjectionKey, type Ref } from 'vue'

/** What cannot be written in CSS needs the size of the wall as numbers: canvas text, and how many rows fit. */
export interface WallUnit {
  /** One unit of text (`--u` × `--text-scale`), CSS px. */
  textPx: Readonly<Ref<number>>
  /** The chosen text scale, 1 = as designed. */
  textScale: Readonly<Ref<number>>
}

const KEY: InjectionKey<WallUnit> = Symbol('wall unit')
/** The frame's font size in units of text. */
const FRAME_FONT_UNITS = 20

/** Measure the unit of text of a frame, CSS px, and keep it for everything inside. */
export function provideWallUnit(frame: Readonly<Ref<HTMLElement | null>>, textScale: Readonly<Ref<number>>): WallUnit {
  const textPx = ref(1)
  let observer: ResizeObserver | null = null
  function measure(): void {
    if (frame.value) textPx.value = (Number.parseFloat(getComputedStyle(frame.value).fontSize) || FRAME_FONT_UNITS) / FRAME_FONT_UNITS
  }
  onMounted(() => {
    measure()
    observer = new ResizeObserver(measure)
    observer.observe(frame.value!)
  })
  onBeforeUnmount(() => observer?.disconnect())
  watch(textScale, measure, { flush: 'post' })
  const unit: WallUnit = { textPx: readonly(textPx), textScale }
  provide(KEY, unit)
  return unit
}

/** The unit of the frame around; as designed where there is none. */
export function useWallUnit(): WallUnit {
  return inject(KEY, () => ({ textPx: ref(1), textScale: ref(1) }), true)
}
