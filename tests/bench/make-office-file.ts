import { writeZip } from '@/data/archive/write-zip'
import type { DroppedFile } from '@/domain/source-file'
import { makeDbf, makeShp, partsRecord } from '../fixtures/make-shapefile'

export const OFFICE_FORMATS = ['geojson', 'shapefile', 'csv', 'kml'] as const
export type OfficeFormat = (typeof OFFICE_FORMATS)[number]

const CORNERS = 40
const FILE_NAMES: Record<OfficeFormat, string> = { geojson: 'buildings.geojson', shapefile: 'buildings.zip', csv: 'ledger.csv', kml: 'buildings.kml' }
/** Bytes of one feature or row, about. */
const FEATURE_BYTES: Record<OfficeFormat, number> = { geojson: 1100, shapefile: 780, csv: 108, kml: 1150 }

/** A file of about so many MB (unpacked) as an office has it: outlines with five attributes, or lines of a ledger. */
export function makeOfficeFile(format: OfficeFormat, megabytes: number): DroppedFile {
  const count = Math.ceil((megabytes * 1024 * 1024) / FEATURE_BYTES[format])
  const features = Array.from({ length: count }, (_, i) => i)
  return { name: FILE_NAMES[format], bytes: MAKERS[format](features) }
}

/** An outline of 40 corners, clockwise. */
function outline(i: number): [number, number][] {
  const [x, y] = [119.1 + (i % 100) * 0.001, 36.3 + Math.floor(i / 100) * 0.0005]
  const ring = Array.from({ length: CORNERS }, (_, k): [number, number] => {
    const angle = (-2 * Math.PI * k) / CORNERS
    return [Number((x + Math.cos(angle) * 0.0004).toFixed(8)), Number((y + Math.sin(angle) * 0.0002).toFixed(8))]
  })
  return [...ring, ring[0]!]
}

const utf8 = (parts: readonly string[], joint = ''): Uint8Array => new TextEncoder().encode(parts.join(joint))
const MAKERS: Record<OfficeFormat, (features: readonly number[]) => Uint8Array> = {
  geojson: (features) => utf8(['{"type":"FeatureCollection","features":[', features.map((i) => JSON.stringify({
    type: 'Feature', properties: { name: `${i}号楼`, community: `小区${i % 35}`, floors: 5 + (i % 3), households: 36, floorAreaM2: 4125.5 },
    geometry: { type: 'Polygon', coordinates: [outline(i).reverse()] },
  })).join(), ']}']),
  shapefile: (features) => writeZip([
    { name: 'buildings.shp', bytes: makeShp(5, features.map((i) => partsRecord(5, [outline(i)]))) },
    { name: 'buildings.dbf', bytes: makeDbf([{ name: 'NAME', type: 'C', width: 20 }, { name: 'HH', type: 'N', width: 6 }], features.map((i) => [`building ${i}`, '36'])) },
  ]),
  csv: (features) => utf8(['小区名称,楼栋号,改造内容,完成比例,填报日期,备注', ...features.map((i) => `小区${i % 35},${i % 12}号楼,屋面防水及保温改造,${i % 100}%,2024年6月${1 + (i % 28)}日,无特殊情况${i}`)], '\r\n'),
  kml: (features) => utf8(['<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document>', ...features.map((i) =>
    `<Placemark><name>${i}号楼</name><ExtendedData><Data name="households"><value>36</value></Data></ExtendedData><Polygon><outerBoundaryIs><LinearRing><coordinates>`
    + `${outline(i).reverse().map((corner) => corner.join()).join(' ')}</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>\n`), '</Document></kml>']),
}
