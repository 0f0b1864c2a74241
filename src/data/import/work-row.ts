import type { Geometry } from 'geojson'
import type { FeatureDatasetId } from '@/data/fields'
import { refusedFeatures } from '@/data/format/refused-features'
import type { DraftRow, Table } from '@/data/import/table'
import type { ImportMode, ImportRow, ImportTarget, LayerSummary, TableMapping } from '@/domain/import'
import type { Finding } from '@/domain/finding'
import type { RawLayer, SourceFile } from '@/domain/source-file'

/** Targets with a shape each. */
export type FeatureTarget = Extract<ImportTarget, FeatureDatasetId>

export const isFeatureTarget = (target: ImportTarget): target is FeatureTarget => target !== 'baseline' && target !== 'ledger'

/** A layer with all that is known of its meaning. */
export interface JudgedLayer {
  source: SourceFile
  layer: RawLayer
  table: Table
  mapping: TableMapping | null
  mode: ImportMode
  crs: LayerSummary['crs']
  openUnits: readonly string[]
  findings: readonly Finding[]
  /** A question about the whole layer is open: its rows wait. */
  isOpen: boolean
  /** It cannot be used as it is: its rows are left out. */
  isBlocked: boolean
  drafts: readonly DraftRow[]
  /** To WGS 84, rounded; null without a system. */
  toWgs84: (<G extends Geometry>(geometry: G) => G) | null
}

/** One row on its way; it is filled in from step to step. */
export interface WorkRow extends Omit<ImportRow, 'findings' | 'repairs' | 'changedFields'> {
  layer: JudgedLayer
  draft: DraftRow
  findings: Finding[]
  repairs: ImportRow['repairs'][number][]
  changedFields: ImportRow['changedFields'][number][]
  communityId: string | null
  buildingId: string | null
  districtId: string | null
  /** The known name that comes nearest to that of a new record, if any does. */
  nearest?: string
}

/** True while a row may still be used: neither left out nor waiting for an answer. */
export const isUsable = ({ verdict }: Pick<ImportRow, 'verdict'>): boolean => verdict === 'accepted' || verdict === 'repaired'

/** True for a row that is not used, whatever is answered. */
export const isLeftOut = ({ verdict }: Pick<ImportRow, 'verdict'>): boolean => verdict === 'rejected'

/** A file of which nothing can be used puts nothing in the place of what is there, and takes nothing away. */
export const replacesAnything = (rows: readonly WorkRow[]): boolean => rows.some((row) => !isLeftOut(row))

/** A finding about a row; `error` leaves the row out. */
export function tell(row: WorkRow, code: Finding['code'], severity: Finding['severity'], field: string | null, params: Finding['params']): void {
  row.findings.push({ code, severity, ...placeOf(row), field, params })
  if (severity === 'error') row.verdict = 'rejected'
}

/** The row waits for an answer, unless it is left out already. */
export function wait(row: WorkRow): void {
  if (row.verdict !== 'rejected') row.verdict = 'open'
}

/** Where a row stands, as a person counts. */
export function placeOf({ layer, number }: Pick<WorkRow, 'layer' | 'number'>): { file: string; feature: string } {
  return { file: layer.source.name, feature: `${layer.layer.kind === 'grid' ? 'row' : 'feature'} ${number}` }
}

const refused = new WeakMap<object, ReadonlySet<number>>()

/** What the reader found wrong with single features, counted once per file. */
function refusedOf(source: JudgedLayer['source']): ReadonlySet<number> {
  const known = refused.get(source) ?? refusedFeatures(source)
  refused.set(source, known)
  return known
}

/** A row before anything is known about whom it concerns. */
export function startRow(layer: JudgedLayer, target: ImportTarget, draft: DraftRow): WorkRow {
  const isLeftOut = layer.isBlocked || (layer.layer.kind === 'features' && refusedOf(layer.source).has(draft.number)) || draft.findings.some(({ severity, code }) => severity === 'error' && code !== 'unit-ambiguous')
  return {
    key: `${layer.layer.id}:${draft.number}${draft.part === '' ? '' : `:${draft.part}`}`, layerId: layer.layer.id, layer, target, draft, number: draft.number,
    recordId: null, communityId: null, buildingId: null, districtId: null, label: '', verdict: isLeftOut ? 'rejected' : layer.isOpen ? 'open' : 'accepted',
    findings: [...draft.findings], geometry: null, before: null, repairs: [], change: null, changedFields: [],
  }
}
