import type { Position } from 'geojson'
import { metresPerDegree } from '@/analysis/shape/metric'

/** A way out and back along the same line is no wider than this: a slip of the mouse, not ground. */
const SPIKE_WIDTH_M = 0.01

/** A ring whose last position repeats the first; the same array if it did already. Linear. */
export function closeRing(ring: Position[]): Position[] {
  const [first, last] = [ring[0], ring.at(-1)]
  return first === undefined || isSamePosition(first, last!) ? ring : [...ring, first]
}

/** Without positions that repeat the one before; the same array if there are none. Linear. */
export function withoutRepeats(ring: Position[]): Position[] {
  const kept = ring.filter((position, i) => i === 0 || !isSamePosition(position, ring[i - 1]!))
  return kept.length === ring.length ? ring : kept
}

/**
 * Without corners at which a closed ring turns round and goes back along its own line; the same array if there are none.
 * Linear: what is left of a spike is looked at again.
 */
export function withoutSpikes(ring: Position[]): Position[] {
  const { lonM, latM } = metresPerDegree(ring[0]?.[1] ?? 0)
  const kept: Position[] = []
  const corners = ring.slice(0, -1)
  for (const corner of corners) {
    while (kept.length > 0 && isSamePosition(kept.at(-1)!, corner)) kept.pop()
    while (kept.length > 1 && isSpike(kept.at(-2)!, kept.at(-1)!, corner, lonM, latM)) {
      kept.pop()
      if (isSamePosition(kept.at(-1)!, corner)) kept.pop()
    }
    kept.push(corner)
  }
  // The ring goes on at its start.
  for (;;) {
    if (kept.length > 1 && isSamePosition(kept.at(-1)!, kept[0]!)) kept.pop()
    else if (kept.length > 2 && isSpike(kept.at(-2)!, kept.at(-1)!, kept[0]!, lonM, latM)) kept.pop()
    else if (kept.length > 2 && isSpike(kept.at(-1)!, kept[0]!, kept[1]!, lonM, latM)) kept.shift()
    else break
  }
  return kept.length === corners.length ? ring : [...kept, kept[0]!]
}

/** Parts without rings of fewer than three corners, which hold no ground; the same array if there are none. */
export function withoutStubs(parts: Position[][][]): Position[][][] {
  const kept = parts.filter(([outer]) => outer !== undefined && outer.length >= 4).map((rings) => rings.filter(({ length }) => length >= 4))
  return kept.length === parts.length && kept.every((rings, p) => rings.length === parts[p]!.length) ? parts : kept
}

export function isSamePosition(a: Position, b: Position): boolean {
  return a[0] === b[0] && a[1] === b[1]
}

function isSpike(before: Position, tip: Position, after: Position, lonM: number, latM: number): boolean {
  const [x1, y1] = [(before[0]! - tip[0]!) * lonM, (before[1]! - tip[1]!) * latM]
  const [x2, y2] = [(after[0]! - tip[0]!) * lonM, (after[1]! - tip[1]!) * latM]
  if (x1 * x2 + y1 * y2 <= 0) return false
  // How far the shorter leg's end lies from the longer leg.
  return Math.abs(x1 * y2 - x2 * y1) <= SPIKE_WIDTH_M * Math.max(Math.hypot(x1, y1), Math.hypot(x2, y2))
}
