import { boundChoice, type Bound } from '@/analysis/choice/bound-choice'
import { greedyRows, swapRows } from '@/analysis/choice/choose-greedily'
import { coveredPeople, type CoverProblem } from '@/analysis/choice/cover-problem'
import { findGrid } from '@/analysis/choice/find-grid'
import { closePart, coverOfPart, narrowPart, type OpenPart } from '@/analysis/choice/narrow-part'
import { NodeHeap, type SearchNode } from '@/analysis/choice/node-heap'
import { reduceProblem, type CoverCore } from '@/analysis/choice/reduce-problem'

export interface SearchOptions {
  /** Asked now and then, with the entries of rows visited so far. */
  isOver: (steps: number) => boolean
  /** Only choices that cover at least so many are of interest, and one of them is enough; null: the best is. */
  wanted: number | null
  /** Told whenever the choice or the bound is better. */
  onBetter: () => void
}

/** Memory for nodes that wait, bytes; beyond it, the search goes into depth. */
const MAX_WAITING_BYTES = 300_000_000
/** How prices are sought for the whole problem, and for a part of it, whose first prices are good already. */
const ROOT_ROUNDS = { maxRounds: 2000, factor: 1, patience: 15, outlook: Infinity }
const NODE_ROUNDS = { maxRounds: 120, factor: 0.2, patience: 15, outlook: 40 }
/** Swaps cost as much as many rounds: they are tried every so many rounds, and on the first nodes, then on some. */
const ROUNDS_PER_SWAP = 20
const NODES_WITH_SWAPS = 300
const SWAPS_EVERY = 10

/**
 * Branch and bound for the best choice: prices bound every part of the search (`boundChoice`), reduced costs fix rows, the
 * part with the highest bound is split first.
 */
export class ChoiceSearch {
  chosen: number[]
  covered: number
  bound: number
  private readonly problem: CoverProblem
  private readonly options: SearchOptions
  /** Candidates that are in, and of them those no longer among the rows. */
  private readonly sure: Set<number>
  private taken: number[] = []
  private core: CoverCore
  /** People of `taken`. */
  private base = 0
  private readonly origin: number
  private readonly grid: number
  private siteCount: number
  private steps = 0
  private nodes = 0

  /** @param first - A good choice to begin with. */
  constructor(problem: CoverProblem, siteCount: number, first: readonly number[], options: SearchOptions) {
    this.problem = problem
    this.options = options
    this.sure = new Set(problem.mustInclude)
    this.siteCount = siteCount
    const fixed = new Int8Array(problem.candidateCount)
    for (const c of problem.mustExclude) fixed[c] = -1
    for (const c of problem.mustInclude) fixed[c] = 1
    this.core = reduceProblem(problem, fixed)
    this.takeOut()
    this.origin = this.base
    const limits = this.core.capacity?.filter((value) => value < Infinity) ?? []
    this.grid = findGrid(Float64Array.of(...this.core.people, ...limits))
    this.chosen = [...first]
    this.covered = coveredPeople(problem, first)
    this.bound = this.base + this.core.people.reduce((sum, value) => sum + value, 0)
  }

  /** @returns True if nothing better is left. */
  run(): boolean {
    const root = this.tightenRoot()
    const waiting = new NodeHeap()
    const bytes = 5 * (this.core.groupCount + this.core.rowCount)
    waiting.push(root)
    while (waiting.size > 0 && !this.isDone(waiting.best)) {
      this.lower(waiting.best)
      const stack = [waiting.pop()]
      const { bound } = stack[0]!
      while (stack.length > 0) {
        if (this.isOver()) {
          this.lower(bound)
          return false
        }
        for (const child of this.expand(stack.pop()!)) {
          if (waiting.size * bytes < MAX_WAITING_BYTES) waiting.push(child)
          else stack.push(child)
        }
      }
    }
    return true
  }

