import type { GeodataApi } from '@/workers/geodata.worker'
import { openThread } from '@/workers/thread'

const ending = openThread<GeodataApi>('data', () => new Worker(new URL('./geodata.worker.ts', import.meta.url), { type: 'module' }))

/** The one data worker, as promises. Every call ends. */
export const geodataWorker = {
  loadManifest: ending('loadManifest'),
  loadDataset: ending('loadDataset'),
  assembleProgramme: ending('assembleProgramme'),
  pinyinKeys: ending('pinyinKeys'),
  writeCsv: ending('writeCsv'),
  writeLand: ending('writeLand'),
  readFolder: ending('readFolder'),
  readKeptFolder: ending('readKeptFolder'),
  keepFolder: ending('keepFolder'),
  readScene: ending('readScene'),
  keepScene: ending('keepScene'),
}
