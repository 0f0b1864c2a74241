import type { PlainRows } from '@/analysis/choice/cover-part'
import type { CoverProblem } from '@/analysis/choice/cover-problem'

/**
 * What is left to decide: candidates that may be chosen and help, groups of demand points that no choice can tell apart.
 * Rows are ascending and without repeats.
 */
export interface CoverCore extends PlainRows {
  /** Null: no candidate is limited. */
  capacity: Float64Array | null
  /** Candidate of the problem behind each row; ascending. */
  ids: Uint32Array
  /** Group of each point that was reduced; −1 if it is left out. */
  groupOf: Int32Array
}

/**
 * The same choice in fewer rows and columns. Left out: excluded candidates, points without people or candidates, candidates
 * that reach nobody, and without capacities also candidates whose people all are another candidate's (of equals the first
 * stays). Demand points in reach of exactly the same candidates become one group.
 *
 * @param fixed - 1: already chosen, its people are taken out (without capacities; with them such a row stays). −1: never chosen.
 */
export function reduceProblem(problem: CoverProblem | CoverCore, fixed: Int8Array): CoverCore {
  const { rows, ids } = openRows(problem, takenPoints(problem, fixed), fixed)
  let core = mergePoints(rows, problem.people)
  let kept = ids.map((_, row) => row)
  if (problem.capacity === null) {
    kept = undominated(core)
    // Without the rows that fell, more points look the same.
    if (kept.length < ids.length) {
      const first = core.groupOf
      core = mergePoints(pickRows(core, kept), core.people)
      core.groupOf = first.map((g) => (g === -1 ? -1 : core.groupOf[g]!))
    }
  }
  const candidates = kept.map((row) => ids[row]!)
  return {
    ...core,
    rowCount: kept.length,
    groupCount: core.people.length,
    capacity: problem.capacity && Float64Array.from(candidates, (c) => problem.capacity![c]!),
    ids: Uint32Array.from(candidates, (c) => ('ids' in problem ? problem.ids[c]! : c)),
  }
}

const rowCountOf = ({ starts }: Rows): number => starts.length - 1

function takenPoints(problem: CoverProblem | CoverCore, fixed: Int8Array): Uint8Array {
  const isTaken = new Uint8Array(problem.people.length)
  if (problem.capacity !== null) return isTaken
  for (let c = 0; c < rowCountOf(problem); c++) {
    if (fixed[c] === 1) for (let e = problem.starts[c]!; e < problem.starts[c + 1]!; e++) isTaken[problem.point[e]!] = 1
  }
  return isTaken
}

/** Rows that are still to be decided, without the points that no longer count. */
function openRows(problem: CoverProblem | CoverCore, isTaken: Uint8Array, fixed: Int8Array): { rows: Rows; ids: number[] } {
  const ids: number[] = []
  const starts = new Uint32Array(rowCountOf(problem) + 1)
  const point = new Uint32Array(problem.point.length)
  const lastRow = new Int32Array(problem.people.length).fill(-1)
  let length = 0
  for (let c = 0; c < rowCountOf(problem); c++) {
    if (fixed[c] === -1 || (fixed[c] === 1 && problem.capacity === null) || problem.capacity?.[c] === 0) continue
    const from = length
    for (let e = problem.starts[c]!; e < problem.starts[c + 1]!; e++) {
      const i = problem.point[e]!
      if (isTaken[i] || !(problem.people[i]! > 0) || lastRow[i] === c) continue
      lastRow[i] = c
      point[length++] = i
    }
    if (length > from) starts[ids.push(c)] = length
  }
  return { rows: { starts: starts.subarray(0, ids.length + 1), point: point.subarray(0, length) }, ids }
}

interface Rows {
  starts: Uint32Array
  point: Uint32Array
}

interface Weighted extends Rows {
  people: Float64Array
  groupOf: Int32Array
}

/** Columns of a matrix given by its rows. */
export function transpose({ starts, point }: Rows, pointCount: number): { starts: Uint32Array; row: Uint32Array } {
  const columnStarts = new Uint32Array(pointCount + 1)
  for (let e = 0; e < point.length; e++) columnStarts[point[e]! + 1]!++
  for (let i = 0; i < pointCount; i++) columnStarts[i + 1]! += columnStarts[i]!
  const next = columnStarts.slice()
  const row = new Uint32Array(point.length)
  for (let r = 0; r + 1 < starts.length; r++) for (let e = starts[r]!; e < starts[r + 1]!; e++) row[next[point[e]!]!++] = r
  return { starts: columnStarts, row }
}