  /** Bounds the whole problem, and makes it smaller by what cannot be in or out of a better choice. */
  private tightenRoot(): SearchNode {
    let price: ArrayLike<number> = firstPrices(this.core, this.siteCount)
    for (;;) {
      const { core } = this
      const fixed = Int8Array.from(core.ids, (c) => (this.sure.has(c) ? 1 : 0))
      const part = narrowPart(core, fixed, this.siteCount, price)
      const before = this.covered
      const bound = this.boundPart(part, fixed, ROOT_ROUNDS)
      this.lower(this.base + bound.bound)
      const prices = this.pricesOf(part)
      const count = this.fixRows(part, bound, fixed)
      const isWorthwhile = count >= 0.05 * core.rowCount && (count > 0 || this.covered > before)
      if (!isWorthwhile || this.isDone(this.base + bound.bound) || this.isOver()) return { fixed, price: prices, bound: this.base + bound.bound }
      price = this.shrink(fixed, prices)
    }
  }

  /** Goes on with what is not fixed; returns the prices of the new groups. */
  private shrink(fixed: Int8Array, price: Float32Array): Float64Array {
    fixed.forEach((state, r) => {
      if (state === 1) this.sure.add(this.core.ids[r]!)
    })
    this.core = reduceProblem(this.core, fixed)
    this.takeOut()
    const next = new Float64Array(this.core.groupCount)
    this.core.groupOf.forEach((g, i) => {
      if (g !== -1) next[g]! += price[i]!
    })
    return next
  }

  /** Sure candidates that are no rows of the core any more count apart. */
  private takeOut(): void {
    const rows = new Set(this.core.ids)
    this.siteCount += this.taken.length
    this.taken = [...this.sure].filter((c) => !rows.has(c))
    this.siteCount -= this.taken.length
    this.base = coveredPeople(this.problem, this.taken)
  }

  /** The two halves of a node, or none if it holds nothing better. */
  private expand(node: SearchNode): SearchNode[] {
    if (this.isDone(node.bound)) return []
    this.nodes++
    const part = narrowPart(this.core, node.fixed, this.siteCount, node.price)
    this.steps += this.core.point.length
    const own = rowsIn(node.fixed)
    const free = [...part.rows].filter((r) => node.fixed[r] === 0)
    if (free.length <= part.siteCount || part.siteCount <= 0) {
      this.offer(part.siteCount > 0 ? [...own, ...free] : own)
      return []
    }
    if (part.siteCount <= 2 && part.capacity === null) {
      const { rows, steps } = closePart(part, this.needed - this.base - part.covered)
      this.steps += steps
      if (rows !== null) this.offer([...own, ...rows])
      return []
    }
    const bound = this.boundPart(part, node.fixed, NODE_ROUNDS)
    const value = Math.min(node.bound, this.base + part.covered + bound.bound)
    if (this.isDone(value)) return []
    const fixed = node.fixed.slice()
    this.fixRows(part, bound, fixed)
    const row = branchRow(part, bound, fixed)
    const price = this.pricesOf(part)
    return (row === -1 ? [0] : [-1, 1]).map((state) => {
      const half = fixed.slice()
      if (row !== -1) half[row] = state
      return { fixed: half, price, bound: value }
    })
  }

  private pricesOf(part: OpenPart): Float32Array {
    const price = new Float32Array(this.core.groupCount)
    part.groups.forEach((g, i) => (price[g] = part.price[i]!))
    return price
  }

  private boundPart(part: OpenPart, fixed: Int8Array, rounds: typeof ROOT_ROUNDS): Bound {
    const rest = this.base + part.covered
    const before = this.steps
    const isRoot = rounds === ROOT_ROUNDS
    let tried = isRoot ? -Infinity : this.covered - rest
    let waits = 0
    const bound = boundChoice(part, part.price, {
      ...rounds,
      enough: () => this.needed - rest - 1e-12 * this.bound,
      target: () => this.covered - rest,
      isOver: (steps) => {
        this.steps = before + steps
        return this.isOver()
      },
      onPick: (picked) => {
        if (waits-- > 0) return
        const value = coverOfPart(part, picked)
        if (value <= tried) return
        tried = value
        waits = ROUNDS_PER_SWAP
        this.offerPicked(part, fixed, picked)
      },
    })
    this.steps = before + bound.steps
    if (!isRoot && (this.nodes <= NODES_WITH_SWAPS || this.nodes % SWAPS_EVERY === 0)) this.offerPicked(part, fixed, rowsIn(bound.isPicked))
    return bound
  }

