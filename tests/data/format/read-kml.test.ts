import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readKml } from '@/data/format/read-kml'
import { readerInput } from './test-workbook'

const read = (content: string | Uint8Array) => readKml(readerInput(content, 'a.kml'))
const kml = (content: string) => `<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>文件</name>${content}</Document></kml>`
const shapes = (content: string) => read(kml(content)).layers[0]!.rows.map(({ geometry }) => geometry)

/** As 奥维互动地图 writes it: CDATA everywhere, folders, an altitude of 0, its own styles. */
const OVITAL = kml(`<Style id="s1"><LineStyle><color>ff0000ff</color></LineStyle></Style><open>1</open>
<Folder><name><![CDATA[小区边界]]></name><Placemark><name><![CDATA[红枫里]]></name><description><![CDATA[<div>户数: 126<br/></div>]]></description><styleUrl>#s1</styleUrl>
<Polygon><extrude>0</extrude><outerBoundaryIs><LinearRing><coordinates>119.2,36.4,0 119.21,36.4,0 119.21,36.41,0 119.2,36.4,0 </coordinates></LinearRing></outerBoundaryIs>
<innerBoundaryIs><LinearRing><coordinates>119.203,36.402,0 119.204,36.402,0 119.204,36.403,0 119.203,36.402,0</coordinates></LinearRing></innerBoundaryIs></Polygon></Placemark></Folder>
<Folder><name>标签</name><Folder><name>门</name><Placemark><name>东门</name><Point><coordinates>119.205,36.405,31.5</coordinates></Point></Placemark></Folder></Folder>`)

/** As 两步路 writes a track: a gx prefix that nobody declared, times beside coordinates. */
const TRACK = `<?xml version='1.0' encoding='UTF-8'?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark id="tbuluTrack"><name>踏勘轨迹</name><TimeSpan><begin>2024-06-15T01:00:00Z</begin></TimeSpan>
<gx:MultiTrack><gx:Track><when>2024-06-15T01:00:00Z</when><when>2024-06-15T01:00:05Z</when><gx:coord>119.2 36.4 30.1</gx:coord><gx:coord>119.201 36.401 30.2</gx:coord></gx:Track></gx:MultiTrack></Placemark></Document></kml>`

/** As Google Earth writes it: schema, extended data, a multiple geometry. */
const EARTH = kml(`<Schema name="S" id="S"><SimpleField type="int" name="户数"/></Schema><Placemark><name>A</name><Snippet maxLines="0"/><address>某路1号</address>
<ExtendedData><Data name="面积"><displayName>面积（㎡）</displayName><value>1250.5</value></Data><SchemaData schemaUrl="#S"><SimpleData name="户数">126</SimpleData></SchemaData></ExtendedData>
<MultiGeometry><Polygon><outerBoundaryIs><LinearRing><coordinates>0,0 1,0 1,1 0,0</coordinates></LinearRing></outerBoundaryIs></Polygon>
<MultiGeometry><Polygon><outerBoundaryIs><LinearRing><coordinates>2,0 3,0 3,1 2,0</coordinates></LinearRing></outerBoundaryIs></Polygon></MultiGeometry></MultiGeometry></Placemark>`)

