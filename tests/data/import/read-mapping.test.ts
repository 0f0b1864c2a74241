import { describe, expect, it } from 'vitest'
import { readMapping } from '@/data/import/read-mapping'
import { readMappings, writeMappings } from '@/data/import/mapping-file'

const read = (text: string) => readMapping({ id: 'f', name: 'm.json', bytes: new TextEncoder().encode(text), chosenEncoding: null, companions: new Map() })

describe('readMapping', () => {
  it('hands on the text of the file', () => {
    const mappings = [{ target: 'communities' as const, columns: [{ column: '户数', field: 'households', unit: 'count' as const }] }]
    const source = read(writeMappings(mappings))
    expect(source).toMatchObject({ format: 'mapping', findings: [] })
    expect(readMappings(source.layers[0]!.rows[0]!.values[0] as string, 'm.json').value).toEqual(mappings)
  })

  it('says what is wrong with a file that is none', () => {
    expect(read('{"format":"renovation-mapping"')).toMatchObject({ layers: [], findings: [{ severity: 'error' }] })
  })
})
