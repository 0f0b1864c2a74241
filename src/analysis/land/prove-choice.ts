import { boundChoice, type Bound } from '@/analysis/land/bound-choice'
import { greedyRows, swapRows } from '@/analysis/land/choose-greedily'
import { coveredPeople, findConflict, type CoverProblem } from '@/analysis/land/cover-problem'
import { findGrid } from '@/analysis/land/find-grid'
import { closePart, coverOfPart, narrowPart, type OpenPart } from '@/analysis/land/narrow-part'
import { NodeHeap, type SearchNode } from '@/analysis/land/node-heap'
import { reduceProblem, type CoverCore } from '@/analysis/land/reduce-problem'

/** A choice, and what is known about better ones. */
export interface CoverSolution {
  /** Candidates, ascending, those that must be included among them; those that add nobody are left out. */
  chosen: number[]
  /** People newly covered. */
  covered: number
  /** No choice covers more than this; `covered` if proven. */
  bound: number
  isProven: boolean
}

export interface ProofOptions {
  /** Clock in ms, for `timeLimitMs`. */
  now?: () => number
  timeLimitMs?: number
  /** Limit of work, entries of rows visited (about 1 ns each); without a clock the same question gives the same answer. */
  maxSteps?: number
  /** Told at first with the greedy choice and whenever the gap closes further. */
  onProgress?: (state: { covered: number; bound: number; chosen: readonly number[] }) => void
}

const DEFAULT_STEPS = 10_000_000_000
/** Memory for nodes that wait, bytes; beyond it, the search goes into depth. */
const MAX_WAITING_BYTES = 300_000_000
const ROOT_ROUNDS = 2000
const NODE_ROUNDS = 40

/**
 * Best choice with proof: greedy and swaps for a choice, prices for the bound, branch and bound for the rest.
 *
 * @throws {RangeError} No choice can keep to what must be included and excluded.
 */
export function proveChoice(problem: CoverProblem, siteCount: number, options: ProofOptions = {}): CoverSolution {
  const conflict = findConflict(problem, siteCount)
  if (conflict !== null) throw new RangeError(`${conflict}: ${problem.mustInclude.length} must be included, ${siteCount} asked`)
  return new Proof(problem, siteCount, options).run()
}

class Proof {
  private core: CoverCore
  /** Candidates that are in for certain, their people, and how many more may be chosen. */
  private taken: number[]
  private base: number
  private siteCount: number
  private chosen: number[] = []
  private covered = -1
  private bound = Infinity
  private steps = 0
  private readonly problem: CoverProblem
  private readonly options: ProofOptions
  private readonly grid: number
  private readonly endMs: number

  constructor(problem: CoverProblem, siteCount: number, options: ProofOptions) {
    this.problem = problem
    this.options = options
    const fixed = new Int8Array(problem.candidateCount)
    for (const c of problem.mustExclude) fixed[c] = -1
    for (const c of problem.mustInclude) fixed[c] = 1
    this.taken = [...new Set(problem.mustInclude)]
    this.base = coveredPeople(problem, this.taken)
    this.siteCount = siteCount - this.taken.length
    this.core = reduceProblem(problem, fixed)
    this.grid = findGrid(this.core.people)
    this.endMs = options.now && options.timeLimitMs !== undefined ? options.now() + options.timeLimitMs : Infinity
  }

  run(): CoverSolution {
    this.offer(swapRows(this.core, greedyRows(this.core, this.siteCount)))
    this.tell(this.base + this.core.people.reduce((sum, value) => sum + value, 0))
    if (this.core.rowCount > this.siteCount) this.search(this.tightenRoot())
    else this.tell(this.covered)
    const isProven = this.bound - this.covered <= 1e-9 * this.bound
    return { chosen: this.helping(), covered: this.covered, bound: isProven ? this.covered : this.bound, isProven }
  }

  /** Without the free candidates that add nobody, the last ones first. */
  private helping(): number[] {
    const { starts, point, people } = this.problem
    const count = new Uint32Array(this.problem.pointCount)
    const add = (c: number, sign: number): boolean => {
      let isNeeded = false
      for (const i of new Set(point.subarray(starts[c]!, starts[c + 1]!))) {
        count[i]! += sign
        if (sign < 0 && count[i] === 0 && people[i]! > 0) isNeeded = true
      }
      return isNeeded
    }
    this.chosen.forEach((c) => add(c, 1))
    return [...this.chosen].reverse().filter((c) => {
      if (add(c, -1) || this.problem.mustInclude.includes(c)) return add(c, 1) || true
      return false
    }).reverse()
  }

  /** Bounds the whole problem, and makes it smaller by what cannot be in or out of a better choice. */
  private tightenRoot(): SearchNode {
    let price: ArrayLike<number> = firstPrices(this.core, this.siteCount)
    for (;;) {
      const { core } = this
      const fixed = new Int8Array(core.rowCount)
      const part = narrowPart(core, fixed, this.siteCount, price)
      const before = this.covered
      const bound = this.boundPart(part, fixed, ROOT_ROUNDS, 1)
      this.tell(this.base + bound.bound)
      const next = new Float32Array(core.groupCount)
      part.groups.forEach((g, i) => (next[g] = part.price[i]!))
      const node = { fixed, price: next, bound: this.base + bound.bound }
      if (this.isDone(node.bound)) return node
      const count = this.fixRows(part, bound, fixed)
      if (count === 0 && this.covered === before) return node
      if (count < 0.05 * core.rowCount) return node
      price = this.shrink(fixed, next)
    }
  }

