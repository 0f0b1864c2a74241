import { fieldsOf } from '@/data/fields'
import type { Field } from '@/data/field'
import { isReservedId, markHidden, plainText } from '@/data/plain-text'
import { parseDay } from '@/domain/day'
import type { Finding } from '@/domain/finding'
import type { Audience } from '@/domain/manifest'

/** Where a record stands, for its findings. */
export interface Place {
  file: string
  feature: string | null
}

type Problem = Pick<Finding, 'code' | 'params'>
/** `advice` is a warning; the value is used. */
type Verdict = { value: unknown; problem: null; advice?: Problem } | { value: null; problem: Problem; advice?: never }

/** Fields by which a record is known. */
const KEY_FIELDS = /(^|\.)(id|code)$/
/** Of a list of texts. */
const MAX_TEXTS = 1000
const MAX_TEXT = 200

/** Keys that could reach the prototype of an object; no value is ever taken from them. */
export const DANGEROUS_KEYS: readonly string[] = ['__proto__', 'constructor', 'prototype']

/**
 * Read the fields of one record.
 *
 * Only fields of the table are taken, days become numbers, and every problem is one error finding. Of a public edition
 * no internal field is taken, whatever it holds: it reads as unknown.
 *
 * @param raw - A parsed JSON object, or the cells of a row by column.
 * @param prefix - Put before field names, for objects inside objects: `controlTotals.`.
 * @param audience - Of the file, by its manifest.
 * @returns The record without its geometry; null if any field is bad.
 */
export function checkFields<T>(table: object, raw: object, place: Place, findings: Finding[], prefix = '', audience: Audience = 'internal'): T | null {
  const record: Record<string, unknown> = {}
  let usable = true
  for (const [name, field] of fieldsOf(table)) {
    const value = Object.hasOwn(raw, name) ? (raw as Record<string, unknown>)[name] : undefined
    const verdict = isWithheld(field, audience) ? withheld(field) : checkField(value, field, name, audience)
    if (verdict.problem) {
      usable = false
      findings.push({ ...verdict.problem, severity: 'error', file: place.file, feature: place.feature, field: prefix + name })
    } else {
      if (verdict.advice) findings.push({ ...verdict.advice, severity: 'warning', file: place.file, feature: place.feature, field: prefix + name })
      record[name] = verdict.value
    }
  }
  return usable ? (record as T) : null
}

/** True for a field that a file for this audience may not hold. */
export function isWithheld(field: Field, audience: Audience): boolean {
  return audience === 'public' && field.audience === 'internal'
}

/** Judge one value against its field. */
export function checkField(value: unknown, field: Field, name: string, audience: Audience = 'internal'): Verdict {
  if (value === undefined || value === null) {
    return field.isSuppressible && audience === 'internal' ? bad('field-missing', {}) : missing(field, name)
  }
  switch (field.kind) {
    case 'text': return checkText(value, field, name)
    case 'number': case 'integer': case 'share': return checkNumber(value, field)
    case 'flag': return typeof value === 'boolean' ? good(value) : wrongType('flag', value)
    case 'day': return checkDay(value)
    case 'choice':
      if (typeof value !== 'string') return wrongType('text', value)
      return field.values.includes(value) ? good(value) : bad('wrong-enumeration', { found: shown(value), allowed: field.values.join(', ') })
    case 'texts': return checkTexts(value)
  }
}

/** What an internal field reads as in a public edition. */
function withheld(field: Field): Verdict {
  if (field.kind === 'texts') return good([])
  return field.kind === 'choice' && !field.nullable && field.values.includes('unknown') ? good('unknown') : missing(field, '')
}

function missing(field: Field, name: string): Verdict {
  if (field.nullable) return good(null)
  // An empty cell of a remark is an empty remark.
  if (field.kind === 'text' && field.minLength === 0) return good('')
  return bad(name === 'provenance' ? 'provenance-missing' : 'field-missing', {})
}

function checkText(value: unknown, field: Field & { kind: 'text' }, name: string): Verdict {
  if (typeof value !== 'string') return wrongType('text', value)
  const isRemark = field.minLength === 0
  const { text, hiddenCount } = plainText(value, isRemark)
  if (text.length === 0 && !isRemark) return field.nullable ? good(null) : bad('field-missing', {})
  if (text.length > field.maxLength) return bad('out-of-bounds', { found: text.length, min: field.minLength, max: field.maxLength, unit: 'character' })
  if (KEY_FIELDS.test(name) && isReservedId(text)) return bad('reserved-id', { found: text })
  return hiddenCount === 0 ? good(text) : { ...good(text), advice: { code: 'hidden-characters', params: { found: shown(text), count: hiddenCount } } }
}

function checkTexts(value: unknown): Verdict {
  if (!Array.isArray(value) || !value.every((text) => typeof text === 'string')) return wrongType('texts', value)
  if (value.length > MAX_TEXTS) return bad('out-of-bounds', { found: value.length, min: 0, max: MAX_TEXTS, unit: 'entry' })
  const texts = value.map((text) => plainText(text).text)
  const longest = Math.max(0, ...texts.map(({ length }) => length))
  return longest <= MAX_TEXT ? good(texts) : bad('out-of-bounds', { found: longest, min: 0, max: MAX_TEXT, unit: 'character' })
}

function checkNumber(value: unknown, field: Field & { kind: 'number' | 'integer' | 'share' }): Verdict {
  if (typeof value !== 'number') return wrongType(field.kind, value)
  if (!Number.isFinite(value)) return bad('not-finite', { found: `${value}` })
  if (field.kind === 'share') return value >= 0 && value <= 1 ? good(value) : bad('share-out-of-range', { found: value })
  if (field.kind === 'integer' && !Number.isInteger(value)) return wrongType('integer', value)
  if (value >= field.min && value <= field.max) return good(value)
  return bad('out-of-bounds', { found: value, min: field.min, max: field.max, unit: field.unit ?? '' })
}

function checkDay(value: unknown): Verdict {
  const day = typeof value === 'string' ? parseDay(value.trim()) : null
  return day === null ? bad('bad-date', { found: shown(value) }) : good(day)
}

const good = (value: unknown): Verdict & { problem: null } => ({ value, problem: null })
const bad = (code: Finding['code'], params: Finding['params']): Verdict => ({ value: null, problem: { code, params } })
const wrongType = (expected: string, value: unknown): Verdict => bad('wrong-type', { expected, found: shown(value) })

/** A value of any kind as a short text for people, what is hidden in it marked; never walks into it. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return markHidden(value.length > 60 ? `${value.slice(0, 60)}…` : value)
  if (value === null) return 'null'
  if (Array.isArray(value)) return '[…]'
  return typeof value === 'object' ? '{…}' : String(value)
}
