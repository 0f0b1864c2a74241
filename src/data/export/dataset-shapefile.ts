import type { Geometry, Position } from 'geojson'
import type { ZipEntry } from '@/data/archive/read-zip'
import { prjText } from '@/data/crs/prj-text'
import { transformGeometry } from '@/data/crs/transform-geometry'
import { dbfNames } from '@/data/export/dbf-names'
import type { ExportSource } from '@/data/export/provenance-mark'
import { SHAPE_KINDS, shapeKindOf, writeShp, type ShapeKind } from '@/data/export/write-shp'
import { MAX_TEXT_BYTES, writeDbf, type DbfCell, type DbfColumn } from '@/data/export/write-dbf'
import type { Field } from '@/data/field'
import { FEATURE_FIELDS, fieldsOf, type FeatureDatasetId, type FeatureRecords } from '@/data/fields'
import { LIMITS } from '@/data/limits'
import type { CrsId } from '@/domain/crs'
import type { Day } from '@/domain/day'
import type { Finding } from '@/domain/finding'

export interface ShapefileOptions {
  crs: CrsId
  /** From WGS 84 longitude and latitude into that system. */
  project: (position: Position) => Position
  /** Stands in the table instead of the day of writing, so that the same data give the same bytes. */
  dataDate: Day
}

/**
 * A dataset as shapefiles: `.shp`, `.shx`, `.dbf`, `.prj` and `.cpg` (UTF-8), one set per kind of geometry, with its kind
 * in the name if there are several. Attributes are those of the data folder; names of fields are shortened by `dbfNames`.
 */
export function datasetShapefile<D extends FeatureDatasetId>(
  dataset: D, records: readonly FeatureRecords[D][], { crs, project, dataDate }: ShapefileOptions,
): { entries: ZipEntry[]; findings: Finding[] } {
  const kinds = kindsOf(records)
  const parts = kinds.map((kind) => {
    const own = records.filter(({ geometry }) => shapeKindOf(geometry as Geometry) === kind)
    const { shp, shx } = writeShp(kind, own.map(({ geometry }) => transformGeometry(geometry as Geometry, project)))
    return { name: kinds.length > 1 ? `${dataset}-${kind satisfies ShapeKind}` : dataset, shp, shx, own }
  })
  const fields = fieldsOf(FEATURE_FIELDS[dataset])
  const columns = shapefileColumns(dataset)
  const findings: Finding[] = []
  const entries = parts.flatMap(({ name, shp, shx, own }): ZipEntry[] => {
    const rows = own.map((record) => fields.map(([field, { kind }]) => dbfCell((record as unknown as Record<string, unknown>)[field] ?? null, kind)))
    const { bytes, cut } = writeDbf(columns, rows, dataDate)
    for (const { row, column, bytes: count } of cut) {
      findings.push({
        code: 'dbf-text-cut', severity: 'warning', file: `${name}.dbf`, feature: own[row]!.id, field: fields[column]![0],
        params: { bytes: count, limit: MAX_TEXT_BYTES },
      })
    }
    return [
      { name: `${name}.shp`, bytes: shp }, { name: `${name}.shx`, bytes: shx }, { name: `${name}.dbf`, bytes },
      { name: `${name}.prj`, bytes: textBytes(prjText(crs) ?? '') }, { name: `${name}.cpg`, bytes: textBytes('UTF-8') },
    ]
  })
  return { entries, findings }
}

/** Kinds of shape that there are; a file without shapes is one of polygons. */
function kindsOf(records: readonly { geometry: unknown }[]): readonly ShapeKind[] {
  const kinds = SHAPE_KINDS.filter((kind) => records.some(({ geometry }) => shapeKindOf(geometry as Geometry) === kind))
  return kinds.length > 0 ? kinds : ['polygon']
}

/** Files of one shapefile. */
const PARTS = 5

/**
 * Datasets divided among archives, in their order, so that none has more entries than an import unpacks: the shapefiles and
 * one file of notes.
 */
export function shapefileShares(values: ExportSource['values'], datasets: readonly FeatureDatasetId[]): FeatureDatasetId[][] {
  const shares: FeatureDatasetId[][] = []
  let room = 0
  for (const dataset of datasets) {
    const entries = PARTS * kindsOf(values[dataset] ?? []).length
    if (entries > room) {
      shares.push([])
      room = LIMITS.archiveEntries - 1
    }
    shares.at(-1)!.push(dataset)
    room -= entries
  }
  return shares
}

/** The columns of the `.dbf` of a dataset, in the order of its fields. */
export function shapefileColumns(dataset: FeatureDatasetId): DbfColumn[] {
  const fields = fieldsOf(FEATURE_FIELDS[dataset])
  const names = dbfNames(fields.map(([name]) => name))
  return fields.map(([, field], at) => ({ name: names[at]!, kind: columnKind(field) }))
}

function columnKind(field: Field): DbfColumn['kind'] {
  switch (field.kind) {
    case 'number': case 'integer': case 'share': return 'number'
    case 'flag': return 'flag'
    case 'day': return 'day'
    default: return 'text'
  }
}

function dbfCell(value: unknown, kind: Field['kind']): DbfCell {
  if (kind === 'texts' && Array.isArray(value)) return value.join(';')
  return value === null || typeof value === 'number' || typeof value === 'boolean' ? value : String(value)
}

const textBytes = (text: string): Uint8Array => new TextEncoder().encode(text)
