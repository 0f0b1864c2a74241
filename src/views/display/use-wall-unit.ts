import { inject, onBeforeUnmount, onMounted, provide, readonly, ref, watch, type InjectionKey, type Ref } from 'vue'

/** What cannot be written in CSS needs the size of the wall as numbers: canvas text, and how many rows fit. */
export interface WallUnit {
  /** One unit of text (`--u` × `--text-scale`), CSS px. */
  textPx: Readonly<Ref<number>>
  /** The chosen text scale, 1 = as designed. */
  textScale: Readonly<Ref<number>>
  /** How many of so many rows, as designed, fit at the chosen scale; never fewer than two. */
  fits: (rows: number) => number
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
  const unit = unitOf(readonly(textPx), textScale)
  provide(KEY, unit)
  return unit
}

/** The unit of the frame around; as designed where there is none. */
export function useWallUnit(): WallUnit {
  return inject(KEY, () => unitOf(ref(1), ref(1)), true)
}

function unitOf(textPx: WallUnit['textPx'], textScale: WallUnit['textScale']): WallUnit {
  // Larger text takes more than its part: titles, notes and captions above the rows grow as well.
  return { textPx, textScale, fits: (rows) => Math.max(2, Math.floor(rows / Math.max(1, textScale.value) ** 1.4)) }
}
