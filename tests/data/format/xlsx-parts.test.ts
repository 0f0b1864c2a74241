import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { isTrue, onOpen, readRelationships, referenceOf, walkPart } from '@/data/format/xlsx-parts'

const list = (entries: string) => strToU8(`<Relationships>${entries}</Relationships>`)

describe('readRelationships', () => {
  it('resolves targets from the folder of the part, and from the root', () => {
    const parts = new Map([['xl/_rels/workbook.xml.rels', list('<Relationship Id="a" Type="http://x/worksheet" Target="worksheets/Sheet1.xml"/>'
      + '<Relationship Id="b" Type="http://x/styles" Target="/xl/styles.xml"/><Relationship Id="c" Type="http://x/y" Target="../a/./b.xml"/>'
      + '<Relationship Id="d" Type="http://x/y" Target="http://other" TargetMode="External"/>')]])
    expect([...readRelationships(parts, 'xl/workbook.xml').byId]).toEqual([
      ['a', { kind: 'worksheet', path: 'xl/worksheets/sheet1.xml' }], ['b', { kind: 'styles', path: 'xl/styles.xml' }], ['c', { kind: 'y', path: 'a/b.xml' }],
    ])
  })

  it('has none where there is no list', () => expect(readRelationships(new Map(), '').byId.size).toBe(0))

  it('tells broken XML', () => {
    expect(readRelationships(new Map([['_rels/.rels', strToU8('<a>')]]), '').problem).toMatchObject({ code: 'xml-broken' })
  })
})

describe('walkPart', () => {
  it.each(['utf-8', 'utf-16le', 'utf-16be'])('reads %s', (encoding) => {
    const text = '<a 名="红"/>'
    const units = [0xfeff, ...Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))]
    const bytes = encoding === 'utf-8' ? strToU8(`\uFEFF${text}`)
      : Uint8Array.from(units.flatMap((unit) => (encoding === 'utf-16le' ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])))
    const seen: string[] = []
    expect(walkPart(bytes, onOpen((name, attributes) => void seen.push(name, attributes['名']!)))).toBeNull()
    expect(seen).toEqual(['a', '红'])
  })
})

it('finds the reference to a part whatever its prefix', () => {
  expect([referenceOf({ id: '1', 'r:id': 'rId1' }), referenceOf({ 'ns3:id': 'x' }), referenceOf({ id: '1' })]).toEqual(['rId1', 'x', null])
})

it('knows true', () => expect(['1', 'true', '0', undefined].map(isTrue)).toEqual([true, true, false, false]))
