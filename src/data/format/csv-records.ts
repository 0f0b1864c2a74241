import { MAX_TEXT } from '@/data/format/keep-rows'

const QUOTE = 34
const LF = 10
const CR = 13
const SPACE = 32

export interface CsvRecord {
  /** Line of the file on which the record starts, from 1. */
  line: number
  /** As written, without quotes. Blank cells beyond the last column that is allowed are not kept. */
  cells: string[]
  /** Cells of the record, those not kept included. */
  width: number
}

/**
 * Cut a text into records (RFC 4180; line ends of all three kinds, also mixed; spaces after a closing quote are skipped).
 *
 * Not a library: that one cannot tell lines, cannot be stopped inside a record and keeps an object per wrong quote, which
 * for hostile files is twenty times their size.
 *
 * @param onRecord - False ends the reading.
 * @returns The line of the record whose quotes do not fit, null if all do.
 */
export function readCsvRecords(text: string, delimiter: string, maxColumns: number, onRecord: (record: CsvRecord) => boolean): number | null {
  const sign = delimiter.charCodeAt(0)
  const end = text.length
  let at = 0
  let line = 1

  /** Past the closing quote and the spaces behind it; the cell without quotes, null if they do not fit. */
  function quoted(): string | null {
    const from = ++at
    let hasDoubled = false
    for (;; at++) {
      at = text.indexOf('"', at)
      if (at < 0) return null
      if (text.charCodeAt(at + 1) !== QUOTE) break
      hasDoubled = true
      at++
    }
    const cell = text.slice(from, at++)
    for (let index = 0; index < cell.length; index++) {
      const code = cell.charCodeAt(index)
      if (code === LF || (code === CR && cell.charCodeAt(index + 1) !== LF)) line++
    }
    while (at < end && text.charCodeAt(at) === SPACE) at++
    const next = text.charCodeAt(at)
    if (at < end && next !== sign && next !== LF && next !== CR) return null
    // Longer texts are cut anyway; ten million doubled quotes would take 200 MB.
    return hasDoubled ? cell.slice(0, 2 * MAX_TEXT + 2).replaceAll('""', '"') : cell
  }
  function plain(): string {
    const from = at
    for (; at < end; at++) {
      const code = text.charCodeAt(at)
      if (code === sign || code === LF || code === CR) break
    }
    return text.slice(from, at)
  }

  while (at < end) {
    const record: CsvRecord = { line, cells: [], width: 0 }
    for (;;) {
      const cell = text.charCodeAt(at) === QUOTE ? quoted() : plain()
      if (cell === null) return record.line
      if (record.width++ < maxColumns || cell.trim() !== '') record.cells.push(cell)
      if (at >= end || text.charCodeAt(at) !== sign || record.cells.length > maxColumns) break
      at++
    }
    if (text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF) at++
    at++
    line++
    if (!onRecord(record)) return null
  }
  return null
}
