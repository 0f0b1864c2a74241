import { unsettledFindings } from '@/data/import/unsettled-findings'
import type { JudgedLayer, WorkRow } from '@/data/import/work-row'
import type { Finding } from '@/domain/finding'
import type { FileSummary, LayerSummary } from '@/domain/import'
import type { RawRow, SourceFile } from '@/domain/source-file'

const SAMPLES = 5
const SAMPLE_LENGTH = 60

/** Every file with its layers as they were understood, and how their rows fared. */
export function summariseFiles(sources: readonly SourceFile[], layers: readonly JudgedLayer[], rows: readonly WorkRow[]): FileSummary[] {
  const byLayer = new Map<string, WorkRow[]>()
  for (const row of rows) {
    const own = byLayer.get(row.layerId)
    if (own) own.push(row)
    else byLayer.set(row.layerId, [row])
  }
  return sources.map((source) => {
    const own = layers.filter((layer) => layer.source === source)
    const summaries = own.map((layer) => summarise(layer, byLayer.get(layer.layer.id) ?? []))
    const { id, name, byteCount, format, encoding } = source
    const ofReader = unsettledFindings(source, own.flatMap((layer) => byLayer.get(layer.layer.id) ?? []))
    const findings = [...ofReader, ...own.flatMap((layer) => layer.findings)]
    return { id, name, byteCount, format, encoding, verdict: verdictOf(source, findings, summaries), findings, layers: summaries }
  })
}

/**
 * `rejected`: nothing in it can be used, or it cannot be read. `repaired`: some of it is not used as it came. A file that
 * is read well and is about something else than the datasets is accepted.
 */
function verdictOf(source: SourceFile, findings: readonly Finding[], layers: readonly LayerSummary[]): FileSummary['verdict'] {
  const count = (of: 'accepted' | 'repaired' | 'open' | 'rejected') => layers.reduce((sum, layer) => sum + layer[of], 0)
  const isBroken = source.format === null || findings.some(({ severity }) => severity === 'error')
  if (count('accepted') + count('repaired') + count('open') === 0 && (isBroken || count('rejected') > 0)) return 'rejected'
  return isBroken || count('repaired') + count('open') + count('rejected') > 0 ? 'repaired' : 'accepted'
}

function summarise({ source, layer, table, mapping, mode, openUnits, crs }: JudgedLayer, rows: readonly WorkRow[]): LayerSummary {
  const count = (verdict: WorkRow['verdict']) => rows.filter((row) => row.verdict === verdict).length
  return {
    id: layer.id, fileId: source.id, name: layer.name, rowCount: table.rows.length, geometryCounts: geometryCounts(table.rows), mapping, mode,
    headerRows: table.headerRows, totalsRows: table.totalsRows, columns: table.columns.map((column, at) => ({ column, samples: samplesOf(table.rows, at) })),
    openUnits, crs, accepted: count('accepted'), repaired: count('repaired'), open: count('open'), rejected: count('rejected'),
  }
}

function geometryCounts(rows: readonly RawRow[]): Record<string, number> {
  const counts = new Map<string, number>()
  for (const { geometry } of rows) if (geometry) counts.set(geometry.type, (counts.get(geometry.type) ?? 0) + 1)
  return Object.fromEntries(counts)
}

/** The first few different values of a column. */
function samplesOf(rows: readonly RawRow[], at: number): string[] {
  const samples = new Set<string>()
  for (const { values } of rows) {
    const value = values[at]
    if (value !== null && value !== undefined && value !== '') samples.add(String(value).slice(0, SAMPLE_LENGTH))
    if (samples.size >= SAMPLES) break
  }
  return [...samples]
}
