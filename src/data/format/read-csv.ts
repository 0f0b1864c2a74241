import { decodeText } from '@/data/encoding/decode-text'
import { readCsvRecords } from '@/data/format/csv-records'
import { keepRows, type RowKeeper } from '@/data/format/keep-rows'
import { LIMITS } from '@/data/limits'
import { listRows } from '@/data/format/list-rows'
import type { ReaderInput } from '@/data/format/reader'
import type { Finding } from '@/domain/finding'
import type { RawRow, RawValue, SourceFile } from '@/domain/source-file'

/** Best first: a comma may be a decimal sign, a bar may stand between the parts of a cell. */
const DELIMITERS = ['\t', ';', ',', '|']
const SAMPLE = 65_536
/** What FoxPro and other programs of DOS write behind the last line. */
const DOS_END = '\u001a'
/** Excel writes it so that other countries' spreadsheets find the delimiter. */
const DELIMITER_LINE = /^sep=([\t;,|])[\r\n]/i

/**
 * Read a table of values between commas, semicolons, tabs or bars (RFC 4180) as a grid of texts; its header is found later.
 * Row numbers are lines of the file, as an editor counts them: the line on which a record starts. Blank cells are null,
 * blank rows are left out. A quote that does not fit makes the whole file unusable, since nobody knows where cells end.
 */
export function readCsv(input: ReaderInput): SourceFile {
  const { text, fileEncoding, findings } = decodeText(input.bytes, input.name, { chosen: input.chosenEncoding })
  const file: SourceFile = { id: input.id, name: input.name, byteCount: input.bytes.length, format: 'csv', encoding: fileEncoding, layers: [], findings }
  const finding = (code: Finding['code'], severity: Finding['severity'], params: Finding['params'], feature: string | null = null): Finding =>
    ({ code, severity, file: input.name, feature, field: null, params })

  const body = text.replaceAll('\0', '')
  if (body.length < text.length) findings.push(finding('nul-characters', 'warning', { count: text.length - body.length }))
  const keeper = keepRows(input.name)
  const { rows, brokenLine, ragged } = readRecords(body.endsWith(DOS_END) ? body.slice(0, -1) : body, keeper)
  const problem = brokenLine === null ? keeper.problem() : finding('csv-broken', 'error', { row: brokenLine }, `row ${brokenLine}`)
  if (problem) return { ...file, findings: [...findings, problem] }
  if (rows.length === 0) return { ...file, findings: [...findings, finding('no-data', 'error', {})] }

  findings.push(...keeper.findings())
  if (ragged.length > 0) findings.push(finding('row-ragged', 'warning', { rows: listRows(ragged), count: ragged.length }, `row ${ragged[0]}`))
  const layer = { id: `${input.id}#0`, name: input.name, kind: 'grid' as const, columns: [], rows, merges: [], declaredCrs: null, unknownPrj: null }
  return { ...file, layers: [layer] }
}

/** Rows with the line on which each starts, up to the first quote that does not fit or limit that is passed. */
function readRecords(text: string, keeper: RowKeeper): { rows: RawRow[]; brokenLine: number | null; ragged: number[] } {
  const rows: RawRow[] = []
  const widths: number[] = []
  const stated = DELIMITER_LINE.exec(text)
  const brokenLine = readCsvRecords(text, stated?.[1] ?? delimiterOf(text.slice(0, SAMPLE)), LIMITS.columns, ({ line, cells, width }) => {
    if (stated !== null && line === 1) return true
    const before = rows.length
    const isKept = keeper.add(rows, line, cells.map(valueOf), null)
    if (rows.length > before) widths.push(width)
    return isKept
  })
  const width = commonest(widths)
  return { rows, brokenLine, ragged: rows.filter(({ values }) => values.length > width).map(({ number }) => number) }
}

const valueOf = (cell: string): RawValue => (cell.trim() === '' ? null : cell)

/** The sign that stands equally often in most lines. A header or a title alone says less: it may have none, and a cell may hold one. */
function delimiterOf(sample: string): string {
  // Of a line of quoted cells nothing is left but the signs, which may be tabs.
  const lines = withoutQuoted(sample).split(/\r\n?|\n/).filter((line) => line !== '').slice(0, 100)
  let best = { sign: ',', fitting: 0 }
  for (const sign of DELIMITERS) {
    const counts = lines.map((line) => line.split(sign).length - 1).filter((count) => count > 0)
    const common = commonest(counts)
    const fitting = counts.filter((count) => count === common).length
    if (fitting > best.fitting) best = { sign, fitting }
  }
  return best.sign
}

/** What stands outside quotes: every second piece between them. */
const withoutQuoted = (text: string): string => text.split('"').filter((_, index) => index % 2 === 0).join('')

/** The number that appears most often, the larger one of two; 0 if there is none. */
function commonest(numbers: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1)
  let best = 0
  for (const [number, count] of counts) {
    const most = counts.get(best) ?? 0
    if (count > most || (count === most && number > best)) best = number
  }
  return best
}
