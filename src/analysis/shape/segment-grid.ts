import { metresPerDegree } from '@/analysis/shape/metric'

/** Straight lines between places: segment `i` runs from place `a[i]` to place `b[i]`, degrees. */
export interface Segments {
  count: number
  lon: Float64Array
  lat: Float64Array
  a: Uint32Array
  b: Uint32Array
}

/** Square cells of the ground and the segments that pass through each: cell `row × columns + column`. */
export interface SegmentGrid {
  west: number
  south: number
  lonPerCell: number
  latPerCell: number
  columns: number
  rows: number
  /** Length cells + 1. */
  starts: Uint32Array
  segment: Uint32Array
}

/** Below this a cell holds less than one segment, above it too many. */
const SMALLEST_CELL_M = 25

/**
 * Index of segments with `cellsPerSegment` cells at even density; more of them pay where segments keep together in long
 * lines. Segments with `isLeftOut(i)` or a coordinate that is no number
 * are not in it. Memory grows with the number of segments, however far apart they lie.
 */
export function buildSegmentGrid(
  segments: Segments, isLeftOut: (i: number) => boolean = () => false, cellsPerSegment = 0.5,
): SegmentGrid {
  const { count, lon, lat, a, b } = segments
  const grid = emptyGrid(segments, isLeftOut, cellsPerSegment)
  if (grid.columns === 0) return grid
  const starts = new Uint32Array(grid.columns * grid.rows + 1)
  const each = (visit: (cell: number, i: number) => void) => {
    for (let i = 0; i < count; i++) {
      if (isLeftOut(i)) continue
      const [from, to] = [a[i]!, b[i]!]
      visitCells(grid, lon[from]!, lat[from]!, lon[to]!, lat[to]!, (cell) => (visit(cell, i), false))
    }
  }
  each((cell) => void starts[cell + 1]!++)
  for (let cell = 0; cell < starts.length - 1; cell++) starts[cell + 1]! += starts[cell]!
  const segment = new Uint32Array(starts[starts.length - 1]!)
  const next = starts.slice(0, -1)
  each((cell, i) => void (segment[next[cell]!++] = i))
  return { ...grid, starts, segment }
}

function emptyGrid({ count, lon, lat, a, b }: Segments, isLeftOut: (i: number) => boolean, cellsPerSegment: number): SegmentGrid {
  let [west, south, east, north, used] = [Infinity, Infinity, -Infinity, -Infinity, 0]
  for (let i = 0; i < count; i++) {
    if (isLeftOut(i)) continue
    for (let end = 0; end < 2; end++) {
      const place = end === 0 ? a[i]! : b[i]!
      const [x, y] = [lon[place]!, lat[place]!]
      if (!Number.isFinite(x) || !Number.isFinite(y)) continue
      used++
      if (x < west) west = x
      if (x > east) east = x
      if (y < south) south = y
      if (y > north) north = y
    }
  }
  const none = { starts: new Uint32Array(1), segment: new Uint32Array(0) }
  if (used === 0) return { west: 0, south: 0, lonPerCell: 1, latPerCell: 1, columns: 0, rows: 0, ...none }
  const { lonM, latM } = metresPerDegree((south + north) / 2)
  const [widthM, heightM] = [(east - west) * lonM, (north - south) * latM]
  // `used` counts both ends of each segment; a long thin grid is bounded by its length.
  const cellM = Math.max(SMALLEST_CELL_M, Math.sqrt((widthM * heightM * 2) / (used * cellsPerSegment)), (widthM + heightM) / (used + 1000))
  const [lonPerCell, latPerCell] = [cellM / lonM, cellM / latM]
  const columns = Math.floor((east - west) / lonPerCell) + 1
  const rows = Math.floor((north - south) / latPerCell) + 1
  return { west, south, lonPerCell, latPerCell, columns, rows, ...none }
}

/** Calls `visit` for every cell a segment passes through, row by row, until it answers true. True if it did. */
export function visitCells(
  grid: SegmentGrid, lon1: number, lat1: number, lon2: number, lat2: number, visit: (cell: number) => boolean,
): boolean {
  const { west, south, lonPerCell, latPerCell, columns, rows } = grid
  const [x1, y1, x2, y2] = [(lon1 - west) / lonPerCell, (lat1 - south) / latPerCell, (lon2 - west) / lonPerCell, (lat2 - south) / latPerCell]
  const [lowY, highY] = y1 < y2 ? [y1, y2] : [y2, y1]
  const [lowX, highX] = x1 < x2 ? [x1, x2] : [x2, x1]
  // Also false for what is no number.
  if (!(highX >= 0 && lowX < columns && highY >= 0 && lowY < rows)) return false
  const firstRow = Math.max(0, Math.floor(lowY))
  const lastRow = Math.min(rows - 1, Math.floor(highY))
  const slope = highY > lowY ? (x2 - x1) / (y2 - y1) : 0
  for (let row = firstRow; row <= lastRow; row++) {
    // Part of the segment inside this row.
    let [left, right] = [lowX, highX]
    if (firstRow < lastRow) {
      const xLow = x1 + (Math.max(row, lowY) - y1) * slope
      const xHigh = x1 + (Math.min(row + 1, highY) - y1) * slope
      left = Math.max(lowX, Math.min(xLow, xHigh))
      right = Math.min(highX, Math.max(xLow, xHigh))
    }
    const last = Math.min(columns - 1, Math.floor(right))
    for (let column = Math.max(0, Math.floor(left)); column <= last; column++) {
      if (visit(row * columns + column)) return true
    }
  }
  return false
}
