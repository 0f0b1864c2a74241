import { servedPeople } from '@/analysis/choice/serve-people'

/**
 * The maximal covering location problem (MCLP; Church & ReVelle 1974): choose k candidates so that as many people as
 * possible are within reach of one of them. A person counts once. With capacities, a chosen candidate serves at most so many
 * people, and `covered` is the largest number that can be served together (maximum flow).
 */
export interface CoverProblem {
  candidateCount: number
  pointCount: number
  /** People of each demand point who are not served yet, ≥ 0; fractions are allowed. */
  people: Float64Array
  /** Points of candidate `c`: `point[starts[c]] … point[starts[c + 1] − 1]`. */
  starts: Uint32Array
  point: Uint32Array
  /** People each candidate can serve, ≥ 0, Infinity for no limit; null: no limit matters. */
  capacity: Float64Array | null
  /** Candidates that must, or must not, be chosen. The former count towards k. */
  mustInclude: readonly number[]
  mustExclude: readonly number[]
}

export interface CoverInput {
  people: ArrayLike<number>
  starts: ArrayLike<number>
  point: ArrayLike<number>
  /** Points whose people are served already: they cannot be newly covered. */
  isServed?: ArrayLike<number | boolean>
  capacity?: Float64Array | null
  mustInclude?: readonly number[]
  mustExclude?: readonly number[]
}

/**
 * A checked problem from rows of points per candidate.
 *
 * @throws {RangeError} Wrong lengths, indices out of range, people or capacities that are negative or no number.
 */
export function coverProblem(input: CoverInput): CoverProblem {
  const { starts, point, isServed, capacity = null } = input
  const candidateCount = Math.max(0, starts.length - 1)
  const pointCount = input.people.length
  const people = Float64Array.from(input.people)
  people.forEach((value, i) => {
    if (!(value >= 0 && value < Infinity)) throw new RangeError(`people of demand point ${i}: ${value}, expected ≥ 0`)
    if (isServed?.[i]) people[i] = 0
  })
  if ((starts[candidateCount] ?? 0) !== point.length) throw new RangeError(`rows end at ${starts[candidateCount]}, ${point.length} entries given`)
  for (let e = 0; e < point.length; e++) {
    const i = point[e]!
    if (!(Number.isInteger(i) && i >= 0 && i < pointCount)) throw new RangeError(`demand point ${i} of ${pointCount}`)
  }
  if (capacity !== null && capacity.length !== candidateCount) throw new RangeError(`${capacity.length} capacities, ${candidateCount} candidates`)
  capacity?.forEach((value, c) => {
    if (!(value >= 0)) throw new RangeError(`capacity of candidate ${c}: ${value}, expected ≥ 0`)
  })
  const [mustInclude, mustExclude] = [input.mustInclude ?? [], input.mustExclude ?? []]
  for (const c of [...mustInclude, ...mustExclude]) {
    if (!(Number.isInteger(c) && c >= 0 && c < candidateCount)) throw new RangeError(`candidate ${c} of ${candidateCount}`)
  }
  const rows = { starts: Uint32Array.from(starts), point: Uint32Array.from(point) }
  return { candidateCount, pointCount, people, ...rows, capacity: limitsThatMatter(capacity, people, rows), mustInclude, mustExclude }
}

/** Null if every candidate can serve all whom it reaches: without limits the choice is quicker. */
function limitsThatMatter(
  capacity: Float64Array | null, people: Float64Array, { starts, point }: { starts: Uint32Array; point: Uint32Array },
): Float64Array | null {
  const isTight = capacity?.some((limit, c) => {
    let sum = 0
    for (let e = starts[c]!; e < starts[c + 1]!; e++) sum += people[point[e]!]!
    return sum > limit
  })
  return isTight ? capacity : null
}

/**
 * A checked problem from lists: whom each candidate covers. Candidates that exist already cannot be chosen, and whom they
 * cover cannot be newly covered.
 *
 * @throws {RangeError} As `coverProblem`.
 */
export function coverProblemOfLists(
  people: readonly number[], covers: readonly (readonly number[])[], existing: readonly number[] = [],
): CoverProblem {
  const starts = new Uint32Array(covers.length + 1)
  covers.forEach((row, c) => (starts[c + 1] = starts[c]! + row.length))
  const isServed = new Uint8Array(people.length)
  for (const c of existing) {
    if (!(Number.isInteger(c) && c >= 0 && c < covers.length)) throw new RangeError(`candidate ${c} of ${covers.length}`)
    for (const i of covers[c]!) isServed[i] = 1
  }
  return coverProblem({ people, starts, point: covers.flat(), isServed, mustExclude: [...new Set(existing)] })
}

/** Why no choice can keep to what must and must not be chosen; null if one can. */
export function findConflict(problem: CoverProblem, siteCount: number): 'both-include-and-exclude' | 'more-included-than-asked' | null {
  const include = new Set(problem.mustInclude)
  if (problem.mustExclude.some((c) => include.has(c))) return 'both-include-and-exclude'
  return include.size > siteCount ? 'more-included-than-asked' : null
}

/**
 * People newly covered by a choice, each counted once; with capacities, people that it can serve.
 *
 * @param chosen - Candidates in any order; repeated ones count once.
 */
export function coveredPeople(problem: CoverProblem, chosen: readonly number[]): number {
  const { people, starts, point, capacity } = problem
  // One order, so that the same choice gives the same number to the last digit.
  if (capacity !== null) return servedPeople({ people, starts, point, capacity }, [...chosen].sort((a, b) => a - b))
  const isCovered = new Uint8Array(problem.pointCount)
  for (const c of chosen) for (let e = starts[c]!; e < starts[c + 1]!; e++) isCovered[point[e]!] = 1
  let covered = 0
  for (let i = 0; i < problem.pointCount; i++) if (isCovered[i]) covered += people[i]!
  return covered
}

/** A choice, ascending, without those that add nobody, unless they must be included; of two that do the same the first stays. */
export function helpingOnly(problem: CoverProblem, chosen: readonly number[]): number[] {
  const include = new Set(problem.mustInclude)
  let kept = [...chosen].sort((a, b) => a - b)
  const rounding = problem.capacity === null ? 0 : 1e-12
  const covered = coveredPeople(problem, kept)
  for (const c of [...kept].reverse()) {
    const others = kept.filter((other) => other !== c)
    if (!include.has(c) && coveredPeople(problem, others) >= covered * (1 - rounding)) kept = others
  }
  return kept
}
