/** Longest row that is sorted by insertion. */
export const SHORT_ROW = 48

/** Sorts one row of a reach by point: `from … end − 1`. */
export function sortRow(point: Uint32Array, distanceM: Float64Array, from: number, end: number): void {
  if (end - from > SHORT_ROW) return sortLongRow(point, distanceM, from, end)
  for (let i = from + 1; i < end; i++) {
    const p = point[i]!
    const metres = distanceM[i]!
    let k = i
    for (; k > from && point[k - 1]! > p; k--) {
      point[k] = point[k - 1]!
      distanceM[k] = distanceM[k - 1]!
    }
    point[k] = p
    distanceM[k] = metres
  }
}

function sortLongRow(point: Uint32Array, distanceM: Float64Array, from: number, end: number): void {
  const length = end - from
  // Point and place in one number: exact below 2⁵³.
  const keys = Float64Array.from({ length }, (_, i) => point[from + i]! * length + i).sort()
  const metres = distanceM.slice(from, end)
  for (let i = 0; i < length; i++) {
    point[from + i] = Math.floor(keys[i]! / length)
    distanceM[from + i] = metres[keys[i]! % length]!
  }
}
