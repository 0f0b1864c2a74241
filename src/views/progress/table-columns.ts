import type { Facility, Road, SpareSpace } from '@/domain/place'
import type { Building, Community } from '@/domain/programme'
import type { BuildingProgress, CommunityProgress } from '@/domain/progress'
import type { Text } from '@/i18n/zh'
import type { Column } from '@/ui/DataTable.vue'
import { formatCount, formatDate, formatDeviation, formatPercent, UNKNOWN } from '@/ui/format'

/** Rows and columns of the tables: one list for screen, screen reader and CSV. */
export interface CommunityRow { id: string; community: Community; district: string; progress: CommunityProgress; cause: string }
export interface BuildingRow { id: string; building: Building; community: string; progress: BuildingProgress }

const percentOf = (share: number | null): number | null => (share === null ? null : Math.round(share * 1000) / 10)

export function communityColumns(text: Text): Column<CommunityRow>[] {
  const t = text.table.columns
  return [
    { id: 'name', title: t.name, value: (r) => r.community.name, text: (r) => r.community.name },
    { id: 'lamp', title: t.lamp, value: (r) => r.progress.lamp, text: (r) => (r.progress.lamp ? text.lamps[r.progress.lamp] : text.lamps.unknown) },
    { id: 'actual', title: `${t.actual} %`, isNumeric: true, value: (r) => percentOf(r.progress.actualShare), text: (r) => formatPercent(r.progress.actualShare) },
    { id: 'planned', title: `${t.planned} %`, isNumeric: true, value: (r) => percentOf(r.progress.plannedShare), text: (r) => formatPercent(r.progress.plannedShare) },
    { id: 'gap', title: `${t.gap} (${text.unit.points})`, isNumeric: true, value: (r) => percentOf(r.progress.gapShare === null ? null : -r.progress.gapShare), text: (r) => formatDeviation(r.progress.gapShare) },
    { id: 'behindDays', title: t.behindDays, isNumeric: true, value: (r) => (r.progress.behindDays === null ? null : Math.round(r.progress.behindDays)), text: (r) => formatCount(r.progress.behindDays) },
    { id: 'cause', title: t.cause, value: (r) => r.cause, text: (r) => r.cause },
    { id: 'stage', title: t.stage, value: (r) => text.stage[r.progress.stage], text: (r) => text.stage[r.progress.stage] },
    { id: 'district', title: t.district, value: (r) => r.district, text: (r) => r.district },
    { id: 'neighbourhood', title: t.neighbourhood, value: (r) => r.community.neighbourhood, text: (r) => r.community.neighbourhood },
    { id: 'class', title: t.class, value: (r) => r.progress.mainClass, text: (r) => (r.progress.mainClass ? text.itemClass[r.progress.mainClass] : UNKNOWN) },
    { id: 'buildings', title: t.buildings, isNumeric: true, value: (r) => r.community.buildingCount, text: (r) => formatCount(r.community.buildingCount) },
    { id: 'households', title: t.households, isNumeric: true, value: (r) => r.community.households, text: (r) => formatCount(r.community.households) },
    { id: 'area', title: t.area, isNumeric: true, value: (r) => r.community.floorAreaM2, text: (r) => formatCount(r.community.floorAreaM2) },
    { id: 'lastReport', title: t.lastReport, value: (r) => formatDate(r.progress.lastReportedOn), text: (r) => formatDate(r.progress.lastReportedOn) },
    { id: 'provenance', title: t.provenance, value: (r) => text.provenance[r.community.provenance], text: (r) => text.provenance[r.community.provenance] },
  ]
}

export function buildingColumns(text: Text): Column<BuildingRow>[] {
  const t = text.table.columns
  return [
    { id: 'name', title: t.name, value: (r) => r.building.id, text: (r) => `${r.community} ${r.building.name}` },
    { id: 'actual', title: `${t.actual} %`, isNumeric: true, value: (r) => percentOf(r.progress.actualShare), text: (r) => formatPercent(r.progress.actualShare) },
    { id: 'planned', title: `${t.planned} %`, isNumeric: true, value: (r) => percentOf(r.progress.plannedShare), text: (r) => formatPercent(r.progress.plannedShare) },
    { id: 'basis', title: t.basis, value: (r) => basis(text, r), text: (r) => basis(text, r) },
    { id: 'finished', title: t.finished, value: (r) => Number(r.progress.isFinished), text: (r) => (r.progress.isFinished ? text.table.yes : text.table.no) },
    { id: 'floors', title: t.floors, isNumeric: true, value: (r) => r.building.floors, text: (r) => formatCount(r.building.floors) },
    { id: 'stairwells', title: t.stairwells, isNumeric: true, value: (r) => r.building.stairwells, text: (r) => formatCount(r.building.stairwells) },
    { id: 'households', title: t.households, isNumeric: true, value: (r) => r.building.households, text: (r) => formatCount(r.building.households) },
    { id: 'area', title: t.area, isNumeric: true, value: (r) => r.building.floorAreaM2, text: (r) => formatCount(r.building.floorAreaM2) },
    { id: 'provenance', title: t.provenance, value: (r) => text.provenance[r.building.provenance], text: (r) => text.provenance[r.building.provenance] },
  ]
}

function basis(text: Text, { progress }: BuildingRow): string {
  return progress.usesCommunityShare ? text.table.communityShare : text.table.ownItems
}

export function spareSpaceColumns(text: Text, communityName: (id: string | null) => string): Column<SpareSpace>[] {
  const t = text.table.columns
  return [
    { id: 'name', title: t.name, value: (r) => r.name, text: (r) => r.name },
    { id: 'kind', title: t.kind, value: (r) => text.spareSpaceKind[r.kind], text: (r) => text.spareSpaceKind[r.kind] },
    { id: 'areaM2', title: t.areaM2, isNumeric: true, value: (r) => r.registeredAreaM2, text: (r) => formatCount(r.registeredAreaM2) },
    { id: 'community', title: t.community, value: (r) => communityName(r.communityId), text: (r) => communityName(r.communityId) },
    { id: 'published', title: t.published, value: (r) => Number(r.published), text: (r) => (r.published ? text.table.yes : text.table.no) },
    { id: 'provenance', title: t.provenance, value: (r) => text.provenance[r.provenance], text: (r) => text.provenance[r.provenance] },
  ]
}

export function facilityColumns(text: Text): Column<Facility>[] {
  const t = text.table.columns
  return [
    { id: 'name', title: t.name, value: (r) => r.name, text: (r) => r.name },
    { id: 'kind', title: t.kind, value: (r) => text.facilityType[r.type], text: (r) => text.facilityType[r.type] },
    { id: 'areaM2', title: t.areaM2, isNumeric: true, value: (r) => r.floorAreaM2, text: (r) => formatCount(r.floorAreaM2) },
    { id: 'provenance', title: t.provenance, value: (r) => text.provenance[r.provenance], text: (r) => text.provenance[r.provenance] },
  ]
}

export function roadColumns(text: Text): Column<Road>[] {
  const t = text.table.columns
  return [
    { id: 'name', title: t.name, value: (r) => r.name, text: (r) => r.name ?? UNKNOWN },
    { id: 'roadClass', title: t.roadClass, value: (r) => text.roadClass[r.class], text: (r) => text.roadClass[r.class] },
    { id: 'provenance', title: t.provenance, value: (r) => text.provenance[r.provenance], text: (r) => text.provenance[r.provenance] },
  ]
}
