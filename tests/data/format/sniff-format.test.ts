import { describe, expect, it } from 'vitest'
import { extensionOf, sniffFormat } from '@/data/format/sniff-format'
import { makeDbf, makeShp } from '../../fixtures/make-shapefile'
import { makeZip } from '../../fixtures/make-zip'

const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string) => Uint8Array.from([...text].flatMap((sign) => [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8]))
const kind = (bytes: Uint8Array | string, name: string) => {
  const sniffed = sniffFormat(typeof bytes === 'string' ? utf8(bytes) : bytes, name)
  return sniffed.kind ?? sniffed.problem.params['kind'] ?? sniffed.problem.code
}
const zip = (...names: string[]) => makeZip(names.map((name) => ({ name, bytes: 'x' })))

describe('sniffFormat', () => {
  it.each([
    ['geojson', '{"type":"Point","coordinates":[1,2]}', 'a.csv'], ['geojson', '\uFEFF \n{ "type": 1}', 'a.txt'], ['geojson', '[1,2]', 'a'], ['geojson', '\u001e{"type":"Feature"}\n', 'a.geojsons'], ['geojson', 'broken', 'a.geojson'],
    ['csv', 'name,area\n', 'a.xlsx'], ['csv', '{x},y\n', 'a.csv'], ['csv', '[甲],y\n', 'a.csv'], ['csv', '<5,>5\n', 'a.csv'], ['csv', 'MZ,BM\n', 'a.txt'],
    ['csv', '名称,户数\n国槐里,48\n', 'a.kml'], ['kml', 'broken', 'a.kml'], ['kml', 'x<?xml version="1.0"?><kml a="1,2">', 'a.kml'],
    ['mapping', '{ "format": "renovation-mapping", "version": 1 }', 'a.json'],
    ['kml', '<?xml version="1.0"?><!-- a --><kml xmlns="x">', 'a.txt'], ['kml', '<k:kml xmlns:k="x">', 'a.xml'], ['kml', '<!DOCTYPE kml [<!ENTITY a "b">]><kml>', 'a.csv'],
    ['gpx', '\uFEFF<?xml version="1.0"?>\r\n<gpx>', 'a.kml'], ['kml', '<?xml version="1.0"', 'a.kml'], ['kml', '<Document>', 'a.kml'], ['gpx', 'no xml', 'a.gpx'],
    ['html', '<!DOCTYPE html><html>', 'a.kml'], ['html', '<table><tr>', 'a.xls'], ['xml-table', '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><ss:Workbook>', 'a.xls'], ['xml', '<osm>', 'a.xml'], ['dxf', '  0\r\nSECTION\r\n  2\r\n', 'a.txt'],
    ['part', 'GEOGCS["x"]', 'a.prj'], ['part', 'UTF-8', 'A.CPG'], ['shapefile-part', 'anything', 'a.qix'], ['shp', 'no shape', 'a.shp'],
    ['file-empty', '', 'a.shp'], ['file-empty', ' \r\n\t', 'a.csv'],
  ])('takes for %s: %j as %s', (expected, text, name) => {
    expect(kind(text, name)).toBe(expected)
  })

  it('knows shapes and tables by their content', () => {
    const dbf = makeDbf([{ name: 'A', type: 'C', width: 3 }], [['abc']])
    expect([kind(makeShp(1, []), 'a.dat'), kind(makeShp(1, []), 'a.shx'), kind(dbf, 'a.dbf'), kind(dbf, 'a.csv')]).toEqual(['shp', 'part', 'dbf', 'dbf'])
    expect(kind(Uint8Array.of(0xba, 0xec, 0, 1, 2, 3), 'a.dbf')).toBe('dbf')
  })

  it('knows what an archive holds', () => {
    expect(kind(zip('[Content_Types].xml', 'xl/workbook.xml'), 'a.zip')).toBe('xlsx')
    expect(kind(zip('xl/workbook.bin'), 'a.xlsb')).toBe('xlsb')
    expect(kind(zip('word/document.xml', '[Content_Types].xml'), 'a.xlsx')).toBe('word')
    expect(kind(zip('mimetype', 'content.xml'), 'a.ods')).toBe('ods')
    expect(kind(zip('doc.kml', 'images/a.png'), 'a')).toBe('kmz')
    expect(kind(zip('town.kml'), 'a.kmz')).toBe('kmz')
    expect(kind(zip('doc.kml', 'a.shp'), 'a.zip')).toBe('zip')
    expect(kind(makeZip([]), 'a.zip')).toBe('zip')
  })

  it('leaves a damaged archive to the reader that its name calls for', () => {
    const half = zip('xl/workbook.xml').subarray(0, 40)
    expect([kind(half, 'a.xlsx'), kind(half, 'a.kmz'), kind(half, 'a.zip'), kind(half, 'a.txt')]).toEqual(['xlsx', 'kmz', 'zip', 'zip'])
  })

  it('knows UTF-16, with and without mark', () => {
    expect(kind(utf16('\uFEFF{"type":1}'), 'a')).toBe('geojson')
    expect(kind(utf16('{"type":"FeatureCollection"}'), 'a')).toBe('geojson')
    expect(kind(utf16('name,area\n1,2\n'), 'a.csv')).toBe('csv')
    expect(kind(utf16('名称,1月\n一小,2\n'), 'a.csv')).toBe('csv')
  })

  it('takes text with zeros for a table if it is called one', () => {
    const bytes = new TextEncoder().encode('1\0\t2\0\t3\0\t红枫里\0\n')
    expect([kind(bytes, 'a.csv'), kind(bytes, 'a'), kind(new Uint8Array(100), 'a.csv')]).toEqual(['csv', 'binary', 'binary'])
  })

  it('does not take noise for text', () => {
    const noise = Uint8Array.from({ length: 2000 }, (_, i) => (i * i * 31 + i * 17 + (i >> 3)) & 255)
    expect(kind(noise, 'a.csv')).toBe('binary')
    expect(kind(noise, 'a')).toBe('binary')
  })

  it('never throws for a beginning of anything', () => {
    for (const text of ['PK', 'PK\x03\x04', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', '<!--', '<?', '<!DOCTYPE x [', '{', '[']) {
      expect(() => sniffFormat(Uint8Array.from(text, (sign) => sign.charCodeAt(0)), 'a')).not.toThrow()
    }
  })
})

describe('extensionOf', () => {
  it('is the last part in lower case', () => {
    expect(['A.SHP', 'a.b/c', 'a.tar.gz', '.x', 'a.'].map(extensionOf)).toEqual(['shp', '', 'gz', 'x', ''])
  })
})
