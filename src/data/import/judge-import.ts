import type { Geometry } from 'geojson'
import { measureHeadline } from '@/analysis/progress/measure-headline'
import { assembleProgramme, DEFAULT_CORE_PATHS } from '@/data/assemble-programme'
import type { Projection } from '@/data/crs/projection'
import type { CurrentFolder } from '@/data/import/current-folder'
import { defaultPath } from '@/data/fields'
import { explainImport } from '@/data/import/explain-import'
import { findLeftOutside } from '@/data/import/fit-rows'
import { judgeLayer } from '@/data/import/judge-layer'
import { labelRows } from '@/data/import/label-rows'
import { stageDatasets, type Staged } from '@/data/import/stage-datasets'
import { summariseFiles } from '@/data/import/summarise-files'
import { isFeatureTarget, isUsable, type FeatureTarget, type JudgedLayer, type WorkRow } from '@/data/import/work-row'
import { writeChanges } from '@/data/import/write-changes'
import type { DatasetValues } from '@/data/read-dataset'
import type { Day } from '@/domain/day'
import type { Finding } from '@/domain/finding'
import { IMPORT_TARGETS, type Headline, type ImportDecisions, type ImportJudgement, type ImportRow, type TableMapping } from '@/domain/import'
import type { Manifest } from '@/domain/manifest'
import type { SourceFile } from '@/domain/source-file'

export interface ImportQuestion {
  sources: readonly SourceFile[]
  decisions: ImportDecisions
  current: CurrentFolder
  /** Mappings of earlier imports, the latest first. */
  remembered: readonly TableMapping[]
  projection: Projection
  /** No report may be of a later day. */
  today: Day
}

export interface ImportAnswer {
  judgement: ImportJudgement
  /** Changed files of the folder by path, the manifest included; null if nothing would change. */
  files: ReadonlyMap<string, Uint8Array> | null
}

/** So many rows are told; those that are as they were are left out first. */
const ROW_LIMIT = 2000
const NAMED_IN_DOUBT = 10

/**
 * Judge files that were brought in: what each row means, whether it can be used, and what it would change. Pure: the same
 * files, decisions and folder give the same answer.
 */
export function judgeImport({ sources, decisions, current, remembered, projection, today }: ImportQuestion): ImportAnswer {
  const { plan = null, communities = [] } = current.values
  const context = { decisions, remembered, projection, words: plan, bounds: plan?.bounds ?? null, knownCommunities: communities.map(({ geometry }) => geometry), knownPlaces: placesOf(current.values) }
  const layers = sources.flatMap((source) => source.layers.map((layer) => judgeLayer(source, layer, context)))
  const staged = stageDatasets(layers, current.values, decisions, today)
  labelRows(staged)

  const { manifest } = current
  const changed = staged.changes.filter(({ added, changed: altered, gone }) => added.length + altered.length + gone.length > 0).map(({ target }) => target)
  const dataDate = dataDateOf(manifest, staged, changed.includes('ledger'))
  const written = staged.withdrawn.length > 0 ? [...changed, 'proposed-sites' as const] : changed
  const files = changed.length === 0 ? null : writeChanges({ manifest, values: staged.values, changed: written, replaced: staged.replaced, dataDate })
  const together = changed.length === 0 ? null : judgeTogether(current, staged.values, dataDate)

  const summaries = summariseFiles(sources, layers, staged.rows)
  const openQuestionCount = countQuestions(layers, staged)
  const before = standingOf(current).headline
  const judgement: ImportJudgement = {
    files: summaries, names: staged.names, rows: toldRows(staged.rows),
    findings: eachOnce([...summaries.flatMap(({ findings }) => findings), ...staged.rows.flatMap(({ findings }) => findings), ...(together?.findings ?? []), ...findLeftOutside(current.values, staged.values), ...staged.withdrawn, ...doubtsIn(staged.changes, current.values, decisions)]),
    changes: staged.changes, comparison: explainImport(staged),
    before, after: together ? together.headline : before,
    usedRowCount: staged.rows.filter(isUsable).length, openQuestionCount, canAccept: files !== null && openQuestionCount === 0,
  }
  return { judgement, files }
}

/** Where the records of the folder are. */
function placesOf(values: Partial<DatasetValues>): Map<FeatureTarget, Map<string, Geometry>> {
  const targets = IMPORT_TARGETS.filter(isFeatureTarget)
  return new Map(targets.map((target) => [target, new Map((values[target] ?? []).map(({ id, geometry }) => [id, geometry]))]))
}