describe('readKml', () => {
  it('reads the folders of a map on a phone as layers', () => {
    const { layers, findings, format } = read(OVITAL)
    expect([format, findings]).toEqual(['kml', []])
    expect(layers.map(({ id, name, columns }) => [id, name, columns])).toEqual([['f1#0', '小区边界', ['name', 'description']], ['f1#1', '标签 / 门', ['name']]])
    expect(layers[0]!.rows).toEqual([{
      number: 1, values: ['红枫里', '<div>户数: 126<br/></div>'],
      geometry: { type: 'Polygon', coordinates: [[[119.2, 36.4], [119.21, 36.4], [119.21, 36.41], [119.2, 36.4]], [[119.203, 36.402], [119.204, 36.402], [119.204, 36.403], [119.203, 36.402]]] },
    }])
    expect(layers[1]!.rows).toEqual([{ number: 2, values: ['东门'], geometry: { type: 'Point', coordinates: [119.205, 36.405] } }])
    expect(layers[0]!.declaredCrs).toEqual({ choice: { crs: 'EPSG:4326', isSwapped: false }, by: 'standard' })
  })

  it('reads tracks of a prefix that is not declared', () => {
    const { layers, findings } = read(TRACK)
    expect(findings).toEqual([])
    expect(layers).toMatchObject([{ name: 'a.kml', columns: ['name', 'begin'] }])
    expect(layers[0]!.rows).toEqual([{ number: 1, values: ['踏勘轨迹', '2024-06-15T01:00:00Z'], geometry: { type: 'LineString', coordinates: [[119.2, 36.4], [119.201, 36.401]] } }])
  })

  it('reads extended data and multiple geometries', () => {
    const { columns, rows } = read(EARTH).layers[0]!
    expect([columns, rows[0]!.values]).toEqual([['name', 'address', '面积', '户数'], ['A', '某路1号', '1250.5', '126']])
    expect(rows[0]!.geometry).toEqual({ type: 'MultiPolygon', coordinates: [[[[0, 0], [1, 0], [1, 1], [0, 0]]], [[[2, 0], [3, 0], [3, 1], [2, 0]]]] })
  })

  it('reads lines, and rings that bound nothing as lines', () => {
    expect(shapes('<Placemark><LineString><coordinates>0,0 1,1</coordinates></LineString></Placemark><Placemark><LinearRing><coordinates>0,0 1,1 1,0 0,0</coordinates></LinearRing></Placemark>'))
      .toEqual([{ type: 'LineString', coordinates: [[0, 0], [1, 1]] }, { type: 'LineString', coordinates: [[0, 0], [1, 1], [1, 0], [0, 0]] }])
  })

  it('keeps the text of markup in a description, and does not take what stands in it for data', () => {
    const { columns, rows } = read(kml('<Placemark><name>A</name><description><b>1</b> <coordinates>9,9</coordinates></description><Point><coordinates>0,0</coordinates></Point></Placemark>')).layers[0]!
    expect([columns, rows[0]!.values, rows[0]!.geometry]).toEqual([['name', 'description'], ['A', '1 9,9'], { type: 'Point', coordinates: [0, 0] }])
  })

  it('reads a placemark without a place, and one with blank coordinates', () => {
    const { rows } = read(kml('<Placemark><name>A</name></Placemark><Placemark><name>B</name><Point><coordinates> </coordinates></Point></Placemark>')).layers[0]!
    expect(rows.map(({ number, values, geometry }) => [number, ...values, geometry])).toEqual([[1, 'A', null], [2, 'B', null]])
  })

  it('tells a line of one point, but leaves out a track of one', () => {
    const line = '<LineString><coordinates>119.2,36.4</coordinates></LineString>'
    expect(read(kml(`<Placemark>${line}</Placemark>`))).toMatchObject({ layers: [{ rows: [{ geometry: null }] }], findings: [{ code: 'bad-coordinates', feature: 'feature 1', params: { found: '119.2,36.4' } }] })
    expect(read(kml('<Placemark><gx:Track><gx:coord>119.2 36.4 0</gx:coord></gx:Track></Placemark>'))).toMatchObject({ layers: [{ rows: [{ geometry: null }] }], findings: [] })
  })

  it('tells an area that has holes only', () => {
    const hole = '<innerBoundaryIs><LinearRing><coordinates>0,0 1,0 1,1 0,0</coordinates></LinearRing></innerBoundaryIs>'
    expect(read(kml(`<Placemark><Polygon>${hole}</Polygon></Placemark>`)).findings).toMatchObject([{ code: 'bad-coordinates', feature: 'feature 1', params: { found: 'innerBoundaryIs' } }])
    expect(read(kml('<Placemark><Polygon><outerBoundaryIs/></Polygon></Placemark>'))).toMatchObject({ layers: [{ rows: [{ geometry: null }] }], findings: [] })
  })

  it('tells the feature whose coordinates cannot be read', () => {
    const { layers, findings } = read(kml('<Placemark><name>A</name><Point><coordinates>119.2;36.4</coordinates></Point></Placemark>'))
    expect(findings).toMatchObject([{ code: 'bad-coordinates', severity: 'error', feature: 'feature 1', params: { found: '119.2;36.4' } }])
    expect(layers[0]!.rows[0]!.geometry).toBeNull()
  })

  it.each([
    ['GBK', 'gb18030', Uint8Array.from([...new TextEncoder().encode('<?xml version="1.0" encoding="GBK"?><kml><Placemark><name>'), 0xba, 0xec, 0xb7, 0xe3, 0xc0, 0xef, ...new TextEncoder().encode('</name></Placemark></kml>')])],
    ['UTF-16', 'utf-16le', Uint8Array.from(Array.from('\uFEFF<?xml version="1.0" encoding="UTF-16"?><kml><Placemark><name>红枫里</name></Placemark></kml>').flatMap((sign) => [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8]))],
  ])('reads %s', (_, encoding, bytes) => {
    const file = read(bytes)
    expect([file.encoding?.encoding, file.layers[0]?.rows[0]?.values]).toEqual([encoding, ['红枫里']])
  })

  it.each([
    ['<kml><Document>', 'xml-broken'], ['<!DOCTYPE kml [<!ENTITY a "aaaa">]><kml/>', 'xml-doctype'], [`${'<Folder>'.repeat(70)}`, 'xml-broken'], ['', 'xml-broken'], ['hello', 'xml-broken'],
  ])('tells what is wrong with %s in one finding', (xml, code) => {
    expect(read(xml)).toMatchObject({ layers: [], findings: [{ code, severity: 'error', file: 'a.kml' }] })
    expect(read(xml).findings).toHaveLength(1)
  })

  it('says that a file without placemarks is empty, and keeps one without anything in it', () => {
    expect(read('<kml><Document><GroundOverlay><name>图</name></GroundOverlay></Document></kml>'))
      .toMatchObject({ layers: [{ name: 'a.kml', rows: [] }], findings: [{ code: 'no-data', severity: 'warning' }] })
    expect(read(kml('<Placemark/><Placemark><Style/></Placemark>'))).toMatchObject({ layers: [{ rows: [{ number: 1, geometry: null }, { number: 2, geometry: null }] }], findings: [] })
  })

  it('tells links that it does not follow, once', () => {
    const link = (href: string) => `<NetworkLink><name>x</name><Link><href>${href}</href></Link></NetworkLink>`
    const told = { code: 'link-not-followed', feature: null, params: { found: 'http://a.cn/b.kml', places: 2 } }
    const old = '<NetworkLink><Url><href>c.kml</href></Url></NetworkLink>'
    expect(read(kml(`<Placemark><name>A</name></Placemark>${link(' http://a.cn/b.kml ')}${old}`))).toMatchObject({ layers: [{ rows: [{ values: ['A'] }] }], findings: [{ ...told, severity: 'warning' }] })
    expect(read(kml(link('http://a.cn/b.kml') + old + link('')))).toMatchObject({ layers: [], findings: [{ ...told, severity: 'error' }] })
    expect(read(kml('<Placemark><Style><IconStyle><Icon><href>a.png</href></Icon></IconStyle></Style></Placemark>')).findings).toEqual([])
  })

  it('reads placemarks that a schema gave a name of their own (KML 2.1)', () => {
    const schema = '<Schema parent="Placemark" name="宗地"><SimpleField type="string" name="权利人"/></Schema><Schema name="其他"><SimpleField name="Point"/></Schema>'
    const { columns, rows } = read(kml(`${schema}<宗地><name>1</name><权利人>某厂</权利人><Point><coordinates>119,36</coordinates></Point></宗地><Placemark><name>2</name></Placemark>`)).layers[0]!
    expect([columns, rows.map(({ values, geometry }) => [values, geometry])]).toEqual([['name', '权利人'], [[['1', '某厂'], { type: 'Point', coordinates: [119, 36] }], [['2'], null]]])
  })

  it('takes nothing from an update of another file', () => {
    const update = '<NetworkLinkControl><Update><Change><Placemark targetId="a"><name>B</name></Placemark></Change></Update></NetworkLinkControl>'
    expect(read(`<kml>${update}<Placemark><name>A</name></Placemark></kml>`).layers).toMatchObject([{ rows: [{ number: 1, values: ['A'] }] }])
  })

  it('reads 20,000 shapes in no time', () => {
    const one = '<Placemark><name>A</name><Polygon><outerBoundaryIs><LinearRing><coordinates>119.2,36.4,0 119.21,36.4,0 119.21,36.41,0 119.2,36.4,0</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>'
    const start = performance.now()
    expect(read(kml(one.repeat(20_000))).layers[0]!.rows).toHaveLength(20_000)
    expect(performance.now() - start).toBeLessThan(8000)
  })
})

