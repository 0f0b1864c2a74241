import type { PlainRows } from '@/analysis/choice/cover-part'
import { coveredPeople, type CoverProblem } from '@/analysis/choice/cover-problem'
import { reduceProblem, type CoverCore } from '@/analysis/choice/reduce-problem'
import { ServedPeople } from '@/analysis/choice/serve-people'

/**
 * Best next candidate first (Nemhauser, Wolsey & Fisher 1978: at least 63 % of the best), with lazy gains (Minoux 1978).
 * No capacities.
 *
 * @returns Rows of the core in the order chosen; fewer than `siteCount` if no further one helps.
 */
export function greedyRows(core: PlainRows, siteCount: number): number[] {
  const { rowCount: n, starts, point, people } = core
  const gain = new Float64Array(n)
  for (let r = 0; r < n; r++) for (let e = starts[r]!; e < starts[r + 1]!; e++) gain[r]! += people[point[e]!]!
  const heap = Uint32Array.from({ length: n }, (_, r) => r)
  for (let at = (n >> 1) - 1; at >= 0; at--) sink(heap, n, at, gain)
  const isCovered = new Uint8Array(core.groupCount)
  const chosen: number[] = []
  let size = n
  while (chosen.length < siteCount && size > 0) {
    const row = heap[0]!
    let fresh = 0
    for (let e = starts[row]!; e < starts[row + 1]!; e++) if (!isCovered[point[e]!]) fresh += people[point[e]!]!
    if (fresh < gain[row]!) {
      gain[row] = fresh
    } else {
      if (fresh <= 0) break
      chosen.push(row)
      for (let e = starts[row]!; e < starts[row + 1]!; e++) isCovered[point[e]!] = 1
      heap[0] = heap[--size]!
    }
    sink(heap, size, 0, gain)
  }
  return chosen
}

/** Restores a heap with the largest gain on top, of equals the lower row. */
function sink(heap: Uint32Array, size: number, from: number, gain: Float64Array): void {
  if (from >= size) return
  const row = heap[from]!
  const isAbove = (a: number, b: number): boolean => gain[a]! > gain[b]! || (gain[a] === gain[b] && a < b)
  let at = from
  for (;;) {
    let child = 2 * at + 1
    if (child >= size) break
    if (child + 1 < size && isAbove(heap[child + 1]!, heap[child]!)) child++
    if (!isAbove(heap[child]!, row)) break
    heap[at] = heap[child]!
    at = child
  }
  heap[at] = row
}

/**
 * Swaps one chosen row for another as long as that covers more people (vertex substitution, Teitz & Bart 1968, with the
 * gain of all swaps of a row found in one pass over it, Resende & Werneck 2007). No capacities.
 *
 * @param maxPasses - Passes over all rows.
 * @returns The improved rows, in place.
 */
export function swapRows(core: PlainRows, chosen: number[], maxPasses = 50): number[] {
  const { rowCount: n, starts, point, people, groupCount } = core
  if (chosen.length === 0) return chosen
  const count = new Uint16Array(groupCount)
  // Sum of the slots that cover a group: with one of them, it names the slot.
  const slots = new Uint32Array(groupCount)
  const loss = new Float64Array(chosen.length)
  const shared = new Float64Array(chosen.length)
  const isChosen = new Uint8Array(n)
  const put = (slot: number, row: number, sign: 1 | -1): void => {
    isChosen[row] = sign === 1 ? 1 : 0
    for (let e = starts[row]!; e < starts[row + 1]!; e++) {
      const i = point[e]!
      if (count[i] === 1) loss[slots[i]!]! -= people[i]!
      count[i]! += sign
      slots[i]! += sign * slot
      if (count[i] === 1) loss[slots[i]!]! += people[i]!
    }
  }
  chosen.forEach((row, slot) => put(slot, row, 1))
  const total = people.reduce((sum, value) => sum + value, 0)
  let idle = 0
  for (let step = 0; idle < n && step < n * maxPasses; step++) {
    const row = step % n
    idle++
    if (isChosen[row]) continue
    let gain = 0
    const touched: number[] = []
    for (let e = starts[row]!; e < starts[row + 1]!; e++) {
      const i = point[e]!
      if (count[i] === 0) gain += people[i]!
      else if (count[i] === 1) {
        const slot = slots[i]!
        if (shared[slot] === 0) touched.push(slot)
        shared[slot]! += people[i]!
      }
    }
    let best = 0
    for (let slot = 1; slot < loss.length; slot++) if (loss[slot]! - shared[slot]! < loss[best]! - shared[best]!) best = slot
    const change = gain - (loss[best]! - shared[best]!)
    for (const slot of touched) shared[slot] = 0
    if (change <= total * 1e-12) continue
    put(best, chosen[best]!, -1)
    put(best, row, 1)
    chosen[best] = row
    idle = 0
  }
  return chosen
}

/**
 * A good choice at once: greedy, then swaps (without capacities).
 *
 * @returns Candidates, ascending; those that add nobody are left out, unless they must be included.
 */
export function chooseGreedily(problem: CoverProblem, siteCount: number): { chosen: number[]; covered: number } {
  const included = [...new Set(problem.mustInclude)]
  const fixed = new Int8Array(problem.candidateCount)
  for (const c of problem.mustExclude) fixed[c] = -1
  for (const c of problem.mustInclude) fixed[c] = 1
  const core = reduceProblem(problem, fixed)
  const rows = core.capacity === null
    ? swapRows(core, greedyRows(core, siteCount - included.length))
    : greedyLimitedRows({ ...core, capacity: core.capacity }, siteCount - included.length, included)
  const chosen = [...included, ...rows.map((row) => core.ids[row]!)].sort((a, b) => a - b)
  return { chosen, covered: coveredPeople(problem, chosen) }
}

/** As `greedyRows`, by what each row adds to the people served. */
function greedyLimitedRows(core: CoverCore & { capacity: Float64Array }, siteCount: number, included: readonly number[]): number[] {
  const state = new ServedPeople(core)
  const gain = new Float64Array(core.rowCount)
  for (let r = 0; r < core.rowCount; r++) {
    if (included.includes(core.ids[r]!)) state.add(r)
    else gain[r] = Infinity
  }
  const heap = Uint32Array.from(gain.keys())
  for (let at = (heap.length >> 1) - 1; at >= 0; at--) sink(heap, heap.length, at, gain)
  const chosen: number[] = []
  while (chosen.length < siteCount && gain[heap[0]!]! > 0) {
    const row = heap[0]!
    const fresh = state.gainOf(row)
    if (fresh >= gain[row]!) {
      state.add(row)
      chosen.push(row)
    }
    gain[row] = fresh >= gain[row]! ? 0 : fresh
    sink(heap, heap.length, 0, gain)
  }
  return chosen
}