  /** Goes on with what is not fixed; returns the prices of the new groups. */
  private shrink(fixed: Int8Array, price: Float32Array): Float64Array {
    const { core } = this
    fixed.forEach((state, r) => {
      if (state !== 1) return
      this.taken.push(core.ids[r]!)
      this.siteCount--
    })
    this.base = coveredPeople(this.problem, this.taken)
    this.core = reduceProblem(core, fixed)
    const next = new Float64Array(this.core.groupCount)
    this.core.groupOf.forEach((g, i) => {
      if (g !== -1) next[g]! += price[i]!
    })
    return next
  }

  private search(root: SearchNode): void {
    const waiting = new NodeHeap()
    const bytes = 5 * (this.core.groupCount + this.core.rowCount)
    waiting.push(root)
    while (waiting.size > 0) {
      this.tell(Math.max(this.covered, waiting.best))
      if (this.isDone(waiting.best) || this.isOver()) return
      const stack = [waiting.pop()]
      const { bound } = stack[0]!
      while (stack.length > 0) {
        if (this.isOver()) return void this.tell(Math.max(this.covered, bound))
        for (const child of this.expand(stack.pop()!)) {
          if (waiting.size * bytes < MAX_WAITING_BYTES) waiting.push(child)
          else stack.push(child)
        }
      }
    }
    this.tell(this.covered)
  }

  /** The two halves of a node, or none if it holds nothing better. */
  private expand(node: SearchNode): SearchNode[] {
    if (this.isDone(node.bound)) return []
    const part = narrowPart(this.core, node.fixed, this.siteCount, node.price)
    this.steps += this.core.point.length
    const own = rowsIn(node.fixed)
    if (part.siteCount <= 0 || part.rowCount <= part.siteCount) {
      this.offer([...own, ...(part.siteCount > 0 ? part.rows : [])])
      return []
    }
    if (part.siteCount <= 2) {
      const { rows, steps } = closePart(part, this.needed - this.base - part.covered)
      this.steps += steps
      if (rows !== null) this.offer([...own, ...rows])
      return []
    }
    const bound = this.boundPart(part, node.fixed, NODE_ROUNDS, 0.3)
    const value = Math.min(node.bound, this.base + part.covered + bound.bound)
    if (this.isDone(value)) return []
    const fixed = node.fixed.slice()
    this.fixRows(part, bound, fixed)
    const row = branchRow(part, bound, fixed)
    const price = new Float32Array(this.core.groupCount)
    part.groups.forEach((g, i) => (price[g] = part.price[i]!))
    if (row === -1) return [{ fixed, price, bound: value }]
    return [-1, 1].map((state) => {
      const half = fixed.slice()
      half[row] = state
      return { fixed: half, price, bound: value }
    })
  }

  private boundPart(part: OpenPart, fixed: Int8Array, maxRounds: number, factor: number): Bound {
    const rest = this.base + part.covered
    const before = this.steps
    let tried = -Infinity
    const bound = boundChoice(part, part.price, {
      enough: () => this.needed - rest - 1e-12 * rest,
      target: () => this.covered - rest,
      maxRounds, factor, patience: maxRounds > NODE_ROUNDS ? 15 : 6,
      isOver: (steps) => {
        this.steps = before + steps
        return this.isOver()
      },
      onPick: (picked) => {
        const value = coverOfPart(part, picked)
        if (value <= tried) return
        tried = value
        this.offer([...rowsIn(fixed), ...swapRows(part, picked).map((r) => part.rows[r]!)])
      },
    })
    this.steps = before + bound.steps
    return bound
  }

  /**
   * Reduced-cost fixing: a row whose choice would push the bound below what is known is out, one whose absence would is in.
   *
   * @returns How many rows were fixed.
   */
  private fixRows(part: OpenPart, { bound, value, isPicked }: Bound, fixed: Int8Array): number {
    let [lowestIn, highestOut] = [Infinity, 0]
    for (let r = 0; r < part.rowCount; r++) {
      if (isPicked[r]) lowestIn = Math.min(lowestIn, value[r]!)
      else highestOut = Math.max(highestOut, value[r]!)
    }
    const spare = this.base + part.covered + bound - this.needed
    let count = 0
    for (let r = 0; r < part.rowCount; r++) {
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
    this.chosen = chosen.sort((a, b) => a - b)
    if (this.bound < Infinity) this.tell(this.bound)
  }

  private tell(bound: number): void {
    const onGrid = this.grid > 0 ? Math.floor((bound - 0) / this.grid + 1e-3) * this.grid : bound
    this.bound = Math.max(this.covered, Math.min(this.bound, onGrid))
    this.options.onProgress?.({ covered: this.covered, bound: this.bound, chosen: this.chosen })
  }

  /** What a better choice covers at least. */
  private get needed(): number {
    return this.grid > 0 ? this.covered + this.grid * 0.99 : this.covered * (1 + 5e-10)
  }

  private isDone(bound: number): boolean {
    return bound < this.needed
  }

  private isOver(): boolean {
    return this.steps > (this.options.maxSteps ?? DEFAULT_STEPS) || (this.endMs < Infinity && this.options.now!() > this.endMs)
  }
}

function rowsIn(fixed: Int8Array): number[] {
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
