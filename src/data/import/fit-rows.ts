import { fitBeside, fitInside, type Fit } from '@/analysis/repair/cut-along'
import { findNeighbours } from '@/analysis/repair/find-neighbours'
import { defaultPath } from '@/data/fields'
import { addRepairs } from '@/data/import/shape-row'
import { tell, type WorkRow } from '@/data/import/work-row'
import type { DatasetValues } from '@/data/read-dataset'
import type { Finding } from '@/domain/finding'
import type { AreaGeometry, ImportDecisions } from '@/domain/import'

/** An area that is not up for discussion: in the folder, and not drawn anew. */
export interface FixedArea {
  id: string
  geometry: AreaGeometry
}

/** Rows whose shape is new, beside what stands and beside each other: the later of two has to fit. */
export function fitAmong(rows: readonly WorkRow[], fixed: readonly FixedArea[], code: 'communities-overlap' | 'buildings-overlap', decisions: ImportDecisions): void {
  const drawn = rows.filter(hasArea)
  const areas = [...fixed.map(({ geometry }) => geometry), ...drawn.map(({ geometry }) => geometry as AreaGeometry)]
  const neighboursOf = findNeighbours(areas)
  drawn.forEach((row, i) => {
    for (const position of neighboursOf(fixed.length + i)) {
      if (position > fixed.length + i || row.verdict === 'rejected') break
      const other = drawn[position - fixed.length]
      if (other?.verdict === 'rejected') continue
      const neighbour = other ? (other.geometry as AreaGeometry) : fixed[position]!.geometry
      const fit = fitBeside(row.geometry as AreaGeometry, neighbour)
      if (!take(row, fit, decisions)) tell(row, code, 'error', 'geometry', { other: other?.label || (other?.recordId ?? fixed[position]?.id ?? ''), areaM2: tenths(fit) })
    }
  })
}

/** Buildings whose shape is new, in their communities. */
export function fitInCommunities(rows: readonly WorkRow[], outlineOf: (communityId: string) => AreaGeometry | null, decisions: ImportDecisions): void {
  for (const row of rows.filter(hasArea)) {
    const outline = row.communityId === null ? null : outlineOf(row.communityId)
    if (outline === null) continue
    const fit = fitInside(row.geometry as AreaGeometry, outline)
    if (take(row, fit, decisions) || fit.kind !== 'amiss') continue
    const params = { community: row.communityId!, distanceM: Math.round(fit.distanceM * 10) / 10, areaM2: tenths(fit) }
    tell(row, 'building-outside-community', 'error', 'geometry', params)
  }
}

/** Buildings that nobody has drawn anew and that the new outline of their community leaves outside: they stay, and are told. */
export function findLeftOutside(before: Partial<DatasetValues>, after: Partial<DatasetValues>): Finding[] {
  const outlines = new Map((before.communities ?? []).map(({ id, geometry }) => [id, geometry]))
  const redrawn = new Map((after.communities ?? []).filter(({ id, geometry }) => outlines.has(id) && outlines.get(id) !== geometry).map(({ id, geometry }) => [id, geometry]))
  const untouched = new Set((before.buildings ?? []).map(({ geometry }) => geometry))
  return (after.buildings ?? []).flatMap(({ id, communityId, geometry }): Finding[] => {
    const outline = redrawn.get(communityId)
    if (outline === undefined || !untouched.has(geometry)) return []
    const fit = fitInside(geometry, outline)
    if (fit.kind === 'fits') return []
    const params = { community: communityId, distanceM: Math.round(fit.distanceM * 10) / 10, areaM2: tenths(fit) }
    return [{ code: 'building-outside-community', severity: 'warning', file: defaultPath('buildings'), feature: id, field: 'geometry', params }]
  })
}

/** False if the row is amiss. */
function take(row: WorkRow, fit: Fit, decisions: ImportDecisions): boolean {
  if (fit.kind === 'cut') {
    const before = row.geometry as AreaGeometry
    row.geometry = fit.geometry
    addRepairs(row, [fit.repair], before, decisions)
  }
  return fit.kind !== 'amiss'
}

function hasArea({ verdict, geometry }: WorkRow): boolean {
  return verdict !== 'rejected' && (geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon')
}

const tenths = (fit: Fit): number => (fit.kind === 'fits' ? 0 : Math.round(fit.areaM2 * 10) / 10)
