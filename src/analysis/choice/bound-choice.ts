import type { CoverPart } from '@/analysis/choice/cover-part'
import { RowPrices } from '@/analysis/choice/price-rows'

/** Prices of the groups and what they say. */
export interface Bound {
  /** No choice of `siteCount` rows covers more. */
  bound: number
  /** Value of each row at the best prices; the largest `siteCount` of them were chosen. */
  value: Float64Array
  isPicked: Uint8Array
  /** How often each row was picked of late, 0…1: near the solution of the linear relaxation. */
  pickedShare: Float64Array
  /** Work done: entries of rows visited. */
  steps: number
}

export interface BoundOptions {
  /** Stop as soon as the bound is below this. */
  enough: () => number
  /** Most people known to be covered, for the step length. */
  target: () => number
  maxRounds: number
  /** First step factor; it shrinks when the bound stands still. */
  factor: number
  /** Rounds without a better bound before the factor is halved. */
  patience: number
  /** Stop when so many times the progress of ten rounds would not be enough; Infinity: never. */
  outlook: number
  /** Told the work done so far. */
  isOver?: (steps: number) => boolean
  /** Told the picked rows of some rounds, which may be a good choice. */
  onPick?: (rows: number[]) => void
}

/**
 * Upper bound by Lagrangian relaxation (Galvão & ReVelle 1996): a group may be counted only once because each counting costs
 * its price u, 0 ≤ u ≤ people; then the best rows are those with the largest sum of prices. Any prices give a bound; better
 * ones are sought by subgradient steps (Held, Wolfe & Crowder 1974) along a mean direction (Barahona & Anbil 2000). The best
 * bound of this kind is that of the linear relaxation.
 *
 * @param price - First prices; the best ones are left in it.
 */
export function boundChoice(part: CoverPart, price: Float64Array, options: BoundOptions): Bound {
  const { rowCount: n, groupCount: m, people, isSure } = part
  const current = price.slice()
  const rows = new RowPrices(part)
  const value = new Float64Array(n)
  const scratch = new Float64Array(n)
  const isPicked = new Uint8Array(n)
  const direction = new Float64Array(m)
  const count = new Float64Array(m)
  const best: Bound = {
    bound: Infinity, value: new Float64Array(n), isPicked: new Uint8Array(n), pickedShare: new Float64Array(n), steps: 0,
  }
  let { factor } = options
  let idle = 0
  let bestBefore = Infinity
  for (let round = 0; round < options.maxRounds; round++) {
    rows.valueRows(current, value)
    let bound = pickLargest(value, part.siteCount, isSure, scratch, isPicked)
    for (let i = 0; i < m; i++) bound += people[i]! - current[i]!
    best.steps += part.point.length + n + 2 * m
    const share = round === 0 ? 1 : MEAN_SHARE
    for (let r = 0; r < n; r++) best.pickedShare[r]! += share * (isPicked[r]! - best.pickedShare[r]!)
    const isBetter = bound < best.bound
    if (bound < best.bound - WORTHWHILE * (best.bound - options.target())) idle = 0
    else idle++
    if (isBetter) {
      best.bound = bound
      best.value.set(value)
      best.isPicked.set(isPicked)
      price.set(current)
    }
    if (options.onPick && (isBetter || round % 10 === 0)) options.onPick(pickedRows(isPicked))
    if (best.bound < options.enough() || options.isOver?.(best.steps)) break
    if (round % 10 === 9) {
      if ((bestBefore - best.bound) * options.outlook < best.bound - options.enough()) break
      bestBefore = best.bound
    }
    if (idle >= options.patience) {
      factor /= 2
      idle = 0
      if (factor < MIN_FACTOR) break
      current.set(price)
    }
    count.fill(0)
    rows.countPicked(isPicked, count)
    if (!step(current, people, count, direction, share, factor * Math.max(0, bound - options.target()))) break
  }
  return best
}

/** Share of new picks in their mean. */
const MEAN_SHARE = 0.3
/** A step factor below this moves nothing any more. */
const MIN_FACTOR = 1e-3
/** Share of the gap that counts as a better bound. */
const WORTHWHILE = 1e-7

/** Moves the prices by `length` over the square of the mean direction; false if there is nowhere to go. */
function step(
  price: Float64Array, people: Float64Array, count: Float64Array, direction: Float64Array, share: number, length: number,
): boolean {
  const m = price.length
  let length2 = 0
  for (let i = 0; i < m; i++) {
    const mean = direction[i]! + share * (count[i]! - 1 - direction[i]!)
    direction[i] = mean
    // A price at its limit that would go beyond it does not move.
    if (!((mean < 0 && price[i]! >= people[i]!) || (mean > 0 && price[i] === 0))) length2 += mean * mean
  }
  if (length2 === 0 || length === 0) return false
  for (let i = 0; i < m; i++) {
    const next = price[i]! - (length / length2) * direction[i]!
    price[i] = next < 0 ? 0 : next > people[i]! ? people[i]! : next
  }
  return true
}

/** Marks the sure rows and the `k` largest others, of equals the lower row; returns the sum of all marked. */
function pickLargest(value: Float64Array, k: number, isSure: Uint8Array | undefined, scratch: Float64Array, isPicked: Uint8Array): number {
  const n = value.length
  isPicked.fill(0)
  let sum = 0
  let left = k
  scratch.set(value)
  if (isSure) {
    for (let r = 0; r < n; r++) {
      if (!isSure[r]) continue
      isPicked[r] = 1
      sum += value[r]!
      scratch[r] = -1
    }
  }
  const limit = k >= n ? -1 : k > 0 ? kthLargest(scratch, k) : Infinity
  for (let r = 0; r < n; r++) {
    if (isPicked[r] || !(value[r]! > limit)) continue
    isPicked[r] = 1
    sum += value[r]!
    left--
  }
  for (let r = 0; r < n && left > 0 && limit >= 0; r++) {
    if (isPicked[r] || value[r] !== limit) continue
    isPicked[r] = 1
    sum += limit
    left--
  }
  return sum
}

/** The k-th largest value, 1 ≤ k ≤ n (Hoare's selection, in place). */
function kthLargest(order: Float64Array, k: number): number {
  let [from, to] = [0, order.length - 1]
  const at = k - 1
  while (from < to) {
    const pivot = order[(from + to) >> 1]!
    let [i, j] = [from, to]
    while (i <= j) {
      while (order[i]! > pivot) i++
      while (order[j]! < pivot) j--
      if (i <= j) {
        const swapped = order[i]!
        order[i++] = order[j]!
        order[j--] = swapped
      }
    }
    if (at <= j) to = j
    else if (at >= i) from = i
    else break
  }
  return order[at]!
}

function pickedRows(isPicked: Uint8Array): number[] {
  const rows: number[] = []
  isPicked.forEach((picked, r) => {
    if (picked) rows.push(r)
  })
  return rows
}
