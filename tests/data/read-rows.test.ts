import { describe, expect, it } from 'vitest'
import { readRows } from '@/data/read-rows'
import { parseDay } from '@/domain/day'

const HEADER = 'communityId,itemCode,plannedStart,plannedFinish,weight'
const ROW = 'C01,J02,2024-06-15,2024-08-31,2'
const record = {
  communityId: 'C01', itemCode: 'J02', plannedStart: parseDay('2024-06-15'), plannedFinish: parseDay('2024-08-31'), weight: 2,
}
const read = (text: string) => readRows('baseline', text, 'baseline.csv')

describe('readRows', () => {
  it.each([
    ['plain', `${HEADER}\n${ROW}`],
    ['with a byte order mark and CRLF', `\uFEFF${HEADER}\r\n${ROW}\r\n`],
    ['with old Mac line ends', `${HEADER}\r${ROW}\r`],
    ['with semicolons', `${HEADER}\n${ROW}`.replaceAll(',', ';')],
    ['with tabs', `${HEADER}\n${ROW}`.replaceAll(',', '\t')],
    ['with blanks around cells', `${HEADER}\n${ROW}`.replaceAll(',', ' , ')],
    ['with quoted cells', `${HEADER}\n"C01","J02","2024-06-15","2024-08-31","2"`],
    ['with columns in another order', 'weight,communityId,plannedFinish,plannedStart,itemCode\n2,C01,2024-08-31,2024-06-15,J02'],
  ])('reads a table %s', (_, text) => {
    expect(read(text)).toEqual({ value: [{ row: 2, record }], findings: [] })
  })

  it('counts rows as a spreadsheet does, over empty rows and line breaks in cells', () => {
    const ledger = 'reportedOn,communityId,buildingId,kind,subject,doneShare,date,note\n'
      + '2024-08-03,C02,,stop,,,2024-08-03,"rain,\n""again"""\n\n,,,,,,,\n2024-08-04,C02,,resume,,,2024-08-04,\n'
    const { value, findings } = readRows('ledger', ledger, 'ledger.csv')
    expect(findings).toEqual([])
    expect(value!.map(({ row, record: { note, buildingId } }) => [row, note, buildingId])).toEqual([[2, 'rain,\n"again"', null], [5, '', null]])
  })

  it('takes a number in any usual spelling', () => {
    const weights = ['2.50', '+1', '.5', '1e2'].map((weight) => ROW.replace(/2$/, weight)).join('\n')
    expect(read(`${HEADER}\n${weights}`).value!.map(({ record: { weight } }) => weight)).toEqual([2.5, 1, 0.5, 100])
  })

  it.each([
    ['a unit in a number', ROW.replace(/2$/, '2 %'), 'weight', 'wrong-type'],
    ['hexadecimal', ROW.replace(/2$/, '0x10'), 'weight', 'wrong-type'],
    ['a weight of nothing', ROW.replace(/2$/, '0'), 'weight', 'out-of-bounds'],
    ['an empty cell', ROW.replace('J02', ''), 'itemCode', 'field-missing'],
    ['a row cut short', 'C01,J02,2024-06-15,2024-08-31', 'weight', 'field-missing'],
    ['the date of a spreadsheet', ROW.replace('2024-06-15', '2024/6/15'), 'plannedStart', 'bad-date'],
    ['more cells than columns', `${ROW},3`, null, 'structure-invalid'],
  ])('leaves out a row with %s and uses the others', (_, row, field, code) => {
    const { value, findings } = read(`${HEADER}\n${row}\n${ROW}`)
    expect(value).toEqual([{ row: 3, record }])
    expect(findings).toMatchObject([{ code, field, feature: 'row 2', severity: 'error' }])
  })

  it('does not read a table without a needed column', () => {
    const { value, findings } = read(`communityId,item,plannedStart,plannedFinish,weight\n${ROW}`)
    expect(value).toBeNull()
    expect(findings.map(({ code, field }) => [code, field])).toEqual([['unknown-column', 'item'], ['field-missing', 'itemCode']])
  })

  it('does not read an empty file', () => {
    const { value, findings } = read('')
    expect(value).toBeNull()
    expect(findings.filter(({ code }) => code === 'field-missing')).toHaveLength(5)
  })

  it('does not use columns that name a prototype, nor a column twice', () => {
    const { value, findings } = read(`${HEADER},__proto__,weight\n${ROW},x,9`)
    expect(value).toEqual([{ row: 2, record }])
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([['dangerous-key', 'warning'], ['unknown-column', 'warning']])
  })

  it('names the row of a quote that is not closed', () => {
    const { value, findings } = read(`${HEADER}\n${ROW}\n"C01,J02,2024-06-15,2024-08-31,2\n${ROW}`)
    expect(value).toBeNull()
    expect(findings).toMatchObject([{ code: 'file-not-csv', feature: 'row 3' }])
  })
})

describe('readRows of a public edition', () => {
  const rows = '2024-06-16,C01,,milestone,M09,,2024-06-15'
  const header = 'reportedOn,communityId,buildingId,kind,subject,doneShare,date'

  it('needs no internal column', () => {
    const { value, findings } = readRows('ledger', `${header}\n${rows}`, 'ledger.csv', 'public')
    expect([value!.length, value![0]!.record.note, findings]).toEqual([1, '', []])
    expect(readRows('ledger', `${header}\n${rows}`, 'ledger.csv').findings).toMatchObject([{ code: 'field-missing', field: 'note' }])
  })

  it('takes nothing from an internal column and names it', () => {
    const { value, findings } = readRows('ledger', `${header},note\n${rows},secret\n${rows},`, 'ledger.csv', 'public')
    expect(value!.map(({ record }) => record.note)).toEqual(['', ''])
    expect(findings).toEqual([{ code: 'internal-field', severity: 'error', file: 'ledger.csv', feature: null, field: 'note', params: { count: 1 } }])
  })
})
