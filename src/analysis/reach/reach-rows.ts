import type { Reach } from '@/analysis/reach/reach'

/** Pairs per block: large enough to be few, small enough that the last one wastes little. */
const BLOCK = 1 << 18
/** Up to here inserting is faster than calling the library. */
const FEW = 40

/** Collects the rows of a `Reach` in any order, each once; a row that is never added stays empty. */
export function createRows(rowCount: number): {
  /** Row of the first `count` of `found` with the distance of each point. Sorts `found` in place. */
  add: (row: number, found: Uint32Array, count: number, pointM: Float64Array) => void
  finish: () => Reach
} {
  const counts = new Uint32Array(rowCount)
  const offsets = new Float64Array(rowCount)
  const blocks: { point: Uint32Array; distanceM: Float64Array }[] = []
  let [block, position, base, total] = [-1, 0, 0, 0]
  return {
    add(row, found, count, pointM) {
      sortFirst(found, count)
      if (block < 0 || position + count > blocks[block]!.point.length) {
        base += block < 0 ? 0 : blocks[block]!.point.length
        const length = Math.max(BLOCK, count)
        blocks.push({ point: new Uint32Array(length), distanceM: new Float64Array(length) })
        block++
        position = 0
      }
      const { point, distanceM } = blocks[block]!
      counts[row] = count
      offsets[row] = base + position
      total += count
      for (let i = 0; i < count; i++, position++) {
        point[position] = found[i]!
        distanceM[position] = pointM[found[i]!]!
      }
    },
    finish() {
      const starts = new Uint32Array(rowCount + 1)
      for (let row = 0; row < rowCount; row++) starts[row + 1] = starts[row]! + counts[row]!
      const [point, distanceM] = [new Uint32Array(total), new Float64Array(total)]
      const firsts = blockFirsts(blocks)
      for (let row = 0; row < rowCount; row++) {
        const at = blockOf(firsts, offsets[row]!)
        if (at < 0) continue
        const from = offsets[row]! - firsts[at]!
        const { point: p, distanceM: d } = blocks[at]!
        for (let i = 0, to = starts[row]!; i < counts[row]!; i++, to++) {
          point[to] = p[from + i]!
          distanceM[to] = d[from + i]!
        }
      }
      return { starts, point, distanceM }
    },
  }
}

function blockFirsts(blocks: readonly { point: Uint32Array }[]): number[] {
  let first = 0
  return blocks.map(({ point }) => {
    const start = first
    first += point.length
    return start
  })
}

/** Last block that begins at or before an offset; −1 without blocks. */
function blockOf(firsts: readonly number[], offset: number): number {
  let [low, high] = [-1, firsts.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (firsts[middle]! <= offset) low = middle
    else high = middle - 1
  }
  return low
}

function sortFirst(values: Uint32Array, count: number): void {
  if (count > FEW) return void values.subarray(0, count).sort()
  for (let i = 1; i < count; i++) {
    const value = values[i]!
    let j = i
    for (; j > 0 && values[j - 1]! > value; j--) values[j] = values[j - 1]!
    values[j] = value
  }
}
