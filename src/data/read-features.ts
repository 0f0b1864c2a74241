import { checkCoordinates, type Bounds } from '@/data/check-coordinates'
import { checkFields, DANGEROUS_KEYS, isWithheld, shown } from '@/data/check-fields'
import { GEOJSON_GEOMETRIES, ownMember, structureMessages } from '@/data/check-structure'
import { FEATURE_FIELDS, fieldsOf, GEOMETRY_TYPES, PUBLISHED_FLAG, type FeatureDatasetId, type FeatureRecords } from '@/data/fields'
import { parseJson } from '@/data/parse-json'
import type { Checked, Finding } from '@/domain/finding'
import type { Audience } from '@/domain/manifest'

export interface FeatureOptions {
  /** Path of the file, for findings. */
  file: string
  /** Area in which data may lie (of the plan); null if not known yet. */
  bounds: Bounds | null
  /** Of the file, by its manifest; `internal` if left out. */
  audience?: Audience | undefined
}

/** How often a field stands where it should not, by its name. */
type Counts = Map<string, number>

/**
 * Read one GeoJSON dataset into records of the domain.
 *
 * A feature with an error is left out and the others are used. Of a public edition neither internal fields nor
 * unpublished features are used, and either is an error.
 *
 * @returns `value` is null if the file is no FeatureCollection at all.
 */
export function readFeatures<D extends FeatureDatasetId>(
  dataset: D, text: string, options: FeatureOptions,
): Checked<FeatureRecords[D][]> {
  const { file } = options
  const json = parseJson(text, file)
  if (json.findings.length > 0) return { value: null, findings: json.findings }
  const features = ownMember(json.value, 'features')
  if (ownMember(json.value, 'type') !== 'FeatureCollection' || !Array.isArray(features)) {
    const params = { found: shown(ownMember(json.value, 'type') ?? json.value) }
    const finding: Finding = { code: 'not-a-feature-collection', severity: 'error', file, feature: null, field: 'type', params }
    return { value: null, findings: [finding] }
  }

  const findings: Finding[] = []
  const records: FeatureRecords[D][] = []
  const seen = new Map<string, number>()
  const strangers: Counts = new Map()
  const leaks: Counts = new Map()
  features.forEach((feature: unknown, index) => {
    const record = readFeature(dataset, feature, index, options, findings, strangers, leaks)
    if (record === null) return
    const earlier = seen.get(record.id)
    if (earlier === undefined) {
      seen.set(record.id, index + 1)
      records.push(record)
    } else {
      const params = { first: earlier, second: index + 1 }
      findings.push({ code: 'duplicate-id', severity: 'error', file, feature: record.id, field: 'id', params })
    }
  })
  for (const [field, count] of strangers) {
    if (count > 0) findings.push({ code: 'unknown-column', severity: 'warning', file, feature: null, field, params: { count } })
  }
  return { value: records, findings: [...findings, ...leakFindings(leaks, file)] }
}

/** One error for each internal field of a public edition. */
export function leakFindings(leaks: ReadonlyMap<string, number>, file: string): Finding[] {
  return [...leaks].map(([field, count]) => ({ code: 'internal-field', severity: 'error', file, feature: null, field, params: { count } }))
}

function readFeature<D extends FeatureDatasetId>(
  dataset: D, feature: unknown, index: number, { file, bounds, audience = 'internal' }: FeatureOptions,
  findings: Finding[], strangers: Counts, leaks: Counts,
): FeatureRecords[D] | null {
  const properties = ownMember(feature, 'properties')
  const id = ownMember(properties, 'id')
  const place = { file, feature: typeof id === 'string' && id !== '' ? shown(id) : `feature ${index + 1}` }
  const problems = geometryProblems(dataset, feature, bounds)
  for (const problem of problems) findings.push({ ...problem, ...place, severity: 'error' })
  if (typeof properties !== 'object' || properties === null || Array.isArray(properties)) return null

  for (const key of Object.keys(properties)) {
    if (DANGEROUS_KEYS.includes(key)) {
      // Said once, of the first: a file that has it may have it everywhere.
      if (!strangers.has(key)) findings.push({ code: 'dangerous-key', severity: 'warning', ...place, field: key, params: {} })
      strangers.set(key, 0)
    } else if (!Object.hasOwn(FEATURE_FIELDS[dataset], key)) {
      count(strangers, key)
    }
  }
  for (const [name, field] of fieldsOf(FEATURE_FIELDS[dataset])) {
    if (isWithheld(field, audience) && (ownMember(properties, name) ?? null) !== null) count(leaks, name)
  }
  const record = checkFields<Omit<FeatureRecords[D], 'geometry'>>(FEATURE_FIELDS[dataset], properties, place, findings, '', audience)
  if (record === null || problems.length > 0) return null
  const flag = PUBLISHED_FLAG[dataset]
  if (audience === 'public' && flag !== undefined && ownMember(record, flag) !== true) {
    count(leaks, flag)
    return null
  }
  const { type, coordinates } = ownMember(feature, 'geometry') as { type: string; coordinates: unknown }
  return { ...record, geometry: { type, coordinates } } as unknown as FeatureRecords[D]
}

function count(counts: Counts, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}

/** What is wrong with type, structure and coordinates of a feature; its fields are judged apart. */
export function geometryProblems(
  dataset: FeatureDatasetId, feature: unknown, bounds: Bounds | null,
): Pick<Finding, 'code' | 'field' | 'params'>[] {
  const geometry = ownMember(feature, 'geometry')
  const type = ownMember(geometry, 'type')
  const allowed: readonly string[] = GEOMETRY_TYPES[dataset]
  const isKnown = typeof type === 'string' && GEOJSON_GEOMETRIES.includes(type)
  if (geometry === null || (isKnown && !allowed.includes(type))) {
    const params = { found: shown(type ?? null), allowed: allowed.join(', ') }
    return [{ code: 'wrong-geometry-type', field: 'geometry', params }]
  }
  const own = isKnown ? checkCoordinates(type, ownMember(geometry, 'coordinates'), bounds) : []
  // A structure that is nested too deep is not shown to the library.
  if (own.some(({ code }) => code === 'too-deep')) return own
  const messages = structureMessages(feature).filter((text) => !isSaidBetter(text, own))
  const [message] = messages
  if (message === undefined) return own
  const params = { message, places: messages.length }
  return [...own, { code: 'structure-invalid', field: structureField(message), params }]
}

/** What the library says in general words and an own rule has said with place and value. */
const SAID_BY: readonly [RegExp, Finding['code']][] = [
  [/first and last positions/, 'ring-unclosed'],
  [/at least four positions/, 'ring-too-short'],
  [/^cannot be read/, 'ring-too-short'],
  [/Item null/, 'not-finite'],
]

function isSaidBetter(message: string, own: readonly Pick<Finding, 'code'>[]): boolean {
  return SAID_BY.some(([pattern, code]) => pattern.test(message) && own.some((problem) => problem.code === code))
}

function structureField(message: string): string {
  return /^(type|properties|geometry)/.exec(message)?.[1] ?? 'geometry'
}
