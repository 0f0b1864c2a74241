import Flatbush from 'flatbush'
import type { MultiPolygon, Polygon } from 'geojson'
import type { FlatShapes } from '@/analysis/shape/flat-shapes'
import { flattenShapes } from '@/analysis/shape/flatten-shapes'
import { metresPerDegree } from '@/analysis/shape/metric'
import { pointInShape } from '@/analysis/shape/shape-distance'

/** A building that throws a shadow. */
export interface Obstacle {
  geometry: Polygon | MultiPolygon
  heightM: number
}

/** Obliquity of the ecliptic (IAU 2006: 23.4393°): the sun's declination at the winter solstice, south. */
const OBLIQUITY_DEG = 23.44
const RADIANS = Math.PI / 180
const LINES = 5
const PLACES_PER_LINE = 5

/** Altitude of the sun at noon of the winter solstice, degrees, for latitudes north of 23.44° S. */
export function winterNoonAltitudeDeg(lat: number): number {
  return 90 - lat - OBLIQUITY_DEG
}

/**
 * Share of each shape's ground in the sun at noon of the winter solstice (冬至正午), when the sun stands due south: a
 * place is in the shade if a building of height h lies within h ÷ tan(altitude) to its south, or on it. Level ground,
 * flat roofs. A building that holds the whole shape is the one the shape is a room of, and does not count.
 * 25 places per shape: five on each of five parallels, spread over what of the line is inside.
 *
 * @returns 0…1 per shape; NaN if nothing is known of the buildings around, or for a shape without positions.
 */
export function measureSun(shapes: FlatShapes, obstacles: readonly Obstacle[]): Float64Array {
  const sun = new Float64Array(shapes.count).fill(NaN)
  if (obstacles.length === 0) return sun
  const town = indexObstacles(obstacles)
  for (let s = 0; s < shapes.count; s++) {
    const places = placesIn(shapes, s)
    if (places.length > 0) sun[s] = sunOf(places, town)
  }
  return sun
}

/** A place on the ground and how much of it the place stands for. */
interface Place {
  lon: number
  lat: number
  weight: number
}

interface Town {
  shapes: FlatShapes
  heightM: readonly number[]
  index: Flatbush
  tallestM: number
}

function indexObstacles(obstacles: readonly Obstacle[]): Town {
  const shapes = flattenShapes(obstacles.map(({ geometry }) => geometry))
  const index = new Flatbush(obstacles.length)
  for (let o = 0; o < obstacles.length; o++) index.add(...boxOf(shapes, o))
  index.finish()
  const heightM = obstacles.map((obstacle) => obstacle.heightM)
  return { shapes, heightM, index, tallestM: heightM.reduce((most, height) => (height > most ? height : most), 0) }
}

function sunOf(places: readonly Place[], { shapes, heightM, index, tallestM }: Town): number {
  const south = Math.min(...places.map(({ lat }) => lat))
  const north = Math.max(...places.map(({ lat }) => lat))
  const west = Math.min(...places.map(({ lon }) => lon))
  const east = Math.max(...places.map(({ lon }) => lon))
  const altitudeDeg = winterNoonAltitudeDeg((south + north) / 2)
  if (altitudeDeg <= 0) return 0
  const shadowDegPerM = 1 / Math.tan(altitudeDeg * RADIANS) / metresPerDegree((south + north) / 2).latM
  const around = index.search(west, south - tallestM * shadowDegPerM, east, north)
    .filter((o) => !places.every(({ lon, lat }) => pointInShape(lon, lat, shapes, o)))
  let lit = 0
  let all = 0
  for (const { lon, lat, weight } of places) {
    all += weight
    if (!around.some((o) => isShaded(lon, lat, heightM[o]! * shadowDegPerM, shapes, o))) lit += weight
  }
  return lit / all
}

/** True if the meridian from a place so many degrees south meets obstacle `o`, or the place lies on it. */
function isShaded(lon: number, lat: number, shadowDeg: number, { lon: lons, lat: lats, ringStarts, shapeStarts }: FlatShapes, o: number): boolean {
  let isOn = false
  for (let r = shapeStarts[o]!; r < shapeStarts[o + 1]!; r++) {
    for (let i = ringStarts[r]! + 1; i < ringStarts[r + 1]!; i++) {
      const lon0 = lons[i - 1]!
      const lon1 = lons[i]!
      if (lon0 > lon === lon1 > lon) continue
      const wall = lats[i - 1]! + ((lon - lon0) / (lon1 - lon0)) * (lats[i]! - lats[i - 1]!)
      if (wall > lat) continue
      if (wall >= lat - shadowDeg) return true
      isOn = !isOn
    }
  }
  return isOn
}

/** Places on the middles of five bands of latitude, at equal steps of what lies inside. */
function placesIn(shapes: FlatShapes, s: number): Place[] {
  const [west, south, , north] = boxOf(shapes, s)
  if (!(south < north)) return west < Infinity ? [{ lon: west, lat: south, weight: 1 }] : []
  return Array.from({ length: LINES }, (_, line) => south + ((line + 0.5) / LINES) * (north - south)).flatMap((lat) => {
    const walls = wallsOn(lat, shapes, s)
    let inside = 0
    for (let k = 1; k < walls.length; k += 2) inside += walls[k]! - walls[k - 1]!
    return Array.from({ length: PLACES_PER_LINE }, (_, place): Place => {
      let left = ((place + 0.5) / PLACES_PER_LINE) * inside
      let k = 1
      for (; k < walls.length - 2 && left > walls[k]! - walls[k - 1]!; k += 2) left -= walls[k]! - walls[k - 1]!
      return { lon: walls[k - 1]! + left, lat, weight: inside }
    }).filter(({ weight }) => weight > 0)
  })
}

/** Longitudes at which a parallel crosses the boundary of a shape, from the west. */
function wallsOn(lat: number, { lon, lat: lats, ringStarts, shapeStarts }: FlatShapes, s: number): number[] {
  const walls: number[] = []
  for (let r = shapeStarts[s]!; r < shapeStarts[s + 1]!; r++) {
    for (let i = ringStarts[r]! + 1; i < ringStarts[r + 1]!; i++) {
      if (lats[i - 1]! > lat === lats[i]! > lat) continue
      walls.push(lon[i - 1]! + ((lat - lats[i - 1]!) / (lats[i]! - lats[i - 1]!)) * (lon[i]! - lon[i - 1]!))
    }
  }
  return walls.sort((a, b) => a - b)
}

function boxOf({ lon, lat, ringStarts, shapeStarts }: FlatShapes, s: number): [number, number, number, number] {
  const from = ringStarts[shapeStarts[s]!]!
  const end = ringStarts[shapeStarts[s + 1]!]!
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = from; i < end; i++) {
    west = Math.min(west, lon[i]!)
    east = Math.max(east, lon[i]!)
    south = Math.min(south, lat[i]!)
    north = Math.max(north, lat[i]!)
  }
  return [west, south, east, north]
}
