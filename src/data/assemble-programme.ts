import { checkReports } from '@/data/check-reports'
import { defaultPath } from '@/data/fields'
import type { NumberedBaselineRow } from '@/data/read-baseline'
import { lookupOf, refers, type Lookup } from '@/data/references'
import type { Day } from '@/domain/day'
import type { Checked, Finding } from '@/domain/finding'
import type { Plan } from '@/domain/plan'
import type { Building, Community, Programme, Provenance, Report } from '@/domain/programme'

/** Paths of the five core files, for findings. */
export type CorePaths = Record<'plan' | 'communities' | 'buildings' | 'baseline' | 'ledger', string>

export const DEFAULT_CORE_PATHS: CorePaths = {
  plan: defaultPath('plan'), communities: defaultPath('communities'), buildings: defaultPath('buildings'),
  baseline: defaultPath('baseline'), ledger: defaultPath('ledger'),
}

export interface ProgrammeParts {
  plan: Plan
  communities: readonly Community[]
  /** Null if the file could not be read: what refers to it is then left out without a finding each. */
  buildings: readonly Building[] | null
  baseline: readonly NumberedBaselineRow[] | null
  reports: readonly Report[] | null
  dataDate: Day
  provenance: Provenance
  paths?: CorePaths
  /** Findings of reading the files: what refers to a feature rejected there is left out in silence. */
  readFindings?: readonly Finding[]
}

/**
 * Put the five core datasets together and check what one says of another.
 *
 * A row that contradicts the others is left out, the rest is used; `value` is never null.
 */
export function assembleProgramme(parts: ProgrammeParts): Checked<Programme> & { value: Programme } {
  const { plan, dataDate, provenance, paths = DEFAULT_CORE_PATHS, readFindings = [] } = parts
  const findings: Finding[] = []
  const lookup = (ids: readonly string[], file: string) => lookupOf(ids, file, [...readFindings, ...findings])

  const districts = lookup(plan.districts.map(({ id }) => id), paths.plan)
  const ofCommunity = { file: paths.communities, field: 'districtId', refersTo: 'districts' }
  const communities = parts.communities.filter(({ id, districtId }) =>
    refers(districtId, districts, { ...ofCommunity, feature: id }, findings))
  const knownCommunities = lookup(communities.map(({ id }) => id), paths.communities)
  const ofBuilding = { file: paths.buildings, field: 'communityId', refersTo: 'communities' }
  const buildings = (parts.buildings ?? []).filter(({ id, communityId }) =>
    refers(communityId, knownCommunities, { ...ofBuilding, feature: id }, findings))

  const items = lookup(plan.items.map(({ code }) => code), paths.plan)
  // A rejected row may be the one that seems to be missing; it is named already.
  const isBaselineWhole = !readFindings.some((finding) => finding.severity === 'error' && finding.file === paths.baseline)
  const baseline = checkBaseline(parts.baseline ?? [], knownCommunities, items, paths.baseline, findings)
  if (parts.baseline !== null && isBaselineWhole) findings.push(...missingBaselines(communities, parts.baseline, paths.baseline))

  const reports = checkReports(parts.reports ?? [], {
    plan, dataDate, file: paths.ledger, communities: knownCommunities, items,
    milestones: lookup(plan.milestones.map(({ code }) => code), paths.plan),
    buildings: parts.buildings === null ? () => 'rejected' : lookup(buildings.map(({ id }) => id), paths.buildings),
    communityOfBuilding: new Map(buildings.map(({ id, communityId }) => [id, communityId])),
    baseline: parts.baseline === null ? null : baseline, isBaselineWhole,
  }, findings)
  return { value: { plan, communities, buildings, baseline, reports, dataDate, provenance }, findings }
}

/** The rows of the baseline whose community and item exist, the first of each pair. */
function checkBaseline(
  rows: readonly NumberedBaselineRow[], communities: Lookup, items: Lookup, file: string, findings: Finding[],
): NumberedBaselineRow[] {
  const firstRows = new Map<string, number>()
  return rows.filter(({ row, communityId, itemCode }) => {
    const place = { file, feature: `row ${row}` }
    const hasCommunity = refers(communityId, communities, { ...place, field: 'communityId', refersTo: 'communities' }, findings)
    const hasItem = refers(itemCode, items, { ...place, field: 'itemCode', refersTo: 'items' }, findings)
    if (!hasCommunity || !hasItem) return false
    const key = `${communityId} ${itemCode}`
    const first = firstRows.get(key)
    if (first === undefined) {
      firstRows.set(key, row)
      return true
    }
    const params = { community: communityId, item: itemCode, first }
    findings.push({ code: 'baseline-duplicate', severity: 'error', ...place, field: 'itemCode', params })
    return false
  })
}

/** Communities without a single row: their progress cannot be compared with a plan. */
function missingBaselines(
  communities: readonly Community[], rows: readonly NumberedBaselineRow[], file: string,
): Finding[] {
  const planned = new Set(rows.map(({ communityId }) => communityId))
  return communities.filter(({ id }) => !planned.has(id)).map(({ id, name }) => (
    { code: 'baseline-missing', severity: 'error', file, feature: id, field: 'communityId', params: { name } }
  ))
}
