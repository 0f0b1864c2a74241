import { describe, expect, it } from 'vitest'
import { readCsvRecords, type CsvRecord } from '@/data/format/csv-records'

function records(text: string, delimiter = ','): { records: unknown[]; broken: number | null } {
  const found: CsvRecord[] = []
  const broken = readCsvRecords(text, delimiter, 500, (record) => found.push(record) > 0)
  return { records: found.map(({ line, cells }) => [line, ...cells]), broken }
}

describe('readCsvRecords', () => {
  it.each<[string, string, unknown[]]>([
    ['plain', 'a,b\n1,2', [[1, 'a', 'b'], [2, '1', '2']]],
    ['line ends of all kinds', 'a\r\nb\nc\rd\n', [[1, 'a'], [2, 'b'], [3, 'c'], [4, 'd']]],
    ['blank lines', '\n\na\n\n', [[1, ''], [2, ''], [3, 'a'], [4, '']]],
    ['a blank last cell', 'a,\n,', [[1, 'a', ''], [2, '', '']]],
    ['quotes', '"a,b","c ""d"""\n"",""', [[1, 'a,b', 'c "d"'], [2, '', '']]],
    ['quotes over several lines', '1,"x\r\ny\nz\rw"\n"\n\n",2\nc', [[1, '1', 'x\r\ny\nz\rw'], [5, '\n\n', '2'], [8, 'c']]],
    ['spaces behind a quote', '"a"  ,"b" \n', [[1, 'a', 'b']]],
    ['quotes inside a cell', '3" 管,b"c"', [[1, '3" 管', 'b"c"']]],
    ['a quote at the end', '"a"', [[1, 'a']]],
    ['nothing', '', []],
  ])('reads %s', (_, text, expected) => expect(records(text)).toEqual({ records: expected, broken: null }))

  it('takes the sign it is given', () => expect(records('a,b;"c;d"', ';').records).toEqual([[1, 'a,b', 'c;d']]))

  it.each([['"a', 1], ['x\n"a\nb', 2], ['x\n"a\n"b,c\n', 2], ['"a"b"', 1], ['"a"" ', 1], ['"', 1]])('names the line on which the quotes of %j break', (text, line) => {
    expect(records(text).broken).toBe(line)
  })

  it('does not unescape more of a cell than can be kept', () => {
    const cells: string[] = []
    readCsvRecords(`"${'""'.repeat(1_000_000)}",b`, ',', 500, (record) => cells.push(...record.cells) > 0)
    expect(cells.map(({ length }) => length)).toEqual([32_768, 1])
  })

  it('stops when it is told to', () => {
    let count = 0
    expect(readCsvRecords('a\nb\n"', ',', 500, () => ++count < 2)).toBeNull()
    expect(count).toBe(2)
  })

  it('keeps no more blank cells than there may be columns, and stops at a filled one beyond', () => {
    const widths: number[][] = []
    readCsvRecords(`${','.repeat(100_000)}\n${',x'.repeat(100_000)}`, ',', 500, ({ cells, width }) => widths.push([cells.length, width]) > 0)
    expect(widths[0]).toEqual([500, 100_001])
    expect(widths[1]![0]).toBe(501)
  })

  it.each([['quotes', '"'], ['doubled quotes', '""'], ['quoted cells', '"a",'], ['line ends', '\r'], ['wrong quotes', '"a"a'], ['spaces', '"a"   ']])('takes linear time for %s', (_, part) => {
    const start = performance.now()
    records(part.repeat(400_000))
    expect(performance.now() - start).toBeLessThan(8000)
  })
})
