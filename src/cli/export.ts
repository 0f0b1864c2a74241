import { existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { UsageError } from '@/cli/arguments'
import { readFolderFiles } from '@/cli/folder-files'
import { findingLines, type CliLanguage } from '@/cli/print-findings'
import { crsOfName } from '@/data/crs/crs-list'
import { DATASET_FORMATS, exportableDatasets, exportDatasets, type DatasetFormat, type ExportedFile } from '@/data/export/export-dataset'
import { shapefileShares } from '@/data/export/dataset-shapefile'
import { isFeatureDataset } from '@/data/export/dataset-sheet'
import { exportFolder } from '@/data/export/export-folder'
import type { RecordDataset } from '@/data/export/choice-words'
import type { ExportSource } from '@/data/export/provenance-mark'
import { readDataset } from '@/data/read-dataset'
import { MANIFEST_PATH, readManifest } from '@/data/read-manifest'
import { decodeUtf8 } from '@/data/verify-bytes'
import type { CrsId } from '@/domain/crs'
import type { Finding } from '@/domain/finding'
import { DATASETS, TOWN_DATASETS, type Manifest } from '@/domain/manifest'

/** Options of `geodata export`; true: a value follows. */
export const EXPORT_OPTIONS = { '--format': true, '--dataset': true, '--crs': true, '--out': true, '--lang': true }

export const EXPORT_USAGE = `npm run geodata -- export [DIR] --format zip|geojson|csv|xlsx|shapefile [--dataset all|communities,buildings,…] [--crs EPSG:4549]
  [--out FILE] [--lang zh|en]`

type Print = (line: string) => void
type Format = DatasetFormat | 'zip'

const FORMATS: readonly Format[] = ['zip', ...DATASET_FORMATS]
const TOWN: readonly string[] = TOWN_DATASETS
const DEFAULT_CRS: CrsId = 'EPSG:4490'

/**
 * `geodata export [DIR] --format …`: the page's export from a terminal, the same bytes.
 *
 * @returns Exit code: 0 written, 1 the folder has data that cannot be read.
 * @throws {UsageError} A folder, format, dataset or system that is none.
 */
export async function runExport(dir: string, options: ReadonlyMap<string, string>, print: Print, printError: Print): Promise<number> {
  const format = FORMATS.find((one) => one === options.get('--format'))
  if (!format) throw new UsageError(`--format ${options.get('--format') ?? ''}: ${FORMATS.join(' | ')}`)
  const language = options.get('--lang') ?? 'zh'
  if (language !== 'zh' && language !== 'en') throw new UsageError(`--lang ${language}: zh | en`)
  const crs = crsOf(options.get('--crs'), format)
  const files = readFolderFiles(dir)
  const manifest = manifestOf(files, dir)
  const { source, findings } = readSource(files, manifest)
  const errors = findings.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) findingLines(errors, language satisfies CliLanguage, false).forEach((line) => printError(line))
  const datasets = datasetsOf(options.get('--dataset'), source, format)
  const shares = format === 'shapefile' ? shapefileShares(source.values, datasets.filter(isFeatureDataset)) : [datasets]
  for (const [at, share] of shares.entries()) {
    const exported: ExportedFile = format === 'zip' ? { ...exportFolder(files, manifest), findings: [] } : await exportDatasets(source, share, { format, crs, language })
    const path = pathFor(options.get('--out'), exported.name, shares.length > 1 ? at + 1 : null)
    writeWhole(path, exported.bytes)
    if (exported.findings.length > 0) findingLines(exported.findings, language, false).forEach((line) => print(line))
    print(`${path}: ${exported.bytes.length}`)
  }
  return errors.length > 0 ? 1 : 0
}

function crsOf(name: string | undefined, format: Format): CrsId {
  if (name === undefined) return DEFAULT_CRS
  if (format !== 'shapefile') throw new UsageError(`--crs: 只用于 Shapefile，其他格式都是 WGS84 / for Shapefile only, the others are WGS 84`)
  const crs = crsOfName(name)?.crs
  if (!crs || crs === 'GCJ-02' || crs === 'BD-09') throw new UsageError(`--crs ${name}: EPSG:4490 | EPSG:4549 | EPSG:4528 | …`)
  return crs
}

function manifestOf(files: ReadonlyMap<string, Uint8Array>, dir: string): Manifest {
  const text = decodeUtf8(files.get(MANIFEST_PATH) ?? new Uint8Array())
  const manifest = text === null ? null : readManifest(text).value
  if (!manifest) throw new UsageError(`${dir}: 不是数据文件夹（没有可用的 manifest.json） / is no data folder (no manifest.json that can be used)`)
  return manifest
}

/** The records of a folder; what cannot be read is missing and told. */
function readSource(files: ReadonlyMap<string, Uint8Array>, manifest: Manifest): { source: ExportSource; findings: Finding[] } {
  const values: ExportSource['values'] = {}
  const findings: Finding[] = []
  // The plan comes first: its bounds say where coordinates may lie.
  for (const id of DATASETS) {
    const file = manifest.files.find((entry) => entry.id === id)
    if (!file) continue
    const text = decodeUtf8(files.get(file.path) ?? new Uint8Array())
    const bounds = values.plan?.bounds ?? null
    const read = text === null || text === '' ? null : readDataset(id, text, { file: file.path, bounds, audience: file.audience })
    if (read) findings.push(...read.findings)
    else findings.push({ code: 'file-missing', severity: 'error', file: file.path, feature: null, field: null, params: {} })
    if (read && read.value !== null) Object.assign(values, { [id]: read.value })
  }
  return { source: { manifest, values }, findings }
}

function datasetsOf(asked: string | undefined, source: ExportSource, format: Format): RecordDataset[] {
  if (format === 'zip') {
    if (asked !== undefined) throw new UsageError('--dataset: zip 总是整个文件夹 / a zip is always the whole folder')
    return []
  }
  const known = exportableDatasets(source, format)
  if (known.length === 0) throw new UsageError(`${format}: 没有可导出的数据 / there is nothing to export`)
  if (asked === 'all') return known
  // As on the page: the town around goes along in the folder.
  if (asked === undefined) return known.filter((dataset) => !TOWN.includes(dataset))
  return asked.split(',').map((name) => {
    const found = known.find((one) => one === name.trim())
    if (!found) throw new UsageError(`--dataset ${name}: ${known.join(' | ')}`)
    return found
  })
}

/**
 * A folder gets the file under its own name.
 *
 * @param number - Of several files, before their extension.
 */
function pathFor(out: string | undefined, name: string, number: number | null): string {
  if (out === '') throw new UsageError('--out: 缺少文件名 / a file name is missing')
  const whole = out === undefined ? name : existsSync(out) && statSync(out).isDirectory() ? join(out, name) : out
  const path = number === null ? whole : whole.replace(/(\.shp)?(\.zip)?$/i, `-${number}$&`)
  if (!existsSync(dirname(resolve(path)))) throw new UsageError(`--out ${path}: 找不到上级文件夹 / no such parent folder`)
  return path
}

/** Written aside and renamed, so that nobody ever finds half of it. */
function writeWhole(path: string, bytes: Uint8Array): void {
  const draft = `${path}.part`
  try {
    writeFileSync(draft, bytes)
    renameSync(draft, path)
  } finally {
    rmSync(draft, { force: true })
  }
}
