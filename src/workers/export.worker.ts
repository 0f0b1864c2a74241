import * as Comlink from 'comlink'
import type { ExportLanguage, RecordDataset } from '@/data/export/choice-words'
import { exportableDatasets, exportDatasets, type ExportedFile, type ExportOptions } from '@/data/export/export-dataset'
import { exportFolder } from '@/data/export/export-folder'
import { readCurrentFolder } from '@/data/import/current-folder'

/** Writing files to hand on. Lives for one export: big folders are not kept in memory. */

export type ExportRequest =
  | { kind: 'folder' }
  | { kind: 'datasets'; datasets: readonly RecordDataset[]; options: ExportOptions }
  /** All datasets that have something, as one workbook. */
  | { kind: 'workbook'; language: ExportLanguage }

const api = {
  /** @returns Null if the folder has no manifest that can be used. */
  async write(files: ReadonlyMap<string, Uint8Array>, request: ExportRequest): Promise<ExportedFile | null> {
    const source = await readCurrentFolder(files)
    if (!source) return null
    const file = await make(files, source, request)
    return Comlink.transfer(file, [file.bytes.buffer])
  },
}
export type ExportApi = typeof api

type Source = NonNullable<Awaited<ReturnType<typeof readCurrentFolder>>>

async function make(files: ReadonlyMap<string, Uint8Array>, source: Source, request: ExportRequest): Promise<ExportedFile> {
  if (request.kind === 'folder') {
    const { name, bytes } = exportFolder(files, source.manifest)
    return { name, bytes, findings: [] }
  }
  if (request.kind === 'datasets') return exportDatasets(source, request.datasets, request.options)
  return exportDatasets(source, exportableDatasets(source, 'xlsx'), { format: 'xlsx', crs: 'EPSG:4326', language: request.language })
}

Comlink.expose(api)
