import { oneOf, type Query } from '@/stores/query'
import type { LanguageChoice } from '@/stores/settings'

/** What the address of a wall can ask for: `#/display?scene=district-xingan&hold=1&text=1.2`. */
export interface WallAddress {
  /** Scene to begin with; null: where the wall was, or the first. */
  sceneId: string | null
  /** Stay on that scene. */
  isHeld: boolean
  /** Size of all text, 1 as designed. */
  textScale: number
  /** Diagonal of the screen, inch, and distance of the viewers, m: to judge whether the smallest text can be read. */
  diagonalInch: number | null
  distanceM: number | null
  /** Cuts instead of flights. */
  isStill: boolean
  /** Null: Chinese, the language of a public screen. */
  language: LanguageChoice | null
}

export const TEXT_SCALE = { min: 0.8, max: 1.5 } as const
export const DIAGONAL_INCH = { min: 10, max: 1000 } as const
export const DISTANCE_M = { min: 0.3, max: 100 } as const

const SCENE_ID = /^[\w-]{1,120}$/
const DECIMAL = /^\d{1,4}(\.\d{1,3})?$/

/** Read an address; what is not understood is left as by default, and nothing throws. */
export function fromWallQuery(query: Readonly<Record<string, unknown>>): WallAddress {
  const read = (key: string): string => (typeof query[key] === 'string' ? query[key] : '')
  const number = (key: string, { min, max }: { min: number; max: number }): number | null => {
    const value = DECIMAL.test(read(key)) ? Number(read(key)) : NaN
    return value >= min && value <= max ? value : null
  }
  const sceneId = SCENE_ID.test(read('scene')) ? read('scene') : null
  return {
    sceneId, isHeld: sceneId !== null && read('hold') === '1', textScale: number('text', TEXT_SCALE) ?? 1,
    diagonalInch: number('size', DIAGONAL_INCH), distanceM: number('distance', DISTANCE_M),
    isStill: read('still') === '1', language: oneOf(['zh', 'en'] as const, read('lang')),
  }
}

/** Write an address; what is as by default is left out. */
export function toWallQuery(address: WallAddress): Query {
  const query: Query = {}
  if (address.sceneId !== null) query.scene = address.sceneId
  if (address.isHeld) query.hold = '1'
  if (address.textScale !== 1) query.text = String(address.textScale)
  if (address.diagonalInch !== null) query.size = String(address.diagonalInch)
  if (address.distanceM !== null) query.distance = String(address.distanceM)
  if (address.isStill) query.still = '1'
  if (address.language !== null) query.lang = address.language
  return query
}
