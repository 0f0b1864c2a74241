import { computed, onBeforeUnmount, onMounted, ref, type ComputedRef } from 'vue'
import type { Padding } from '@/map/camera'

/** Shape of a screen on a wall: wide ones carry columns at the sides, tall ones and phones carry bands above and below the map. */
export type WallShape = 'landscape' | 'portrait' | 'phone'

export interface WallSize {
  widthPx: number
  heightPx: number
  shape: WallShape
  /** Length of one layout unit, CSS px: 1 at 1920 × 1080 and at 1080 × 1920. The same as `--u` in the styles. */
  unitPx: number
}

const PHONE_WIDTH_PX = 700

/** Judge a window. Pure, so that every wall can be tried without one. */
export function measureWall(widthPx: number, heightPx: number): WallSize {
  const isPhone = Math.min(widthPx, heightPx) < PHONE_WIDTH_PX && widthPx < 1000
  if (isPhone) return { widthPx, heightPx, shape: 'phone', unitPx: Math.max(widthPx, 320) / 560 }
  return widthPx >= heightPx
    ? { widthPx, heightPx, shape: 'landscape', unitPx: Math.min(widthPx / 1920, heightPx / 1080) }
    : { widthPx, heightPx, shape: 'portrait', unitPx: Math.min(widthPx / 1080, heightPx / 1920) }
}

/** What the panels cover of the map, in layout units; the flights keep out of it. */
const COVER: Readonly<Record<WallShape, Padding>> = {
  landscape: { top: 96, bottom: 170, left: 500, right: 500 },
  portrait: { top: 640, bottom: 620, left: 40, right: 40 },
  phone: { top: 60, bottom: 60, left: 20, right: 20 },
}

/** Padding of the map, CSS px. */
export function wallPadding({ shape, unitPx }: WallSize): Padding {
  const { top, bottom, left, right } = COVER[shape]
  return { top: top * unitPx, bottom: bottom * unitPx, left: left * unitPx, right: right * unitPx }
}

/** The size of the wall, followed through resizes and turns of the screen. */
export function useWallSize(): { size: ComputedRef<WallSize>; padding: ComputedRef<Padding> } {
  const [width, height] = [ref(window.innerWidth), ref(window.innerHeight)]
  const follow = (): void => {
    width.value = window.innerWidth
    height.value = window.innerHeight
  }
  onMounted(() => window.addEventListener('resize', follow))
  onBeforeUnmount(() => window.removeEventListener('resize', follow))
  const size = computed(() => measureWall(width.value, height.value))
  return { size, padding: computed(() => wallPadding(size.value)) }
}
