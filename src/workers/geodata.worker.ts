import * as Comlink from 'comlink'
import { assembleProgramme } from '@/data/assemble-programme'
import { openFolderKeeper, type FolderKeeper, type FolderQuestion } from '@/data/folder-keeper'
import { loadDataset, loadManifest } from '@/data/load-dataset'
import { pinyinKeys } from '@/data/pinyin-keys'
import { openWallDatabase, type KeptScene } from '@/data/wall-database'
import type { DatasetId, ManifestFile } from '@/domain/manifest'
import { writeCsv } from '@/data/write-csv'
import { writeLand } from '@/data/write-land'

const keepers = new Map<string, FolderKeeper>()

/** One per folder: bytes that were read stay here, so that they can be kept and need not be fetched twice. */
function keeperOf(baseUrl: string): FolderKeeper {
  const keeper = keepers.get(baseUrl) ?? openFolderKeeper(openWallDatabase(`wall ${new URL(baseUrl).pathname}`), { baseUrl })
  keepers.set(baseUrl, keeper)
  return keeper
}

/** Everything the app runs off the main thread: reading, checking and writing data. */
const api = {
  /** Answers at once unless the thread is busy or dead. */
  ping: () => true,
  loadManifest: (baseUrl: string) => loadManifest({ baseUrl }),
  loadDataset: (baseUrl: string, file: ManifestFile, bounds: [number, number, number, number] | null, isRetry: boolean) =>
    loadDataset(file, { baseUrl, bounds, fresh: isRetry }),
  assembleProgramme,
  pinyinKeys,
  writeCsv,
  writeLand,
  readFolder: (baseUrl: string, question: FolderQuestion) => keeperOf(baseUrl).read(question),
  readKeptFolder: (baseUrl: string, ids: readonly DatasetId[]) => keeperOf(baseUrl).readKept(ids),
  keepFolder: (baseUrl: string, manifestSha256: string, nowEpochMs: number) => keeperOf(baseUrl).keep(manifestSha256, nowEpochMs),
  readScene: (baseUrl: string) => keeperOf(baseUrl).readScene(),
  keepScene: (baseUrl: string, scene: KeptScene) => keeperOf(baseUrl).keepScene(scene),
}
export type GeodataApi = typeof api

Comlink.expose(api)
