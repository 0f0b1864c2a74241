import type { FlatPoint } from '@/map/flat-projection'

/** A label that wants a place. */
export interface FlatLabel {
  id: string
  /** Where it may stand, best first: the middle of its lower edge, px. */
  places: readonly FlatPoint[]
  lines: readonly string[]
  /** Smaller ones are placed first. */
  order: number
}

/** Lines are this much apart, in text sizes. */
export const LINE_HEIGHT = 1.2
const WIDE = /[\u2E80-\uFFFF]/

/** Width of a text, px: Chinese characters are square, others a little over half as wide. Errs to the wide side. */
export function textWidth(text: string, textPx: number): number {
  let width = 0
  for (const letter of text) width += WIDE.test(letter) ? 1 : 0.6
  return width * textPx
}

interface Box { left: number; right: number; top: number; bottom: number }

/**
 * Labels for which there is room, so that no two lie over each other and none leaves the screen.
 *
 * @returns Those that have a place, in the order they came, with where they stand.
 */
export function placeFlatLabels<Label extends FlatLabel>(
  labels: readonly Label[], textPx: number, size: { width: number; height: number },
): (Label & { at: FlatPoint })[] {
  const taken: Box[] = []
  const placeOf = new Map<Label, FlatPoint>()
  const isFree = (box: Box) => box.left >= 0 && box.right <= size.width && box.top >= 0 && box.bottom <= size.height
    && !taken.some((other) => isOverlapping(box, other))
  for (const label of [...labels].sort((a, b) => a.order - b.order)) {
    const at = label.places.find((place) => isFree(boxOf(label, place, textPx)))
    if (!at) continue
    taken.push(boxOf(label, at, textPx))
    placeOf.set(label, at)
  }
  return labels.filter((label) => placeOf.has(label)).map((label) => ({ ...label, at: placeOf.get(label)! }))
}

function boxOf({ lines }: FlatLabel, [x, y]: FlatPoint, textPx: number): Box {
  const half = Math.max(...lines.map((line) => textWidth(line, textPx))) / 2
  return { left: x - half, right: x + half, top: y - lines.length * textPx * LINE_HEIGHT, bottom: y }
}

const isOverlapping = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
