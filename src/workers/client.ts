import * as Comlink from 'comlink'
import type { GeodataApi } from '@/workers/geodata.worker'

/** The one data worker, as promises. Arguments and results are structured-cloned: pass plain data. */
export const geodataWorker = Comlink.wrap<GeodataApi>(
  new Worker(new URL('./geodata.worker.ts', import.meta.url), { type: 'module' }),
)
