import type { Audience } from '@/domain/manifest'

/** How one field of a record is written in a file, and who may see it. */
interface FieldBase {
  nullable: boolean
  audience: Audience
  /** True for a count of people that only a public edition leaves out (null), where there are too few to be told. */
  isSuppressible?: true
}

/** What a text names, if it is an identifier of something else. */
export type Reference = 'districts' | 'communities' | 'buildings' | 'items' | 'milestones'

export interface TextField extends FieldBase {
  kind: 'text'
  /** 0 if the text may be empty. */
  minLength: number
  maxLength: number
  refersTo: Reference | null
}

export interface NumberField extends FieldBase {
  kind: 'number' | 'integer'
  /** As printed; null for a plain count. */
  unit: string | null
  /** Smallest and largest allowed value, both included. */
  min: number
  max: number
}

/** A part of a whole, 0…1. */
export interface ShareField extends FieldBase {
  kind: 'share'
}

export interface FlagField extends FieldBase {
  kind: 'flag'
}

/** A day, written `YYYY-MM-DD`. */
export interface DayField extends FieldBase {
  kind: 'day'
}

export interface ChoiceField<V extends string = string> extends FieldBase {
  kind: 'choice'
  values: readonly V[]
}

/** A list of texts, JSON only. */
export interface TextsField extends FieldBase {
  kind: 'texts'
}

export type Field = TextField | NumberField | ShareField | FlagField | DayField | ChoiceField | TextsField

type KindOf<V> = [V] extends [boolean]
  ? FlagField
  : [V] extends [number]
    ? NumberField | ShareField | DayField
    : [V] extends [string[]]
      ? TextsField
      : string extends V
        ? TextField
        : ChoiceField<V & string>

/** The field that can hold a value of type V: kind and nullability follow from the type. */
export type FieldOf<V> = KindOf<NonNullable<V>> & { nullable: null extends V ? true : false }

/** One field for each property of a record except its geometry: forgetting one does not compile. */
export type FieldTable<T> = { readonly [K in Exclude<keyof T, 'geometry'>]-?: FieldOf<T[K]> }

const required = { nullable: false, audience: 'public' } as const

/** A text of 1…200 characters. */
export function text(maxLength = 200) {
  return { ...required, kind: 'text', minLength: 1, maxLength, refersTo: null } as const
}

/** A text that may be empty. */
export function remark(maxLength = 2000) {
  return { ...required, kind: 'text', minLength: 0, maxLength, refersTo: null } as const
}

/** The id or code of something else. */
export function reference(refersTo: Reference) {
  return { ...required, kind: 'text', minLength: 1, maxLength: 200, refersTo } as const
}

export function number(unit: string | null, min: number, max: number) {
  return { ...required, kind: 'number', unit, min, max } as const
}

export function integer(unit: string | null, min: number, max: number) {
  return { ...required, kind: 'integer', unit, min, max } as const
}

export function choice<const V extends string>(values: readonly V[]) {
  return { ...required, kind: 'choice', values } as const
}

export const share = { ...required, kind: 'share' } as const
export const flag = { ...required, kind: 'flag' } as const
export const day = { ...required, kind: 'day' } as const
export const texts = { ...required, kind: 'texts' } as const

/** The same field, but it may be missing (null). */
export function nullable<F extends Field>(field: F): Omit<F, 'nullable'> & { nullable: true } {
  return { ...field, nullable: true }
}

/** The same count, but a public edition may leave it out; everywhere else it is needed. */
export function suppressible<F extends NumberField>(field: F): Omit<F, 'nullable'> & { nullable: true; isSuppressible: true } {
  return { ...field, nullable: true, isSuppressible: true }
}

/** The same field, but never in a published copy. */
export function internal<F extends Pick<Field, 'audience'>>(field: F): Omit<F, 'audience'> & { audience: 'internal' } {
  return { ...field, audience: 'internal' }
}
