import { tidyJson, tidyNumber } from '@/data/tidy-number'
import { writeCsv } from '@/data/write-csv'
import { collectionText, exportMarks } from '@/data/write-sites'
import type { LandAnswer } from '@/domain/land'

/** What the choice does for one residential building. Distances in metres; null: cannot be reached or not known. */
interface BuildingCoverage {
  id: string
  communityId: string | null
  /** Of the asked group; not whole, because shares are. */
  people: number | null
  households: number | null
  /** To the nearest existing facility that serves the same people. */
  distanceBeforeM: number | null
  /** To the nearest of these and the chosen sites. */
  distanceAfterM: number | null
  /** Within the radius; with limited capacity a place is not promised. */
  servedBefore: boolean
  servedAfter: boolean
  /** Chosen site that is nearest; null if an existing facility is nearer, or nothing can be reached. */
  nearestSiteId: string | null
  /** True if it could not be joined to a street: neither served nor unserved on foot, but unknown. */
  isUnroutable: boolean
  /** 2SFCA of the existing facilities, places per person; null without known capacity. */
  accessibility: number | null
}

/** Always internal: residents of a group per building are ages per building. */
const AUDIENCE = 'internal'

/** Coverage per residential building as GeoJSON points (RFC 7946, WGS84), in the order of the ids. */
export function writeCoverage(answer: LandAnswer): string {
  const { provenance, question, mode, group, choice, notes } = answer
  const features = coverageOf(answer).map((building, i) => {
    const geometry = JSON.stringify({ type: 'Point', coordinates: answer.demand.positions[i] })
    return `{"type":"Feature","id":${JSON.stringify(building.id)},"properties":${tidyJson(building)},"geometry":${geometry}}`
  })
  const members = { ...exportMarks(provenance), audience: AUDIENCE, provenance, question, mode, group, siteIds: choice.siteIds, notes }
  return collectionText(members, features)
}

/** The same as CSV for spreadsheet programs, with the position. */
export function writeCoverageCsv(answer: LandAnswer): string {
  const { disclaimer, mark } = exportMarks(answer.provenance)
  const header = [
    '编号', '小区编号', '服务人群人数（人）', '户数（户）', '选址前最近距离（m）', '选址后最近距离（m）', '选址前已覆盖', '选址后已覆盖', '最近的选中地块',
    '接不上道路', '可达性（床位或名额/人）', '经度（°）', '纬度（°）', `说明（${disclaimer}）`,
  ]
  const note = ['内部资料', ...(mark === null ? [] : [mark])].join('；')
  const yesNo = (is: boolean) => (is ? '是' : '否')
  return writeCsv(header, coverageOf(answer).map((building, i) => [
    building.id, building.communityId, building.people, building.households, building.distanceBeforeM, building.distanceAfterM,
    yesNo(building.servedBefore), yesNo(building.servedAfter), building.nearestSiteId, yesNo(building.isUnroutable), building.accessibility,
    answer.demand.positions[i]?.[0] ?? null, answer.demand.positions[i]?.[1] ?? null, note,
  ]))
}

/** Served was decided before anything is rounded. */
function coverageOf({ demand, choice }: LandAnswer): BuildingCoverage[] {
  return demand.ids.map((id, i) => ({
    id, communityId: demand.communityIds[i] ?? null, people: tidyNumber(demand.people[i]!), households: tidyNumber(demand.households[i]!),
    distanceBeforeM: tidyNumber(demand.distanceBeforeM[i]!), distanceAfterM: tidyNumber(demand.distanceAfterM[i]!),
    servedBefore: demand.isServedBefore[i] === 1, servedAfter: demand.isServedAfter[i] === 1,
    nearestSiteId: choice.siteIds[demand.nearestChosen[i]!] ?? null, isUnroutable: demand.isUnroutable[i] === 1,
    accessibility: tidyNumber(demand.accessibility[i]!),
  }))
}
