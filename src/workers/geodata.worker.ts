import * as Comlink from 'comlink'
import { assembleProgramme } from '@/data/assemble-programme'
import { loadDataset, loadManifest } from '@/data/load-dataset'
import { pinyinKeys } from '@/data/pinyin-keys'
import type { ManifestFile } from '@/domain/manifest'
import { writeCsv } from '@/data/write-csv'
import { writeLand } from '@/data/write-land'

/** Everything the app runs off the main thread: reading, checking and writing data. */
const api = {
  loadManifest: (baseUrl: string) => loadManifest({ baseUrl }),
  loadDataset: (baseUrl: string, file: ManifestFile, bounds: [number, number, number, number] | null, isRetry: boolean) =>
    loadDataset(file, { baseUrl, bounds, fresh: isRetry }),
  assembleProgramme,
  pinyinKeys,
  writeCsv,
  writeLand,
}
export type GeodataApi = typeof api

Comlink.expose(api)
