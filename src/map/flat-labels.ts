import type { FlatPoint } from '@/map/flat-projection'

/** A label that wants a place: lines of text in the middle above a point. */
export interface FlatLabel {
  id: string
  /** Middle of the lower edge, px. */
  at: FlatPoint
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
 * @returns Those that have a place, in the order they came.
 */
export function placeFlatLabels<Label extends FlatLabel>(labels: readonly Label[], textPx: number, size: { width: number; height: number }): Label[] {
  const taken: Box[] = []
  const placed = new Set<Label>()
  for (const label of [...labels].sort((a, b) => a.order - b.order)) {
    const box = boxOf(label, textPx)
    const isInside = box.left >= 0 && box.right <= size.width && box.top >= 0 && box.bottom <= size.height
    if (!isInside || taken.some((other) => isOverlapping(box, other))) continue
    taken.push(box)
    placed.add(label)
  }
  return labels.filter((label) => placed.has(label))
}

function boxOf({ at: [x, y], lines }: FlatLabel, textPx: number): Box {
  const half = Math.max(...lines.map((line) => textWidth(line, textPx))) / 2
  return { left: x - half, right: x + half, top: y - lines.length * textPx * LINE_HEIGHT, bottom: y }
}

const isOverlapping = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
