import { shown } from '@/data/check-fields'
import { GEOJSON_GEOMETRIES, ownMember, structureMessages } from '@/data/check-structure'
import { crsOfName } from '@/data/crs/crs-list'
import { decodeText, type DecodedText } from '@/data/encoding/decode-text'
import { collectProperties } from '@/data/format/collect-properties'
import { isBbox, judgeGeometry, type JudgedGeometry } from '@/data/format/judge-geometry'
import { LIMITS } from '@/data/limits'
import type { ReaderInput } from '@/data/format/reader'
import { scanJson, type JsonScan } from '@/data/format/scan-json'
import { sequenceText } from '@/data/format/sequence-text'
import { parseJson } from '@/data/parse-json'
import type { Finding, FindingCode } from '@/domain/finding'
import type { RawLayer, SourceFile } from '@/domain/source-file'

/** Members that would make something else of a collection or feature (RFC 7946, section 7.1). */
const NOT_IN_COLLECTION = ['coordinates', 'geometries', 'geometry', 'properties']
const NOT_IN_FEATURE = ['coordinates', 'geometries', 'features']
/** Ten for each feature there may be. */
const MAX_OBJECTS = LIMITS.rows * 10

/**
 * Read GeoJSON (RFC 7946, and the `crs` member of 2008): a collection, one feature or a bare geometry, or several of them
 * one after the other (RFC 8142, or one per line).
 *
 * Every feature becomes a row. One with an error finding has no geometry, except that a ring that is not closed leaves
 * it there to be repaired. Errors outside of features leave nothing of the file.
 */
export function readGeojson(input: ReaderInput): SourceFile {
  const { text, fileEncoding, findings } = decode(input)
  const answer = (layers: readonly RawLayer[], more: readonly Finding[]): SourceFile => (
    { id: input.id, name: input.name, byteCount: input.bytes.length, format: 'geojson', encoding: fileEncoding, layers, findings: [...findings, ...more] })
  const layer = new GeojsonReading(input).read(text)
  return 'columns' in layer.result ? answer([layer.result], layer.findings) : answer([], [...layer.findings, layer.result])
}

/** JSON is UTF-8; offices have some in GBK all the same. */
function decode({ bytes, name, chosenEncoding }: ReaderInput): DecodedText {
  if (chosenEncoding === null) {
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
      return { text, fileEncoding: { encoding: 'utf-8', by: bytes[0] === 0xef ? 'mark' : 'standard', previews: [] }, findings: [] }
    } catch {
      // Not UTF-8: found out like any other text.
    }
  }
  return decodeText(bytes, name, { chosen: chosenEncoding, standard: 'utf-8' })
}

class GeojsonReading {
  private readonly findings: Finding[] = []
  private readonly input: ReaderInput
  private readonly file: string
  private vertexCount = 0
  private isOffEarth = false
  private readonly remarks = new Map<string, Finding & { params: Record<string, string | number> }>()

  constructor(input: ReaderInput) {
    this.input = input
    this.file = input.name
  }

  /** The layer, or why there is none. Other findings stand beside it. */
  read(text: string): { result: RawLayer | Finding; findings: Finding[] } {
    const result = this.readText(text)
    // While nobody knows which axis comes first, nobody knows which way round a ring is.
    if ('columns' in result && result.declaredCrs === null) this.remarks.delete('winding')
    return { result, findings: [...this.findings, ...this.remarks.values()] }
  }

  private readText(written: string): RawLayer | Finding {
    const sequence = sequenceText(written)
    const text = sequence ?? written
    const scan = scanJson(text)
    const tooMuch = this.tooMuchOf(scan)
    if (tooMuch) return tooMuch
    const { value, findings } = parseJson(text, this.file)
    if (findings[0]) return findings[0]
    const twice = new Map<number, Finding>()
    for (const { feature, name, line, places } of scan.duplicates) {
      const finding = this.error('duplicate-member', feature === null ? null : `feature ${feature}`, shown(name), { line, places })
      if (feature === null) return finding
      twice.set(feature, finding)
    }
    const features = this.featuresOf(value)
    if (!Array.isArray(features)) return features
    return this.readFeatures(sequence === null ? features : features.flatMap((each) => this.membersOf(each)), twice, value)
  }

