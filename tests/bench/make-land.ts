import type { Polygon, Position } from 'geojson'
import type { FlatShapes } from '@/analysis/shape/flat-shapes'
import type { PointColumns } from '@/analysis/shape/index-points'
import { metresPerDegree } from '@/analysis/shape/metric'
import { measureBoxes } from '@/analysis/shape/shape-boxes'
import type { StreetArrays } from '@/analysis/street/streets-of-arrays'

/** How much of everything. */
export interface LandScale {
  name: string
  buildings: number
  spaces: number
  nodes: number
}

/** Shandong 2024: residential buildings of the programme; the country: of one year. */
export const PROVINCE: LandScale = { name: 'province', buildings: 16_872, spaces: 20_000, nodes: 150_000 }
export const COUNTRY: LandScale = { name: 'country', buildings: 290_000, spaces: 300_000, nodes: 2_500_000 }

/** A land in columns, as a worker gets it. */
export interface MadeLand extends LandScale {
  points: PointColumns
  /** Old people per building. */
  people: Float64Array
  shapes: FlatShapes
  /** Places each space could offer. */
  capacity: Float64Array
  streets: StreetArrays
}

/** Block of a town, m: so dense at every scale. */
const BLOCK_M = 125
const WEST = 117.5
const SOUTH = 35.2
const { lonM: LON_M, latM: LAT_M } = metresPerDegree(SOUTH)
/** Registers are kept town by town. */
const TOWN_BLOCKS = 16
const MISSING_STREETS = 0.08
const NEIGHBOUR_SHARE = 0.35

/**
 * The same land for the same seed: streets as a grid with noise and gaps, residential buildings and spare spaces beside
 * them, at the same density at every scale. Spaces are turned rectangles, one in ten an L; a third lies beside another
 * one, at most 16 m off.
 */
export function makeLand(scale: LandScale, seed = 1): MadeLand {
  const random = mulberry32(seed)
  const streets = makeStreets(scale.nodes, random)
  return {
    ...scale, streets, points: makeBuildings(scale.buildings, streets, random),
    people: Float64Array.from({ length: scale.buildings }, () => Math.round(8 + 24 * random())),
    shapes: makeSpaces(scale.spaces, streets, random),
    capacity: Float64Array.from({ length: scale.spaces }, () => Math.round(5 + 30 * random())),
  }
}

export function positionsOf({ lon, lat, ringStarts, shapeStarts }: FlatShapes, s: number): Position[] {
  const from = ringStarts[shapeStarts[s]!]!
  return Array.from({ length: ringStarts[shapeStarts[s + 1]!]! - from }, (_, k) => [lon[from + k]!, lat[from + k]!])
}

export const polygonOf = (shapes: FlatShapes, s: number): Polygon => ({ type: 'Polygon', coordinates: [positionsOf(shapes, s)] })

/** The first shapes alone. */
export function firstShapes({ lon, lat, ringStarts, shapeStarts }: FlatShapes, count: number): FlatShapes {
  const rings = shapeStarts[count]!
  const end = ringStarts[rings]!
  return { count, lon: lon.slice(0, end), lat: lat.slice(0, end), ringStarts: ringStarts.slice(0, rings + 1), shapeStarts: shapeStarts.slice(0, count + 1) }
}

/** A point in place of each shape: the middle of its box. */
export function middlesOf(shapes: FlatShapes): FlatShapes {
  const boxes = measureBoxes(shapes)
  const middle = (k: 0 | 1): Float64Array => Float64Array.from({ length: shapes.count }, (_, s) => (boxes[4 * s + k]! + boxes[4 * s + k + 2]!) / 2)
  const starts = Uint32Array.from({ length: shapes.count + 1 }, (_, s) => s)
  return { count: shapes.count, lon: middle(0), lat: middle(1), ringStarts: starts, shapeStarts: starts }
}

