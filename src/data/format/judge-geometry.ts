import { isWoundWrongly } from '@/analysis/shape/wind-rings'
import { GEOJSON_GEOMETRIES, ownMember } from '@/data/check-structure'
import { shown } from '@/data/check-fields'
import type { Finding, FindingCode } from '@/domain/finding'
import type { Geometry, Position } from 'geojson'

/** What is wrong in a geometry: one of each kind, at its first place, with the number of places. */
export interface GeometryProblem {
  code: Extract<FindingCode, 'bad-geojson' | 'ring-unclosed' | 'ring-too-short' | 'not-finite'>
  field: string
  params: Finding['params']
}

export interface JudgedGeometry {
  /** Only type and coordinates, with at most three numbers per position; null if it cannot be used or is empty. */
  geometry: Geometry | null
  problems: GeometryProblem[]
  vertexCount: number
  isWoundWrongly: boolean
  hasLongPositions: boolean
  /** True if a position can be no longitude and latitude, not even beyond the date line. */
  isOffEarth: boolean
}

/** Brackets around a position, by type. */
const DEPTHS: Readonly<Record<string, number>> = { Point: 0, MultiPoint: 1, LineString: 1, MultiLineString: 2, Polygon: 2, MultiPolygon: 3 }
const RING_DEPTHS: Readonly<Record<string, number>> = { Polygon: 1, MultiPolygon: 2 }
const LINE_DEPTHS: Readonly<Record<string, number>> = { LineString: 0, MultiLineString: 1 }
/** Members that would make something else of a geometry (RFC 7946, section 7.1). */
const FOREIGN = ['geometry', 'properties', 'features']

/**
 * Judge one geometry by RFC 7946 but for its place on earth, which depends on a system that is not known yet.
 *
 * A ring that is merely not closed is an error but leaves the geometry there: it can be repaired. Every other error
 * leaves nothing. Depth is that of the type, so nothing is walked that is nested deeper.
 */
export function judgeGeometry(value: unknown): JudgedGeometry {
  return new Judge().judge(value)
}

class Judge {
  private readonly found = new Map<string, GeometryProblem & { params: Record<string, string | number> }>()
  private vertexCount = 0
  private isWoundWrongly = false
  private hasLongPositions = false
  private isOffEarth = false
  private isUsable = true

  judge(value: unknown): JudgedGeometry {
    const geometry = this.geometry(value, 'geometry', true)
    const { vertexCount, isWoundWrongly, hasLongPositions, isOffEarth } = this
    return { geometry: this.isUsable ? geometry : null, problems: [...this.found.values()], vertexCount, isWoundWrongly, hasLongPositions, isOffEarth }
  }

  private geometry(value: unknown, field: string, mayCollect: boolean): Geometry | null {
    const type = ownMember(value, 'type')
    if (typeof type !== 'string' || !GEOJSON_GEOMETRIES.includes(type)) return this.bad('geometry-type', field, shown(type ?? value ?? null))
    const foreign = FOREIGN.find((name) => ownMember(value, name) !== undefined)
    if (foreign !== undefined) return this.bad('foreign-member', field, foreign)
    if (!isBbox(ownMember(value, 'bbox'))) return this.bad('bbox', `${field}.bbox`, shown(ownMember(value, 'bbox')))
    if (type === 'GeometryCollection') return mayCollect ? this.collection(value, field) : this.bad('collection-nested', field)
    const coordinates = ownMember(value, 'coordinates')
    const path = `${field}.coordinates`
    if (!Array.isArray(coordinates)) return this.bad('coordinates-missing', path, coordinates === undefined ? '' : shown(coordinates))
    if (coordinates.length === 0 && type !== 'Point' && type !== 'LineString') return null
    this.level(coordinates, type, 0, path)
    return { type, coordinates } as Geometry
  }

