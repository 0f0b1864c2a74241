/** Rows of points, whom they could serve and how many. */
export interface LimitedRows {
  people: Float64Array
  starts: Uint32Array
  point: Uint32Array
  capacity: Float64Array
}

/** Amounts below this share of the largest one are rounding. */
const ROUNDING = 1e-12

/**
 * The most people that limited sites can serve together: a maximum flow from points to sites, kept while sites are added
 * (shortest augmenting paths, Edmonds & Karp 1972). Nobody is counted twice, a point may be split among sites.
 */
export class ServedPeople {
  served = 0
  private readonly problem: LimitedRows
  private readonly left: Float64Array
  private readonly spare: Float64Array
  /** Flow of each entry of a row. */
  private readonly flow: Float64Array
  /** Entries of the added rows at each point. */
  private readonly entriesAt = new Map<number, number[]>()
  private readonly rowOf = new Map<number, number>()
  private readonly smallest: number

  constructor(problem: LimitedRows) {
    this.problem = problem
    this.left = problem.people.slice()
    this.spare = problem.capacity.slice()
    this.flow = new Float64Array(problem.point.length)
    this.smallest = ROUNDING * problem.people.reduce((most, value) => Math.max(most, value), 0)
  }

  /** One more site; returns how many more people are served. Adding it twice adds nobody. */
  add(row: number): number {
    const { starts, point } = this.problem
    const before = this.served
    if (this.rowOf.get(starts[row]!) === row) return 0
    for (let e = starts[row]!; e < starts[row + 1]!; e++) {
      const at = this.entriesAt.get(point[e]!)
      if (at) at.push(e)
      else this.entriesAt.set(point[e]!, [e])
      this.rowOf.set(e, row)
      this.move(e, row, Math.min(this.left[point[e]!]!, this.spare[row]!))
    }
    while (this.spare[row]! > this.smallest && this.augment(row));
    return this.served - before
  }

  /** What adding a site would bring; nothing is changed. */
  gainOf(row: number): number {
    const copy = this.copy()
    return copy.add(row)
  }

  private copy(): ServedPeople {
    const copy = new ServedPeople(this.problem)
    copy.left.set(this.left)
    copy.spare.set(this.spare)
    copy.flow.set(this.flow)
    copy.served = this.served
    this.entriesAt.forEach((entries, i) => copy.entriesAt.set(i, [...entries]))
    this.rowOf.forEach((row, e) => copy.rowOf.set(e, row))
    return copy
  }

  private move(entry: number, row: number, amount: number): void {
    if (amount <= 0) return
    this.flow[entry]! += amount
    this.left[this.problem.point[entry]!]! -= amount
    this.spare[row]! -= amount
    this.served += amount
  }

  /** Moves people along the shortest way from somebody unserved to the row: others take over, so that it gets room. */
  private augment(target: number): boolean {
    const { starts, point } = this.problem
    // For each row on the way: the entry that gives people to the row before it, and its own entry that gives them up.
    const cameBy = new Map<number, { gets: number; gives: number; from: number } | null>([[target, null]])
    const seen = new Set<number>()
    const queue = [target]
    for (const row of queue) {
      for (let e = starts[row]!; e < starts[row + 1]!; e++) {
        const i = point[e]!
        if (seen.has(i)) continue
        seen.add(i)
        if (this.left[i]! > this.smallest) return this.shift(target, row, e, cameBy)
        for (const other of this.entriesAt.get(i) ?? []) {
          const otherRow = this.rowOf.get(other)!
          if (this.flow[other]! <= this.smallest || cameBy.has(otherRow)) continue
          cameBy.set(otherRow, { gets: e, gives: other, from: row })
          queue.push(otherRow)
        }
      }
    }
    return false
  }

  private shift(target: number, last: number, entry: number, cameBy: ReadonlyMap<number, { gets: number; gives: number; from: number } | null>): boolean {
    const i = this.problem.point[entry]!
    let amount = Math.min(this.left[i]!, this.spare[target]!)
    for (let row = last, way = cameBy.get(row); way; row = way.from, way = cameBy.get(row)) amount = Math.min(amount, this.flow[way.gives]!)
    this.flow[entry]! += amount
    for (let row = last, way = cameBy.get(row); way; row = way.from, way = cameBy.get(row)) {
      this.flow[way.gives]! -= amount
      this.flow[way.gets]! += amount
    }
    this.left[i]! -= amount
    this.spare[target]! -= amount
    this.served += amount
    return amount > 0
  }
}

/** People that the chosen rows can serve together. */
export function servedPeople(problem: LimitedRows, chosen: Iterable<number>): number {
  const state = new ServedPeople(problem)
  for (const row of chosen) state.add(row)
  return state.served
}
