import { zipSync } from 'fflate'
import { writeDbf } from '@/data/export/write-dbf'
import { writeShp } from '@/data/export/write-shp'
import type { DroppedFile } from '@/domain/source-file'
import { filesOf, smallGeodata } from '../fixtures/small-geodata'
import type { Geometry } from 'geojson'

export const FUZZ_FORMATS = ['geojson', 'shp', 'dbf', 'zip', 'kml', 'kmz', 'gpx', 'csv', 'xlsx', 'import'] as const
/** `import`: files of a bureau, read and then judged against a small town. */
export type FuzzFormat = (typeof FUZZ_FORMATS)[number]

/** Files that belong together; the first is changed, the others stay. */
export type FuzzSeed = readonly DroppedFile[]

const text = (content: string): Uint8Array => new TextEncoder().encode(content)
const file = (name: string, content: string | Uint8Array): DroppedFile => ({ name, bytes: typeof content === 'string' ? text(content) : content })
const pack = (entries: Record<string, string | Uint8Array>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(entries).map(([name, content]) => [name, typeof content === 'string' ? text(content) : content])), { mtime: '2024-06-15' })

const AREA: Geometry = { type: 'Polygon', coordinates: [[[119.2, 36.4], [119.21, 36.4], [119.21, 36.41], [119.2, 36.4]], [[119.203, 36.402], [119.204, 36.403], [119.204, 36.402], [119.203, 36.402]]] }
const AREAS: Geometry = { type: 'MultiPolygon', coordinates: [[[[0, 0], [1, 0], [1, 1], [0, 0]]], [[[2, 0], [3, 0], [3, 1], [2, 0]]]] }
const LINE: Geometry = { type: 'LineString', coordinates: [[119.2, 36.4], [119.3, 36.5]] }
const POINT: Geometry = { type: 'Point', coordinates: [119.2, 36.4] }
const PRJ = 'GEOGCS["China Geodetic Coordinate System 2000",DATUM["China_2000",SPHEROID["CGCS2000",6378137,298.257222101]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4490"]]'
const ALL: Geometry = { type: 'GeometryCollection', geometries: [POINT, LINE, { type: 'MultiPoint', coordinates: [[1, 2]] }, { type: 'MultiLineString', coordinates: [[[1, 2], [3, 4]]] }] }

const geojson = (...geometries: (Geometry | null)[]): string => JSON.stringify({
  type: 'FeatureCollection', name: '小区', crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' } },
  features: geometries.map((geometry, at) => ({ type: 'Feature', id: at, properties: { 名称: `红枫里${at}`, 户数: 126, 已建: true, 备注: null, 明细: { a: [1] } }, geometry })),
})
const KML = `<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>x</name><Folder><name>小区</name><Placemark><name>A</name><description><![CDATA[<b>1</b>]]></description>
<ExtendedData><Data name="户数"><value>126</value></Data><SchemaData><SimpleData name="面积">12.5</SimpleData></SchemaData></ExtendedData><Polygon><outerBoundaryIs><LinearRing><coordinates>119.2,36.4,0 119.21,36.4,0 119.21,36.41,0 119.2,36.4,0</coordinates></LinearRing></outerBoundaryIs>
<innerBoundaryIs><LinearRing><coordinates>119.203,36.402 119.204,36.402 119.204,36.403 119.203,36.402</coordinates></LinearRing></innerBoundaryIs></Polygon></Placemark></Folder>
<Placemark><gx:Track><when>2024</when><gx:coord>119.2 36.4 1</gx:coord><gx:coord>119.3 36.5 1</gx:coord></gx:Track></Placemark><Placemark><MultiGeometry><Point><coordinates>1,2</coordinates></Point><LineString><coordinates>1,2 3,4</coordinates></LineString></MultiGeometry></Placemark></Document></kml>`
const GPX = '<?xml version="1.0"?><gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"><wpt lat="36.4" lon="119.2"><name>门</name><time>2024-06-15T01:00:00Z</time></wpt><rte><name>r</name><rtept lat="36.4" lon="119.2"/><rtept lat="36.5" lon="119.3"/></rte>'
  + '<trk><name>t</name><trkseg><trkpt lat="36.4" lon="119.2"><ele>1</ele></trkpt><trkpt lat="36.5" lon="119.3"/></trkseg></trk></gpx>'
/** 小区,户数 / 红枫里,126 in GBK. */
const GBK = Uint8Array.from([0xd0, 0xa1, 0xc7, 0xf8, 0x2c, 0xbb, 0xa7, 0xca, 0xfd, 0x0a, 0xba, 0xec, 0xb7, 0xe3, 0xc0, 0xef, 0x2c, 0x31, 0x32, 0x36, 0x0a])
const CSV = '小区名称,户数,"建筑面积(㎡)",日期\r\n红枫里,126,"12,500.5",2024-06-15\r\n"西园 ""二期""",88,"1\n2",\r\n合计,214,,\r\n'

