import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import readExcelFile from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { readXlsx } from '@/data/format/read-xlsx'
import type { RawRow } from '@/domain/source-file'
import { readerInput, testWorkbook, type TestWorkbook } from './test-workbook'

const read = (workbook: TestWorkbook | Uint8Array) => readXlsx(readerInput(workbook instanceof Uint8Array ? workbook : testWorkbook(workbook), 'a.xlsx'))
const sheet = (rows: string, name = '台账') => ({ name, xml: `<sheetData>${rows}</sheetData>` })
const grid = (rows: readonly RawRow[]) => rows.map(({ number, values }) => [number, ...values])
const STYLES = '<numFmts count="2"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/><numFmt numFmtId="177" formatCode="0.00_ "/></numFmts>'
  + '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="9"/><xf numFmtId="177"/><xf numFmtId="20"/></cellXfs>'
const inline = (reference: string, text: string) => `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`

describe('readXlsx', () => {
  it('reads texts, numbers, flags, days and percentages as a person sees them', () => {
    const { layers, findings, format } = read({
      strings: '<si><t>小区名称</t></si><si><t>户数</t></si>', styles: STYLES,
      sheets: [sheet(`<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>
        <row r="2"><c r="A2" t="str"><f>B1</f><v>红枫里</v></c><c r="B2"><v>126</v></c><c r="C2" t="b"><v>1</v></c><c r="D2" s="1"><v>45458</v></c>
        <c r="E2" s="2"><v>45458.999</v></c><c r="F2" s="3"><v>0.655</v></c><c r="G2" s="4"><v>1.5E+3</v></c><c r="H2" s="5"><v>0.35416666666666669</v></c></row>`)],
    })
    expect(findings).toEqual([])
    expect(format).toBe('xlsx')
    expect(layers).toMatchObject([{ id: 'f1#0', name: '台账', kind: 'grid', columns: [], declaredCrs: null }])
    expect(grid(layers[0]!.rows)).toEqual([[1, '小区名称', '户数'], [2, '红枫里', 126, true, '2024-06-15', '2024-06-15', '65.5%', 1500, '08:30:00']])
  })

  it('joins rich text and leaves out how it is pronounced', () => {
    const strings = '<si><r><t>红枫</t></r><r><rPr><b/></rPr><t xml:space="preserve">里 </t></r><rPh sb="0" eb="1"><t>hongfeng</t></rPh></si><si><t>一_x000A_二_x005F_x000A_</t></si>'
    const { layers } = read({ strings, sheets: [sheet('<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>')] })
    expect(grid(layers[0]!.rows)).toEqual([[1, '红枫里 ', '一\n二_x000A_']])
  })

  it('counts days from 1904 where the workbook says so', () => {
    const { layers } = read({ styles: STYLES, workbookPr: '<workbookPr date1904="1"/>', sheets: [sheet('<row><c s="1"><v>43996</v></c></row>')] })
    expect(grid(layers[0]!.rows)).toEqual([[1, '2024-06-15']])
  })

  it('reads the strict form of the standard alike', () => {
    const { layers, findings } = read({ isStrict: true, strings: '<si><t>甲</t></si>', sheets: [sheet('<row r="3"><c r="B3" t="s"><v>0</v></c><c r="C3" t="d"><v>2024-06-15T00:00:00</v></c></row>')] })
    expect(findings).toEqual([])
    expect(grid(layers[0]!.rows)).toEqual([[3, null, '甲', '2024-06-15']])
  })

  it('reads several sheets as layers, leaves empty ones out and hidden ones with a warning', () => {
    const { layers, findings } = read({ sheets: [sheet(`<row>${inline('A1', '甲')}</row>`, '一'), sheet('', '空'), { ...sheet(`<row>${inline('A1', '乙')}</row>`, '二'), state: 'veryHidden' }, sheet(`<row>${inline('A1', '丙')}</row>`, '三')] })
    expect(layers.map(({ id, name }) => [id, name])).toEqual([['f1#0', '一'], ['f1#1', '三']])
    expect(findings).toMatchObject([{ code: 'sheet-hidden', severity: 'warning', params: { found: '二' } }])
  })

  it('tells error cells and formulas without a stored result once per column', () => {
    const { layers, findings } = read({ sheets: [sheet(`<row r="2"><c r="A2"><v>1</v></c><c r="C2" t="e"><v>#REF!</v></c><c r="D2"><f>A2*2</f></c></row>
      <row r="5"><c r="A5"><v>2</v></c><c r="C5" t="e"><v>#REF!</v></c><c r="D5"><f t="shared" si="0"/><v></v></c><c r="E5" t="e"><v>#MADEUP</v></c></row>`)] })
    expect(grid(layers[0]!.rows)).toEqual([[2, 1], [5, 2]])
    expect(findings).toMatchObject([
      { code: 'cell-error', severity: 'warning', feature: 'row 2', field: 'C', params: { found: '#REF!', rows: '2, 5', count: 2, sheet: '台账' } },
      { code: 'formula-without-value', feature: 'row 2', field: 'D', params: { rows: '2, 5', count: 2 } },
      { code: 'cell-error', feature: 'row 5', field: 'E', params: { found: '#ERROR' } },
    ])
  })

  it('keeps merged ranges, cut to the columns that are read', () => {
    const { layers } = read({ sheets: [{ name: 'a', xml: `<sheetData><row>${inline('A1', '甲')}</row></sheetData><mergeCells><mergeCell ref="A1:C2"/><mergeCell ref="B3:XFD1048576"/><mergeCell ref="x"/></mergeCells>` }] })
    expect(layers[0]!.merges).toEqual([{ top: 0, left: 0, bottom: 1, right: 2 }, { top: 2, left: 1, bottom: 1_048_575, right: 499 }])
  })

  it('spends nothing on far cells, and refuses a column that is too far', () => {
    const last = read({ sheets: [sheet(`<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="0"/></row><row r="1048576"><c r="A1048576"><v>2</v></c></row>`)] })
    expect(grid(last.layers[0]!.rows)).toEqual([[1, 1], [1_048_576, 2]])
    const far = read({ sheets: [sheet('<row r="1048576"><c r="XFD1048576"><v>2</v></c></row>')] })
    expect(far).toMatchObject({ layers: [], findings: [{ code: 'column-too-many', severity: 'error', params: { found: 16_384, limit: 500 } }] })
  })

  it('refuses more rows than may be, blank ones not counted', () => {
    const rows = (count: number) => `${'<row><c/></row>'.repeat(20)}${Array.from({ length: count }, (_, at) => `<row><c><v>${(at * 7919) % 1_000_003}</v></c></row>`).join('')}`
    expect(read({ sheets: [sheet(rows(99_999)), sheet(rows(1), '二')] }).layers.map((layer) => layer.rows.length)).toEqual([99_999, 1])
    expect(read({ sheets: [sheet(rows(99_999)), sheet(rows(2), '二')] })).toMatchObject({ layers: [], findings: [{ code: 'row-too-many' }] })
  })

  it.each<[string, TestWorkbook | Uint8Array, string, Record<string, unknown>]>([
    ['no archive', new TextEncoder().encode('PK?'), 'archive-broken', {}],
    ['an archive without workbook', zipSync({ 'a.xml': new Uint8Array(3) }), 'xlsx-broken', { problem: 'workbook' }],
    ['broken XML', { sheets: [sheet('<row><c>')] }, 'xlsx-broken', { problem: 'xml' }],
    ['a DOCTYPE', { sheets: [sheet('<row/>')], extra: { 'xl/workbook.xml': new TextEncoder().encode('<!DOCTYPE x><workbook/>') } }, 'xml-doctype', {}],
    ['texts that are not there', { sheets: [sheet('<row><c t="s"><v>7</v></c></row>')] }, 'xlsx-broken', { problem: 'strings' }],
    ['a name of all objects as the number of a text', { sheets: [sheet('<row><c t="s"><v>constructor</v></c></row>')], strings: '' }, 'xlsx-broken', { problem: 'strings' }],
    ['rows in a wrong order', { sheets: [sheet('<row r="5"/><row r="2"/>')] }, 'xlsx-broken', { problem: 'reference' }],
    ['a cell in another row', { sheets: [sheet('<row r="5"><c r="A6"/></row>')] }, 'xlsx-broken', { problem: 'reference' }],
    ['nothing in it', { sheets: [sheet('<row/>')] }, 'no-data', {}],
  ])('tells %s in one finding', (_, workbook, code, params) => {
    expect(read(workbook)).toMatchObject({ layers: [], findings: [{ code, severity: 'error', file: 'a.xlsx', params }] })
    expect(read(workbook).findings).toHaveLength(1)
  })

  it('agrees with another reader', async () => {
    const bytes = testWorkbook({ strings: '<si><t>名称</t></si><si><t>户数</t></si><si><t>红枫里</t></si>', styles: STYLES, sheets: [
      sheet('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" s="1"><v>45458</v></c></row><row r="3"><c r="A3" t="s"><v>2</v></c><c r="B3"><v>12.5</v></c></row>')] })
    const [first] = await readExcelFile(Buffer.from(bytes)) as unknown as { data: unknown[][] }[]
    const theirs = first!.data.map((row) => row.map((value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value)))
    const ours = read(bytes).layers[0]!.rows
    expect(theirs.filter((row) => row.some((value) => value !== null)).map((row) => row.filter((value) => value !== null)))
      .toEqual(ours.map(({ values }) => values.filter((value) => value !== null)))
  })
})