  /** What would cost too much memory to take apart. Every vertex is a list; a feature has three objects of its own. */
  private tooMuchOf({ isTooDeep, isTooWide, featureCount, listCount, objectCount }: JsonScan): Finding | null {
    if (isTooDeep) return this.error('too-deep', null, null, { limit: LIMITS.depth })
    if (isTooWide) return this.error('column-too-many', null, null, { found: LIMITS.columns * 10, limit: LIMITS.columns })
    if (featureCount > LIMITS.rows) return this.error('row-too-many', null, null, { found: featureCount, limit: LIMITS.rows })
    if (listCount > LIMITS.vertices * 1.25) return this.error('vertex-too-many', null, null, { found: listCount, limit: LIMITS.vertices })
    return objectCount > MAX_OBJECTS ? this.error('cell-too-many', null, null, { limit: MAX_OBJECTS }) : null
  }

  /** What stands in a sequence may be any GeoJSON object. What is none is left as it is, to be told as a feature. */
  private membersOf(value: unknown): unknown[] {
    const features = this.featuresOf(value)
    return Array.isArray(features) ? features : [value]
  }

  /** The features of any GeoJSON object, or what is wrong with it. */
  private featuresOf(root: unknown): unknown[] | Finding {
    const bad = (reason: string, field: string | null, found = '') => this.error('bad-geojson', null, field, { reason, found })
    if (typeof root !== 'object' || root === null || Array.isArray(root)) return bad('root', null, shown(root))
    const type = ownMember(root, 'type')
    const kind = otherJson(root, type)
    if (kind !== null) return this.error('format-unknown', null, null, { kind })
    if (type === undefined) return bad('type-missing', 'type')
    if (type === 'Feature') return [root]
    if (type !== 'FeatureCollection') {
      const isGeometry = typeof type === 'string' && GEOJSON_GEOMETRIES.includes(type)
      return isGeometry ? [{ type: 'Feature', properties: null, geometry: root }] : bad('type', 'type', shown(type))
    }
    const foreign = NOT_IN_COLLECTION.find((name) => ownMember(root, name) !== undefined)
    if (foreign !== undefined) return bad('foreign-member', foreign, foreign)
    if (!isBbox(ownMember(root, 'bbox'))) return bad('bbox', 'bbox', shown(ownMember(root, 'bbox')))
    const features = ownMember(root, 'features')
    if (features === undefined) return bad('features-missing', 'features')
    return Array.isArray(features) ? features : bad('features-not-list', 'features', shown(features))
  }

  private readFeatures(features: readonly unknown[], twice: ReadonlyMap<number, Finding>, root: unknown): RawLayer | Finding {
    if (features.length > LIMITS.rows) return this.error('row-too-many', null, null, { found: features.length, limit: LIMITS.rows })
    const collector = collectProperties(this.file)
    for (const [index, feature] of features.entries()) {
      const duplicate = twice.get(index + 1)
      if (duplicate) this.findings.push(duplicate)
      const judged = this.judgeFeature(feature, index + 1)
      if (this.vertexCount > LIMITS.vertices) return this.error('vertex-too-many', null, null, { found: this.vertexCount, limit: LIMITS.vertices })
      const properties = ownMember(feature, 'properties')
      const isObject = typeof properties === 'object' && properties !== null && !Array.isArray(properties)
      if (!collector.add(index + 1, isObject ? properties : null, duplicate ? null : (judged?.geometry ?? null))) break
    }
    const problem = collector.problem()
    if (problem) return problem
    this.findings.push(...collector.findings())
    if (features.length === 0) this.findings.push({ ...this.error('no-data', null, null, {}), severity: 'warning' })
    return {
      id: `${this.input.id}#0`, name: this.file, kind: 'features', columns: collector.columns, rows: collector.rows, merges: [],
      ...this.crsOf(ownMember(root, 'crs')),
    }
  }

