import type { Geometry } from 'geojson'
import type { CrsChoice } from '@/domain/crs'
import type { Finding } from '@/domain/finding'

export const FILE_FORMATS = ['geojson', 'shapefile', 'kml', 'kmz', 'gpx', 'csv', 'xlsx', 'mapping'] as const
/** `mapping` is a file of column mappings that this program wrote. */
export type FileFormat = (typeof FILE_FORMATS)[number]

/** Labels of the Encoding Standard (WHATWG) that are offered. */
export const ENCODINGS = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be', 'windows-1252'] as const
export type Encoding = (typeof ENCODINGS)[number]

/** `mark`: byte order mark; `declared`: by `.cpg`, DBF language id or XML declaration; `standard`: the format has only one. */
export type EncodingOrigin = 'mark' | 'declared' | 'detected' | 'standard' | 'chosen'

export interface FileEncoding {
  encoding: Encoding
  by: EncodingOrigin
  /** Some text of the file as it reads in each encoding that can be chosen, most likely first; empty if there is no choice. */
  previews: readonly { encoding: Encoding; text: string }[]
}

/** What a cell or property may hold. A cell with a date format is `YYYY-MM-DD`, with a percent format `65%`. */
export type RawValue = string | number | boolean | null

export interface RawRow {
  /** As a person counts: the row of the sheet or line of the file, the number of the feature from 1. */
  number: number
  /** By column. */
  values: readonly RawValue[]
  /** In the coordinates of the file, null for tables. */
  geometry: Geometry | null
}

/** Cells of a sheet that are one, 0-based and inclusive. */
export interface CellRange {
  top: number
  left: number
  bottom: number
  right: number
}

/** One sheet, one shapefile, one folder of features. */
export interface RawLayer {
  /** Unique in its import: `file id#position`. */
  id: string
  /** Sheet, shapefile or folder; the file's name where it has only one. */
  name: string
  /** `grid`: rows of cells whose header is not known yet. `features`: columns are known. */
  kind: 'grid' | 'features'
  columns: readonly string[]
  rows: readonly RawRow[]
  merges: readonly CellRange[]
  /** System the file states, null if it does not say. */
  declaredCrs: { choice: CrsChoice; by: 'prj' | 'member' | 'standard' } | null
  /** Text of a `.prj` that is not understood, else null. */
  unknownPrj: string | null
}

/** A file that was handed over, as read, before anything is known about what it means. */
export interface SourceFile {
  id: string
  name: string
  byteCount: number
  /** Null if no reader wants it. */
  format: FileFormat | null
  encoding: FileEncoding | null
  layers: readonly RawLayer[]
  findings: readonly Finding[]
}

/** One file as it was dropped. Parts of a shapefile come as several. */
export interface DroppedFile {
  name: string
  bytes: Uint8Array
}
