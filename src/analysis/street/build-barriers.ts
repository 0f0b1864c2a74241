import { buildSegmentGrid, visitCells } from '@/analysis/shape/segment-grid'
import type { SegmentGrid, Segments } from '@/analysis/shape/segment-grid'
import type { Railway, Water } from '@/domain/place'

/** What nobody walks through: shores of water, as areas, and rails, as lines; water first. */
export interface Barriers {
  segments: Segments
  /** Segments from this one on are rails. */
  firstRail: number
  /** Water area of each shore segment, counted over all parts of all geometries. */
  areaOf: Uint32Array
  grid: SegmentGrid
  /** Shores by thin strips of latitude from the southern edge of the grid, in order of area: `rowStarts[row] …`. */
  latPerRow: number
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
  const grid = buildSegmentGrid(segments, undefined, 8)
  return { segments, firstRail, areaOf: Uint32Array.from(areas!), grid, ...shoresByRow(segments, firstRail, grid) }
}

/** Strips about 20 m high, but not more than a few for each segment. */
function shoresByRow({ count, lat, a, b }: Segments, firstRail: number, { south, latPerCell, rows: gridRows }: SegmentGrid) {
  const latPerRow = Math.max(20 / 111_000, (latPerCell * gridRows) / (4 * count + 1000))
  const rows = gridRows === 0 ? 0 : Math.ceil((latPerCell * gridRows) / latPerRow) + 1
  const rowStarts = new Uint32Array(rows + 1)
  const each = (visit: (row: number, i: number) => void) => {
    for (let i = 0; i < firstRail; i++) {
      const [y1, y2] = [(lat[a[i]!]! - south) / latPerRow, (lat[b[i]!]! - south) / latPerRow]
      for (let row = Math.floor(Math.min(y1, y2)); row <= Math.max(y1, y2) && row < rows; row++) visit(row, i)
    }
  }
  each((row) => void rowStarts[row + 1]!++)
  for (let row = 0; row < rows; row++) rowStarts[row + 1]! += rowStarts[row]!
  const rowSegment = new Uint32Array(rowStarts[rows]!)
  const next = rowStarts.slice(0, -1)
  each((row, i) => void (rowSegment[next[row]!++] = i))
  return { latPerRow, rowStarts, rowSegment }
}

/**
 * True if a straight line leads through water or over rails. Touching a shore with one end, or running along it, is
 * no crossing; touching rails is. A line wholly inside the water crosses it too: nobody stands there.
 */
export function crossesBarrier(barriers: Barriers, lon1: number, lat1: number, lon2: number, lat2: number): boolean {
  if (barriers.grid.columns === 0) return false
  return crossesShoreOrRail(barriers, lon1, lat1, lon2, lat2) || isInWater(barriers, (lon1 + lon2) / 2, (lat1 + lat2) / 2)
}

/** The same for a line that is known to begin on land, as at a street that is no bridge: quicker. */
export function crossesShoreOrRail({ grid, segments: { lon, lat, a, b }, firstRail }: Barriers, lon1: number, lat1: number, lon2: number, lat2: number): boolean {
  return visitCells(grid, lon1, lat1, lon2, lat2, (cell) => {
    const end = grid.starts[cell + 1]!
    for (let k = grid.starts[cell]!; k < end; k++) {
      const i = grid.segment[k]!
      const from = a[i]!
      const to = b[i]!
      const test = i < firstRail ? cutsThrough : touches
      if (test(lon1, lat1, lon2, lat2, lon[from]!, lat[from]!, lon[to]!, lat[to]!)) return true
    }
    return false
  })
}