/** Points with the same column become one, numbered by the first row that has them; rows come out ascending. */
function mergePoints(rows: Rows, people: Float64Array): Weighted {
  const columns = transpose(rows, people.length)
  const group = new Int32Array(people.length).fill(-1)
  const byHash = new Map<number, number[]>()
  const firstOf: number[] = []
  const sums: number[] = []
  for (let e = 0; e < rows.point.length; e++) {
    const i = rows.point[e]!
    if (group[i] !== -1) continue
    const hash = hashOf(columns.row, columns.starts[i]!, columns.starts[i + 1]!)
    const bucket = byHash.get(hash)
    let found = bucket?.find((g) => areEqual(columns, firstOf[g]!, i)) ?? -1
    if (found === -1) {
      found = firstOf.length
      firstOf.push(i)
      sums.push(0)
      if (bucket) bucket.push(found)
      else byHash.set(hash, [found])
    }
    group[i] = found
    sums[found]! += people[i]!
  }
  const groups = transposeOf(firstOf.map((i) => columns.row.subarray(columns.starts[i]!, columns.starts[i + 1]!)), rows.starts.length - 1)
  return { ...groups, people: Float64Array.from(sums), groupOf: group }
}

/** FNV-1a over the words. */
function hashOf(values: Uint32Array, from: number, to: number): number {
  let hash = 0x811c9dc5
  for (let e = from; e < to; e++) hash = Math.imul(hash ^ values[e]!, 0x01000193) ^ (hash >>> 15)
  return hash
}

function areEqual(columns: { starts: Uint32Array; row: Uint32Array }, a: number, b: number): boolean {
  const [from, other] = [columns.starts[a]!, columns.starts[b]!]
  const length = columns.starts[a + 1]! - from
  if (columns.starts[b + 1]! - other !== length) return false
  for (let e = 0; e < length; e++) if (columns.row[from + e] !== columns.row[other + e]) return false
  return true
}

function transposeOf(columns: readonly Uint32Array[], rowCount: number): Rows {
  const starts = new Uint32Array(columns.length + 1)
  columns.forEach((column, i) => (starts[i + 1] = starts[i]! + column.length))
  const row = new Uint32Array(starts[columns.length]!)
  columns.forEach((column, i) => row.set(column, starts[i]!))
  const { starts: rowStarts, row: point } = transpose({ starts, point: row }, rowCount)
  return { starts: rowStarts, point }
}

/** Rows that are part of no other row; of equal rows the first. */
function undominated({ starts, point, people }: Weighted): number[] {
  const columns = transpose({ starts, point }, people.length)
  const kept: number[] = []
  for (let r = 0; r + 1 < starts.length; r++) if (!isDominated(r, starts, point, columns)) kept.push(r)
  return kept
}

function isDominated(r: number, starts: Uint32Array, point: Uint32Array, columns: { starts: Uint32Array; row: Uint32Array }): boolean {
  const [from, to] = [starts[r]!, starts[r + 1]!]
  // A row that has all of this row has its rarest point too.
  let rarest = point[from]!
  const countOf = (i: number): number => columns.starts[i + 1]! - columns.starts[i]!
  for (let e = from; e < to; e++) if (countOf(point[e]!) < countOf(rarest)) rarest = point[e]!
  for (let f = columns.starts[rarest]!; f < columns.starts[rarest + 1]!; f++) {
    const other = columns.row[f]!
    const length = starts[other + 1]! - starts[other]!
    if (other === r || length < to - from || (length === to - from && other > r)) continue
    let o = starts[other]!
    let e = from
    for (; e < to; e++) {
      while (o < starts[other + 1]! && point[o]! < point[e]!) o++
      if (o === starts[other + 1] || point[o] !== point[e]) break
    }
    if (e === to) return true
  }
  return false
}

function pickRows({ starts, point }: Rows, kept: readonly number[]): Rows {
  const keptStarts = new Uint32Array(kept.length + 1)
  kept.forEach((r, n) => (keptStarts[n + 1] = keptStarts[n]! + starts[r + 1]! - starts[r]!))
  const keptPoint = new Uint32Array(keptStarts[kept.length]!)
  kept.forEach((r, n) => keptPoint.set(point.subarray(starts[r]!, starts[r + 1]!), keptStarts[n]!))
  return { starts: keptStarts, point: keptPoint }
}
