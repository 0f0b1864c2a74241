import type { Point } from '@/cli/synthesize/plane'
import { between, integerBetween, type Random } from '@/cli/synthesize/random'
import type { BuildingSpec } from '@/cli/synthesize/specs'

/** A compound in its own frame: origin in the south-west corner of the wall, x along the façades. */
export interface CompoundPlan {
  outline: Point[]
  buildings: { spec: BuildingSpec; x: number; y: number }[]
}

/** Between the ends of neighbouring slabs, m. */
const END_GAP_M = 7

/** Rows of south-facing slabs behind a wall, front row first, house numbers from the south-west. */
export function planCompound(buildings: readonly BuildingSpec[], columns: number, random: Random): CompoundPlan {
  const rows: BuildingSpec[][] = []
  for (let i = 0; i < buildings.length; i += columns) rows.push(buildings.slice(i, i + columns))
  const [westM, eastM] = [between(random, 4.5, 8), between(random, 4.5, 8) + (random() < 0.4 ? between(random, 5, 11) : 0)]
  const placed: CompoundPlan['buildings'] = []
  const widths: number[] = []
  let y = between(random, 9, 14)
  const tops: number[] = []
  for (const row of rows) {
    let x = westM
    for (const spec of row) {
      placed.push({ spec, x, y })
      x += spec.lengthM + END_GAP_M
    }
    widths.push(x - END_GAP_M)
    const depthM = Math.max(...row.map((spec) => spec.depthM))
    tops.push(y + depthM)
    y += depthM + between(random, 15.2, 18.8)
  }
  const width = Math.max(...widths) + eastM
  const top = tops[tops.length - 1]! + between(random, 5, 9)
  return { outline: outlineOf(widths, tops, width, top, eastM, random), buildings: placed }
}

/** A rectangle, or an L if the back row is much shorter than the others. */
function outlineOf(
  widths: readonly number[], tops: readonly number[], width: number, top: number, eastM: number, random: Random,
): Point[] {
  const last = widths[widths.length - 1]! + eastM
  if (tops.length < 2 || width - last < 26 || random() < 0.3) return [[0, 0], [width, 0], [width, top], [0, top]]
  const shoulder = tops[tops.length - 2]! + integerBetween(random, 5, 8)
  return [[0, 0], [width, 0], [width, shoulder], [last, shoulder], [last, top], [0, top]]
}

/** Numbers of columns worth trying, the usual one first. */
export function columnChoices(count: number): number[] {
  const usual = count <= 2 ? 1 : 2
  return [usual, ...[1, 2, 3].filter((columns) => columns !== usual && columns <= count && count / columns <= 4)]
}
