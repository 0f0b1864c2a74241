import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readKmz } from '@/data/format/read-kmz'
import { refusedFeatures } from '@/data/format/refused-features'
import { readerInput } from './test-workbook'

const kml = (name: string) => strToU8(`<kml><Placemark><name>${name}</name><Point><coordinates>119,36</coordinates></Point></Placemark></kml>`)
const read = (files: Record<string, Uint8Array>) => readKmz(readerInput(zipSync(files), 'a.kmz'))

describe('readKmz', () => {
  it('reads the KML inside and leaves pictures alone', () => {
    const file = read({ 'files/1.jpg': new Uint8Array(99), 'doc.kml': kml('A') })
    expect(file).toMatchObject({ id: 'f1', name: 'a.kmz', format: 'kmz', findings: [], encoding: { encoding: 'utf-8' } })
    expect(file.layers).toMatchObject([{ id: 'f1#0', name: 'a.kmz', rows: [{ number: 1, values: ['A'] }] }])
  })

  it('reads several, the main one first, and names the broken one', () => {
    const { layers, findings } = read({ 'more/b.kml': kml('B'), 'more/c.kml': strToU8('<kml>'), 'doc.kml': kml('A') })
    expect(layers.map(({ id, name, rows }) => [id, name, rows[0]!.values[0]])).toEqual([['f1#0', 'a.kmz/doc.kml', 'A'], ['f1#1', 'a.kmz/more/b.kml', 'B']])
    expect(findings).toMatchObject([{ code: 'xml-broken', file: 'a.kmz/more/c.kml' }])
  })

  it('says nothing of a file that is empty beside others, nor of links between them', () => {
    const main = strToU8('<kml><Document><NetworkLink><Link><href>./more/b.kml#x</href></Link></NetworkLink></Document></kml>')
    expect(read({ 'doc.kml': main, 'more/b.kml': kml('B'), 'more/c.kml': strToU8('<kml/>') })).toMatchObject({ layers: [{ id: 'f1#0', name: 'a.kmz/more/b.kml' }], findings: [] })
    expect(read({ 'doc.kml': strToU8('<kml/>'), 'more/c.kml': strToU8('<kml/>') })).toMatchObject({ layers: [{ rows: [] }], findings: [{ code: 'no-data', severity: 'warning' }] })
    expect(read({ 'doc.kml': main, 'more/c.kml': kml('C') }).findings).toMatchObject([{ code: 'link-not-followed', severity: 'warning', file: 'a.kmz/doc.kml' }])
    expect(read({ 'doc.kml': main }).findings).toMatchObject([{ code: 'link-not-followed', severity: 'error', file: 'a.kmz' }])
  })

  it('numbers features through all files, so that a bad one refuses no other', () => {
    const bad = strToU8('<kml><Placemark><Point><coordinates>x</coordinates></Point></Placemark></kml>')
    const file = read({ 'doc.kml': kml('A'), 'more/b.kml': bad, 'more/c.kml': kml('C') })
    expect(file.layers.map(({ rows }) => rows.map(({ number }) => number))).toEqual([[1], [2], [3]])
    expect([...refusedFeatures(file)]).toEqual([2])
  })

  it('reads one with 63 photos, and refuses one with 64 beside it', () => {
    const photos = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`files/${at}.jpg`, new Uint8Array(1)]))
    expect(read({ ...photos(63), 'doc.kml': kml('A') }).layers).toHaveLength(1)
    expect(read({ ...photos(64), 'doc.kml': kml('A') })).toMatchObject({ layers: [], findings: [{ code: 'archive-limit' }] })
  })

  it.each([[{ 'a.txt': new Uint8Array(1) }, 'no-data'], [{ '../doc.kml': kml('A') }, 'archive-path'], [{ 'doc.kml': new Uint8Array(1_000_000) }, 'archive-limit']])('refuses %#', (files, code) => {
    expect(read(files)).toMatchObject({ layers: [], findings: [{ code, severity: 'error' }] })
  })
})
