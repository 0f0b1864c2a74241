import { writeZip } from '@/data/archive/write-zip'
import type { ZipEntry } from '@/data/archive/read-zip'
import { aboutSheet, shapefileNotes } from '@/data/export/about-sheet'
import { inLanguage, type ExportLanguage, type RecordDataset } from '@/data/export/choice-words'
import { datasetGeojson } from '@/data/export/dataset-geojson'
import { datasetShapefile } from '@/data/export/dataset-shapefile'
import { datasetSheet, isFeatureDataset } from '@/data/export/dataset-sheet'
import { EXTRA_WORDS } from '@/data/export/headers'
import { exportName, markOf, type ExportSource, type ProvenanceMark } from '@/data/export/provenance-mark'
import type { Sheet } from '@/data/export/sheet'
import { sheetCsv } from '@/data/export/sheet-csv'
import { writeXlsx } from '@/data/export/write-xlsx'
import { FEATURE_FIELDS, ROW_FIELDS, type FeatureDatasetId } from '@/data/fields'
import type { CrsId } from '@/domain/crs'
import type { Finding } from '@/domain/finding'
import { DATASETS } from '@/domain/manifest'

export const DATASET_FORMATS = ['geojson', 'csv', 'xlsx', 'shapefile'] as const
export type DatasetFormat = (typeof DATASET_FORMATS)[number]

export interface ExportOptions {
  format: DatasetFormat
  /** Of a Shapefile; the other formats are WGS 84 always. */
  crs: CrsId
  language: ExportLanguage
}

/** A file that is handed on. Findings are about what it could not hold. */
export interface ExportedFile {
  name: string
  bytes: Uint8Array
  findings: readonly Finding[]
}

/** Systems without a change of the numbers: CGCS2000 and WGS 84 degrees differ by less than a metre's hundredth on a map. */
const DEGREES: readonly CrsId[] = ['EPSG:4326', 'EPSG:4490']

/** The datasets that can be exported in a format, of those that have records. */
export function exportableDatasets(source: ExportSource, format: DatasetFormat): RecordDataset[] {
  const isRecords = (id: string): id is RecordDataset => id in FEATURE_FIELDS || id in ROW_FIELDS
  const needsShape = format === 'geojson' || format === 'shapefile'
  return DATASETS.filter(isRecords).filter((dataset) => (source.values[dataset]?.length ?? 0) > 0 && (!needsShape || isFeatureDataset(dataset)))
}

/**
 * Datasets as one file: a workbook has a sheet for each, of the other formats several come in a zip. The same data give
 * the same bytes.
 *
 * @throws {RangeError} A table without shapes was asked for as GeoJSON or Shapefile, or a system no Shapefile can state.
 */
export async function exportDatasets(source: ExportSource, datasets: readonly RecordDataset[], options: ExportOptions): Promise<ExportedFile> {
  const { format, language } = options
  const mark = markOf(source, datasets, language)
  const nameFor = (ids: readonly RecordDataset[], extension: string) => exportName(ids, ids.length === datasets.length ? mark : markOf(source, ids, language), language, extension)
  if (format === 'xlsx') {
    const sheets = [...datasets.map((dataset) => datasetSheet(source.values, dataset, language)), aboutSheet(source, datasets, mark, language)]
    return { name: nameFor(datasets, 'xlsx'), bytes: writeXlsx(sheets), findings: [] }
  }
  if (format === 'shapefile') return shapefileZip(source, datasets.map(withShapes), options, mark)
  const entries = datasets.map((dataset): ZipEntry => ({ name: nameFor([dataset], format), bytes: textFile(source, dataset, format, language) }))
  if (entries.length === 1) return { ...entries[0]!, findings: [] }
  return { name: nameFor(datasets, `${format}.zip`), bytes: writeZip(entries), findings: [] }
}

function textFile(source: ExportSource, dataset: RecordDataset, format: 'geojson' | 'csv', language: ExportLanguage): Uint8Array {
  const mark = markOf(source, [dataset], language)
  if (format === 'csv') return sheetCsv(withMark(datasetSheet(source.values, dataset, language), mark, language), language)
  const id = withShapes(dataset)
  return new TextEncoder().encode(datasetGeojson(id, (source.values[id] ?? []) as never, mark))
}

/** A CSV has no second sheet to say where it comes from. */
function withMark({ name, columns, rows }: Sheet, mark: ProvenanceMark, language: ExportLanguage): Sheet {
  return {
    name, columns: [...columns, { header: inLanguage(EXTRA_WORDS.mark, language), kind: 'text' }], rows: rows.map((row) => [...row, mark.text]),
  }
}

function withShapes(dataset: RecordDataset): FeatureDatasetId {
  if (isFeatureDataset(dataset)) return dataset
  throw new RangeError(`${dataset} has no shapes`)
}

async function shapefileZip(
  source: ExportSource, datasets: readonly FeatureDatasetId[], { crs, language }: ExportOptions, mark: ProvenanceMark,
): Promise<ExportedFile> {
  if (crs === 'GCJ-02' || crs === 'BD-09') throw new RangeError(`no Shapefile can state ${crs}`)
  const { loadProjection } = await import('@/data/crs/projection')
  const project = DEGREES.includes(crs) ? (position: number[]) => position : (await loadProjection()).fromWgs84(crs)
  const parts = datasets.map((dataset) => datasetShapefile(dataset, (source.values[dataset] ?? []) as never, { crs, project, dataDate: mark.dataDate }))
  const notes = { name: `${language === 'zh' ? '字段说明' : 'fields'}.txt`, bytes: new TextEncoder().encode(shapefileNotes(datasets, mark, crs, language)) }
  return {
    name: exportName(datasets, mark, language, 'shp.zip'), bytes: writeZip([...parts.flatMap(({ entries }) => entries), notes]),
    findings: parts.flatMap(({ findings }) => findings),
  }
}
