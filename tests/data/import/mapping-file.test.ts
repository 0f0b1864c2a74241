import { describe, expect, it } from 'vitest'
import { readMappings, writeMappings } from '@/data/import/mapping-file'
import type { TableMapping } from '@/domain/import'

const MAPPING: TableMapping = {
  target: 'ledger', constants: { reportedOn: '2024-08-26' },
  columns: [{ column: '小区名称', field: 'community', unit: null }, { column: '外墙保温', field: 'item:W07', unit: 'percent' }, { column: '序号', field: null, unit: null }],
}
const file = (mappings: unknown, more: object = {}) => JSON.stringify({ format: 'renovation-mapping', version: 1, mappings, ...more })
const problemsOf = (text: string) => readMappings(text, 'm.json').findings.map(({ code, field, params }) => `${code} ${field} ${params.problem ?? ''}`)

describe('writeMappings', () => {
  it('writes what is read back unchanged', () => {
    const { constants: _, ...plain } = MAPPING
    expect(readMappings(writeMappings([MAPPING, plain]), 'm.json')).toEqual({ value: [MAPPING, plain], findings: [] })
  })
})

describe('readMappings', () => {
  it('reads a file with a byte order mark', () => {
    expect(readMappings(`\ufeff${writeMappings([MAPPING])}`, 'm.json').value).toEqual([MAPPING])
  })

  it('keeps the mappings that are right and names what is wrong in the others', () => {
    const bad = { ...MAPPING, columns: [{ column: '户数', field: 'population', unit: null }] }
    expect(readMappings(file([bad, MAPPING]), 'm.json')).toEqual({
      value: [MAPPING],
      findings: [{ code: 'bad-mapping', severity: 'error', file: 'm.json', feature: null, field: 'mappings[0].columns[0].field', params: { problem: 'field', found: 'population' } }],
    })
  })

  it.each([
    ['cut off', '{"format":"renov', ['file-not-json null ']],
    ['of another format', '{"format":"geodata","mappings":[]}', ['bad-mapping null format']],
    ['that is a list', '[]', ['bad-mapping null format']],
    ['of a later version', file([], { version: 2 }), ['bad-mapping null version']],
    ['with an unknown target', file([{ ...MAPPING, target: 'roads' }]), ['bad-mapping mappings[0].target target']],
    ['with a dangerous field', file([{ ...MAPPING, columns: [{ column: 'a', field: '__proto__', unit: null }] }]), ['bad-mapping mappings[0].columns[0].field field']],
    ['with an unknown unit', file([{ ...MAPPING, columns: [{ column: 'a', field: 'note', unit: 'mile' }] }]), ['bad-mapping mappings[0].columns[0].unit unit']],
    ['with a column twice', file([{ ...MAPPING, columns: [MAPPING.columns[0], MAPPING.columns[0]] }]), ['bad-mapping mappings[0].columns columns']],
    ['with constants that are no texts', file([{ ...MAPPING, constants: { reportedOn: 5 } }]), ['bad-mapping mappings[0].constants constants']],
    ['with too many mappings', file(new Array(501).fill(MAPPING)), ['bad-mapping mappings size']],
    ['with nothing in place of a mapping', file([null]), ['bad-mapping mappings[0] columns']],
  ])('refuses a file %s', (_, text, problems) => {
    expect(problemsOf(text)).toEqual(problems)
  })
})
