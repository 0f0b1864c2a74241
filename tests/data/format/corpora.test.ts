import { existsSync, readFileSync } from 'node:fs'
import { basename, extname } from 'node:path'
import type { FeatureCollection, Geometry } from 'geojson'
import { describe, expect, it } from 'vitest'
import { windRings } from '@/analysis/shape/wind-rings'
import { readSources } from '@/data/import/read-sources'
import type { RawLayer, SourceFile } from '@/domain/source-file'

/** Files written by others, beside the project; a plain clone has none and says so by skipping. */
const FOLDER = '../shared/corpora'
const isThere = existsSync(`${FOLDER}/verdicts.json`)

interface Verdict {
  corpus: string
  path: string
  verdict: string
  features?: number
  expected_json?: string
}
const verdicts = isThere ? (JSON.parse(readFileSync(`${FOLDER}/verdicts.json`, 'utf8')) as Verdict[]) : []
const of = (corpus: string, ...stated: string[]) => verdicts.filter((each) => each.corpus === corpus && stated.includes(each.verdict)).map(({ path }) => path)
const bytesOf = (path: string) => new Uint8Array(readFileSync(`${FOLDER}/${path}`))
const jsonOf = (path: string) => JSON.parse(readFileSync(`${FOLDER}/${path}`, 'utf8')) as unknown

async function read(...paths: string[]): Promise<SourceFile> {
  const sources = await readSources(paths.map((path) => ({ name: basename(path), bytes: bytesOf(path) })), { encodings: {} })
  expect(sources).toHaveLength(1)
  return sources[0]!
}
const errors = ({ findings }: SourceFile) => findings.filter(({ severity }) => severity === 'error')

describe.skipIf(!isThere)(`geojsonhint in ${FOLDER}`, () => {
  it('is there as a whole', () => {
    expect([of('geojsonhint', 'valid').length, of('geojsonhint', 'valid-with-warning').length, of('geojsonhint', 'invalid').length]).toEqual([19, 3, 40])
  })

  it.each(of('geojsonhint', 'valid'))('finds no error in %s', async (path) => {
    const source = await read(path)
    expect(errors(source)).toEqual([])
    expect(source.layers[0]!.rows.length).toBeGreaterThan(0)
  })

  it.each(of('geojsonhint', 'valid-with-warning'))('only warns of %s', async (path) => {
    const source = await read(path)
    expect(errors(source)).toEqual([])
    expect(source.findings).toMatchObject([{ severity: 'warning', feature: 'feature 1' }])
    expect(source.layers[0]!.rows[0]!.geometry).not.toBeNull()
  })

  it.each(of('geojsonhint', 'invalid'))('finds an error in %s, and where', async (path) => {
    const source = await read(path)
    const [first] = errors(source)
    expect(first).toBeDefined()
    expect(source.findings.every(({ code }) => code !== 'reader-failed')).toBe(true)
    // A feature is named, or nothing of the file is used.
    if (first!.feature === null) expect(source.layers).toEqual([])
    else expect(first!.feature).toMatch(/^feature [1-9]\d*$/)
  })
})

/** As the corpus writes features: without empty values and the numbers of a GIS program, days without hyphens. */
function featuresOf(layer: RawLayer): unknown[] {
  return layer.rows.map(({ values, geometry }) => ({
    properties: Object.fromEntries(layer.columns.map((column, i) => [column, values[i] ?? null] as const)
      .filter(([column, value]) => column !== 'FID' && value !== null)
      .map(([column, value]) => [column, typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? value.replaceAll('-', '') : value])),
    geometry,
  }))
}
/** Polygons of the corpus are wound as in the shapefile, ours as RFC 7946 wants them. */
function expectedFeatures(path: string): unknown[] {
  const { features } = jsonOf(path) as FeatureCollection
  return features.map(({ properties, geometry }) => ({
    properties: Object.fromEntries(Object.entries(properties ?? {}).filter(([, value]) => value !== null)), geometry: (geometry as Geometry | null) && wound(geometry),
  }))
}
function wound(geometry: Geometry): Geometry {
  if (geometry.type === 'Polygon') return { type: 'Polygon', coordinates: windRings(geometry.coordinates) }
  return geometry.type === 'MultiPolygon' ? { type: 'MultiPolygon', coordinates: geometry.coordinates.map(windRings) } : geometry
}

describe.skipIf(!isThere)(`mbostock-shapefile in ${FOLDER}`, () => {
  const shapefiles = verdicts.filter(({ corpus, verdict }) => corpus === 'mbostock-shapefile' && verdict === 'valid')
  const partsOf = (path: string, ...extensions: string[]) => extensions.map((extension) => `${path.slice(0, -extname(path).length)}.${extension}`).filter((part) => existsSync(`${FOLDER}/${part}`))

  it('is there as a whole', () => {
    expect(shapefiles).toHaveLength(20)
  })

  it.each(shapefiles)('gives what is stated of $path, with and without index', async ({ path, features, expected_json }) => {
    const table = basename(path).startsWith('ignore-properties') ? [] : partsOf(path, 'dbf', 'prj', 'cpg')
    for (const index of [[], partsOf(path, 'shx')]) {
      const source = await read(path, ...table, ...index)
      expect(errors(source)).toEqual([])
      expect(source.layers[0]!.rows).toHaveLength(features!)
      expect(featuresOf(source.layers[0]!)).toEqual(expectedFeatures(`mbostock-shapefile/${expected_json}`))
    }
  })

  it('reads the encodings that are stated', async () => {
    const encoding = async (path: string) => (await read(...partsOf(`mbostock-shapefile/${path}.shp`, 'shp', 'dbf', 'cpg'))).encoding?.encoding
    expect([await encoding('latin1-property'), await encoding('utf8-property')]).toEqual(['windows-1252', 'utf-8'])
  })
})

/** The corpus contradicts itself: its csv has another telephone number than its json. The file is right. */
const CONTRADICTION = { 'Contact Phone Number': '2095257564' }

describe.skipIf(!isThere)(`csv-spectrum in ${FOLDER}`, () => {
  it.each(verdicts.filter(({ corpus, verdict }) => corpus === 'csv-spectrum' && verdict === 'valid'))('gives what is stated of $path', async ({ path, expected_json }) => {
    const source = await read(path)
    expect(errors(source)).toEqual([])
    const [header, ...rows] = source.layers[0]!.rows.map(({ values }) => values)
    const records = rows.map((values) => Object.fromEntries(header!.map((name, i) => [name, values[i] ?? ''])))
    const expected = jsonOf(`csv-spectrum/${expected_json}`)
    const stated = Array.isArray(expected) ? (expected as unknown[]) : [expected]
    expect(records).toEqual(path.endsWith('location_coordinates.csv') ? stated.map((record) => ({ ...(record as object), ...CONTRADICTION })) : stated)
  })
})
