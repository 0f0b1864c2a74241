import { integerBetween, pick, type Random } from '@/cli/synthesize/random'
import { mutateBytes, type Mutate } from './mutate-bytes'

type Json = unknown
interface Holder {
  holder: Record<string, Json> | Json[]
  key: string
}

const KEYS = ['type', 'features', 'geometry', 'properties', 'coordinates', 'geometries', 'id', 'bbox', 'crs', 'name', '__proto__', 'constructor', 'prototype', 'toString', 'length', '']
const TYPES = ['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon', 'GeometryCollection', 'Feature', 'FeatureCollection', 'Topology', 'constructor', 'valueOf', '']

/** One change of a JSON text that leaves it JSON: values of other kinds, keys of other names, members moved, doubled or gone. */
export const mutateJson: Mutate = (random, bytes) => {
  let root: Json
  try {
    root = JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return mutateBytes(random, bytes)
  }
  const box: Json[] = [root]
  const places: Holder[] = []
  gather(box, places)
  const { holder, key } = pick(random, places)
  const value = read(holder, key)
  const other = pick(random, places)
  const way = integerBetween(random, 0, 7)
  if (way === 0) write(holder, key, read(other.holder, other.key))
  else if (way === 1) Reflect.deleteProperty(holder, key)
  else if (way === 2 && !Array.isArray(holder)) {
    Reflect.deleteProperty(holder, key)
    write(holder, pick(random, KEYS), value)
  } else if (way === 3 && Array.isArray(value)) for (let times = 0; times < pick(random, [2, 100]); times++) value.push(pick(random, value.length > 0 ? value : [null]))
  else if (way === 4) write(holder, key, nested(value, pick(random, [1, 2, 70])))
  else if (way === 5 && typeof value === 'string') write(holder, key, pick(random, TYPES))
  else if (way === 6 && typeof value === 'object' && value !== null && !Array.isArray(value)) write(value as Record<string, Json>, pick(random, KEYS), anyValue(random))
  else write(holder, key, anyValue(random))
  // Members inside themselves cannot be written.
  return new TextEncoder().encode(JSON.stringify(withoutCycles(box[0], 0)) ?? '')
}

function gather(value: Json[] | Record<string, Json>, places: Holder[]): void {
  for (const key of Object.keys(value)) {
    places.push({ holder: value, key })
    const inner = read(value, key)
    if (typeof inner === 'object' && inner !== null) gather(inner as Json[], places)
  }
}
const read = (holder: Holder['holder'], key: string): Json => (holder as Record<string, Json>)[key]
function write(holder: Holder['holder'], key: string, value: Json): void {
  Object.defineProperty(holder, key, key === 'length' && Array.isArray(holder) ? { value: 0 } : { value, configurable: true, enumerable: true, writable: true })
}
function anyValue(random: Random): Json {
  return pick<Json>(random, [
    null, true, false, 0, -0, 1, -1, 1e308, -1e308, 5e-324, 181, 91, 40_428_262, 4_033_554, 1e21, '', 'x'.repeat(40_000), '\u0000', '\ud800', '<b>', '=1+1', '119.2', [], {}, [[]], [null], [1, 2], [[1, 2], [3, 4]],
    { type: 'Point', coordinates: [1, 2] }, JSON.parse('{"__proto__":{"polluted":1}}') as Json,
  ])
}
function nested(value: Json, depth: number): Json {
  let outer = value
  for (let level = 0; level < depth; level++) outer = level % 2 ? { value: outer } : [outer]
  return outer
}
function withoutCycles(value: Json, depth: number): Json {
  if (typeof value !== 'object' || value === null) return value
  if (depth > 80) return null
  if (Array.isArray(value)) return value.slice(0, 2000).map((inner) => withoutCycles(inner, depth + 1))
  const copy: Record<string, Json> = {}
  for (const key of Object.keys(value)) write(copy, key, withoutCycles(read(value as Record<string, Json>, key), depth + 1))
  return copy
}
