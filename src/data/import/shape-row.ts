import { isSameShape } from '@/analysis/repair/is-same-shape'
import { repairArea } from '@/analysis/repair/repair-area'
import { pointInside } from '@/analysis/shape/point-inside'
import type { Bounds } from '@/data/check-coordinates'
import { GEOMETRY_TYPES } from '@/data/fields'
import { fitGeometry, roundPosition } from '@/data/import/fit-geometry'
import { tell, wait, type FeatureTarget, type WorkRow } from '@/data/import/work-row'
import { geometryProblems } from '@/data/read-features'
import type { Finding } from '@/domain/finding'
import type { AreaGeometry, ImportDecisions, Repair } from '@/domain/import'
import type { Geometry } from 'geojson'

/** What repairing an area takes care of, as long as it is one of these alone. */
const REPAIRABLE: readonly Finding['code'][] = ['ring-unclosed', 'ring-too-short']

/**
 * Give a row its shape in WGS 84, repaired if need be. A shape that is already in the folder is taken from there as it is,
 * so that what a folder has is never repaired behind anybody's back.
 *
 * @param known - Shape of the record in the folder, null for a new one.
 */
export function shapeRow(row: WorkRow, target: FeatureTarget, known: Geometry | null, bounds: Bounds | null, decisions: ImportDecisions): void {
  const { layer, draft } = row
  if (draft.geometry === null || layer.toWgs84 === null || row.verdict === 'rejected') return
  const came = layer.toWgs84(fitGeometry(draft.geometry, GEOMETRY_TYPES[target]))
  if (known && isPlaceOf(came, known)) return void (row.geometry = known)
  row.geometry = came

  const isArea = came.type === 'Polygon' || came.type === 'MultiPolygon'
  const problems = geometryProblems(target, { type: 'Feature', properties: {}, geometry: came }, bounds)
  for (const { code, field, params } of problems) {
    if (!isArea || !REPAIRABLE.includes(code)) tell(row, code, 'error', field, params)
  }
  if (!isArea || problems.some(({ code }) => !REPAIRABLE.includes(code))) return
  const { geometry, repairs, problem } = repairArea(came)
  if (problem) return tell(row, 'shape-not-repairable', 'error', 'geometry', { ...problem })
  row.geometry = geometry
  // A shapefile winds its rings the other way round: there it is no fault.
  addRepairs(row, layer.source.format === 'geojson' ? repairs : repairs.filter(({ kind }) => kind !== 'winding'), came, decisions)
}

/** True for the shape of a record, and for the point that our own tables give for it: a line would become a point by it. */
export function isPlaceOf(came: Geometry, known: Geometry): boolean {
  if (isSameShape(came, known)) return true
  const point = came.type === 'Point' && known.type !== 'Point' ? pointInside(known) : null
  return point !== null && isSameShape(came, { type: 'Point', coordinates: roundPosition(point) })
}

/** Note what was done to the shape of a row. What a person could see needs a yes; without an answer the row waits. */
export function addRepairs(row: WorkRow, repairs: readonly Repair[], before: AreaGeometry, decisions: ImportDecisions): void {
  if (repairs.length === 0) return
  row.before ??= before
  row.repairs.push(...repairs)
  const told = repairs.filter(({ kind }) => kind !== 'winding')
  if (told.length > 0) tell(row, 'shape-repaired', 'warning', 'geometry', repairParams(told))
  if (row.verdict === 'accepted') row.verdict = 'repaired'
  if (repairs.every(({ isHarmless }) => isHarmless)) return
  const answer = decisions.repairs[row.key]
  if (answer === undefined) wait(row)
  else if (!answer) row.verdict = 'rejected'
}

function repairParams(repairs: readonly Repair[]): Finding['params'] {
  const [changes, shifts] = [repairs.map(({ areaChangeM2 }) => areaChangeM2), repairs.map(({ shiftM }) => shiftM)]
  const tenths = (value: number): number => Math.round(value * 10) / 10 || 0
  return {
    kinds: repairs.map(({ kind }) => kind).join(', '),
    areaChangeM2: changes.includes(null) ? '' : tenths(changes.reduce<number>((sum, change) => sum + change!, 0)),
    shiftM: shifts.includes(null) ? '' : tenths(Math.max(...shifts.map((shift) => shift!))),
  }
}
