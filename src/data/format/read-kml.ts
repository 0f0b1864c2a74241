import { shown } from '@/data/check-fields'
import { decodeText } from '@/data/encoding/decode-text'
import { encodingOfXml } from '@/data/encoding/encoding-label'
import { collectFeatures, type FeatureCollector } from '@/data/format/collect-features'
import { joinGeometries, type SimpleGeometry } from '@/data/format/join-geometries'
import { parseCoordinates, parsePosition } from '@/data/format/parse-coordinates'
import type { ReaderInput } from '@/data/format/reader'
import { walkXml, type XmlVisitor } from '@/data/format/walk-xml'
import type { Finding } from '@/domain/finding'
import type { SourceFile } from '@/domain/source-file'
import type { Position } from 'geojson'

/** Texts of a placemark that become columns of the same name; HTML in them stays text. */
const TEXTS = ['name', 'description', 'address', 'phoneNumber']
const TIMES = ['when', 'begin', 'end']

/**
 * Read KML 2.0 to 2.3 (OGC 07-147r2, 12-007r2) and Google's `gx` tracks: every folder with placemarks is a layer named by
 * its path; beyond eight all are one layer with a column `folder`. Columns are name, description and the extended data
 * (`Data` and `SchemaData`). Altitudes, styles and overlays are left out. Prefixes need not be declared: some phones
 * forget. Links to other files are not followed, and told.
 *
 * @param archive - `names` of all files in the same archive, which are read as well: a link to one of them needs no word;
 *   `countBefore` placemarks in those that were read before, from which numbers go on.
 */
