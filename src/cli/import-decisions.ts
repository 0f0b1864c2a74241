import type { ImportRequest } from '@/cli/import-arguments'
import { guessMapping } from '@/data/import/guess-mapping'
import { recogniseTable } from '@/data/import/recognise-table'
import type { PlanWords } from '@/data/import/table'
import { IMPORT_TARGETS, NO_DECISIONS, type ImportDecisions, type ImportJudgement, type TableMapping } from '@/domain/import'
import type { SourceFile } from '@/domain/source-file'

/** Formats whose system is fixed; `--crs` does not change them. */
const FIXED_CRS: readonly (SourceFile['format'])[] = ['kml', 'kmz', 'gpx']

/** What the options decide before anything is judged: coordinate systems, meanings and modes, by layer. */
export function firstDecisions(
  request: ImportRequest, sources: readonly SourceFile[], remembered: readonly TableMapping[], words: PlanWords | null,
): ImportDecisions {
  const { crs, target, mode } = request
  const layers = sources.flatMap(({ name, format, layers: own }) => own.map((layer) => ({ name, format, layer })))
  return {
    ...NO_DECISIONS,
    crs: crs === null ? {} : Object.fromEntries(layers.filter(({ format }) => !FIXED_CRS.includes(format)).map(({ layer }) => [layer.id, crs])),
    mappings: target === null ? {} : Object.fromEntries(layers.map(({ name, layer }) => [layer.id, guessMapping(layer, recogniseTable(layer, name, words), remembered, words, target)])),
    removals: request.acceptsRemovals ? Object.fromEntries(IMPORT_TARGETS.map((one) => [one, true])) : {},
    modes: mode === null ? {} : Object.fromEntries(layers.map(({ layer }) => [layer.id, mode])),
  }
}

/**
 * The decisions with what the options answer of the questions that a judgement leaves open; the same object if they
 * answer nothing more. What no option answers stays open.
 */
export function nextDecisions(request: ImportRequest, { files, names, rows, changes }: ImportJudgement, decisions: ImportDecisions): ImportDecisions {
  const mappings = withUnits(request, files, decisions)
  const named = names.flatMap(({ key, name, isOpen, suggestions }): [string, string | null][] => {
    if (Object.hasOwn(decisions.names, key)) return []
    if (request.names.has(name)) return [[key, request.names.get(name)!]]
    const best = suggestions[0]
    return request.acceptsNames && isOpen && best ? [[key, best.id]] : []
  })
  const repairs = request.acceptsRepairs
    ? rows.filter(({ key, verdict, repairs: own }) => verdict === 'open' && own.length > 0 && !Object.hasOwn(decisions.repairs, key)).map(({ key }) => key) : []
  const corrections = request.acceptsCorrections
    ? changes.flatMap(({ contradicting }) => contradicting).filter((key) => !Object.hasOwn(decisions.corrections, key)) : []
  if (mappings.length + named.length + repairs.length + corrections.length === 0) return decisions
  const yes = (keys: readonly string[]) => Object.fromEntries(keys.map((key) => [key, true]))
  return {
    ...decisions, mappings: { ...decisions.mappings, ...Object.fromEntries(mappings) }, names: { ...decisions.names, ...Object.fromEntries(named) },
    repairs: { ...decisions.repairs, ...yes(repairs) }, corrections: { ...decisions.corrections, ...yes(corrections) },
  }
}

/** Mappings whose open units were given by `--units`. */
function withUnits({ units }: ImportRequest, files: ImportJudgement['files'], decisions: ImportDecisions): [string, TableMapping][] {
  if (units.size === 0) return []
  return files.flatMap(({ layers }) => layers).flatMap(({ id, mapping }): [string, TableMapping][] => {
    if (!mapping?.columns.some(({ column, unit }) => units.has(column) && units.get(column) !== unit)) return []
    if (decisions.mappings[id]?.columns.some(({ column, unit }) => units.has(column) && units.get(column) === unit)) return []
    return [[id, { ...mapping, columns: mapping.columns.map((one) => ({ ...one, unit: units.get(one.column) ?? one.unit })) }]]
  })
}
