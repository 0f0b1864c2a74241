import { unguardFormula } from '@/data/formula-guard'
import { plainText } from '@/data/plain-text'
import { shown } from '@/data/check-fields'
import { readChoice, readFlag, readLandUse } from '@/data/import/choice-cells'
import { foldText } from '@/data/import/fold-text'
import type { MappedField } from '@/data/import/mapping-fields'
import { readDayCell, readYear } from '@/data/import/read-day-cell'
import { readShareWords } from '@/data/import/share-words'
import { exact, readNumber, type ReadNumber } from '@/data/import/read-number'
import { formatDay } from '@/domain/day'
import type { Finding, Severity } from '@/domain/finding'
import type { ColumnUnit, ImportTarget } from '@/domain/import'
import type { RawValue } from '@/domain/source-file'

export type FieldValue = string | number | boolean
/** Null value without a problem: the cell says nothing. */
export interface Converted {
  value: FieldValue | null
  problem: (Pick<Finding, 'code' | 'params'> & { severity: Severity }) | null
}

/** Where a value belongs. */
export interface Destination {
  target: ImportTarget
  name: string
  field: MappedField
  /** Unit of the column, null if it has none or nobody knows. */
  unit: ColumnUnit | null
}

const NOTHING: Converted = { value: null, problem: null }
/** Signs for nothing, and words for it where a number or day is expected. */
const BLANK = /^[-—–_/\\.…]*$/
const BLANK_WORDS = /^(?:无|暂无|没有|不详|未知|不涉及|未涉及|不适用|待定|n\/?a|null|nil|none)$/
const DONE = /^(?:已完成|完成|已完工|完工|全部完成|已竣工|竣工|已验收|done|finished)$/
const NOT_BEGUN = /^(?:未开工|未开始|未启动|未实施|未进场|未施工|尚未开工|尚未开始)$/
const IN_WORK = /^(?:在施|施工中|进行中|正在施工|在建|已开工|已进场|实施中|未完成|未完工|部分完成|过半|基本完成|收尾)$/
/** Done, or part of the plan: nobody knows. */
const TICK = /^[√✓✔☑×✗✘☐x]$/
/** 90年代, 1993-1995, 1990年前, 约1992年. */
const DECADE = /年代|^(?:19|20)\d{2}年?[-~至—–](?:19|20)?\d{2}年?$|^(?:约|大约)?(?:19|20)\d{2}年?(?:以?前|以?后|左右|初|末)?$/
/** Degrees, minutes and seconds: 119°12′3.6″. Folding makes two primes of a double one. */
const DEGREES = /^[ensw东经北纬]*(\d{1,3})[°度](\d{1,2}(?:\.\d+)?)['′’分](?:(\d{1,2}(?:\.\d+)?)(?:"|''|′′|”|秒)?)?[ensw]?$/
const AREA_FACTORS: Readonly<Record<string, number>> = { m2: 1, '10k-m2': 10_000, mu: 2000 / 3, hectare: 10_000 }

/** A cell as a value of a field, in the unit of the field; areas in m², shares 0…1, days as `YYYY-MM-DD`. Bounds are not judged here. */
export function convertValue(raw: RawValue, destination: Destination): Converted {
  if (raw === null || (typeof raw === 'string' && raw.trim() === '')) return NOTHING
  const { field } = destination
  switch (field.kind) {
    case 'text': case 'texts': return textOf(codeOf(raw, destination.name), field.isRemark)
    case 'flag': return flagOf(raw)
    case 'choice': return choiceOf(raw, destination)
    case 'day': return dayOf(raw)
    case 'year': return yearOf(raw)
    default: return numberOf(raw, destination)
  }
}

function textOf(raw: string | number | boolean, isRemark: boolean): Converted {
  if (typeof raw !== 'string') return good(String(raw))
  // A quote that our exports put before what would start a formula is no part of the text.
  const { text, hiddenCount } = plainText(unguardFormula(raw), isRemark)
  if (text === '' || (!isRemark && BLANK.test(text))) return NOTHING
  if (hiddenCount === 0) return good(text)
  return { value: text, problem: { code: 'hidden-characters', severity: 'warning', params: { found: shown(text), count: hiddenCount } } }
}

/** A land use in words as its code. Numbers of a sheet have lost the zero in front: 701 is 0701. */
function codeOf(raw: string | number | boolean, name: string): string | number | boolean {
  if (name !== 'landUseCode' && name !== 'plannedUseCode') return raw
  if (typeof raw === 'number') return Number.isInteger(raw) && `${raw}`.length % 2 === 1 ? `0${raw}` : raw
  return typeof raw === 'string' ? readLandUse(raw) ?? raw : raw
}

function flagOf(raw: string | number | boolean): Converted {
  if (typeof raw === 'boolean') return good(raw)
  const flag = readFlag(String(raw))
  if (flag !== null) return good(flag)
  return isBlank(String(raw)) ? NOTHING : bad('wrong-enumeration', { found: shown(raw), allowed: '是, 否, true, false' })
}

function choiceOf(raw: string | number | boolean, { target, name, field }: Destination): Converted {
  const text = plainText(String(raw)).text
  const found = readChoice(target, name, field.values, text)
  const allowed = field.values.join(', ')
  if (!found) return isBlank(text) ? NOTHING : bad('wrong-enumeration', { found: shown(text), allowed })
  const problem = found.isVague ? { code: 'value-vague' as const, severity: 'warning' as const, params: { found: shown(text), taken: found.value, allowed } } : null
  return { value: found.value, problem }
}

function dayOf(raw: string | number | boolean): Converted {
  if (typeof raw === 'boolean') return bad('bad-date', { found: String(raw) })
  if (typeof raw === 'string' && isBlank(raw)) return NOTHING
  const day = readDayCell(raw)
  if (typeof day === 'number') return good(formatDay(day))
  return day === 'unreadable' ? bad('bad-date', { found: shown(raw) }) : bad('day-incomplete', { found: shown(raw), missing: day })
}

function yearOf(raw: string | number | boolean): Converted {
  if (typeof raw === 'boolean') return bad('bad-number', { found: String(raw), problem: 'text' })
  const year = readYear(raw)
  if (year !== null) return good(year)
  if (typeof raw === 'number') return good(raw)
  if (isBlank(raw)) return NOTHING
  const text = foldText(raw.slice(0, 60))
  // A house of the nineties has no year, which may be: the rest of its row is used.
  const severity = DECADE.test(text) ? 'warning' : 'error'
  return { value: null, problem: { code: 'bad-number', severity, params: { found: shown(raw), problem: /\d/.test(text) ? 'approximate' : 'text' } } }
}

function numberOf(raw: string | number | boolean, destination: Destination): Converted {
  if (typeof raw === 'boolean') return bad('bad-number', { found: String(raw), problem: 'text' })
  if (typeof raw === 'number') return inUnit({ value: raw, unit: null }, destination, raw)
  if (isBlank(raw)) return NOTHING
  const { field } = destination
  if (field.kind === 'share') {
    const word = foldText(raw.slice(0, 40))
    if (DONE.test(word)) return good(1)
    if (NOT_BEGUN.test(word)) return good(0)
    if (IN_WORK.test(word)) return bad('bad-number', { found: shown(raw), problem: 'state' })
    if (TICK.test(word)) return bad('bad-number', { found: shown(raw), problem: 'tick' })
    const share = readShareWords(word)
    if (share !== null) return good(share)
  }
  const degrees = field.kind === 'coordinate' ? DEGREES.exec(foldText(raw.slice(0, 40))) : null
  if (degrees) return good(exact(Number(degrees[1]) + Number(degrees[2]) / 60 + Number(degrees[3] ?? 0) / 3600))
  const read = readNumber(raw.slice(0, 100))
  return typeof read === 'string' ? bad('bad-number', { found: shown(raw), problem: read }) : inUnit(read, destination, raw)
}

/** The unit of the cell goes before that of the column. */
function inUnit({ value, unit: cellUnit }: ReadNumber, { field, unit: columnUnit }: Destination, raw: string | number): Converted {
  if (!Number.isFinite(value)) return bad('bad-number', { found: String(value), problem: 'text' })
  const unit = cellUnit ?? columnUnit
  if (cellUnit !== null && !fits(cellUnit, field)) return bad('bad-number', { found: shown(raw), problem: 'unit' })
  if (field.kind === 'share') {
    if (unit === 'percent') return good(exact(value / 100))
    // Nothing done is nothing in either unit.
    return unit === 'share' || value === 0 ? good(value) : bad('unit-ambiguous', { found: shown(raw) })
  }
  if (field.units.length > 1) {
    const factor = unit === null ? undefined : AREA_FACTORS[unit]
    return factor === undefined ? bad('unit-ambiguous', { found: shown(raw) }) : good(factor === 1 ? value : exact(value * factor))
  }
  if (field.kind === 'integer' && !Number.isInteger(value)) return bad('bad-number', { found: shown(raw), problem: 'not-whole' })
  return good(value)
}

function fits(unit: ColumnUnit, field: MappedField): boolean {
  if (field.kind === 'coordinate') return unit === 'count' || unit === 'm'
  return field.units.includes(unit) || (unit === 'count' && field.units.length === 0)
}

function isBlank(text: string): boolean {
  const folded = foldText(text.slice(0, 20))
  return BLANK.test(folded) || BLANK_WORDS.test(folded)
}

const good = (value: FieldValue): Converted => ({ value, problem: null })
const bad = (code: Finding['code'], params: Finding['params']): Converted => ({ value: null, problem: { code, severity: 'error', params } })
