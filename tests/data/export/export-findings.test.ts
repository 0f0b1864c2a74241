import Papa from 'papaparse'
import { readSheet } from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { exportFindings, listImportFindings, type FindingListWords } from '@/data/export/export-findings'
import type { Finding } from '@/domain/finding'
import type { ImportRow } from '@/domain/import'

const ofFile: Finding = { code: 'encoding-doubtful', severity: 'warning', file: '台账.csv', feature: null, field: null, params: {} }
const ofRow: Finding = { code: 'share-out-of-range', severity: 'error', file: '台账.csv', feature: 'row 17', field: '完成比例', params: { found: 1.2 } }
const row: ImportRow = {
  key: 'a#0:17', layerId: 'a#0', target: 'ledger', number: 17, recordId: null, label: '红枫里 3号楼', verdict: 'rejected', findings: [ofRow], geometry: null,
  before: null, repairs: [], change: null, changedFields: [],
}
const file = { id: 'a', name: '台账.csv', byteCount: 1, format: 'csv' as const, encoding: null, verdict: 'rejected' as const, findings: [ofFile], layers: [] }
const words: FindingListWords = {
  language: 'zh', name: '导入问题清单',
  header: { file: '文件', row: '行', label: '对象', field: '字段', severity: '程度', verdict: '处理', what: '问题', fix: '办法' },
  severity: { error: '错误', warning: '提醒' }, verdict: { accepted: '采用', repaired: '修复后采用', open: '待定', rejected: '未采用' },
  text: ({ code }) => ({ what: `=${code}`, fix: '改正' }), field: (field) => `〔${field}〕`,
}
const EXPECTED = [
  ['文件', '行', '对象', '字段', '程度', '处理', '问题', '办法'],
  ['台账.csv', null, null, null, '提醒', null, "'=encoding-doubtful", '改正'],
  ['台账.csv', 'row 17', '红枫里 3号楼', '〔完成比例〕', '错误', '未采用', "'=share-out-of-range", '改正'],
]

describe('listImportFindings', () => {
  it('tells files first, then rows with what became of them, and nothing twice', () => {
    expect(listImportFindings({ files: [{ ...file, findings: [ofFile, ofRow] }], findings: [ofFile], rows: [row] })).toEqual([
      { finding: ofFile, label: '', verdict: null }, { finding: ofRow, label: '红枫里 3号楼', verdict: 'rejected' },
    ])
  })
})

describe('exportFindings', () => {
  const list = listImportFindings({ files: [file], findings: [], rows: [row] })

  it('writes a workbook', async () => {
    const { name, bytes } = exportFindings(list, 'xlsx', words)
    expect(name).toBe('导入问题清单.xlsx')
    expect(await readSheet(Buffer.from(bytes))).toEqual(EXPECTED)
  })

  it('writes a CSV', () => {
    const { name, bytes } = exportFindings(list, 'csv', words)
    expect(name).toBe('导入问题清单.csv')
    const { data } = Papa.parse<string[]>(new TextDecoder().decode(bytes), { skipEmptyLines: true })
    expect(data).toEqual(EXPECTED.map((cells) => cells.map((cell) => cell ?? '')))
  })
})
