import { describe, expect, it, vi } from 'vitest'
import { readSources } from '@/data/import/read-sources'
import type { DroppedFile } from '@/domain/source-file'
import { makeDbf, makeShp, pointRecord } from '../../fixtures/make-shapefile'
import { makeZip } from '../../fixtures/make-zip'

const utf8 = (text: string) => new TextEncoder().encode(text)
const GEOJSON = utf8('{"type":"Point","coordinates":[119,36]}')
const SHP = makeShp(1, [pointRecord(1, 2)])
/** 小区 as name and 红枫里 as value, in GBK. */
const DBF = makeDbf([{ name: Uint8Array.of(0xd0, 0xa1, 0xc7, 0xf8), type: 'C', width: 10 }], [[Uint8Array.of(0xba, 0xec, 0xb7, 0xe3, 0xc0, 0xef)]])
const read = (files: readonly DroppedFile[], encodings = {}) => readSources(files, { encodings })
const told = async (...files: DroppedFile[]) => (await read(files)).map(({ id, format, layers, findings }) => [id, format, layers.length, ...findings.map(({ code }) => code)])

describe('readSources', () => {
  it('reads each file by its content and gives it an id of its own', async () => {
    expect(await told({ name: 'a.csv', bytes: GEOJSON }, { name: 'b.csv', bytes: utf8('x,y\n1,2\n') }, { name: 'a.csv', bytes: utf8('x,y\n1,2\n') }))
      .toEqual([['a.csv', 'geojson', 1], ['b.csv', 'csv', 1], ['a.csv (2)', 'csv', 1]])
  })

  it('reads loose parts of a shapefile as one', async () => {
    const [source, ...others] = await read([{ name: 'a.DBF', bytes: DBF }, { name: 'A.shp', bytes: SHP }])
    expect(others).toEqual([])
    expect(source).toMatchObject({ id: 'A.shp', format: 'shapefile', byteCount: SHP.length + DBF.length, layers: [{ columns: ['小区'], rows: [{ values: ['红枫里'] }] }], encoding: { encoding: 'gb18030' } })
  })

  it('reads what is in an archive', async () => {
    const bytes = makeZip([{ name: 'd/a.shp', bytes: SHP }, { name: 'd/a.dbf', bytes: DBF }, { name: 'd/a.sbn', bytes: 'x' }, { name: 'b.geojson', bytes: GEOJSON }, { name: 'readme.txt', bytes: 'hello' }])
    const sources = await read([{ name: 'a.zip', bytes }])
    expect(sources.map(({ id, format }) => [id, format])).toEqual([['a.zip/d/a.shp', 'shapefile'], ['a.zip/b.geojson', 'geojson']])
    expect(sources.flatMap(({ findings }) => findings)).toMatchObject([{ code: 'archive-entry-left', severity: 'warning', file: 'a.zip', params: { found: 'readme.txt', count: 1 } }])
  })

  it('tells in one sentence what it left in an archive, however much that is', async () => {
    const photos = Array.from({ length: 63 }, (_, i) => ({ name: `photos/${i + 1}.png`, bytes: Uint8Array.of(0x89, 0x50, 0x4e, 0x47) }))
    const [source] = await read([{ name: 'a.zip', bytes: makeZip([...photos, { name: 'b.csv', bytes: 'a,b\n1,2\n' }]) }])
    expect(source!.findings).toMatchObject([{ code: 'archive-entry-left', file: 'a.zip', params: { found: 'photos/1.png, photos/2.png, photos/3.png', count: 63, more: 60 } }])
  })

  it('says in one sentence why there is nothing to read in an archive', async () => {
    expect(await told({ name: 'a.zip', bytes: makeZip([]) })).toEqual([['a.zip', null, 0, 'no-data']])
    expect(await told({ name: 'a.zip', bytes: makeZip([{ name: 'a.png', bytes: Uint8Array.of(0x89, 0x50, 0x4e, 0x47) }]) })).toEqual([['a.zip', null, 0, 'format-unknown']])
    expect(await told({ name: 'a.zip', bytes: makeZip([{ name: '../a.csv', bytes: 'a,b\n' }]) })).toEqual([['a.zip', null, 0, 'archive-path']])
  })

  it('reads a text in an archive if there is nothing else', async () => {
    expect(await told({ name: 'a.zip', bytes: makeZip([{ name: 'list.txt', bytes: 'x\ty\n1\t2\n' }]) })).toEqual([['a.zip/list.txt', 'csv', 1]])
  })

  it('tells an old workbook in an archive apart from what can be left', async () => {
    const old = Uint8Array.from({ length: 600 }, (_, i) => [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1][i] ?? 0)
    expect(await told({ name: 'a.zip', bytes: makeZip([{ name: 'a.geojson', bytes: GEOJSON }, { name: 'b.xls', bytes: old }]) }))
      .toEqual([['a.zip/a.geojson', 'geojson', 1], ['a.zip/b.xls', null, 0, 'format-old-xls']])
  })

  it('uses the encoding that was chosen for a file', async () => {
    const files = [{ name: 'a.dbf', bytes: DBF }]
    expect((await read(files, { 'a.dbf': 'big5' }))[0]).toMatchObject({ encoding: { encoding: 'big5', by: 'chosen' } })
    expect((await read(files))[0]).toMatchObject({ encoding: { encoding: 'gb18030' } })
  })

  it('tells how far it is', async () => {
    const onProgress = vi.fn()
    await readSources([{ name: 'a.json', bytes: GEOJSON }, { name: 'b.json', bytes: GEOJSON }], { encodings: {}, onProgress })
    expect(onProgress.mock.calls).toEqual([[0, 'a.json'], [0.5, 'b.json'], [1, '']])
  })

  it('goes on when a reader fails', async () => {
    vi.doMock('@/data/format/read-gpx', () => ({ readGpx: () => { throw new Error('broken reader') } }))
    try {
      expect(await read([{ name: 'a.gpx', bytes: utf8('<gpx/>') }, { name: 'b.json', bytes: GEOJSON }]))
        .toMatchObject([{ id: 'a.gpx', format: null, layers: [], findings: [{ code: 'reader-failed', params: { message: 'broken reader' } }] }, { format: 'geojson' }])
    } finally {
      vi.doUnmock('@/data/format/read-gpx')
    }
  })

  it('has one clear sentence for what cannot be read', async () => {
    expect(await told({ name: 'a.pdf', bytes: utf8('%PDF-1.7') }, { name: 'b.csv', bytes: new Uint8Array() }, { name: 'c.prj', bytes: utf8('GEOGCS[]') }))
      .toEqual([['a.pdf', null, 0, 'format-unknown'], ['b.csv', null, 0, 'file-empty'], ['c.prj', null, 0, 'format-unknown']])
  })
})
