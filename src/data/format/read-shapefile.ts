import { DANGEROUS_KEYS } from '@/data/check-fields'
import { parsePrj } from '@/data/crs/parse-prj'
import { encodingFindings } from '@/data/encoding/decode-text'
import { encodingOfCpg } from '@/data/encoding/encoding-label'
import { keepRows } from '@/data/format/keep-rows'
import { listRows } from '@/data/format/list-rows'
import { readDbf, type DbfTable } from '@/data/format/read-dbf'
import { readShp, type Shape } from '@/data/format/read-shp'
import type { ReaderInput } from '@/data/format/reader'
import type { Finding } from '@/domain/finding'
import type { RawLayer, RawRow, RawValue, SourceFile } from '@/domain/source-file'

/** More text than this is no description of a system. */
const MAX_PRJ = 20_000

type Problem = Pick<Finding, 'code' | 'params'>

/**
 * Read a shapefile: the `.shp` as the file itself, `.dbf`, `.prj` and `.cpg` as companions; the `.shx` is not needed.
 * Without `.dbf` there are shapes without columns. A `.dbf` alone (as the file itself, under its own name) is a table.
 *
 * All or nothing: if one part is shorter than its header promises, nothing of the shapefile is used.
 */
export function readShapefile(input: ReaderInput): SourceFile {
  const { id, name, bytes, companions } = input
  const isTable = /\.dbf$/i.test(name)
  const byteCount = [...companions.values()].reduce((sum, part) => sum + part.length, bytes.length)
  const answer = (layers: readonly RawLayer[], findings: readonly Finding[], table: DbfTable | null): SourceFile => (
    { id, name, byteCount, format: 'shapefile', encoding: table?.encoding.fileEncoding ?? null, layers, findings })
  const finding = (severity: Finding['severity'], { code, params }: Problem, feature: string | null = null, field: string | null = null): Finding =>
    ({ code, severity, file: name, feature, field, params })

  const shapes = isTable ? null : readShp(bytes)
  if (shapes && !Array.isArray(shapes)) return answer([], [finding('error', shapes)], null)
  const tableBytes = isTable ? bytes : companions.get('dbf')
  const cpg = companions.get('cpg')
  const table = tableBytes ? readDbf(tableBytes, { chosen: input.chosenEncoding, declared: cpg ? encodingOfCpg(cpg) : null }) : null
  if (table && !('rows' in table)) return answer([], [finding('error', table)], null)
  if (shapes && table && shapes.length !== table.rows.length) {
    return answer([], [finding('error', { code: 'shapefile-broken', params: { problem: 'count', expected: shapes.length, found: table.rows.length } })], table)
  }

  const findings: Finding[] = []
  if (!table || !shapes) findings.push(finding('warning', { code: 'shapefile-part-missing', params: { part: table ? 'shp' : 'dbf' } }))
  if (table) findings.push(...encodingFindings(table.encoding, table.damagedCount, name))
  const unread = table?.unreadColumns ?? []
  if (unread.length > 0) findings.push(finding('warning', { code: 'dbf-broken', params: { problem: 'type', places: unread.length } }, null, listRows(unread)))
  shapes?.forEach(({ problem }, i) => problem && findings.push(finding('error', problem, `feature ${i + 1}`, 'geometry')))
  const joined = joinRows(name, shapes, table)
  if (!Array.isArray(joined.rows)) return answer([], [joined.rows], table)
  if (joined.rows.length === 0) findings.push(finding('warning', { code: 'no-data', params: {} }))
  const layer: RawLayer = { id: `${id}#0`, name, kind: 'features', columns: joined.columns, rows: joined.rows, merges: [], ...crsOf(companions.get('prj')) }
  return answer([layer], [...findings, ...joined.findings], table)
}

/** Shapes with their attributes. Records that are deleted in the table are left out, numbers stay as they are. */
function joinRows(file: string, shapes: readonly Shape[] | null, table: DbfTable | null): { columns: string[]; rows: RawRow[] | Finding; findings: Finding[] } {
  const keeper = keepRows(file)
  const rows: RawRow[] = []
  const kept = (table?.columns ?? []).map((column, place) => ({ column, place })).filter(({ column }) => !DANGEROUS_KEYS.includes(column))
  const count = shapes?.length ?? table?.rows.length ?? 0
  for (let i = 0; i < count; i++) {
    const record = table ? table.rows[i]! : []
    if (record === null) continue
    const values: RawValue[] = table ? kept.map(({ place }) => record[place] ?? null) : []
    const before = rows.length
    if (!keeper.add(rows, i + 1, values, shapes?.[i]!.geometry ?? null)) break
    // A null shape without attributes is a feature still.
    if (rows.length === before) rows.push({ number: i + 1, values: [], geometry: null })
  }
  const dangerous = (table?.columns ?? []).filter((column) => DANGEROUS_KEYS.includes(column))
  const findings = dangerous.map((field): Finding => ({ code: 'dangerous-key', severity: 'warning', file, feature: null, field, params: {} }))
  return { columns: kept.map(({ column }) => column), rows: keeper.problem() ?? rows, findings: [...findings, ...keeper.findings()] }
}

function crsOf(prj: Uint8Array | undefined): Pick<RawLayer, 'declaredCrs' | 'unknownPrj'> {
  const text = prj ? new TextDecoder().decode(prj.subarray(0, MAX_PRJ)).trim() : ''
  const choice = text === '' ? null : parsePrj(text).choice
  return { declaredCrs: choice && { choice, by: 'prj' }, unknownPrj: choice || text === '' ? null : text }
}
