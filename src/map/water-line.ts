import type { LineString, MultiPolygon, Polygon, Position } from 'geojson'

/** Samples along each bank. Enough for a county river whose name is drawn a few times. */
const SAMPLES = 40

/**
 * A line down the middle of a long thin polygon, for the name of a river; null if it has no area to speak of.
 *
 * The ring is cut at the two ends of its longest extent, both banks are sampled evenly, and the line
 * runs half way between them. A label needs no more; it is not for measuring.
 */
export function middleLine(geometry: Polygon | MultiPolygon): LineString | null {
  const rings = geometry.type === 'Polygon' ? [geometry.coordinates[0]] : geometry.coordinates.map(([outer]) => outer)
  const ring = rings.reduce((longest, next) => ((next?.length ?? 0) > (longest?.length ?? 0) ? next : longest))
  if (!ring || ring.length < 5) return null
  const open = ring.slice(0, -1)
  const [first, second] = farthestPair(open)
  const [from, to] = first < second ? [first, second] : [second, first]
  if (from === to) return null
  const left = sample(open.slice(from, to + 1))
  const right = sample([...open.slice(to), ...open.slice(0, from + 1)].reverse())
  const middle = left.map(([lon, lat], index): Position => {
    const [otherLon, otherLat] = right[index]!
    return [(lon! + otherLon!) / 2, (lat! + otherLat!) / 2]
  })
  return { type: 'LineString', coordinates: middle }
}

/** Indices of two positions far apart: the farthest from any, and the farthest from that one. */
function farthestPair(positions: readonly Position[]): [number, number] {
  const first = farthestFrom(positions, positions[0]!)
  return [first, farthestFrom(positions, positions[first]!)]
}

function farthestFrom(positions: readonly Position[], from: Position): number {
  let farthest = 0
  positions.forEach((position, index) => {
    if (distance(position, from) > distance(positions[farthest]!, from)) farthest = index
  })
  return farthest
}

const distance = ([x, y]: Position, [x2, y2]: Position) => Math.hypot(x! - x2!, y! - y2!)

/** Positions at even steps of the length of a line. */
function sample(line: readonly Position[]): Position[] {
  const lengths = line.slice(1).map((position, index) => distance(position, line[index]!))
  const total = lengths.reduce((sum, length) => sum + length, 0)
  const samples: Position[] = []
  let segment = 0
  let passed = 0
  for (let step = 0; step <= SAMPLES; step++) {
    const goal = (total * step) / SAMPLES
    while (segment < lengths.length - 1 && passed + lengths[segment]! < goal) passed += lengths[segment++]!
    const part = lengths[segment]! > 0 ? Math.min((goal - passed) / lengths[segment]!, 1) : 0
    const [[x, y], [x2, y2]] = [line[segment]!, line[segment + 1]!]
    samples.push([x! + (x2! - x!) * part, y! + (y2! - y!) * part])
  }
  return samples
}