const hasGdal = (() => {
  try {
    return execFileSync('ogrinfo', ['--formats'], { encoding: 'utf8' }).includes('KML')
  } catch {
    console.warn('GDAL is not on this machine: KML is not compared with it')
    return false
  }
})()

describe.skipIf(!hasGdal)('readKml beside GDAL', () => {
  it.each([['a phone', OVITAL], ['Google Earth', EARTH]])('finds the same shapes in a file of %s', (_, xml) => {
    const folder = mkdtempSync(join(tmpdir(), 'kml-'))
    writeFileSync(join(folder, 'a.kml'), xml)
    const theirs = read(xml).layers.map(({ name }) => {
      const layer = name === 'a.kml' ? [] : [name.split(' / ').at(-1)!]
      const text = execFileSync('ogr2ogr', ['-f', 'GeoJSON', '-dim', 'XY', '-lco', 'COORDINATE_PRECISION=9', '/vsistdout/', join(folder, 'a.kml'), ...layer], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
      return (JSON.parse(text) as { features: { geometry: unknown }[] }).features.map(({ geometry }) => flat(geometry))
    })
    rmSync(folder, { recursive: true })
    expect(read(xml).layers.map(({ rows }) => rows.map(({ geometry }) => flat(geometry)))).toEqual(theirs)
  })
})

/** GDAL writes a multiple geometry of areas as a collection; the coordinates say the same. */
function flat(geometry: unknown): number[] {
  return (JSON.stringify(geometry).match(/-?\d+(\.\d+)?/g) ?? []).map(Number)
}