export function readKml(input: ReaderInput, archive: { names: readonly string[]; countBefore: number } = { names: [], countBefore: 0 }): SourceFile {
  const { text, fileEncoding, findings } = decodeText(input.bytes, input.name, { chosen: input.chosenEncoding, declared: encodingOfXml(input.bytes) })
  const file: SourceFile = { id: input.id, name: input.name, byteCount: input.bytes.length, format: 'kml', encoding: fileEncoding, layers: [], findings }
  const features = collectFeatures(input.name)
  const links: string[] = []
  const problem = walkXml(text, kmlVisitor(features, links, archive.countBefore))
  if (problem) return { ...file, findings: [...findings, { ...problem, severity: 'error', file: input.name, feature: null, field: null }] }
  const { layers, findings: found } = features.finish(input.id, input.name)
  const elsewhere = links.filter((link) => !archive.names.some((name) => name.endsWith(link.replace(/^\.\/|#.*$/g, ''))))
  if (elsewhere[0] === undefined) return { ...file, layers, findings: [...findings, ...found] }
  // What holds nothing but links has its data elsewhere: nothing of them was read.
  const isEmpty = found.some(({ code }) => code === 'no-data')
  const told: Finding = { code: 'link-not-followed', severity: isEmpty ? 'error' : 'warning', file: input.name, feature: null, field: null, params: { found: shown(elsewhere[0]), places: elsewhere.length } }
  return { ...file, layers: isEmpty ? [] : layers, findings: [...findings, ...(isEmpty ? [] : found), told] }
}

/** What is being read of one placemark. */
interface Placemark {
  number: number
  properties: [string, string][]
  parts: SimpleGeometry[]
  badCoordinates: string | null
}

/** @param links - Takes the addresses of network links. */
function kmlVisitor(features: FeatureCollector, links: string[], countBefore: number): XmlVisitor {
  const path: string[] = []
  const folders: string[] = []
  /** Elements that a schema of KML 2.1 makes placemarks of, and those that hold their fields. */
  const ownPlacemarks = new Set<string>()
  const ownFields = new Set<string>()
  let isOwnSchema = false
  let placemark: Placemark | null = null
  let number = countBefore
  let buffer = ''
  let dataName = ''
  let rings: { outer: Position[] | null; inner: Position[][] } | null = null
  let track: Position[] | null = null
  let textDepth = 0 // depth of the text or update that is open: markup inside it is left out, its text is kept

  function readPositions(text: string): Position[] {
    const { positions, bad } = parseCoordinates(text, features.vertexBudget())
    if (bad !== null && placemark) placemark.badCoordinates ??= bad
    return features.spend(positions.length) ? positions : []
  }
  function closeCoordinates(target: Placemark): void {
    const positions = readPositions(buffer)
    const [boundary, shape] = path.slice(-3)
    if (positions.length === 0) return
    if (rings && shape === 'LinearRing') {
      if (boundary === 'outerBoundaryIs') rings.outer = positions
      else if (boundary === 'innerBoundaryIs') rings.inner.push(positions)
    } else if (shape === 'Point') target.parts.push({ type: 'Point', coordinates: positions[0]! })
    else if (positions.length < 2) target.badCoordinates ??= buffer.trim().slice(0, 30)
    else if (shape === 'LineString' || shape === 'LinearRing') target.parts.push({ type: 'LineString', coordinates: positions })
  }
  function closeCoord(target: Placemark): void {
    const [longitude, latitude] = buffer.trim().split(/\s+/)
    const position = parsePosition(longitude, latitude)
    if (!position) target.badCoordinates ??= buffer.trim().slice(0, 30)
    else if (features.spend(1)) track!.push(position)
  }
  function closeInPlacemark(target: Placemark, name: string, parent: string | undefined): void {
    if (parent === 'Placemark' && (TEXTS.includes(name) || ownFields.has(name))) target.properties.push([name, buffer.trim()])
    else if (TIMES.includes(name) && (parent === 'TimeStamp' || parent === 'TimeSpan')) target.properties.push([name, buffer.trim()])
    else if ((name === 'value' && parent === 'Data') || name === 'SimpleData') target.properties.push([dataName, buffer.trim()])
    else if (name === 'coordinates') closeCoordinates(target)
    else if (name === 'coord' && track) closeCoord(target)
    else if (name === 'Polygon' && rings) {
      if (rings.outer) target.parts.push({ type: 'Polygon', coordinates: [rings.outer, ...rings.inner] })
      else if (rings.inner.length > 0) target.badCoordinates ??= 'innerBoundaryIs'
      rings = null
    } else if (name === 'Track' && track) {
      // Of a phone that stood still there is a single point, which is no line.
      if (track.length > 1) target.parts.push({ type: 'LineString', coordinates: track })
      track = null
    } else if (name === 'Placemark') {
      const folder = folders.filter((part) => part !== '').join(' / ')
      features.add({ ...target, folder, geometry: joinGeometries(target.parts) })
      placemark = null
    }
  }
  function openSchema(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'Schema') isOwnSchema = attributes['parent'] === 'Placemark'
    if (isOwnSchema) (name === 'Schema' ? ownPlacemarks : ownFields).add(attributes['name'] ?? '')
  }
  const plainName = (name: string): string => (ownPlacemarks.has(name) ? 'Placemark' : name)
  return {
    open(written, attributes) {
      const name = plainName(written)
      path.push(name)
      if (textDepth > 0) return
      buffer = ''
      // An update tells another program what to change; it holds no features.
      if (name === 'Update' || (placemark && TEXTS.includes(name))) textDepth = path.length
      if (name === 'Folder') folders.push('')
      else if (name === 'Placemark') placemark = { number: ++number, properties: [], parts: [], badCoordinates: null }
      else if (name === 'Data' || name === 'SimpleData') dataName = attributes['name'] ?? ''
      else if (name === 'Polygon') rings = { outer: null, inner: [] }
      else if (name === 'Track') track = []
      else if (name === 'Schema' || name === 'SimpleField') openSchema(name, attributes)
    },
    text(text) {
      buffer += text
    },
    close(written) {
      const name = plainName(written)
      if (textDepth > 0 && path.length > textDepth) return void path.pop()
      textDepth = 0
      const parent = path.at(-2)
      if (placemark) closeInPlacemark(placemark, name, parent)
      else if (name === 'name' && parent === 'Folder') folders[folders.length - 1] = buffer.trim()
      else if (name === 'Folder') folders.pop()
      else if (name === 'href' && path.at(-3) === 'NetworkLink' && buffer.trim() !== '') links.push(buffer.trim())
      path.pop()
    },
    isDone: features.isFull,
  }
}
