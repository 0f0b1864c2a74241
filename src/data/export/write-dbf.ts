import { partsOfDay, type Day } from '@/domain/day'

/** `text` C, `number` N, `day` D, `flag` L. */
export interface DbfColumn {
  /** At most ten bytes of ASCII, see `dbfNames`. */
  name: string
  kind: 'text' | 'number' | 'day' | 'flag'
}
/** Days as whole days since 1970. Null is written as blanks, an unknown flag as `?`; never as 0. */
export type DbfCell = string | number | boolean | null

/** A text that was too long for its column. Rows and columns count from 0. */
export interface CutCell {
  row: number
  column: number
  bytes: number
}

/** What one text column can hold, bytes of UTF-8. */
export const MAX_TEXT_BYTES = 254
/** A double has at most 17 digits, a sign, a point. */
const MAX_NUMBER_BYTES = 20
const MAX_DECIMALS = 15
/** Columns are no narrower, so that somebody who edits the table can write more into them. */
const MIN_BYTES = { text: 40, number: 10, day: 8, flag: 1 } as const
const HEADER_BYTES = 32
const FIELD_BYTES = 32
const END_OF_HEADER = 0x0d
const END_OF_FILE = 0x1a
const BLANK = 0x20
const TYPE_OF = { text: 'C', number: 'N', day: 'D', flag: 'L' } as const

/**
 * A dBASE III table in UTF-8 (its `.cpg` has to say so). Text longer than 254 bytes is cut between two characters and
 * named in `cut`; a number has as many decimals as its column needs. `writtenOn` stands in the header instead of today.
 */
export function writeDbf(columns: readonly DbfColumn[], rows: readonly (readonly DbfCell[])[], writtenOn: Day): { bytes: Uint8Array; cut: CutCell[] } {
  const encoder = new TextEncoder()
  const cut: CutCell[] = []
  const decimals = columns.map(({ kind }, c) => (kind === 'number' ? rows.reduce((most, row) => Math.max(most, decimalsOf(row[c] ?? null)), 0) : 0))
  const cells = rows.map((row, r) => columns.map(({ kind }, c) => {
    const bytes = encoder.encode(cellText(row[c] ?? null, kind, decimals[c]!))
    if (bytes.length <= MAX_TEXT_BYTES) return bytes
    cut.push({ row: r, column: c, bytes: bytes.length })
    return cutBytes(bytes, MAX_TEXT_BYTES)
  }))
  const widths = columns.map(({ kind }, c) => cells.reduce<number>((most, row) => Math.max(most, row[c]!.length), MIN_BYTES[kind]))
  const recordBytes = 1 + widths.reduce((sum, width) => sum + width, 0)
  const headerBytes = HEADER_BYTES + FIELD_BYTES * columns.length + 1
  const bytes = new Uint8Array(headerBytes + recordBytes * rows.length + 1).fill(BLANK, headerBytes)
  writeHeader(bytes, { columns, widths, decimals, rowCount: rows.length, headerBytes, recordBytes, writtenOn })
  cells.forEach((row, r) => {
    // The first byte of a record is a blank: not deleted.
    let at = headerBytes + recordBytes * r + 1
    row.forEach((cell, c) => {
      const isRight = columns[c]!.kind === 'number'
      bytes.set(cell, isRight ? at + widths[c]! - cell.length : at)
      at += widths[c]!
    })
  })
  bytes[bytes.length - 1] = END_OF_FILE
  return { bytes, cut }
}

interface Layout {
  columns: readonly DbfColumn[]
  widths: readonly number[]
  decimals: readonly number[]
  rowCount: number
  headerBytes: number
  recordBytes: number
  writtenOn: Day
}

function writeHeader(bytes: Uint8Array, { columns, widths, decimals, rowCount, headerBytes, recordBytes, writtenOn }: Layout): void {
  const view = new DataView(bytes.buffer)
  const { year, month, date } = partsOfDay(writtenOn)
  bytes.set([0x03, Math.min(255, Math.max(0, year - 1900)), month, date])
  view.setUint32(4, rowCount, true)
  view.setUint16(8, headerBytes, true)
  view.setUint16(10, recordBytes, true)
  columns.forEach(({ name, kind }, c) => {
    const at = HEADER_BYTES + FIELD_BYTES * c
    bytes.set(new TextEncoder().encode(name).subarray(0, 10), at)
    bytes[at + 11] = TYPE_OF[kind].charCodeAt(0)
    bytes[at + 16] = widths[c]!
    bytes[at + 17] = decimals[c]!
  })
  bytes[headerBytes - 1] = END_OF_HEADER
}

function cellText(cell: DbfCell, kind: DbfColumn['kind'], decimals: number): string {
  if (kind === 'flag') return cell === true ? 'T' : cell === false ? 'F' : '?'
  if (cell === null) return ''
  if (kind === 'number') return numberText(cell, decimals)
  if (kind === 'day') {
    if (typeof cell !== 'number') return ''
    const { year, month, date } = partsOfDay(cell)
    return `${year}`.padStart(4, '0') + `${month}`.padStart(2, '0') + `${date}`.padStart(2, '0')
  }
  return String(cell)
}

function numberText(cell: DbfCell, decimals: number): string {
  if (typeof cell !== 'number' || !Number.isFinite(cell)) return ''
  const text = cell.toFixed(decimals)
  // Beyond what a column holds: as many digits as there is room for.
  return text.length <= MAX_NUMBER_BYTES ? text : cell.toExponential(MAX_NUMBER_BYTES - 8)
}

/** Decimals a number is written with in full. */
function decimalsOf(cell: DbfCell): number {
  if (typeof cell !== 'number' || !Number.isFinite(cell)) return 0
  const [digits = '', exponent = '0'] = String(cell).split('e')
  const places = (digits.split('.')[1]?.length ?? 0) - Number(exponent)
  return Math.min(MAX_DECIMALS, Math.max(0, places))
}

/** The first bytes of UTF-8, cut between two characters. */
function cutBytes(bytes: Uint8Array, length: number): Uint8Array {
  let end = length
  while (end > 0 && (bytes[end]! & 0xc0) === 0x80) end--
  return bytes.subarray(0, end)
}
