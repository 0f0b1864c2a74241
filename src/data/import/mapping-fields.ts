import type { Field } from '@/data/field'
import { FEATURE_FIELDS, fieldsOf, ROW_FIELDS } from '@/data/fields'
import type { ColumnUnit, ImportTarget } from '@/domain/import'

/** What a column mapped to a field holds. */
export interface MappedField {
  kind: Field['kind'] | 'year' | 'coordinate'
  /** What may be chosen as its unit; empty if it has none. */
  units: readonly ColumnUnit[]
  values: readonly string[]
  /** True if line ends are kept. */
  isRemark: boolean
}

const AREA: readonly ColumnUnit[] = ['m2', '10k-m2', 'mu', 'hectare']
const SHARE: readonly ColumnUnit[] = ['share', 'percent']
const plain = (kind: MappedField['kind'], units: readonly ColumnUnit[] = []): MappedField => ({ kind, units, values: [], isRemark: false })
const TEXT = plain('text')
const SHARE_FIELD = plain('share', SHARE)
const DAY = plain('day')
const COORDINATE = plain('coordinate')

/** Not fields of a record: what a row is about and where it lies. */
const NAMES = ['community', 'building', 'district'] as const
const ABOUT: { readonly [T in ImportTarget]: readonly (typeof NAMES)[number][] } = {
  communities: ['district'], buildings: ['community', 'district'], baseline: ['community', 'district'], ledger: ['community', 'building', 'district'],
  'spare-spaces': ['community', 'district'], facilities: [], residences: [], gates: ['community'], hazards: [],
}
const hasPlace = (target: ImportTarget): boolean => target in FEATURE_FIELDS

const tables = new Map<ImportTarget, ReadonlyMap<string, MappedField>>()

/** The fields of a target to which a column can be mapped, by name; those that depend on the plan are not among them. */
export function mappedFields(target: ImportTarget): ReadonlyMap<string, MappedField> {
  const known = tables.get(target)
  if (known) return known
  const fields = new Map<string, MappedField>()
  const table = target === 'ledger' || target === 'baseline' ? ROW_FIELDS[target] : FEATURE_FIELDS[target]
  for (const [name, field] of fieldsOf(table)) fields.set(name, describe(name, field))
  for (const name of ABOUT[target]) fields.set(name, TEXT)
  if (hasPlace(target)) for (const name of ['longitude', 'latitude']) fields.set(name, COORDINATE)
  if (target === 'ledger') for (const name of ['stop', 'resume']) fields.set(name, DAY)
  tables.set(target, fields)
  return fields
}

function describe(name: string, field: Field): MappedField {
  switch (field.kind) {
    case 'number': case 'integer':
      if (field.unit === 'm2') return plain(field.kind, AREA)
      return field.unit === 'year' && name === 'builtYear' ? plain('year') : plain(field.kind, [field.unit === 'm' ? 'm' : 'count'])
    case 'share': return SHARE_FIELD
    case 'choice': return { ...plain('choice'), values: field.values }
    case 'text': return { ...TEXT, isRemark: field.minLength === 0 }
    default: return plain(field.kind)
  }
}

/** What a field of a mapping holds, `item:J02` and `milestone:M09` of a ledger included; null if there is no such field. */
export function mappedField(target: ImportTarget, name: string): MappedField | null {
  if (target === 'ledger' && name.startsWith('item:')) return SHARE_FIELD
  if (target === 'ledger' && name.startsWith('milestone:')) return DAY
  return mappedFields(target).get(name) ?? null
}