function xlsx(): Uint8Array {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  return pack({
    '_rels/.rels': `<Relationships><Relationship Id="a" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': '<workbook xmlns:r="r"><workbookPr date1904="0"/><sheets><sheet name="台账" sheetId="1" r:id="a"/><sheet name="b" sheetId="2" state="hidden" r:id="a"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="a" Type="${office}/worksheet" Target="s.xml"/><Relationship Id="b" Type="${office}/sharedStrings" Target="t.xml"/><Relationship Id="c" Type="${office}/styles" Target="y.xml"/></Relationships>`,
    'xl/t.xml': '<sst><si><t>小区</t></si><si><r><t>户</t></r><r><t>数</t></r><rPh><t>x</t></rPh></si></sst>',
    'xl/y.xml': '<styleSheet><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="176"/><xf numFmtId="9"/></cellXfs></styleSheet>',
    'xl/s.xml': '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>红枫里</t></is></c><c r="B2"><f>1+1</f><v>126</v></c><c r="C2" s="1"><v>45458</v></c><c r="D2" s="2"><v>0.65</v></c>'
      + '<c r="E2" t="b"><v>1</v></c><c r="F2" t="e"><v>#REF!</v></c><c r="G2" t="str"><f>A1</f><v>x</v></c><c r="H2" t="d"><v>2024-06-15</v></c></row></sheetData><mergeCells><mergeCell ref="A3:B3"/></mergeCells></worksheet>',
  })
}

function shapefile(kind: 'point' | 'line' | 'polygon', geometry: Geometry): FuzzSeed {
  return [file('a.shp', writeShp(kind, [geometry]).shp), file('a.dbf', table(1)), file('a.prj', PRJ), file('a.cpg', 'UTF-8')]
}
function table(count: number): Uint8Array {
  const rows = Array.from({ length: count }, () => ['红枫里', 126.5, 19_889, true])
  return writeDbf([{ name: 'NAME', kind: 'text' }, { name: 'HH', kind: 'number' }, { name: 'DAY', kind: 'day' }, { name: 'OK', kind: 'flag' }], rows, 19_889).bytes
}
function zips(): FuzzSeed[] {
  const [shp, dbf] = [writeShp('polygon', [AREA]).shp, table(1)]
  return [[file('a.zip', pack({ '图层/a.shp': shp, '图层/a.dbf': dbf, '图层/a.prj': PRJ }))], [file('a.zip', pack({ 'a.geojson': geojson(POINT), 'b.csv': CSV, 'c.kml': KML }))]]
}

/** What is brought to the small town of the fixtures: its own layers and tables with the headers of an office. */
function imports(): FuzzSeed[] {
  const town = filesOf(smallGeodata())
  const own = ['communities.geojson', 'buildings.geojson', 'spare-spaces.geojson', 'facilities.geojson', 'baseline.csv', 'ledger.csv'].map((name): FuzzSeed => [file(name, town.get(name)!)])
  return [
    ...own,
    [file('台账.csv', '改造台账,,,\n小区名称,户数,建筑面积(万㎡),开工时间\n国槐里,50,0.6,2024.6.15\n海棠里小区,24,0.3,2024年7月1日\n合计,74,0.9,\n')],
    [file('点.csv', '名称,经度,纬度,户数\n国槐里,119.191,36.431,50\n紫薇里,119.192,36.432,12\n')],
    [file('进度.csv', '小区名称,改造内容,完成比例,填报日期\n国槐里,供水管网,65%,2024-08-03\n海棠里,供水管网,0.5,2024-08-03\n')],
  ]
}

/** Small valid files of a format; together they use every feature of it that is read. */
export function seedsOf(format: FuzzFormat): FuzzSeed[] {
  switch (format) {
    case 'geojson': return [[file('a.geojson', geojson(AREA, null, AREAS))], [file('a.json', geojson(ALL, LINE))], [file('a.geojson', JSON.stringify(POINT))]]
    case 'shp': return [shapefile('polygon', AREAS), shapefile('polygon', AREA), shapefile('line', LINE), shapefile('point', POINT)]
    case 'dbf': return [[file('a.dbf', table(2))], [file('a.dbf', table(1)), ...shapefile('point', POINT).filter(({ name }) => name !== 'a.dbf')]]
    case 'zip': return zips()
    case 'kml': return [[file('a.kml', KML)]]
    case 'kmz': return [[file('a.kmz', pack({ 'doc.kml': KML, 'files/a.png': new Uint8Array(9) }))]]
    case 'gpx': return [[file('a.gpx', GPX)]]
    case 'csv': return [[file('a.csv', CSV)], [file('a.csv', GBK)], [file('a.tsv', '\uFEFFa\tb\n1\t2\n')]]
    case 'xlsx': return [[file('a.xlsx', xlsx())]]
    case 'import': return imports()
  }
}
