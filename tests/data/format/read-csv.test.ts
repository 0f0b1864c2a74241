import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readCsv } from '@/data/format/read-csv'
import { readerInput } from './test-workbook'

const read = (content: Uint8Array | string) => readCsv(readerInput(content, 'a.csv'))
const grid = (content: Uint8Array | string) => read(content).layers[0]!.rows.map(({ number, values }) => [number, ...values])

describe('readCsv', () => {
  it('reads a table with the lines of the file as row numbers, blank cells as null', () => {
    const file = read('小区,备注,户数\n红枫里,"第一行\n第二行",126\n\n , ,\n西园,,88\n')
    expect(file).toMatchObject({ id: 'f1', name: 'a.csv', format: 'csv', encoding: { encoding: 'utf-8' }, findings: [] })
    expect(file.layers).toMatchObject([{ id: 'f1#0', name: 'a.csv', kind: 'grid', columns: [], merges: [], declaredCrs: null, unknownPrj: null }])
    expect(file.layers[0]!.rows.map(({ number, values }) => [number, ...values])).toEqual([[1, '小区', '备注', '户数'], [2, '红枫里', '第一行\n第二行', '126'], [6, '西园', null, '88']])
  })

  it.each([
    ['tabs', 'a\tb\n1,5\t2', [[1, 'a', 'b'], [2, '1,5', '2']]],
    ['semicolons with decimal commas', 'a;b\n1,5;2,5\n3,5;4,5', [[1, 'a', 'b'], [2, '1,5', '2,5'], [3, '3,5', '4,5']]],
    ['commas below a title', '台账\na,b;c\n1,2', [[1, '台账'], [2, 'a', 'b;c'], [3, '1', '2']]],
    ['commas in quotes', 'a;b\n"1,1,1";2\n"1,1,1";3', [[1, 'a', 'b'], [2, '1,1,1', '2'], [3, '1,1,1', '3']]],
    ['a statement of the sign', 'sep=;\r\na,1;b', [[2, 'a,1', 'b']]],
    ['the end mark of DOS', 'a,b\r\n1,2\r\n\u001a', [[1, 'a', 'b'], [2, '1', '2']]],
    ['one column', 'a\nb', [[1, 'a'], [2, 'b']]],
    ['tabs between quoted cells', '"a"\t"b,c"\n"1"\t"2"', [[1, 'a', 'b,c'], [2, '1', '2']]],
    ['bars with decimal commas', 'a|b\n1,5|2\n3,5|4', [[1, 'a', 'b'], [2, '1,5', '2'], [3, '3,5', '4']]],
    ['bars inside cells', 'a,b\n1,x|y\n3,z|w', [[1, 'a', 'b'], [2, '1', 'x|y'], [3, '3', 'z|w']]],
    ['a statement of the sign before CR', 'sep=|\ra,1|b', [[2, 'a,1', 'b']]],
  ])('finds out about %s', (_, text, rows) => expect(grid(text)).toEqual(rows))

  it('reads GBK', () => {
    // 小区,户数 and 红枫里,126
    const bytes = Uint8Array.from([0xd0, 0xa1, 0xc7, 0xf8, 0x2c, 0xbb, 0xa7, 0xca, 0xfd, 0x0a, 0xba, 0xec, 0xb7, 0xe3, 0xc0, 0xef, 0x2c, 0x31, 0x32, 0x36])
    expect(grid(bytes)).toEqual([[1, '小区', '户数'], [2, '红枫里', '126']])
    expect(read(bytes).encoding!.encoding).toBe('gb18030')
  })

  it('keeps keys of all objects as plain texts', () => {
    expect(grid('__proto__,constructor\n1,2')).toEqual([[1, '__proto__', 'constructor'], [2, '1', '2']])
  })

  it('names the line from which on quotes do not fit, and uses nothing', () => {
    expect(read('a,b\n1,2\n3,"4\n5,6\n')).toMatchObject({ layers: [], findings: [{ code: 'csv-broken', severity: 'error', file: 'a.csv', feature: 'row 3', params: { row: 3 } }] })
  })

  it('warns of rows with more cells than the others', () => {
    const file = read('a,b\n1,2\n3,4,5\n6,7,\n8,9\n1,2,3\n4,5')
    expect(file.findings).toMatchObject([{ code: 'row-ragged', severity: 'warning', feature: 'row 3', params: { rows: '3, 6', count: 2 } }])
    expect(file.layers[0]!.rows[2]!.values).toEqual(['3', '4', '5'])
  })

  it('drops NUL characters and says so', () => {
    const file = read('a,b\n1\0,2\n')
    expect(file.findings).toMatchObject([{ code: 'nul-characters', severity: 'warning', params: { count: 1 } }])
    expect(file.layers[0]!.rows[1]!.values).toEqual(['1', '2'])
  })

  it.each([['', 'no-data'], ['\n , \n', 'no-data'], [`a\n${'1\n'.repeat(100_000)}`, 'row-too-many'], [','.repeat(500) + 'x', 'column-too-many']])('refuses what cannot be a table', (text, code) => {
    expect(read(text)).toMatchObject({ layers: [], findings: [{ code, severity: 'error' }] })
  })

  it('allows 100,000 rows and 500 columns', () => {
    expect(read('1\n'.repeat(100_000)).layers[0]!.rows).toHaveLength(100_000)
    expect(read(`${',x'.repeat(499)}`).layers[0]!.rows[0]!.values).toHaveLength(500)
  })
})

const CORPUS = '../shared/corpora/csv-spectrum'
const hasCorpus = existsSync(CORPUS)
if (!hasCorpus) console.warn(`${CORPUS} is not there: csv-spectrum is not tried`)

describe.skipIf(!hasCorpus)('readCsv of csv-spectrum', () => {
  const names = hasCorpus ? readdirSync(`${CORPUS}/csvs`).map((name) => name.replace(/\.csv$/, '')) : []
  it.each(names)('%s', (name) => {
    const expected = [JSON.parse(readFileSync(`${CORPUS}/json/${name}.json`, 'utf8')) as Record<string, string> | Record<string, string>[]].flat()
    const rows = read(new Uint8Array(readFileSync(`${CORPUS}/csvs/${name}.csv`))).layers[0]!.rows
    const [header, ...lines] = rows.map(({ values }) => values)
    const objects = lines.map((values) => Object.fromEntries(header!.map((key, at) => [key, values[at] ?? ''])))
    // Its authors changed the telephone number in one of the two files only.
    expect(objects.map((object) => ('Contact Phone Number' in object ? { ...object, 'Contact Phone Number': '1234567890' } : object))
      .map((object) => ('Cities' in object ? { ...object, 'Location Coordinates': expected[0]!['Location Coordinates'] } : object))).toEqual(expected)
  })
})
