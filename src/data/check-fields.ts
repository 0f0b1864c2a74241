import { fieldsOf } from '@/data/fields'
import type { Field } from '@/data/field'
import { parseDay } from '@/domain/day'
import type { Finding } from '@/domain/finding'
import type { Audience } from '@/domain/manifest'

/** Where a record stands, for its findings. */
export interface Place {
  file: string
  feature: string | null
}

type Problem = Pick<Finding, 'code' | 'params'>
type Verdict = { value: unknown; problem: null } | { value: null; problem: Problem }

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
    case 'text': return checkText(value, field)
    case 'number': case 'integer': case 'share': return checkNumber(value, field)
    case 'flag': return typeof value === 'boolean' ? good(value) : wrongType('flag', value)
    case 'day': return checkDay(value)
    case 'choice':
      if (typeof value !== 'string') return wrongType('text', value)
      return field.values.includes(value) ? good(value) : bad('wrong-enumeration', { found: value, allowed: field.values.join(', ') })
    case 'texts':
      return Array.isArray(value) && value.every((text) => typeof text === 'string') ? good([...value]) : wrongType('texts', value)
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

function checkText(value: unknown, field: Field & { kind: 'text' }): Verdict {
  if (typeof value !== 'string') return wrongType('text', value)
  const text = value.trim()
  if (text.length === 0 && field.minLength > 0) return field.nullable ? good(null) : bad('field-missing', {})
  if (text.length <= field.maxLength) return good(text)
  return bad('out-of-bounds', { found: text.length, min: field.minLength, max: field.maxLength, unit: 'character' })
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

const good = (value: unknown): Verdict => ({ value, problem: null })
const bad = (code: Finding['code'], params: Finding['params']): Verdict => ({ value: null, problem: { code, params } })
const wrongType = (expected: string, value: unknown): Verdict => bad('wrong-type', { expected, found: shown(value) })

/** A value of any kind as a short text for people; never walks into it. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return value.length > 60 ? `${value.slice(0, 60)}…` : value
  if (value === null) return 'null'
  if (Array.isArray(value)) return '[…]'
  return typeof value === 'object' ? '{…}' : String(value)
}