  /** Tries rows of a part that the prices picked, improved by swaps. */
  private offerPicked(part: OpenPart, fixed: Int8Array, picked: number[]): void {
    if (part.capacity === null) this.offer([...rowsIn(fixed), ...swapRows(part, picked).map((r) => part.rows[r]!)])
    else if (coverOfPart(part, picked) > this.covered) this.offer(picked.map((r) => part.rows[r]!))
  }

  /**
   * Reduced-cost fixing: a row whose choice would push the bound below what is known is out, one whose absence would is in.
   *
   * @returns How many rows were fixed.
   */
  private fixRows(part: OpenPart, { bound, value, isPicked }: Bound, fixed: Int8Array): number {
    let [lowestIn, highestOut] = [Infinity, 0]
    for (let r = 0; r < part.rowCount; r++) {
      if (fixed[part.rows[r]!] !== 0) continue
      if (isPicked[r]) lowestIn = Math.min(lowestIn, value[r]!)
      else highestOut = Math.max(highestOut, value[r]!)
    }
    const spare = this.base + part.covered + bound - this.needed
    let count = 0
    for (let r = 0; r < part.rowCount; r++) {
      if (fixed[part.rows[r]!] !== 0) continue
      const isLost = isPicked[r] ? value[r]! - highestOut > spare : lowestIn - value[r]! > spare
      if (!isLost) continue
      fixed[part.rows[r]!] = isPicked[r] ? 1 : -1
      count++
    }
    return count
  }

  /** Takes a choice of rows if it is better. */
  private offer(rows: readonly number[]): void {
    const chosen = [...this.taken, ...rows.map((r) => this.core.ids[r]!)]
    const covered = coveredPeople(this.problem, chosen)
    if (covered <= this.covered) return
    this.covered = covered
    this.chosen = chosen
    this.options.onBetter()
  }

  private lower(bound: number): void {
    const { grid, origin } = this
    const reachable = grid > 0 ? origin + Math.floor((bound - origin) / grid + 1e-3) * grid : bound
    const next = Math.max(this.covered, reachable)
    if (next >= this.bound) return
    this.bound = next
    this.options.onBetter()
  }

  /** What a choice of interest covers at least. */
  private get needed(): number {
    return Math.max(this.options.wanted ?? 0, this.grid > 0 ? this.covered + this.grid * 0.99 : this.covered * (1 + 5e-10))
  }

  private isDone(bound: number): boolean {
    return bound < this.needed
  }

  private isOver(): boolean {
    return this.covered >= (this.options.wanted ?? Infinity) || this.options.isOver(this.steps)
  }
}

function rowsIn(fixed: Int8Array | Uint8Array): number[] {
  const rows: number[] = []
  fixed.forEach((state, r) => {
    if (state === 1) rows.push(r)
  })
  return rows
}

/** The free row about which the prices are least sure; of equals the most valuable. */
function branchRow(part: OpenPart, { value, pickedShare }: Bound, fixed: Int8Array): number {
  let row = -1
  let best = -1
  for (let r = 0; r < part.rowCount; r++) {
    if (fixed[part.rows[r]!] !== 0) continue
    const score = Math.min(pickedShare[r]!, 1 - pickedShare[r]!) + 1e-9 * value[r]!
    if (score > best) [best, row] = [score, part.rows[r]!]
  }
  return row
}

/** Prices near those of the greedy choice: uncovered people cost all, those covered twice nothing. */
function firstPrices(core: CoverCore, siteCount: number): Float64Array {
  const count = new Uint32Array(core.groupCount)
  for (const r of greedyRows(core, siteCount)) for (let e = core.starts[r]!; e < core.starts[r + 1]!; e++) count[core.point[e]!]!++
  return core.people.map((people, i) => (count[i] === 0 ? people : count[i] === 1 ? 0.8 * people : 0))
}
