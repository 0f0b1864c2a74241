import type { Feature, FeatureCollection, Position } from 'geojson'
import Papa from 'papaparse'
import readXlsxFile from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import type { RecordDataset } from '@/data/export/choice-words'
import { shapefileColumns } from '@/data/export/dataset-shapefile'
import { datasetSheet } from '@/data/export/dataset-sheet'
import { exportableDatasets, exportDatasets } from '@/data/export/export-dataset'
import { plainCell } from '@/data/export/sheet'
import { FEATURE_FIELDS, fieldsOf, type FeatureDatasetId } from '@/data/fields'
import { guardFormula } from '@/data/formula-guard'
import type { CrsId } from '@/domain/crs'
import { hasGdal, readShapefile, readWithGdal, unzipped } from '../../fixtures/other-readers'
import { shippedSource } from '../../fixtures/shipped-folder'

const source = shippedSource()
const FEATURES = exportableDatasets(source, 'geojson') as FeatureDatasetId[]
const options = { crs: 'EPSG:4490' as CrsId, language: 'zh' as const }
if (!hasGdal) console.warn('GDAL is not installed: Shapefiles are read back by the shapefile package alone')

/** Records by id as GeoJSON geometry and the short names of a shapefile have them. */
function expectedOf(dataset: FeatureDatasetId): Map<string, Record<string, unknown>> {
  const columns = shapefileColumns(dataset)
  const fields = fieldsOf(FEATURE_FIELDS[dataset])
  const records = source.values[dataset] as unknown as Record<string, unknown>[]
  return new Map(records.map((record) => [String(record.id), Object.fromEntries(fields.map(([name], at) => {
    const value = record[name]
    return [columns[at]!.name, Array.isArray(value) ? value.join(';') : value]
  }))]))
}

/** All positions in one list, and the sum of their rings, so that only order of parts and windings may differ. */
function positionsOf({ geometry }: Feature): Position[] {
  const flat: Position[] = []
  const walk = (value: unknown): void => {
    if (!Array.isArray(value)) return
    if (typeof value[0] === 'number') flat.push(value as Position)
    else value.forEach(walk)
  }
  walk((geometry as { coordinates: unknown }).coordinates)
  return flat.map(([x, y]) => [x!, y!] as Position).sort((a, b) => a[0]! - b[0]! || a[1]! - b[1]!)
}

async function shapefilesOf(dataset: FeatureDatasetId, crs: CrsId, read: (entries: ReadonlyMap<string, Uint8Array>, name: string) => FeatureCollection | Promise<FeatureCollection>): Promise<Feature[]> {
  const entries = unzipped((await exportDatasets(source, [dataset], { ...options, format: 'shapefile', crs })).bytes)
  const names = [...entries.keys()].filter((name) => name.endsWith('.shp')).map((name) => name.slice(0, -4))
  return (await Promise.all(names.map((name) => read(entries, name)))).flatMap(({ features }) => features)
}

function expectSame(dataset: FeatureDatasetId, features: readonly Feature[], toleranceDeg: number, hasBooleans: boolean): void {
  const expected = expectedOf(dataset)
  const shapes = new Map((source.values[dataset] as { id: string; geometry: Feature['geometry'] }[]).map(({ id, geometry }) => [id, geometry]))
  expect(features.length).toBe(expected.size)
  for (const feature of features) {
    const id = String(feature.properties!.id)
    const wanted = Object.fromEntries(Object.entries(expected.get(id)!).map(([name, value]) => [name, typeof value === 'boolean' && !hasBooleans ? (value ? 'T' : 'F') : value]))
    expect(feature.properties).toEqual(wanted)
    const [found, own] = [positionsOf(feature), positionsOf({ type: 'Feature', properties: {}, geometry: shapes.get(id)! })]
    expect(found.length).toBe(own.length)
    const worst = Math.max(...found.map(([x, y], i) => Math.max(Math.abs(x! - own[i]![0]!), Math.abs(y! - own[i]![1]!))))
    expect(worst).toBeLessThanOrEqual(toleranceDeg)
  }
}

