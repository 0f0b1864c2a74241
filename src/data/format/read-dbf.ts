import { countDamaged, settleEncoding, type SettledEncoding } from '@/data/encoding/decode-text'
import { encodingOfLanguageId } from '@/data/encoding/encoding-label'
import { MAX_CELLS } from '@/data/format/keep-rows'
import { LIMITS } from '@/data/limits'
import type { Finding, FindingCode } from '@/domain/finding'
import type { Encoding, RawValue } from '@/domain/source-file'

/** A dBASE table. Rows of deleted records are null, so that places are kept. */
export interface DbfTable {
  columns: string[]
  rows: (RawValue[] | null)[]
  encoding: SettledEncoding
  /** Characters that could not be read. */
  damagedCount: number
  /** Columns of types that are not read, such as memos; they are empty. */
  unreadColumns: string[]
}

export interface DbfProblem {
  code: Extract<FindingCode, 'dbf-broken' | 'row-too-many' | 'column-too-many' | 'cell-too-many'>
  params: Finding['params']
}

interface DbfField {
  rawName: Uint8Array
  type: string
  from: number
  to: number
}

const HEADER_SIZE = 32
const FIELD_SIZE = 32
const FIELD_END = 0x0d
const FILE_END = 0x1a
const DELETED = 0x2a
const SPACE = 0x20
/** dBASE III to V, FoxBase, FoxPro and what GIS programs write; the field list of dBASE 7 is another. */
const VERSIONS: readonly number[] = [0x02, 0x03, 0x30, 0x31, 0x32, 0x43, 0x63, 0x83, 0x8b, 0x8e, 0xcb, 0xf5, 0xfb]
const SAMPLE_SIZE = 65_536
const LINE_FEED = 0x0a
/** Bytes of a field name at most, without the zero at its end. */
const FULL_NAME = 10
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/
const READ_TYPES = 'CNFLDI'

const broken = (problem: string, params: Record<string, string | number> = {}): DbfProblem => ({ code: 'dbf-broken', params: { problem, ...params } })

/** True for bytes that begin like a table: a version, a day, lengths that fit, and the end of the field list where it should be. */
export function isDbf(bytes: Uint8Array): boolean {
  if (bytes.length < HEADER_SIZE + 1 || !VERSIONS.includes(bytes[0]!)) return false
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [headerSize, recordSize] = [view.getUint16(8, true), view.getUint16(10, true)]
  return bytes[2]! <= 12 && bytes[3]! <= 31 && headerSize > HEADER_SIZE && headerSize <= bytes.length && recordSize > 0
}

/**
 * Read a dBASE table (`.dbf`).
 *
 * Texts lose the blanks around them, an empty cell is null, a day is `YYYY-MM-DD`. A number that cannot be read, or has
 * more digits than a number here can hold, stays text, so that nothing is lost. A table that does not hold all the
 * records its header promises is refused.
 *
 * @param encoding - Chosen by a person, or stated by a `.cpg`; else by the language id, else found out.
 */
export function readDbf(bytes: Uint8Array, encoding: { chosen: Encoding | null; declared: Encoding | null }): DbfTable | DbfProblem {
  if (bytes.length < HEADER_SIZE + 1) return broken('short', { expected: HEADER_SIZE + 1, found: bytes.length })
  if (!VERSIONS.includes(bytes[0]!)) return broken('magic')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [count, headerSize, recordSize] = [view.getUint32(4, true), view.getUint16(8, true), view.getUint16(10, true)]
  const fields = readFields(bytes, Math.min(headerSize, bytes.length), recordSize)
  if (!Array.isArray(fields)) return fields
  const end = headerSize + count * recordSize
  // A rest in which no record has room, such as a line end that an editor added, hides none.
  const isLonger = bytes.length >= end + recordSize && bytes[end] !== FILE_END && bytes.subarray(end).some((byte) => byte !== 0)
  if (end > bytes.length || isLonger) return broken('length', { expected: end, found: bytes.length })
  if (count > LIMITS.rows) return { code: 'row-too-many', params: { found: count, limit: LIMITS.rows } }
  if (fields.length > LIMITS.columns) return { code: 'column-too-many', params: { found: fields.length, limit: LIMITS.columns } }
  if (count * fields.length > MAX_CELLS) return { code: 'cell-too-many', params: { limit: MAX_CELLS } }

  const declared = encoding.declared ?? encodingOfLanguageId(bytes[29]!)
  const settled = settleEncoding(sampleOf(bytes, fields, headerSize, recordSize, end), { chosen: encoding.chosen, declared })
  const decoder = textDecoder(settled.fileEncoding.encoding)
  const columns = uniqueNames(fields.map(({ rawName }) => decoder.decode(rawName, rawName.length >= FULL_NAME).trim()))
  const rows: (RawValue[] | null)[] = []
  for (let at = headerSize; at < end; at += recordSize) {
    rows.push(bytes[at] === DELETED ? null : fields.map((field) => readValue(bytes, view, at, field, decoder)))
  }
  const unreadColumns = columns.filter((_, i) => !READ_TYPES.includes(fields[i]!.type))
  return { columns, rows, encoding: settled, damagedCount: decoder.damagedCount(), unreadColumns }
}

