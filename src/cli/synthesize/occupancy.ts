import { boxOf, gapBetween, type Box, type Ring } from '@/cli/synthesize/plane'

interface Taken { ring: Ring; box: Box }

const CELL_M = 60

/** Ground that is already taken, found quickly by place. */
export class Occupancy {
  private readonly cells = new Map<string, Taken[]>()

  take(ring: Ring): void {
    const taken = { ring, box: boxOf(ring) }
    for (const key of keysOf(taken.box, 0)) {
      const cell = this.cells.get(key)
      if (cell) cell.push(taken)
      else this.cells.set(key, [taken])
    }
  }

  /** True if nothing taken comes nearer than `gapM`. */
  isFree(ring: Ring, gapM: number): boolean {
    const box = boxOf(ring)
    for (const key of keysOf(box, gapM)) {
      for (const taken of this.cells.get(key) ?? []) {
        if (taken.box.west > box.east + gapM || taken.box.east < box.west - gapM) continue
        if (taken.box.south > box.north + gapM || taken.box.north < box.south - gapM) continue
        if (gapBetween(ring, taken.ring) < gapM) return false
      }
    }
    return true
  }
}

function* keysOf(box: Box, gapM: number): Generator<string> {
  const [west, east] = [Math.floor((box.west - gapM) / CELL_M), Math.floor((box.east + gapM) / CELL_M)]
  const [south, north] = [Math.floor((box.south - gapM) / CELL_M), Math.floor((box.north + gapM) / CELL_M)]
  for (let i = west; i <= east; i++) for (let j = south; j <= north; j++) yield `${i},${j}`
}
