import type { CoverPart } from '@/analysis/choice/cover-part'
import type { CoverCore } from '@/analysis/choice/reduce-problem'

/** What a node of the search leaves open. */
export interface OpenPart extends CoverPart {
  /** Row of the core behind each row, group of the core behind each group. */
  rows: Uint32Array
  groups: Uint32Array
  price: Float64Array
  /** People of the rows that are in. */
  covered: number
}

/**
 * Rows still free and groups not yet covered, close together in memory; rows that add nobody are left out.
 * With capacities, rows that are in stay as sure ones and take nobody out.
 *
 * @param fixed - Per row: 1 in, −1 out, 0 free.
 * @param siteCount - Rows to choose, those that are in among them.
 */
export function narrowPart(core: CoverCore, fixed: Int8Array, siteCount: number, parentPrice: ArrayLike<number>): OpenPart {
  const { rowCount: n, starts, point, capacity } = core
  const isTaken = new Uint8Array(core.groupCount)
  let left = siteCount
  for (let r = 0; r < n; r++) {
    if (fixed[r] !== 1) continue
    left--
    if (capacity === null) for (let e = starts[r]!; e < starts[r + 1]!; e++) isTaken[point[e]!] = 1
  }
  let covered = 0
  for (let i = 0; i < core.groupCount; i++) if (isTaken[i]) covered += core.people[i]!
  const group = new Int32Array(core.groupCount).fill(-1)
  const groups = new Uint32Array(core.groupCount)
  const rows = new Uint32Array(n)
  const partStarts = new Uint32Array(n + 1)
  const partPoint = new Uint32Array(point.length)
  let [rowCount, groupCount, length] = [0, 0, 0]
  for (let r = 0; r < n; r++) {
    if (fixed[r] === -1 || (fixed[r] === 1 && capacity === null)) continue
    const from = length
    for (let e = starts[r]!; e < starts[r + 1]!; e++) {
      const i = point[e]!
      if (isTaken[i]) continue
      if (group[i] === -1) {
        group[i] = groupCount
        groups[groupCount++] = i
      }
      partPoint[length++] = group[i]!
    }
    if (length === from) continue
    rows[rowCount++] = r
    partStarts[rowCount] = length
  }
  const people = new Float64Array(groupCount)
  const price = new Float64Array(groupCount)
  for (let g = 0; g < groupCount; g++) {
    people[g] = core.people[groups[g]!]!
    price[g] = Math.min(people[g]!, Math.max(0, parentPrice[groups[g]!]!))
  }
  return {
    rowCount, groupCount, siteCount: left, people, price, covered,
    starts: partStarts.subarray(0, rowCount + 1), point: partPoint.subarray(0, length),
    rows: rows.subarray(0, rowCount), groups: groups.subarray(0, groupCount),
    capacity: capacity && Float64Array.from(rows.subarray(0, rowCount), (r) => capacity[r]!),
    isSure: capacity ? Uint8Array.from(rows.subarray(0, rowCount), (r) => (fixed[r] === 1 ? 1 : 0)) : undefined,
  }
}

/**
 * The best one or two rows, by trying all that can be good enough.
 *
 * @param part - Without capacities, with a `siteCount` of 1 or 2.
 * @param needed - Only choices that cover at least this much are of interest.
 * @returns Rows of the core, or null if nothing covers as much; and the work done.
 */
export function closePart(part: OpenPart, needed: number): { rows: number[] | null; steps: number } {
  const { rowCount: n, starts, point, people } = part
  const gain = new Float64Array(n)
  for (let r = 0; r < n; r++) for (let e = starts[r]!; e < starts[r + 1]!; e++) gain[r]! += people[point[e]!]!
  const order = Uint32Array.from({ length: n }, (_, r) => r).sort((a, b) => gain[b]! - gain[a]! || a - b)
  let best = needed
  let rows: number[] | null = null
  let steps = point.length + n
  const offer = (value: number, found: number[]): void => {
    if (value < best || (rows !== null && value === best)) return
    best = value
    rows = found.map((r) => part.rows[r]!)
  }
  if (n > 0) offer(gain[order[0]!]!, [order[0]!])
  if (part.siteCount === 1) return { rows, steps }
  const isTaken = new Uint8Array(part.groupCount)
  for (let a = 0; a + 1 < n && gain[order[a]!]! + gain[order[a + 1]!]! >= best; a++) {
    const first = order[a]!
    for (let e = starts[first]!; e < starts[first + 1]!; e++) isTaken[point[e]!] = 1
    for (let b = a + 1; b < n && gain[first]! + gain[order[b]!]! >= best; b++) {
      const second = order[b]!
      let sum = gain[first]!
      for (let e = starts[second]!; e < starts[second + 1]!; e++) if (!isTaken[point[e]!]) sum += people[point[e]!]!
      steps += starts[second + 1]! - starts[second]!
      offer(sum, [first, second])
    }
    for (let e = starts[first]!; e < starts[first + 1]!; e++) isTaken[point[e]!] = 0
  }
  return { rows, steps }
}

/** People of the part that its rows cover, each counted once. */
export function coverOfPart(part: OpenPart, rows: readonly number[]): number {
  const isTaken = new Uint8Array(part.groupCount)
  let covered = 0
  for (const r of rows) {
    for (let e = part.starts[r]!; e < part.starts[r + 1]!; e++) {
      const i = part.point[e]!
      if (isTaken[i]) continue
      isTaken[i] = 1
      covered += part.people[i]!
    }
  }
  return covered
}
