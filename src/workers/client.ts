import * as Comlink from 'comlink'
import type { GeodataApi } from '@/workers/geodata.worker'

const worker = new Worker(new URL('./geodata.worker.ts', import.meta.url), { type: 'module' })
const remote = Comlink.wrap<GeodataApi>(worker)

/** A worker whose script cannot be fetched or run never answers: its calls must end, or the page would wait for ever. */
const broken = new Promise<never>((_, reject) => {
  const end = (event: Event) => reject(new Error(`The data worker cannot run: ${'message' in event ? String(event.message) : event.type}`))
  worker.addEventListener('error', end)
  worker.addEventListener('messageerror', end)
})
broken.catch(() => {}) // It may break when nothing is asked.

function ending<A extends unknown[], R>(call: (...args: A) => Promise<R>): (...args: A) => Promise<R> {
  return (...args) => Promise.race([call(...args), broken])
}

/** The one data worker, as promises. Arguments and results are structured-cloned: pass plain data. */
export const geodataWorker = {
  loadManifest: ending(remote.loadManifest),
  loadDataset: ending(remote.loadDataset),
  assembleProgramme: ending(remote.assembleProgramme),
  pinyinKeys: ending(remote.pinyinKeys),
  writeCsv: ending(remote.writeCsv),
  writeLand: ending(remote.writeLand),
}
