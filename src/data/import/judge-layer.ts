import type { Geometry, Position } from 'geojson'
import type { Bounds } from '@/data/check-coordinates'
import { GEOMETRY_TYPES } from '@/data/fields'
import { judgeCrs } from '@/data/crs/judge-crs'
import { measureSample } from '@/data/crs/measure-sample'
import type { Projection } from '@/data/crs/projection'
import { rankCrs } from '@/data/crs/rank-crs'
import { transformGeometry } from '@/data/crs/transform-geometry'
import { checkMapping, findOpenUnits } from '@/data/import/check-mapping'
import { roundPosition } from '@/data/import/fit-geometry'
import { subjectFinder } from '@/data/import/find-subject'
import { findFields } from '@/data/import/find-fields'
import { guessMapping } from '@/data/import/guess-mapping'
import { isOtherDataset } from '@/data/import/other-dataset'
import { readRecords } from '@/data/import/read-records'
import { recogniseTable } from '@/data/import/recognise-table'
import type { DraftRow, PlanWords, Table } from '@/data/import/table'
import { titleYearFindings } from '@/data/import/title-year'
import { isPlaceOf } from '@/data/import/shape-row'
import { isFeatureTarget, type FeatureTarget, type JudgedLayer } from '@/data/import/work-row'
import type { CrsChoice } from '@/domain/crs'
import type { Finding, FindingCode } from '@/domain/finding'
import type { AreaGeometry, ImportDecisions, TableMapping } from '@/domain/import'
import type { RawLayer, SourceFile } from '@/domain/source-file'

/** What layers are judged by. */
export interface LayerContext {
  decisions: ImportDecisions
  remembered: readonly TableMapping[]
  projection: Projection
  words: PlanWords | null
  bounds: Bounds | null
  knownCommunities: readonly AreaGeometry[]
  /** Shapes of the records in the folder, by dataset and id. */
  knownPlaces: ReadonlyMap<FeatureTarget, ReadonlyMap<string, Geometry>>
}

/** What somebody has decided, else what the table looks like. Only said what it is about: its columns are found for that. */
function mappingOf(layer: RawLayer, table: Table, { decisions, remembered, words }: LayerContext): TableMapping | null {
  const decided = Object.hasOwn(decisions.mappings, layer.id) ? decisions.mappings[layer.id]! : undefined
  if (decided === undefined) return guessMapping(layer, table, remembered, words)
  return decided && decided.columns.length === 0 ? guessMapping(layer, table, remembered, words, decided.target) ?? decided : decided
}

/** A layer with header, meaning, units and coordinate system, as far as the file and the decisions tell. */
export function judgeLayer(source: SourceFile, layer: RawLayer, context: LayerContext): JudgedLayer {
  const { decisions, words } = context
  const table = recogniseTable(layer, source.name, words)
  const mapping = mappingOf(layer, table, context)
  const openUnits = mapping ? findOpenUnits(table, mapping) : []
  const ofMapping = mapping ? [...checkMapping(table, mapping, source.name, subjectFinder(words)), ...titleYearFindings(table, mapping, source.name)] : []
  const read = (mapping ? readRecords(table, mapping, words, source.name) : []).map((draft) => withoutAsked(draft, openUnits))
  // A point in a table says where an area is, not what shape it has.
  const isPointOfArea = mapping !== null && layer.kind === 'grid' && isFeatureTarget(mapping.target) && GEOMETRY_TYPES[mapping.target].includes('Polygon' as never)
  const drafts = isPointOfArea ? read.map((draft) => ({ ...draft, geometry: null })) : read
  const place = judgePlace(source, layer, drafts, context, mapping && isFeatureTarget(mapping.target) ? context.knownPlaces.get(mapping.target) : undefined)
  // A unit is a question, not a fault: the rows wait for it.
  const isBlocked = ofMapping.some(({ severity, code }) => severity === 'error' && code !== 'unit-ambiguous')
  return {
    source, layer, table, mapping, mode: decisions.modes[layer.id] ?? 'update', crs: place.crs, openUnits, drafts, isBlocked,
    findings: [...tableFindings(table, mapping), ...(Object.hasOwn(decisions.mappings, layer.id) ? [] : untold(source, layer, table, mapping)), ...ofMapping, ...place.findings],
    isOpen: openUnits.length > 0 || place.crs.isOpen,
    toWgs84: place.crs.choice && !place.crs.isOpen ? converter(place.crs.choice, context.projection) : null,
  }
}

/** What stands in a table matters if it is used; a header that it has not, if nobody has said what its columns are. */
function tableFindings({ findings }: Table, mapping: TableMapping | null): Finding[] {
  return mapping ? findings.filter(({ code }) => code !== 'header-not-found') : []
}

