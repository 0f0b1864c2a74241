import { onBeforeUnmount, onMounted, shallowRef, type Ref } from 'vue'
import type { Padding } from '@/map/camera'

interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

export interface MapArea {
  widthPx: number
  heightPx: number
  /** What panels and caption cover of the map, px. */
  padding: Padding
}

/**
 * What the panels leave of the map: as wide as the caption, from below what stands above it to its upper edge.
 *
 * @param above - Boxes that may stand over the free part.
 */
export function freeOf(map: Box, caption: Box, above: readonly Box[]): MapArea {
  const overlaps = (box: Box): boolean => box.left < caption.right && box.right > caption.left && box.bottom <= caption.top
  const top = Math.max(map.top, ...above.filter(overlaps).map(({ bottom }) => bottom))
  const inside = (value: number): number => Math.max(0, Math.round(value))
  return {
    widthPx: map.right - map.left, heightPx: map.bottom - map.top,
    padding: {
      left: inside(caption.left - map.left), right: inside(map.right - caption.right),
      top: inside(top - map.top), bottom: inside(map.bottom - Math.min(caption.top, map.bottom)),
    },
  }
}

/** Where an element was laid out: without the drift against burn-in, which is a shift of what is drawn. */
function boxIn(root: HTMLElement, element: HTMLElement | null): Box | null {
  if (!element) return null
  let [left, top] = [0, 0]
  for (let at: Element | null = element; at instanceof HTMLElement && at !== root; at = at.offsetParent) {
    left += at.offsetLeft
    top += at.offsetTop
  }
  return { left, top, right: left + element.offsetWidth, bottom: top + element.offsetHeight }
}

/** Follow the free part of a frame through resizes, turns of the screen and larger text. */
export function useFreeArea(frame: Readonly<Ref<{ $el: HTMLElement } | null>>): Readonly<Ref<MapArea>> {
  const area = shallowRef<MapArea>({ widthPx: window.innerWidth, heightPx: window.innerHeight, padding: { top: 0, bottom: 0, left: 0, right: 0 } })
  let observer: ResizeObserver | null = null

  function measure(): void {
    const root = frame.value?.$el
    const boxOf = (name: string): Box | null => (root ? boxIn(root, root.querySelector<HTMLElement>(`:scope .${name}`)) : null)
    const [map, caption] = [boxOf('map'), boxOf('caption')]
    // Not laid out, as while a page is printed: a map cannot look anywhere without a size, and it will be back.
    if (!map || !caption || map.right <= map.left || map.bottom <= map.top) return
    const next = freeOf(map, caption, ['header', 'headline', 'totals'].flatMap((name) => boxOf(name) ?? []))
    if (JSON.stringify(next) !== JSON.stringify(area.value)) area.value = next
  }

  onMounted(() => {
    observer = new ResizeObserver(measure)
    for (const name of ['map', 'caption', 'header', 'totals']) {
      const element = frame.value?.$el.querySelector(`:scope .${name}`)
      if (element) observer.observe(element)
    }
    measure()
  })
  onBeforeUnmount(() => observer?.disconnect())
  return area
}