  private collection(value: unknown, field: string): Geometry | null {
    const members = ownMember(value, 'geometries')
    if (!Array.isArray(members)) return this.bad('geometries-missing', field)
    if (members.length === 1) this.bad('collection-single', field)
    const geometries: Geometry[] = []
    members.forEach((member: unknown, i) => {
      const path = `${field}.geometries[${i}]`
      const isObject = typeof member === 'object' && member !== null
      const geometry = isObject ? this.geometry(member, path, false) : this.bad('collection-member', path, shown(member))
      if (geometry) geometries.push(geometry)
    })
    return geometries.length > 0 ? { type: 'GeometryCollection', geometries } : null
  }

  /** Recursion ends at the depth of the type, three levels at most. */
  private level(list: unknown[], type: string, depth: number, path: string): void {
    if (depth === DEPTHS[type]) return this.position(list, path)
    if (depth === LINE_DEPTHS[type] && list.length < 2) this.bad('line-short', path)
    for (let i = 0; i < list.length; i++) {
      const item = list[i]
      // Paths are made for a report only: most files have none.
      if (depth + 1 === DEPTHS[type] && isPlainPosition(item)) this.count(item)
      else if (!Array.isArray(item)) this.bad(depth + 1 === DEPTHS[type] ? 'position-not-list' : 'not-nested', `${path}[${i}]`, shown(item))
      else this.level(item, type, depth + 1, `${path}[${i}]`)
    }
    if (depth === RING_DEPTHS[type]) this.ring(list, path)
    // The first ring of a polygon is its outer one.
    if (depth === (RING_DEPTHS[type] ?? 0) - 1 && this.isUsable && isWoundWrongly(list as Position[][])) this.isWoundWrongly = true
  }

  private position(list: unknown[], path: string): void {
    const strange = list.findIndex((value) => typeof value !== 'number' || !Number.isFinite(value))
    if (strange >= 0) {
      const value = list[strange]
      if (Array.isArray(value)) this.bad('too-nested', path)
      else if (typeof value === 'number') this.add('not-finite', '', path, { found: 'NaN' })
      else this.bad('position-not-number', path, typeof value === 'string' ? `"${shown(value)}"` : shown(value))
    } else if (list.length < 2) this.bad('position-short', path)
    else {
      if (list.length > 3) {
        this.hasLongPositions = true
        list.length = 3
      }
      this.count(list as number[])
    }
  }

  private count(position: readonly number[]): void {
    this.vertexCount++
    if (Math.abs(position[0]!) > 360 || Math.abs(position[1]!) > 90) this.isOffEarth = true
  }

  private ring(list: readonly unknown[], path: string): void {
    const [first, last] = [list[0], list.at(-1)]
    if (!Array.isArray(first) || !Array.isArray(last)) {
      if (list.length === 0) this.add('ring-too-short', '', path, { positions: 0 })
      return
    }
    // Identical values are asked for, the height among them (RFC 7946, section 3.1.6).
    const isClosed = first.length === last.length && first.every((value, i) => value === last[i])
    if (list.length < (isClosed ? 4 : 3)) return this.add('ring-too-short', '', path, { positions: list.length })
    if (isClosed) return
    const isUsable = this.isUsable
    this.add('ring-unclosed', '', path, { first: positionText(first), last: positionText(last) })
    this.isUsable = isUsable
  }

  private bad(reason: string, field: string, found = ''): null {
    this.add('bad-geojson', reason, field, { reason, found })
    return null
  }

  private add(code: GeometryProblem['code'], reason: string, field: string, params: Record<string, string | number>): void {
    this.isUsable = false
    const key = `${code} ${reason}`
    const known = this.found.get(key)
    if (known) known.params['places'] = (known.params['places'] as number) + 1
    else this.found.set(key, { code, field, params: { ...params, places: 1 } })
  }
}

/** Two or three finite numbers. */
function isPlainPosition(value: unknown): value is number[] {
  return Array.isArray(value) && (value.length === 2 || (value.length === 3 && Number.isFinite(value[2])))
    && Number.isFinite(value[0]) && Number.isFinite(value[1])
}

/** True for a bounding box of two or three dimensions, and for none. */
export function isBbox(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && (value.length === 4 || value.length === 6) && value.every(Number.isFinite))
}

const positionText = (position: readonly unknown[]): string => position.slice(0, 3).map(shown).join(', ')
