import type { Staged } from '@/data/import/stage-datasets'
import type { WorkRow } from '@/data/import/work-row'

/** Name every row as a person would: 红枫里, 红枫里 3号楼, 红枫里 3号楼 供水管网 2024-10-21. */
export function labelRows({ rows, values }: Staged): void {
  const communities = new Map((values.communities ?? []).map(({ id, name }) => [id, name]))
  const buildings = new Map((values.buildings ?? []).map(({ id, name }) => [id, name]))
  const subjects = new Map([...(values.plan?.items ?? []), ...(values.plan?.milestones ?? [])].map(({ code, shortName }) => [code, shortName]))
  for (const row of rows) row.label = labelOf(row, communities, buildings, subjects)
}

type Names = ReadonlyMap<string, string>

function labelOf({ target, draft, communityId, buildingId, recordId }: WorkRow, communities: Names, buildings: Names, subjects: Names): string {
  const say = (field: string): string => String(draft.values.get(field) ?? '')
  const community = draft.communityName ?? communities.get(communityId ?? '') ?? say('communityId')
  const building = draft.buildingName ?? buildings.get(buildingId ?? '') ?? ''
  const subject = subjects.get(say('subject') || say('itemCode')) ?? (say('subject') || say('itemCode'))
  const parts = {
    communities: [say('name') || community], buildings: [community, say('name') || building], baseline: [community, subject],
    ledger: [community, building, subject || say('kind'), say('reportedOn')],
  }
  const named = target in parts ? parts[target as keyof typeof parts] : [say('name') || community]
  return named.filter((part) => part !== '').join(' ') || recordId || ''
}