/** What is asked once of a column is not told again of each of its cells. */
function withoutAsked(draft: DraftRow, openUnits: readonly string[]): DraftRow {
  if (openUnits.length === 0) return draft
  return { ...draft, findings: draft.findings.filter(({ code, field }) => code !== 'unit-ambiguous' || field === null || !openUnits.includes(field)) }
}

/** Columns of the sheet that says what a workbook of ours is. */
const ABOUT_COLUMNS = ['项目/内容', 'Entry/Content']

/** Nothing of the layer is used because nobody can tell what it is about: that is said, unless it is clear why. */
function untold(source: SourceFile, layer: RawLayer, table: Table, mapping: TableMapping | null): Finding[] {
  const findingOf = (code: FindingCode, params: Finding['params']): Finding[] => [{ code, severity: 'warning', file: source.name, feature: null, field: null, params }]
  if (layer.kind === 'grid' && layer.rows.length > 0 && table.rows.length === 0 && (!mapping || table.findings.length === 0)) return findingOf('no-data', {})
  if (mapping) return []
  const headerless = table.findings.filter(({ code }) => code === 'header-not-found')
  if (headerless.length > 0) return headerless
  const types = new Set(table.rows.flatMap(({ geometry }) => geometry?.type ?? []))
  const isKnown = isOtherDataset(table.columns, types) || ABOUT_COLUMNS.includes(table.columns.join('/'))
  if (table.rows.length === 0 || isKnown) return []
  return findingOf('target-unknown', { layer: source.layers.length > 1 ? layer.name : '', looksLike: looksLike(table.columns, types) })
}

/** What a table without a meaning is at first sight: corners of a boundary, or named places of some kind. */
function looksLike(columns: readonly string[], types: ReadonlySet<string>): 'corners' | 'places' | '' {
  const fields = new Set(columns.flatMap((column) => findFields('facilities', column, false).map(({ field }) => field)))
  const hasPlace = types.has('Point') || (fields.has('longitude') && fields.has('latitude'))
  if (hasPlace && columns.some((column) => /点号|界址点|拐点|边长/.test(column))) return 'corners'
  return hasPlace && fields.has('name') ? 'places' : ''
}

function judgePlace(
  source: SourceFile, layer: RawLayer, drafts: readonly DraftRow[], { decisions, projection, bounds, knownCommunities }: LayerContext,
  knownPlaces: ReadonlyMap<string, Geometry> | undefined,
): Pick<JudgedLayer, 'crs' | 'findings'> {
  const geometries = drafts.flatMap(({ geometry }) => geometry ?? [])
  if (geometries.length === 0) return { crs: { choice: null, by: 'unknown', isOpen: false, candidates: [] }, findings: [] }
  const chosen = decisions.crs[layer.id] ?? null
  const candidates = rankCrs({ geometries, knownCommunities, bounds, projection, always: [layer.declaredCrs?.choice, chosen] })
  // Positions that are none are told of each row; no system would help them.
  if (candidates.length === 0 && measureSample(geometries, geometries.length).length === 0) {
    return { crs: { choice: chosen ?? layer.declaredCrs?.choice ?? WGS84, by: 'standard', isOpen: false, candidates }, findings: [] }
  }
  // A file of our own records, each in its very place: that is no guess.
  const stated = layer.declaredCrs?.choice ?? WGS84
  if (!chosen && layer.unknownPrj === null && areInPlace(drafts, knownPlaces, converter(stated, projection))) {
    return { crs: { choice: stated, by: layer.declaredCrs?.by ?? 'standard', isOpen: false, candidates }, findings: [] }
  }
  const { choice, by, isOpen, findings } = judgeCrs({ candidates, layer, chosen, bounds, file: source.name })
  return { crs: { choice, by, isOpen, candidates }, findings }
}

const WGS84: CrsChoice = { crs: 'EPSG:4326', isSwapped: false }

/** True if every place is that of the record in the folder with the same id. */
function areInPlace(drafts: readonly DraftRow[], known: ReadonlyMap<string, Geometry> | undefined, toWgs84: (geometry: Geometry) => Geometry): boolean {
  if (!known) return false
  return drafts.every(({ geometry, values }) => {
    const place = known.get(String(values.get('id')))
    return geometry !== null && place !== undefined && isPlaceOf(toWgs84(geometry), place)
  })
}

function converter(choice: CrsChoice, projection: Projection): <G extends Geometry>(geometry: G) => G {
  const convert = projection.toWgs84(choice)
  const toFolder = (position: Position): Position => roundPosition(convert(position))
  return (geometry) => transformGeometry(geometry, toFolder)
}