describe('exportDatasets as Shapefile', () => {
  it.each(FEATURES)('gives %s that the shapefile package reads the same', async (dataset) => {
    expectSame(dataset, await shapefilesOf(dataset, 'EPSG:4490', readShapefile), 0, true)
  })

  // 1e-8 of a degree is a millimetre.
  it.skipIf(!hasGdal).each(['communities', 'hazards', 'roads', 'spare-spaces', 'proposed-sites'] as const)(
    'gives %s in EPSG:4549 that GDAL brings back to where it was', async (dataset) => {
      expectSame(dataset, await shapefilesOf(dataset, 'EPSG:4549', readWithGdal), 1.1e-8, false)
    },
  )

  it.skipIf(!hasGdal)('states the systems so that GDAL knows them', async () => {
    for (const crs of ['EPSG:4490', 'EPSG:4549', 'EPSG:4528', 'EPSG:4509'] as const) {
      expect((await shapefilesOf('gates', crs, readWithGdal)).length).toBe(source.values.gates!.length)
    }
  })

  it('refuses a system that no file can state, and a table without shapes', async () => {
    await expect(exportDatasets(source, ['gates'], { ...options, format: 'shapefile', crs: 'GCJ-02' })).rejects.toThrow(RangeError)
    await expect(exportDatasets(source, ['ledger'], { ...options, format: 'shapefile' })).rejects.toThrow(RangeError)
    await expect(exportDatasets(source, ['ledger'], { ...options, format: 'geojson' })).rejects.toThrow(RangeError)
  })
})

describe('exportDatasets as CSV and XLSX', () => {
  const tables = exportableDatasets(source, 'csv').filter((dataset) => dataset !== 'context-buildings')

  it.each(tables)('gives %s as a CSV that papaparse reads the same', async (dataset) => {
    const { name, bytes } = await exportDatasets(source, [dataset], { ...options, format: 'csv' })
    expect(name).toMatch(/^[^-]+-示意数据-2024-10-28\.csv$/)
    const { columns, rows } = datasetSheet(source.values, dataset, 'zh')
    const { data } = Papa.parse<string[]>(new TextDecoder().decode(bytes), { skipEmptyLines: true })
    const cellText = (cell: unknown) => (cell === null ? '' : String(typeof cell === 'string' ? guardFormula(cell) : cell))
    expect(data.slice(1)).toEqual(rows.map((row) => [...row.map((cell, at) => cellText(plainCell(cell, columns[at]!.kind))), '示意数据，非实测；数据截止 2024-10-28']))
  })

  it('gives one workbook of all that read-excel-file reads the same: numbers, days and text', async () => {
    const few: RecordDataset[] = ['communities', 'buildings', 'baseline', 'spare-spaces', 'hazards']
    const { name, bytes } = await exportDatasets(source, few, { ...options, format: 'xlsx' })
    expect(name).toBe('geodata-示意数据-2024-10-28.xlsx')
    const book = await readXlsxFile(Buffer.from(bytes))
    expect(book.map(({ sheet }) => sheet)).toEqual(['小区', '楼栋', '基线', '可挖潜空间', '危险源', '说明'])
    few.forEach((dataset, at) => {
      const { columns, rows } = datasetSheet(source.values, dataset, 'zh')
      const expected = rows.map((row) => row.map((cell, c) => (columns[c]!.kind === 'day' && cell !== null ? new Date((cell as number) * 86_400_000) : cell)))
      expect(book[at]!.data.slice(1)).toEqual(expected)
    })
  }, 30_000)
})

describe('exportDatasets', () => {
  it('puts several files into one zip, and gives the same bytes again', async () => {
    const few: RecordDataset[] = ['gates', 'hazards']
    for (const [format, names] of [
      ['csv', ['小区出入口-示意数据-2024-10-28.csv', '危险源-示意数据-2024-10-28.csv']],
      ['geojson', ['小区出入口-示意数据-2024-10-28.geojson', '危险源-示意数据-2024-10-28.geojson']],
    ] as const) {
      const { name, bytes } = await exportDatasets(source, few, { ...options, format })
      expect(name).toBe(`geodata-示意数据-2024-10-28.${format}.zip`)
      expect([...unzipped(bytes).keys()]).toEqual(names)
      expect((await exportDatasets(source, few, { ...options, format })).bytes).toEqual(bytes)
    }
  })

  it('tells what each field of a Shapefile means', async () => {
    const entries = unzipped((await exportDatasets(source, ['gates'], { ...options, format: 'shapefile' })).bytes)
    expect(new TextDecoder().decode(entries.get('字段说明.txt'))).toContain('communityI\tcommunityId\t小区编码')
  })
})

describe('exportableDatasets', () => {
  it('offers what has records, and shapes only where there are some', () => {
    expect(exportableDatasets({ ...source, values: { gates: source.values.gates!, ledger: source.values.ledger!, roads: [] } }, 'csv')).toEqual(['ledger', 'gates'])
    expect(exportableDatasets(source, 'shapefile')).not.toContain('baseline')
  })
})
