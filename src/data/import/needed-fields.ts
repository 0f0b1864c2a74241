import type { ImportTarget } from '@/domain/import'

/** Each group: one of its fields must be there, or the target makes no sense. The first names the group. */
const NEEDED: { readonly [T in ImportTarget]: readonly (readonly string[])[] } = {
  communities: [['name', 'id']],
  buildings: [['name', 'id'], ['community', 'communityId', 'id']],
  baseline: [['community', 'communityId'], ['itemCode'], ['plannedStart'], ['plannedFinish']],
  ledger: [['community', 'communityId'], ['reportedOn']],
  'spare-spaces': [['name', 'id']],
  facilities: [['name', 'id'], ['type', 'id']],
  residences: [['households', 'id']],
  gates: [['place', 'id']],
  hazards: [['kind', 'id']],
}

/**
 * What a table of a target cannot do without and lacks: name of a field, or `report` (nothing is told), `place` (no shape).
 *
 * @param hasShapes - With shapes a building may lie in its community without naming it.
 */
export function lacksOf(target: ImportTarget, fields: ReadonlySet<string>, hasShapes: boolean): string[] {
  const has = (field: string) => fields.has(field) || (field === 'place' && (hasShapes || (fields.has('longitude') && fields.has('latitude'))))
  const lacking = NEEDED[target].filter((group) => !group.some(has) && !(hasShapes && group[0] === 'community')).map((group) => group[0]!)
  if (target === 'ledger' && !tellsSomething(fields)) lacking.push(fields.has('doneShare') ? 'subject' : 'report')
  return lacking
}

/** A ledger tells something by columns of items and milestones, or by what and how far in each row. */
function tellsSomething(fields: ReadonlySet<string>): boolean {
  if ([...fields].some((field) => field.startsWith('item:') || field.startsWith('milestone:') || field === 'stop' || field === 'resume')) return true
  return fields.has('subject') ? fields.has('doneShare') || fields.has('date') : fields.has('kind') && fields.has('date')
}
