import { mappedField, mappedFields } from '@/data/import/mapping-fields'
import type { ColumnUnit, ImportTarget } from '@/domain/import'
import type { Plan } from '@/domain/plan'

/** What a column can be beside the fields of its dataset: names that lead to an id, and a place. */
const NAMES: readonly string[] = ['community', 'building', 'district', 'longitude', 'latitude']

/** Names and places that a column of this target may hold. */
export const nameFields = (target: ImportTarget): readonly string[] => [...mappedFields(target).keys()].filter((name) => NAMES.includes(name))

/** Fields of a dataset that a column may hold, in the order of its table. */
export const targetFields = (target: ImportTarget): readonly string[] => [...mappedFields(target).keys()].filter((name) => !NAMES.includes(name))

/** Of a ledger with one row per community: each item and each milestone may have a column of its own. */
export function planFields(target: ImportTarget, plan: Plan | null): readonly string[] {
  if (target !== 'ledger' || !plan) return []
  return [...plan.items.map(({ code }) => `item:${code}`), ...plan.milestones.map(({ code }) => `milestone:${code}`)]
}

/** Units in which a field may be written; empty if it has none. With two or more a person may have to be asked. */
export const unitsOf = (target: ImportTarget, field: string | null): readonly ColumnUnit[] => (field === null ? [] : mappedField(target, field)?.units ?? [])
