import type { Polygon } from 'geojson'
import { describe, expect, it } from 'vitest'
import type { Finding } from '@/domain/finding'
import type { ImportRow } from '@/domain/import'
import { packRows, unpackRow } from '@/workers/judged-rows'

const finding = (feature: string): Finding => ({ code: 'bad-number', severity: 'warning', file: 'a.csv', feature, field: null, params: {} })
const ring = (count: number): Polygon => ({ type: 'Polygon', coordinates: [Array.from({ length: count }, (_, i) => [i, i])] })
function row(number: number, geometry: Polygon | null, findings: readonly Finding[] = []): ImportRow {
  return { key: `a:${number}`, layerId: 'a', target: 'buildings', number, recordId: null, label: '', verdict: 'accepted', findings, geometry, before: null, repairs: [], change: 'new', changedFields: [] }
}

describe('packRows', () => {
  it('sends rows in pieces of some 20,000 positions, none left out and in their order', () => {
    const rows = Array.from({ length: 100 }, (_, i) => row(i, ring(1000)))
    const pieces = packRows({ rows, findings: [] })
    // Each row weighs 1000 positions, its ring, its list of rings and 20 for the rest.
    expect(pieces.map(({ length }) => length)).toEqual([20, 20, 20, 20, 20])
    expect(pieces.flat().map((sent) => unpackRow(sent, []))).toEqual(rows)
    expect(packRows({ rows: [], findings: [] })).toEqual([])
  })

  it('keeps a finding of a row the same as that of the judgement, across threads', () => {
    const [told, own] = [finding('row 1'), finding('row 2')]
    const findings = [finding('row 0'), told]
    const [[sent]] = structuredClone(packRows({ rows: [row(1, null, [told, own])], findings })) as [[ReturnType<typeof packRows>[number][number]]]
    const received = structuredClone(findings)
    expect(unpackRow(sent, received).findings[0]).toBe(received[1])
    expect(unpackRow(sent, received).findings[1]).toEqual(own)
  })
})
