import type { Polygon, Position } from 'geojson'
import { SPARE_SPACE_KINDS, TENURES, type SpareSpace, type SpareSpaceKind } from '@/domain/place'
import { oneOf } from '@/stores/query'

/** What may be said of a drawn space; the answer depends on all but the name. */
type Facts = Pick<SpareSpace, 'tenure' | 'landUseCode' | 'plannedUseCode' | 'availableYears' | 'floorAreaM2' | 'storey' | 'name'>

/** A space drawn by hand, as a link carries it. */
export interface DrawnShape extends Partial<Facts> {
  kind: SpareSpaceKind
  geometry: Polygon
  /** Other parts of the link may name it. */
  id?: string
}

/** As drawn spaces are numbered: nothing in a link may stand for a space of the data. */
const DRAWN_ID = /^D\d{2,4}$/
const MAX_CORNERS = 200
/** Of present or planned use. */
export const LAND_USE_CODE = /^\d{2,8}$/
/** A name may not hold what separates the parts of a link. */
const NAME = /^[^\p{C}~:]{1,60}$/u
/** Smallest and largest value that makes sense, as in the data files. */
export const DRAWN_LIMITS = { availableYears: [0, 100], floorAreaM2: [1, 1_000_000], storey: [-5, 60] } as const
const NUMBER = /^-?\d+(\.\d+)?$/

/**
 * `parcel:119.2,36.4,…:stateReserve:2301:D01:0702:20:350:1:name`: the corners without the closing one, 7 decimals as
 * in the data files, then what is known of it; what is unknown is empty, and empty ends are left out.
 */
export function writeDrawn({ kind, geometry, tenure = 'unknown', landUseCode, id, plannedUseCode, availableYears, floorAreaM2, storey, name }: DrawnShape): string {
  const corners = geometry.coordinates[0]!.slice(0, -1)
  const facts = [
    tenure === 'unknown' ? '' : tenure, landUseCode ?? '', id ?? '', plannedUseCode ?? '', availableYears ?? '', floorAreaM2 ?? '', storey ?? '',
    toLinkName(name ?? ''),
  ]
  return [kind, corners.map(([lon, lat]) => `${round7(lon!)},${round7(lat!)}`).join(','), ...facts].join(':').replace(/:+$/, '')
}

/** The space of a link; none if its shape is none. Facts that make no sense are left out. */
export function readDrawn(text: string): DrawnShape[] {
  const [kindText = '', numbersText = '', tenureText = '', landUseCode = '', id = '', plannedUseCode = '', years = '', floor = '', storeyText = '', name = ''] = text.split(':')
  const kind = oneOf(SPARE_SPACE_KINDS, kindText)
  const ring = readRing(numbersText)
  if (!kind || !ring) return []
  const tenure = oneOf(TENURES, tenureText)
  const [availableYears, floorAreaM2, storey] = [readWithin('availableYears', years), readWithin('floorAreaM2', floor), readWithin('storey', storeyText)]
  return [{
    kind, geometry: { type: 'Polygon', coordinates: [[...ring, ring[0]!]] }, ...(tenure && tenure !== 'unknown' ? { tenure } : {}),
    ...(LAND_USE_CODE.test(landUseCode) ? { landUseCode } : {}), ...(DRAWN_ID.test(id) ? { id } : {}), ...(LAND_USE_CODE.test(plannedUseCode) ? { plannedUseCode } : {}),
    ...(availableYears === null ? {} : { availableYears }), ...(floorAreaM2 === null ? {} : { floorAreaM2 }), ...(storey === null ? {} : { storey }),
    ...(NAME.test(name) ? { name } : {}),
  }]
}

/** A number of a drawn space as somebody typed it; null if it is none that makes sense. */
export function readWithin(fact: keyof typeof DRAWN_LIMITS, text: string): number | null {
  const [least, most] = DRAWN_LIMITS[fact]
  const value = NUMBER.test(text) ? Number(text) : NaN
  return value >= least && value <= most && (fact !== 'storey' || Number.isInteger(value)) ? value : null
}

/** A name as a link can carry it. */
export function toLinkName(name: string): string {
  return [...name.replace(/[\p{C}~:]+/gu, ' ')].slice(0, 60).join('').trim()
}

function readRing(text: string): Position[] | null {
  const numbers = text.split(',').map((part) => (NUMBER.test(part) ? Number(part) : NaN))
  if (numbers.length % 2 === 1 || numbers.length < 6 || numbers.length > 2 * MAX_CORNERS || numbers.includes(NaN)) return null
  const ring: Position[] = []
  for (let i = 0; i < numbers.length; i += 2) ring.push([numbers[i]!, numbers[i + 1]!])
  return ring.some(([lon, lat]) => Math.abs(lon!) > 180 || Math.abs(lat!) > 85) ? null : ring
}

const round7 = (degrees: number): number => Math.round(degrees * 1e7) / 1e7
