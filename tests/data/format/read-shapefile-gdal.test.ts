import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson'
import { afterAll, describe, expect, it } from 'vitest'
import { readSources } from '@/data/import/read-sources'

/** GDAL writes the shapefiles; without it this says so by skipping. */
const hasGdal = spawnSync('ogr2ogr', ['--version']).status === 0

const ring = (x: number, y: number, size: number): Position[] => [[x, y], [x + size, y], [x + size, y + size], [x, y + size], [x, y]]
const hole = (x: number, y: number, size: number): Position[] => [...ring(x, y, size)].reverse()
const area = (geometry: Polygon | MultiPolygon, properties: Feature['properties']): Feature => ({ type: 'Feature', properties, geometry })
const FEATURES: Feature[] = [
  area({ type: 'Polygon', coordinates: [ring(0, 0, 40), hole(5, 5, 20), hole(30, 30, 5)] }, { name: '红枫里小区', households: 120, areaM2: 12345.75, day: '2024-06-15' }),
  // An island in the hole of an island, and a pond on it.
  area({ type: 'MultiPolygon', coordinates: [[ring(0, 0, 40), hole(5, 5, 20)], [ring(10, 10, 5), hole(12, 12, 1)]] }, { name: '供销社宿舍', households: 36, areaM2: 0.5, day: null }),
  area({ type: 'MultiPolygon', coordinates: [[ring(50, 50, 4)], [ring(60, 60, 4)]] }, { name: '“青云”学府（一期）', households: null, areaM2: -1.25, day: '1999-12-31' }),
]

describe.skipIf(!hasGdal)('shapefiles of GDAL (ogr2ogr)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gdal-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'in.geojson'), JSON.stringify({ type: 'FeatureCollection', features: FEATURES }))

  async function through(name: string, ...args: string[]) {
    execFileSync('ogr2ogr', ['-f', 'ESRI Shapefile', join(folder, name), join(folder, 'in.geojson'), '-nln', 'out', ...args], { stdio: 'pipe' })
    const files = readdirSync(join(folder, name)).map((part) => ({ name: part, bytes: new Uint8Array(readFileSync(join(folder, name, part))) }))
    const [source, ...others] = await readSources(files, { encodings: {} })
    expect(others).toEqual([])
    return source!
  }

  it.each([['utf8', 'UTF-8', 'utf-8'], ['gbk', 'GBK', 'gb18030']])('are read as they were written (%s)', async (name, written, encoding) => {
    const source = await through(name, '-lco', `ENCODING=${written}`, '-t_srs', 'EPSG:4326')
    expect(source).toMatchObject({ findings: [], encoding: { encoding, by: 'declared' }, layers: [{ declaredCrs: { choice: { crs: 'EPSG:4326', isSwapped: false } } }] })
    const [layer] = source.layers
    expect(layer!.columns).toEqual(['name', 'households', 'areaM2', 'day'])
    expect(layer!.rows.map(({ values }) => layer!.columns.map((_, i) => values[i] ?? null))).toEqual(FEATURES.map(({ properties }) => Object.values(properties!) as unknown[]))
    expect(layer!.rows.map(({ geometry }) => geometry)).toEqual(FEATURES.map(({ geometry }) => geometry))
  })

  it('are read in Gauss-Krüger coordinates with height', async () => {
    const source = await through('gk', '-s_srs', 'EPSG:4549', '-a_srs', 'EPSG:4549', '-dim', 'XYZ')
    expect(source.findings).toEqual([])
    expect(source.layers[0]).toMatchObject({ declaredCrs: { choice: { crs: 'EPSG:4549', isSwapped: false }, by: 'prj' } })
    expect(source.layers[0]!.rows.map(({ geometry }) => geometry)).toEqual(FEATURES.map(({ geometry }) => geometry))
  })
})
