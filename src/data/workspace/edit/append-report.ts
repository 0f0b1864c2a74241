import { fieldsOf, ROW_FIELDS } from '@/data/fields'
import { delimiterOf } from '@/data/read-rows'
import { writeCsv, writeCsvRow } from '@/data/write-csv'
import { writeFields } from '@/data/write-fields'
import type { Report } from '@/domain/programme'

/**
 * The ledger with one more row at its end. Not one byte before it changes: rows that cannot be read stay as they are.
 *
 * The row has the columns, the delimiter and the line ends of the file. An empty file gets a header.
 */
export function appendReport(ledger: Uint8Array, report: Omit<Report, 'row'>): Uint8Array {
  const cells = writeFields(ROW_FIELDS.ledger, report, 'internal') as Record<string, string | number | null>
  const header = new TextDecoder().decode(ledger).split('\n', 1)[0]!
  if (header.trim() === '') {
    const columns = fieldsOf(ROW_FIELDS.ledger).map(([name]) => name)
    return new TextEncoder().encode(writeCsv(columns, [columns.map((name) => cells[name] ?? null)]))
  }
  const delimiter = delimiterOf(header)
  const lineEnd = header.endsWith('\r') ? '\r\n' : '\n'
  const columns = header.split(delimiter).map((name) => name.trim().replace(/^"(.*)"$/, '$1'))
  const line = writeCsvRow(columns.map((name) => (Object.hasOwn(cells, name) ? cells[name]! : null)), delimiter)
  const start = ledger.at(-1) === 0x0a ? '' : lineEnd
  return joined(ledger, new TextEncoder().encode(`${start}${line}${lineEnd}`))
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const whole = new Uint8Array(first.length + second.length)
  whole.set(first)
  whole.set(second, first.length)
  return whole
}