function readFields(bytes: Uint8Array, headerEnd: number, recordSize: number): DbfField[] | DbfProblem {
  const fields: DbfField[] = []
  let from = 1
  let at = HEADER_SIZE
  for (; at + FIELD_SIZE <= headerEnd && bytes[at] !== FIELD_END; at += FIELD_SIZE) {
    const name = bytes.subarray(at, at + 11)
    const nameEnd = name.indexOf(0)
    const type = String.fromCharCode(bytes[at + 11]!).toUpperCase()
    const to = from + bytes[at + 16]!
    // Type 0 is what FoxPro keeps for itself.
    if (type !== '0') fields.push({ rawName: nameEnd < 0 ? name : name.subarray(0, nameEnd), type, from, to })
    from = to
  }
  if (bytes[at] !== FIELD_END) return broken('fields')
  // A record may be longer than its fields, never shorter.
  return from > recordSize ? broken('fields', { expected: recordSize, found: from }) : fields
}

/**
 * Texts of the table one after the other, to find out their encoding. Those that fill their field may end in half a
 * character, so they are taken only if there are no others; plain letters tell nothing and are left out.
 */
function sampleOf(bytes: Uint8Array, fields: readonly DbfField[], from: number, recordSize: number, end: number): Uint8Array {
  const sample = new Uint8Array(SAMPLE_SIZE)
  let length = 0
  const add = (text: Uint8Array): void => {
    if (text.length >= SAMPLE_SIZE - length || text.every((byte) => byte < 128)) return
    sample.set(text, length)
    length += text.length
    sample[length++] = LINE_FEED
  }
  const texts = fields.filter(({ type }) => type === 'C')
  for (const takesFull of [false, true]) {
    if (length > 0) break
    for (const { rawName } of fields) if (takesFull || rawName.length < FULL_NAME) add(rawName)
    for (let at = from; at < end; at += recordSize) {
      for (const field of texts) {
        const stop = trimmedEnd(bytes, at, field)
        if (takesFull || stop < field.to) add(bytes.subarray(at + field.from, at + stop))
      }
    }
  }
  return sample.subarray(0, length)
}

/** Where the text of a field ends, blanks and zeros left out, counted from the record. */
function trimmedEnd(bytes: Uint8Array, at: number, { from, to }: DbfField): number {
  let end = to
  while (end > from && (bytes[at + end - 1] === SPACE || bytes[at + end - 1] === 0)) end--
  return end
}

function readValue(bytes: Uint8Array, view: DataView, at: number, field: DbfField, decoder: TextReader): RawValue {
  if (field.type === 'I') return field.to - field.from === 4 ? view.getInt32(at + field.from, true) : null
  if (!READ_TYPES.includes(field.type)) return null
  const end = trimmedEnd(bytes, at, field)
  const text = decoder.decode(bytes.subarray(at + field.from, at + end), end === field.to).trim()
  if (text === '') return null
  switch (field.type) {
    case 'N': case 'F': return numberOf(text)
    case 'L': return /^[ty]$/i.test(text) ? true : /^[fn]$/i.test(text) ? false : null
    case 'D': return dayOf(text)
    default: return text
  }
}

/** A field full of stars is one whose number did not fit. */
function numberOf(text: string): RawValue {
  if (/^\*+$/.test(text)) return null
  const value = Number(text)
  const isExact = !/^[+-]?\d+$/.test(text) || Number.isSafeInteger(value)
  return NUMBER.test(text) && Number.isFinite(value) && isExact ? value : text
}

function dayOf(text: string): RawValue {
  if (/^0+$/.test(text)) return null
  return /^\d{8}$/.test(text) ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` : text
}

/** Columns of the same name get a number, so that each can be told. */
function uniqueNames(names: readonly string[]): string[] {
  const seen = new Set<string>()
  return names.map((name) => {
    let unique = name
    for (let i = 2; seen.has(unique); i++) unique = `${name} (${i})`
    seen.add(unique)
    return unique
  })
}

interface TextReader {
  /** @param isFull - The field is full: half a character at its end was cut off by whoever wrote it, and is left out. */
  decode(bytes: Uint8Array, isFull: boolean): string
  damagedCount(): number
}

/** Most texts are plain ASCII, for which asking the decoder is slow. */
function textDecoder(encoding: Encoding): TextReader {
  const decoder = new TextDecoder(encoding)
  const isPlain = !encoding.startsWith('utf-16')
  let damaged = 0
  return {
    decode(bytes, isFull) {
      if (isPlain && bytes.length < 64 && bytes.every((byte) => byte < 128)) return String.fromCharCode(...bytes)
      const decoded = decoder.decode(bytes)
      const text = isFull ? decoded.replace(/\uFFFD{1,3}$/, '') : decoded
      damaged += countDamaged(text)
      return text
    },
    damagedCount: () => damaged,
  }
}
