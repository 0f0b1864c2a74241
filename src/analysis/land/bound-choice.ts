/** A covering problem during the proof: rows of points, k still to choose. */
export interface CoverPart {
  rowCount: number
  groupCount: number
  siteCount: number
  people: Float64Array
  starts: Uint32Array
  point: Uint32Array
}

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
  const { rowCount: n, groupCount: m, siteCount: k, people, starts, point } = part
  const current = price.slice()
  const value = new Float64Array(n)
  const order = new Float64Array(n)
  const isPicked = new Uint8Array(n)
  const direction = new Float64Array(m)
  const count = new Float64Array(m)
  const best: Bound = {
    bound: Infinity, value: new Float64Array(n), isPicked: new Uint8Array(n), pickedShare: new Float64Array(n), steps: 0,
  }
  let { factor } = options
  let idle = 0
  for (let round = 0; round < options.maxRounds; round++) {
    let bound = 0
    for (let i = 0; i < m; i++) bound += people[i]! - current[i]!
    for (let r = 0; r < n; r++) {
      let sum = 0
      for (let e = starts[r]!, end = starts[r + 1]!; e < end; e++) sum += current[point[e]!]!
      value[r] = sum
    }
    best.steps += point.length + n + 2 * m
    bound += pickLargest(value, k, order, isPicked)
    const isBetter = bound < best.bound
    const share = round === 0 ? 1 : MEAN_SHARE
    for (let r = 0; r < n; r++) best.pickedShare[r]! += share * (isPicked[r]! - best.pickedShare[r]!)
    if (bound < best.bound - 1e-7 * Math.max(1, best.bound - options.target())) idle = 0
    else idle++
    if (isBetter) {
      best.bound = bound
      best.value.set(value)
      best.isPicked.set(isPicked)
      price.set(current)
    }
    if (options.onPick && (isBetter || round % 10 === 0)) options.onPick(pickedRows(isPicked))
    if (best.bound < options.enough() || options.isOver?.(best.steps)) break
    if (idle >= options.patience) {
      factor /= 2
      idle = 0
      if (factor < MIN_FACTOR) break
      current.set(price)
    }
    count.fill(0)
    for (let r = 0; r < n; r++) if (isPicked[r]) for (let e = starts[r]!, end = starts[r + 1]!; e < end; e++) count[point[e]!]!++
    let length2 = 0
    for (let i = 0; i < m; i++) {
      const slope = count[i]! - 1
      const mean = direction[i]! + share * (slope - direction[i]!)
      direction[i] = mean
      // A price at its limit that would go beyond it does not move.
      if (!((mean < 0 && current[i] === people[i]) || (mean > 0 && current[i] === 0))) length2 += mean * mean
    }
    if (length2 === 0) break
    const length = (factor * (bound - options.target())) / length2
    for (let i = 0; i < m; i++) {
      const next = current[i]! - length * direction[i]!
      current[i] = next < 0 ? 0 : next > people[i]! ? people[i]! : next
    }
  }
  return best
}

const MEAN_SHARE = 0.3
const MIN_FACTOR = 1e-3

/** Marks the `k` largest values, of equals the lower row; returns their sum. `order` is scratch. */
function pickLargest(value: Float64Array, k: number, order: Float64Array, isPicked: Uint8Array): number {
  const n = value.length
  if (k >= n) {
    isPicked.fill(1)
    return value.reduce((sum, v) => sum + v, 0)
  }
  isPicked.fill(0)
  if (k <= 0) return 0
  const limit = kthLargest(value, k, order)
  let left = k
  let sum = 0
  for (let r = 0; r < n; r++) {
    if (value[r]! > limit) {
      isPicked[r] = 1
      sum += value[r]!
      left--
    }
  }
  for (let r = 0; r < n && left > 0; r++) {
    if (value[r] === limit) {
      isPicked[r] = 1
      sum += limit
      left--
    }
  }
  return sum
}

/** The k-th largest value, 1 ≤ k ≤ n (Hoare's selection on a copy). */
function kthLargest(value: Float64Array, k: number, order: Float64Array): number {
  order.set(value)
  let [from, to] = [0, value.length - 1]
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