/** Share of a line up to the first shore or rail on it; Infinity if there is none. */
export function firstCrossing({ grid, segments: { lon, lat, a, b } }: Barriers, lon1: number, lat1: number, lon2: number, lat2: number): number {
  let least = Infinity
  visitCells(grid, lon1, lat1, lon2, lat2, (cell) => {
    for (let k = grid.starts[cell]!; k < grid.starts[cell + 1]!; k++) {
      const i = grid.segment[k]!
      const [x3, y3, x4, y4] = [lon[a[i]!]!, lat[a[i]!]!, lon[b[i]!]!, lat[b[i]!]!]
      if (!touches(lon1, lat1, lon2, lat2, x3, y3, x4, y4)) continue
      const [from, to] = [turn(x3, y3, x4, y4, lon1, lat1), turn(x3, y3, x4, y4, lon2, lat2)]
      least = Math.min(least, from === to ? 0 : from / (from - to))
    }
    return false
  })
  return least
}

/** True if a shore or rail may lie in a box. */
export function isBarrierNear({ grid, segments: { lon, lat, a, b } }: Barriers, west: number, south: number, east: number, north: number): boolean {
  const clamp = (value: number, last: number) => Math.max(0, Math.min(last, Math.floor(value)))
  if (grid.columns === 0) return false
  const [left, right] = [clamp((west - grid.west) / grid.lonPerCell, grid.columns - 1), clamp((east - grid.west) / grid.lonPerCell, grid.columns - 1)]
  const [low, high] = [clamp((south - grid.south) / grid.latPerCell, grid.rows - 1), clamp((north - grid.south) / grid.latPerCell, grid.rows - 1)]
  for (let row = low; row <= high; row++) {
    for (let k = grid.starts[row * grid.columns + left]!; k < grid.starts[row * grid.columns + right + 1]!; k++) {
      const i = grid.segment[k]!
      const [x1, y1, x2, y2] = [lon[a[i]!]!, lat[a[i]!]!, lon[b[i]!]!, lat[b[i]!]!]
      if (Math.min(x1, x2) <= east && Math.max(x1, x2) >= west && Math.min(y1, y2) <= north && Math.max(y1, y2) >= south) return true
    }
  }
  return false
}

/** True inside a water area, not on its shore and not on an island in it. */
export function isInWater({ grid, segments: { lon, lat, a, b }, areaOf, latPerRow, rowStarts, rowSegment }: Barriers, x: number, y: number): boolean {
  const row = Math.floor((y - grid.south) / latPerRow)
  if (!(row >= 0 && row < rowStarts.length - 1)) return false
  let area = -1
  let isInside = false
  let isOnShore = false
  const end = rowStarts[row + 1]!
  for (let k = rowStarts[row]!; k < end; k++) {
    const i = rowSegment[k]!
    if (areaOf[i] !== area) {
      if (isInside && !isOnShore) return true
      area = areaOf[i]!
      isInside = isOnShore = false
    }
    const from = a[i]!
    const to = b[i]!
    const y1 = lat[from]!
    const y2 = lat[to]!
    if (y1 > y === y2 > y) {
      if (y1 === y && y2 === y && x >= Math.min(lon[from]!, lon[to]!) && x <= Math.max(lon[from]!, lon[to]!)) isOnShore = true
      continue
    }
    const at = lon[from]! + ((y - y1) / (y2 - y1)) * (lon[to]! - lon[from]!)
    if (Math.abs(at - x) < ON_SHORE_DEG) isOnShore = true
    if (at > x) isInside = !isInside
  }
  return isInside && !isOnShore
}

/** Twice the signed area of a triangle: > 0 if the third point lies left of the line through the first two. */
const turn = (x1: number, y1: number, x2: number, y2: number, x3: number, y3: number) => (x2 - x1) * (y3 - y1) - (y2 - y1) * (x3 - x1)

/** True if line 1–2 has its ends on both sides of shore 3–4 and goes through it; through a corner counts. */
function cutsThrough(x1: number, y1: number, x2: number, y2: number, x3: number, y3: number, x4: number, y4: number): boolean {
  const from = turn(x3, y3, x4, y4, x1, y1)
  const to = turn(x3, y3, x4, y4, x2, y2)
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