const PYTHON = '/usr/bin/python3'
const hasOpenpyxl = (() => {
  try {
    execFileSync(PYTHON, ['-c', 'import openpyxl'], { stdio: 'ignore' })
    return true
  } catch {
    console.warn('openpyxl is not on this machine: its workbooks are not tried')
    return false
  }
})()

describe.skipIf(!hasOpenpyxl)('readXlsx of a workbook by openpyxl', () => {
  it('reads what was put in', () => {
    const folder = mkdtempSync(join(tmpdir(), 'xlsx-'))
    const path = join(folder, 'a.xlsx')
    execFileSync(PYTHON, ['-c', `
import datetime, openpyxl
book = openpyxl.Workbook(); sheet = book.active; sheet.title = '台账'
sheet.append(['小区', '户数', '完成比例', '日期', '备注']); sheet.append(['红枫里', 126, 0.65, datetime.date(2024, 6, 15), '=B2*2'])
sheet['C2'].number_format = '0%'; sheet['D2'].number_format = 'yyyy"年"m"月"d"日"'
sheet.merge_cells('A4:C4'); sheet['A4'] = '合计'; book.create_sheet('hidden').sheet_state = 'hidden'
book.save(${JSON.stringify(path)})`])
    const bytes = readFileSync(path)
    rmSync(folder, { recursive: true })
    const { layers, findings } = read(new Uint8Array(bytes))
    expect(layers.map(({ name }) => name)).toEqual(['台账'])
    expect(grid(layers[0]!.rows)).toEqual([[1, '小区', '户数', '完成比例', '日期', '备注'], [2, '红枫里', 126, '65%', '2024-06-15'], [4, '合计']])
    expect(layers[0]!.merges).toEqual([{ top: 3, left: 0, bottom: 3, right: 2 }])
    expect(findings.map(({ code }) => code)).toEqual(['formula-without-value', 'sheet-hidden'])
  })
})
