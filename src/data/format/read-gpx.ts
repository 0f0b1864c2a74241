import { decodeText } from '@/data/encoding/decode-text'
import { encodingOfXml } from '@/data/encoding/encoding-label'
import { collectFeatures, type FeatureCollector } from '@/data/format/collect-features'
import { joinGeometries, type SimpleGeometry } from '@/data/format/join-geometries'
import { parsePosition } from '@/data/format/parse-coordinates'
import type { ReaderInput } from '@/data/format/reader'
import { walkXml, type XmlVisitor } from '@/data/format/walk-xml'
import type { SourceFile } from '@/domain/source-file'
import type { Position } from 'geojson'

/** Layers by the element that makes a feature, named as GDAL names them. */
const LAYERS = new Map([['wpt', 'waypoints'], ['rte', 'routes'], ['trk', 'tracks']])
const TEXTS = ['name', 'cmt', 'desc', 'src', 'type', 'sym', 'time', 'number']

/**
 * Read GPX 1.0 and 1.1: waypoints are points, routes lines, tracks lines of one or several segments; each kind is a layer.
 * Elevations, times of single points and extensions are left out, and so are segments of a single point.
 */
export function readGpx(input: ReaderInput): SourceFile {
  const { text, fileEncoding, findings } = decodeText(input.bytes, input.name, { chosen: input.chosenEncoding, declared: encodingOfXml(input.bytes) })
  const file: SourceFile = { id: input.id, name: input.name, byteCount: input.bytes.length, format: 'gpx', encoding: fileEncoding, layers: [], findings }
  const features = collectFeatures(input.name)
  const problem = walkXml(text, gpxVisitor(features))
  if (problem) return { ...file, findings: [...findings, { ...problem, severity: 'error', file: input.name, feature: null, field: null }] }
  const { layers, findings: found } = features.finish(input.id, input.name)
  return { ...file, layers, findings: [...findings, ...found] }
}

interface Draft {
  element: string
  number: number
  properties: [string, string][]
  parts: SimpleGeometry[]
  badCoordinates: string | null
}

function gpxVisitor(features: FeatureCollector): XmlVisitor {
  const path: string[] = []
  let draft: Draft | null = null
  let number = 0
  let buffer = ''
  let line: Position[] = []

  function openFeature(name: string, attributes: Readonly<Record<string, string>>): void {
    draft = { element: name, number: ++number, properties: [], parts: [], badCoordinates: null }
    line = []
    if (name === 'wpt') addPosition(draft, attributes)
  }
  function addPosition(target: Draft, { lon, lat }: Readonly<Record<string, string>>): void {
    const position = parsePosition(lon, lat)
    if (!position) target.badCoordinates ??= `${lon ?? ''},${lat ?? ''}`.slice(0, 30)
    else if (features.spend(1)) line.push(position)
  }
  function closeLine(target: Draft): void {
    if (line.length > 1) target.parts.push({ type: 'LineString', coordinates: line })
    line = []
  }
  function closeFeature(target: Draft): void {
    if (target.element === 'wpt' && line[0]) target.parts.push({ type: 'Point', coordinates: line[0] })
    if (target.element === 'rte') closeLine(target)
    features.add({ ...target, folder: LAYERS.get(target.element)!, geometry: joinGeometries(target.parts) })
    draft = null
  }
  return {
    open(name, attributes) {
      path.push(name)
      buffer = ''
      if (LAYERS.has(name) && path.length === 2) openFeature(name, attributes)
      else if (draft && (name === 'trkpt' || name === 'rtept')) addPosition(draft, attributes)
    },
    text(text) {
      buffer += text
    },
    close(name) {
      if (draft) {
        if (path.length === 3 && TEXTS.includes(name)) draft.properties.push([name, buffer.trim()])
        else if (name === 'trkseg') closeLine(draft)
        else if (path.length === 2) closeFeature(draft)
      }
      path.pop()
    },
    isDone: features.isFull,
  }
}
