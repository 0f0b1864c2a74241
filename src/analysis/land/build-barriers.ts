import type { Railway, Water } from '@/domain/place'
import { buildSegmentGrid, visitCells } from '@/analysis/land/segment-grid'
import type { SegmentGrid, Segments } from '@/analysis/land/segment-grid'

/** What nobody walks through: shores of water, as areas, and rails, as lines; water first. */
export interface Barriers {
  segments: Segments
  /** Segments from this one on are rails. */
  firstRail: number
  /** Water area of each shore segment, counted over all parts of all geometries. */
  areaOf: Uint32Array
  grid: SegmentGrid
  /** Shores by strips of latitude as high as a cell of the grid, in order of area: `rowStarts[row] …`. */
  rowStarts: Uint32Array
  rowSegment: Uint32Array
}

/** About 0.1 mm: nearer to a shore than this is on it, not in the water. */
const ON_SHORE_DEG = 1e-9

/** Index of water and railways. A line with one position or a coordinate that is no number keeps nobody. */
export function buildBarriers({ water, railways }: {
  water: readonly Pick<Water, 'geometry'>[]
  railways: readonly Pick<Railway, 'geometry'>[]
}): Barriers {
  const [lon, lat, a, b, areas]: number[][] = [[], [], [], [], []]
  const addLine = (line: readonly (readonly number[])[]) => line.forEach(([x = NaN, y = NaN], i) => {
    if (i > 0) {
      a!.push(lon!.length - 1)
      b!.push(lon!.length)
    }
    lon!.push(x)
    lat!.push(y)
  })
  let area = 0
  for (const { geometry } of water) {
    for (const polygon of geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) {
      for (const ring of polygon) addLine(ring)
      while (areas!.length < a!.length) areas!.push(area)
      area++
    }
  }
  const firstRail = a!.length
  for (const { geometry } of railways) addLine(geometry.coordinates)
  const segments: Segments = {
    count: a!.length, lon: Float64Array.from(lon!), lat: Float64Array.from(lat!), a: Uint32Array.from(a!), b: Uint32Array.from(b!),
  }
  const grid = buildSegmentGrid(segments)
  return { segments, firstRail, areaOf: Uint32Array.from(areas!), grid, ...shoresByRow(segments, firstRail, grid) }
}

function shoresByRow({ lat, a, b }: Segments, firstRail: number, { south, latPerCell, rows }: SegmentGrid) {
  const rowStarts = new Uint32Array(rows + 1)
  const each = (visit: (row: number, i: number) => void) => {
    for (let i = 0; i < firstRail; i++) {
      const [y1, y2] = [(lat[a[i]!]! - south) / latPerCell, (lat[b[i]!]! - south) / latPerCell]
      for (let row = Math.floor(Math.min(y1, y2)); row <= Math.max(y1, y2) && row < rows; row++) visit(row, i)
    }
  }
  each((row) => void rowStarts[row + 1]!++)
  for (let row = 0; row < rows; row++) rowStarts[row + 1]! += rowStarts[row]!
  const rowSegment = new Uint32Array(rowStarts[rows]!)
  const next = rowStarts.slice(0, -1)
  each((row, i) => void (rowSegment[next[row]!++] = i))
  return { rowStarts, rowSegment }
}

/**
 * True if a straight line leads through water or over rails. Touching a shore with one end, or running along it, is
 * no crossing; touching rails is. A line wholly inside the water crosses it too: nobody stands there.
 */
export function crossesBarrier(barriers: Barriers, lon1: number, lat1: number, lon2: number, lat2: number): boolean {
  const { grid, segments: { lon, lat, a, b }, firstRail } = barriers
  if (grid.columns === 0) return false
  const isCrossed = visitCells(grid, lon1, lat1, lon2, lat2, (cell) => {
    for (let k = grid.starts[cell]!; k < grid.starts[cell + 1]!; k++) {
      const i = grid.segment[k]!
      const [x3, y3, x4, y4] = [lon[a[i]!]!, lat[a[i]!]!, lon[b[i]!]!, lat[b[i]!]!]
      if (i < firstRail ? cutsThrough(lon1, lat1, lon2, lat2, x3, y3, x4, y4) : touches(lon1, lat1, lon2, lat2, x3, y3, x4, y4)) return true
    }
    return false
  })
  return isCrossed || isInWater(barriers, (lon1 + lon2) / 2, (lat1 + lat2) / 2)
}

/** True inside a water area, not on its shore and not on an island in it. */
export function isInWater({ grid, segments: { lon, lat, a, b }, areaOf, rowStarts, rowSegment }: Barriers, x: number, y: number): boolean {
  const row = Math.floor((y - grid.south) / grid.latPerCell)
  if (!(row >= 0 && row < grid.rows)) return false
  let [area, isInside, isOnShore] = [-1, false, false]
  for (let k = rowStarts[row]!; k < rowStarts[row + 1]!; k++) {
    const i = rowSegment[k]!
    if (areaOf[i] !== area) {
      if (isInside && !isOnShore) return true
      area = areaOf[i]!
      isInside = isOnShore = false
    }
    const [x1, y1, x2, y2] = [lon[a[i]!]!, lat[a[i]!]!, lon[b[i]!]!, lat[b[i]!]!]
    if (y1 > y === y2 > y) {
      if (y1 === y && y2 === y && x >= Math.min(x1, x2) && x <= Math.max(x1, x2)) isOnShore = true
      continue
    }
    const at = x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)
    if (Math.abs(at - x) < ON_SHORE_DEG) isOnShore = true
    if (at > x) isInside = !isInside
  }
  return isInside && !isOnShore
}

/** Twice the signed area of a triangle: > 0 if the third point lies left of the line through the first two. */
const turn = (x1: number, y1: number, x2: number, y2: number, x3: number, y3: number) => (x2 - x1) * (y3 - y1) - (y2 - y1) * (x3 - x1)

/** True if line 1–2 has its ends on both sides of shore 3–4 and goes through it; through a corner counts. */
function cutsThrough(x1: number, y1: number, x2: number, y2: number, x3: number, y3: number, x4: number, y4: number): boolean {
  const [from, to] = [turn(x3, y3, x4, y4, x1, y1), turn(x3, y3, x4, y4, x2, y2)]
  if (!((from > 0 && to < 0) || (from < 0 && to > 0))) return false
  return turn(x1, y1, x2, y2, x3, y3) >= 0 !== turn(x1, y1, x2, y2, x4, y4) >= 0
}

/** True if the two lines have a point in common. */
function touches(x1: number, y1: number, x2: number, y2: number, x3: number, y3: number, x4: number, y4: number): boolean {
  if (Math.max(x1, x2) < Math.min(x3, x4) || Math.max(x3, x4) < Math.min(x1, x2)) return false
  if (Math.max(y1, y2) < Math.min(y3, y4) || Math.max(y3, y4) < Math.min(y1, y2)) return false
  return turn(x3, y3, x4, y4, x1, y1) * turn(x3, y3, x4, y4, x2, y2) <= 0
    && turn(x1, y1, x2, y2, x3, y3) * turn(x1, y1, x2, y2, x4, y4) <= 0
}