function makeStreets(nodes: number, random: () => number): StreetArrays {
  const columns = Math.ceil(Math.sqrt(nodes))
  const lon = new Float64Array(nodes)
  const lat = new Float64Array(nodes)
  const from = new Uint32Array(2 * nodes)
  const to = new Uint32Array(2 * nodes)
  let count = 0
  for (let node = 0; node < nodes; node++) {
    const column = node % columns
    lon[node] = WEST + (column * BLOCK_M + 40 * (random() - 0.5)) / LON_M
    lat[node] = SOUTH + (Math.floor(node / columns) * BLOCK_M + 40 * (random() - 0.5)) / LAT_M
    for (const before of [column > 0 ? node - 1 : -1, node - columns]) {
      if (before < 0 || random() < MISSING_STREETS) continue
      from[count] = before
      to[count++] = node
    }
  }
  return { lon, lat, from: from.slice(0, count), to: to.slice(0, count) }
}

/** Streets that many things lie at, drawn at random and listed town by town. */
function drawStreets(count: number, { lon, lat, from }: StreetArrays, random: () => number): Uint32Array {
  const townDeg = (TOWN_BLOCKS * BLOCK_M) / LON_M
  const drawn = Uint32Array.from({ length: count }, () => Math.floor(random() * from.length))
  const keys = Float64Array.from(drawn, (street, i) => {
    const town = Math.floor((lat[from[street]!]! - SOUTH) / townDeg + 1) * 10_000 + Math.floor((lon[from[street]!]! - WEST) / townDeg + 1)
    return town * count + i
  }).sort()
  return Uint32Array.from(keys, (key) => drawn[key % count]!)
}

/** A place on a street, m from the south-western corner, and the direction of the street. */
function placeOn({ lon, lat, from, to }: StreetArrays, street: number, share: number) {
  const [a, b] = [from[street]!, to[street]!]
  const x = (lon[a]! - WEST) * LON_M
  const y = (lat[a]! - SOUTH) * LAT_M
  const eastM = (lon[b]! - WEST) * LON_M - x
  const northM = (lat[b]! - SOUTH) * LAT_M - y
  const length = Math.hypot(eastM, northM)
  return { x: x + share * eastM, y: y + share * northM, ux: eastM / length, uy: northM / length }
}

function makeBuildings(count: number, streets: StreetArrays, random: () => number): PointColumns {
  const lon = new Float64Array(count)
  const lat = new Float64Array(count)
  drawStreets(count, streets, random).forEach((street, i) => {
    const { x, y, ux, uy } = placeOn(streets, street, random())
    const asideM = (15 + 40 * random()) * (random() < 0.5 ? -1 : 1)
    lon[i] = WEST + (x - uy * asideM) / LON_M
    lat[i] = SOUTH + (y + ux * asideM) / LAT_M
  })
  return { lon, lat }
}

function makeSpaces(count: number, streets: StreetArrays, random: () => number): FlatShapes {
  const shapes: FlatShapes = {
    count, lon: new Float64Array(7 * count), lat: new Float64Array(7 * count), ringStarts: new Uint32Array(count + 1),
    shapeStarts: Uint32Array.from({ length: count + 1 }, (_, s) => s),
  }
  let place = { x: 0, y: 0, ux: 1, uy: 0 }
  let [endM, asideM, position] = [0, 0, 0]
  drawStreets(count, streets, random).forEach((street, s) => {
    const [widthM, depthM] = [8 + 32 * random(), 8 + 22 * random()]
    const isBeside = s > 0 && random() < NEIGHBOUR_SHARE
    if (isBeside) endM += random() < 0.1 ? 0 : 16 * random()
    else {
      place = placeOn(streets, street, random())
      ;[endM, asideM] = [0, 6 + 24 * random()]
    }
    const corners = random() < 0.1
      ? [[0, 0], [1, 0], [1, 0.5], [0.5, 0.5], [0.5, 1], [0, 1], [0, 0]] : [[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]
    for (const [along, aside] of corners) {
      const [u, v] = [endM + along! * widthM, asideM + aside! * depthM]
      shapes.lon[position] = WEST + (place.x + u * place.ux - v * place.uy) / LON_M
      shapes.lat[position++] = SOUTH + (place.y + u * place.uy + v * place.ux) / LAT_M
    }
    shapes.ringStarts[s + 1] = position
    endM += widthM
  })
  return { ...shapes, lon: shapes.lon.slice(0, position), lat: shapes.lat.slice(0, position) }
}

/** Numbers in [0, 1), the same for the same seed. */
function mulberry32(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
