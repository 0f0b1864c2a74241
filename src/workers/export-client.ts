import * as Comlink from 'comlink'
import type { ExportedFile } from '@/data/export/export-dataset'
import type { ExportApi, ExportRequest } from '@/workers/export.worker'

/** Longer than a workbook of all datasets takes on a weak computer. */
const TIMEOUT_MS = 60_000

/** Write a file off the main thread, in a thread that ends with it. Rejects if the thread breaks or takes too long. */
export async function writeExport(files: ReadonlyMap<string, Uint8Array>, request: ExportRequest): Promise<ExportedFile | null> {
  const worker = new Worker(new URL('./export.worker.ts', import.meta.url), { type: 'module' })
  let timer: ReturnType<typeof setTimeout> | undefined
  const broken = new Promise<never>((_, reject) => {
    const fail = (event: Event): void => reject(new Error(`The export worker cannot run: ${'message' in event ? String(event.message) : event.type}`))
    worker.addEventListener('error', fail)
    worker.addEventListener('messageerror', fail)
    timer = setTimeout(() => reject(new Error('The export worker does not answer')), TIMEOUT_MS)
  })
  try {
    return await Promise.race([Comlink.wrap<ExportApi>(worker).write(files, request), broken])
  } finally {
    clearTimeout(timer)
    worker.terminate()
  }
}