  /** Null if it has an error that leaves nothing of its shape. */
  private judgeFeature(feature: unknown, number: number): JudgedGeometry | null {
    const place = `feature ${number}`
    const members = featureProblem(feature)
    if (members) this.findings.push(this.error('bad-geojson', place, members.field, { reason: members.reason, found: members.found, places: 1 }))
    const geometry = ownMember(feature, 'geometry')
    if (geometry === null || geometry === undefined) return null
    const judged = judgeGeometry(geometry)
    this.vertexCount += judged.vertexCount
    this.isOffEarth ||= judged.isOffEarth
    for (const { code, field, params } of judged.problems) this.findings.push(this.error(code, place, field, params))
    if (members) return null
    if (judged.isWoundWrongly) this.remark('winding', place)
    if (judged.hasLongPositions) this.remark('position-long', place)
    if (judged.problems.length === 0 && judged.geometry) {
      // A second opinion that knows nothing of the first.
      const messages = structureMessages({ type: 'Feature', properties: {}, geometry: judged.geometry })
      if (messages[0] !== undefined) {
        this.findings.push(this.error('structure-invalid', place, 'geometry', { message: messages[0], places: messages.length }))
        return null
      }
    }
    return judged
  }

  /** Said once, of the first feature. */
  private remark(reason: string, feature: string): void {
    const known = this.remarks.get(reason)
    if (known) known.params['places'] = (known.params['places'] as number) + 1
    else this.remarks.set(reason, { ...this.error('bad-geojson', feature, 'geometry', {}), severity: 'warning', params: { reason, found: '', places: 1 } })
  }

  /** WGS 84 unless a member of 2008 says otherwise; nothing if the coordinates cannot be degrees. */
  private crsOf(member: unknown): Pick<RawLayer, 'declaredCrs' | 'unknownPrj'> {
    if (member === undefined) {
      return { declaredCrs: this.isOffEarth ? null : { choice: { crs: 'EPSG:4326', isSwapped: false }, by: 'standard' }, unknownPrj: null }
    }
    const properties = ownMember(member, 'properties')
    const name = ownMember(properties, 'name') ?? ownMember(properties, 'href')
    const choice = typeof name === 'string' ? crsOfName(name) : null
    if (choice) return { declaredCrs: { choice, by: 'member' }, unknownPrj: null }
    // Null says that nobody knows it (2008 specification, section 3).
    return { declaredCrs: null, unknownPrj: member === null ? null : shown(name ?? member) }
  }

  private error(code: FindingCode, feature: string | null, field: string | null, params: Finding['params']): Finding {
    return { code, severity: 'error', file: this.file, feature, field, params }
  }
}

/** Members of GeoJSON objects; without any of them a text is not meant as GeoJSON. */
const GEOJSON_MEMBERS = ['type', 'features', 'geometry', 'geometries', 'coordinates']

/** What JSON of another kind is, null if it may be GeoJSON. */
function otherJson(root: object, type: unknown): string | null {
  if (type === 'Topology') return 'topojson'
  const features = ownMember(root, 'features')
  const first: unknown = Array.isArray(features) ? features[0] : root
  // ArcGIS says attributes where GeoJSON says properties.
  if (type === undefined && (ownMember(root, 'geometryType') !== undefined || ownMember(first, 'attributes') !== undefined)) return 'esri-json'
  return GEOJSON_MEMBERS.some((name) => ownMember(root, name) !== undefined) ? null : 'json'
}

/** What is wrong with a feature apart from its geometry; the first of it. */
function featureProblem(feature: unknown): { reason: string; field: string | null; found: string } | null {
  const bad = (reason: string, field: string | null, found = '') => ({ reason, field, found })
  if (typeof feature !== 'object' || feature === null || Array.isArray(feature)) return bad('feature-not-object', null, shown(feature))
  const [type, properties, id, bbox] = ['type', 'properties', 'id', 'bbox'].map((name) => ownMember(feature, name))
  if (type !== 'Feature') return bad('feature-type', 'type', type === undefined ? '' : shown(type))
  const foreign = NOT_IN_FEATURE.find((name) => ownMember(feature, name) !== undefined)
  if (foreign !== undefined) return bad('foreign-member', foreign, foreign)
  if (properties === undefined) return bad('properties-missing', 'properties')
  if (typeof properties !== 'object' || Array.isArray(properties)) return bad('properties-not-object', 'properties', shown(properties))
  if (ownMember(feature, 'geometry') === undefined) return bad('geometry-missing', 'geometry')
  if (id !== undefined && typeof id !== 'string' && typeof id !== 'number') return bad('id', 'id', shown(id))
  return isBbox(bbox) ? null : bad('bbox', 'bbox', shown(bbox))
}
