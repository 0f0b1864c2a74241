import { foldText } from '@/data/import/fold-text'
import { UNIT_WORDS } from '@/data/import/header-text'
import type { ColumnUnit } from '@/domain/import'

/** A number with the unit that stands in its cell. */
export interface ReadNumber {
  value: number
  unit: ColumnUnit | null
}
/** Why a text is no number: `text` no digits, `several` numbers, `approximate` (约, 余), `unit` nobody knows. */
export type NumberProblem = 'text' | 'several' | 'approximate' | 'unit'

const NUMBER = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,3})?)(.*)$/
/** Groups of three digits with a comma, an apostrophe or a space between. */
const GROUPED = /^[+-]?\d{1,3}(?:[,'\s]\d{3})+(?!\d)/
const APPROXIMATE = /^(?:约|大约|近|超|不足)|(?:左右|余|多|\+|以上|以下)$|\d(?:余|多)(?:户|栋|人|m2|平方米|平米|万m2|亩)$/

/**
 * Read a number as people write it: full-width digits, thousand separators, a unit behind: `1,200㎡`, `３．５万㎡`, `12亩`, `126户`.
 */
export function readNumber(text: string): ReadNumber | NumberProblem {
  const spaced = text.trim().normalize('NFKC')
  const grouped = GROUPED.exec(spaced)
  const folded = foldText(grouped ? grouped[0].replace(/[,'\s]/g, '') + spaced.slice(grouped[0].length) : spaced).replace(/^[−–]/, '-')
  if (!/\d/.test(folded)) return 'text'
  if (APPROXIMATE.test(folded)) return 'approximate'
  const match = NUMBER.exec(folded)
  if (!match) return /\d\D+\d/.test(folded) ? 'several' : 'text'
  const [, digits, behind] = match as unknown as [string, string, string]
  const value = Number(digits)
  if (!Number.isFinite(value)) return 'text'
  if (behind === '') return { value, unit: null }
  if (/\d/.test(behind) && !/^万?m2$/.test(behind)) return 'several'
  if (behind === '万') return { value: exact(value * 10_000), unit: null }
  const unit = UNIT_WORDS.get(behind) ?? (/^(?:f|床|盏|部|组|所|人次)$/.test(behind) ? 'count' : null)
  return unit === null ? 'unit' : { value, unit }
}

/** Without the noise of binary fractions: 1.4517 × 10,000 is 14,517. */
export const exact = (value: number): number => Number(value.toPrecision(14))
