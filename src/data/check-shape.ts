import { checkField, DANGEROUS_KEYS, shown, type Place } from '@/data/check-fields'
import { ownMember } from '@/data/check-structure'
import { fieldsOf } from '@/data/fields'
import type { Field, FieldOf } from '@/data/field'
import type { Finding } from '@/domain/finding'

/** How an object inside a file is written; null is allowed if `nullable`. */
export interface ObjectShape<T = object> {
  object: { readonly [K in keyof T]-?: ShapeOf<T[K]> }
  nullable: null extends T ? true : false
}

/** How a list inside a file is written; null is allowed if `nullable`. */
export interface ListShape<E = unknown, N extends boolean = false> {
  list: ShapeOf<E>
  /** Fewest and most entries, both included. */
  length: readonly [number, number]
  /** Field by which an entry is known; a second entry with the same is left out. Null: entries may repeat. */
  key: string | null
  nullable: N
}

/** The shape of a value of type T: fields, objects and lists follow from the type, so forgetting one does not compile. */
export type ShapeOf<T> = [NonNullable<T>] extends [readonly (infer E)[]]
  ? ListShape<E, null extends T ? true : false>
  : [NonNullable<T>] extends [object] ? ObjectShape<T> : FieldOf<T>

/** Any shape, for code that does not care what it is of. */
type AnyShape = Field | { object: object; nullable: boolean } | { list: unknown; length: readonly [number, number]; key: string | null; nullable: boolean }

/** Not a value: what stands there cannot be used, and a finding says why. */
export const UNUSABLE = Symbol('unusable')

/**
 * Read a nested value by its shape. Every problem is a finding with the path of its place
 * (`facilities[0].radiusM.value`); keys nobody knows are a warning.
 *
 * @returns The value with the known fields only, or `UNUSABLE` if a part of it has an error. A second entry of a key
 * in a list is left out with a finding and leaves the rest usable.
 */
export function checkShape<T>(shape: ShapeOf<T>, raw: unknown, path: string, place: Place, findings: Finding[]): T | typeof UNUSABLE {
  return checkAny(shape as unknown as AnyShape, raw, path, place, findings) as T | typeof UNUSABLE
}

function checkAny(shape: AnyShape, raw: unknown, path: string, place: Place, findings: Finding[]): unknown {
  const report = (code: Finding['code'], params: Finding['params']) => {
    findings.push({ code, severity: 'error', file: place.file, feature: place.feature, field: path === '' ? null : path, params })
    return UNUSABLE
  }
  if ('kind' in shape) {
    const { value, problem, advice } = checkField(raw, shape, path)
    if (advice) findings.push({ ...advice, severity: 'warning', file: place.file, feature: place.feature, field: path })
    return problem ? report(problem.code, problem.params) : value
  }
  if (raw === undefined || raw === null) return shape.nullable ? null : report('field-missing', {})
  if ('list' in shape) {
    if (!Array.isArray(raw)) return report('wrong-type', { expected: 'list', found: shown(raw) })
    const [min, max] = shape.length
    if (raw.length < min || raw.length > max) return report('out-of-bounds', { found: raw.length, min, max, unit: 'entry' })
    return checkEntries(shape.list as AnyShape, shape.key, raw, path, place, findings)
  }
  if (typeof raw !== 'object' || Array.isArray(raw)) return report('wrong-type', { expected: 'object', found: shown(raw) })
  return checkObject(shape.object, raw, path, place, findings)
}

function checkObject(table: object, raw: object, path: string, place: Place, findings: Finding[]): unknown {
  const below = (name: string) => (path === '' ? name : `${path}.${name}`)
  for (const key of Object.keys(raw)) {
    if (Object.hasOwn(table, key)) continue
    const code = DANGEROUS_KEYS.includes(key) ? 'dangerous-key' : 'unknown-column'
    findings.push({ code, severity: 'warning', file: place.file, feature: place.feature, field: below(shown(key)), params: {} })
  }
  const record: Record<string, unknown> = {}
  let isUsable = true
  for (const [name, shape] of fieldsOf(table)) {
    record[name] = checkAny(shape, ownMember(raw, name), below(name), place, findings)
    isUsable &&= record[name] !== UNUSABLE
  }
  return isUsable ? record : UNUSABLE
}

function checkEntries(
  shape: AnyShape, key: string | null, raw: readonly unknown[], path: string, place: Place, findings: Finding[],
): unknown {
  const entries: unknown[] = []
  const seen = new Map<unknown, number>()
  let isUsable = true
  raw.forEach((entry, index) => {
    const id = key === null ? undefined : ownMember(entry, key)
    const feature = typeof id === 'string' && id !== '' ? shown(id) : place.feature
    const value = checkAny(shape, entry, `${path}[${index}]`, { ...place, feature }, findings)
    if (value === UNUSABLE) return void (isUsable = false)
    const known = key === null ? undefined : ownMember(value, key)
    const first = seen.get(known)
    if (key === null || first === undefined) {
      seen.set(known, index + 1)
      entries.push(value)
    } else {
      const params = { first, second: index + 1 }
      findings.push({ code: 'duplicate-id', severity: 'error', file: place.file, feature, field: `${path}[${index}].${key}`, params })
    }
  })
  return isUsable ? entries : UNUSABLE
}