/** The last day the ledger speaks of. It does not go back while everything that was reported stays. */
function dataDateOf(manifest: Manifest, { values, replaced }: Staged, isLedgerChanged: boolean): Day {
  if (!isLedgerChanged || !values.ledger?.length) return manifest.dataDate
  const last = values.ledger.reduce((latest, { reportedOn }) => Math.max(latest, reportedOn), -Infinity)
  return replaced.includes('ledger') ? last : Math.max(last, manifest.dataDate)
}

/** What the files of the folder say against each other that they did not before, and the figures of the new data date. */
function judgeTogether(current: CurrentFolder, after: Partial<DatasetValues>, dataDate: Day) {
  const then = assemble(current.manifest, after, dataDate)
  if (!then) return { findings: [], headline: null }
  const { findings } = standingOf(current)
  return { findings: then.findings.filter((finding) => !findings.has(JSON.stringify(finding))), headline: measureHeadline(then.value) }
}

interface Standing {
  headline: Headline | null
  /** As JSON, to compare with. */
  findings: ReadonlySet<string>
}

/** The folder does not change between two answers of a person: what it is without the import is worked out once. */
const standings = new WeakMap<CurrentFolder, Standing>()

function standingOf(current: CurrentFolder): Standing {
  const known = standings.get(current)
  if (known) return known
  const findings = assemble(current.manifest, current.values, current.manifest.dataDate)?.findings ?? []
  const standing = { headline: current.programme && measureHeadline(current.programme), findings: new Set(findings.map((finding) => JSON.stringify(finding))) }
  standings.set(current, standing)
  return standing
}

function assemble(manifest: Manifest, values: Partial<DatasetValues>, dataDate: Day) {
  const { plan, communities, buildings = null, baseline = null, ledger = null } = values
  if (!plan || !communities) return null
  const paths = { ...DEFAULT_CORE_PATHS, ...Object.fromEntries(manifest.files.map(({ id, path }) => [id, path])) }
  return assembleProgramme({ plan, communities, buildings, baseline, reports: ledger, dataDate, provenance: manifest.provenance, paths })
}

/** What a person has to answer: names, coordinate systems, units, and rows that wait for a yes of their own. */
function countQuestions(layers: readonly JudgedLayer[], { names, rows }: Staged): number {
  const ofLayers = layers.reduce((sum, { mapping, crs, openUnits }) => sum + (mapping ? openUnits.length + Number(crs.isOpen) : 0), 0)
  const ofNames = names.filter(({ isOpen }) => isOpen).length
  return ofLayers + ofNames + rows.filter(isOwnQuestion).length
}

/** Records that a replacing file does not name, while a refused row may mean them: told, whatever becomes of them. */
function doubtsIn(changes: Staged['changes'], before: Partial<DatasetValues>, decisions: ImportDecisions): Finding[] {
  return changes.filter(({ inDoubt }) => inDoubt.length > 0).map(({ target, inDoubt }) => {
    const names = new Map((isFeatureTarget(target) ? before[target] ?? [] : []).map((record) => [record.id, 'name' in record ? record.name : null]))
    const params = { count: inDoubt.length, found: inDoubt.slice(0, NAMED_IN_DOUBT).map((id) => names.get(id) ?? id).join(', '), isRemoved: decisions.removals[target] === true ? 'yes' : 'no' }
    return { code: 'removal-in-doubt', severity: 'warning', file: defaultPath(target), feature: null, field: null, params }
  })
}

/** A row of a wide table makes several records, and what is wrong with the row would be told for each. */
function eachOnce(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()]
}

/** A row that waits for a yes to its repair or correction, not for its layer, its name or another row. */
function isOwnQuestion({ verdict, layer, findings, repairs }: WorkRow): boolean {
  if (verdict !== 'open' || layer.isOpen) return false
  return repairs.some(({ isHarmless }) => !isHarmless) || findings.some(({ code }) => code === 'correction-needed')
}

function toldRows(rows: readonly WorkRow[]): ImportRow[] {
  const isPlain = ({ verdict, change, findings }: WorkRow): boolean => verdict === 'accepted' && (change === 'same' || change === null) && findings.length === 0
  let room = ROW_LIMIT - rows.filter((row) => !isPlain(row)).length
  return rows.filter((row) => !isPlain(row) || room-- > 0).map(tellRow)
}

function tellRow({ key, layerId, target, number, recordId, label, verdict, findings, geometry, before, repairs, change, changedFields }: WorkRow): ImportRow {
  return { key, layerId, target, number, recordId, label, verdict, findings, geometry, before, repairs, change: verdict === 'rejected' ? null : change, changedFields }
}

