import type { OfflineMessage, ProgramVersion } from '@/domain/program-version'
import { createProgramCache } from './program-cache'

/**
 * Lets the program open without the server. The build makes one classic script of it, with the list of files on top.
 *
 * A new build is fetched completely or not at all, and waits until the page asks for it: it never takes over by itself,
 * and what a running page may still ask for is kept. The data folder is no business of this worker.
 */
interface ExtendableEvent extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface FetchEvent extends ExtendableEvent {
  request: Request
  respondWith(response: Promise<Response>): void
}
interface MessageFromPage extends ExtendableEvent {
  data: OfflineMessage
  ports: readonly MessagePort[]
}
/** What is used of `ServiceWorkerGlobalScope`; the types of the page know only windows. */
interface WorkerScope {
  __PROGRAM__: ProgramVersion
  registration: { scope: string }
  clients: { claim(): Promise<void> }
  caches: CacheStorage
  skipWaiting(): Promise<void>
  addEventListener(type: 'install' | 'activate', listener: (event: ExtendableEvent) => void): void
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void
  addEventListener(type: 'message', listener: (event: MessageFromPage) => void): void
}

const worker = self as unknown as WorkerScope
const program = createProgramCache(worker.__PROGRAM__, worker.registration.scope, worker.caches, (input, init) => fetch(input, init))
let mending: Promise<void> | null = null

worker.addEventListener('install', (event) => event.waitUntil(program.fill()))

worker.addEventListener('activate', (event) => {
  event.waitUntil(program.becomeCurrent().then(async (isFirst) => {
    // Pages without a worker gain one. Pages of an older build are not touched: they have theirs until they reload.
    if (isFirst) await worker.clients.claim()
  }))
})

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const answer = request.method === 'GET' ? program.answerFor(request.url, request.mode === 'navigate') : null
  if (answer) event.respondWith(answer().catch(() => null).then((kept) => kept ?? fetch(request)))
})

worker.addEventListener('message', (event) => {
  if (event.data === 'take-over') event.waitUntil(worker.skipWaiting())
  if (event.data === 'report') event.waitUntil(answerReport(event.ports[0]))
})

async function answerReport(port: MessagePort | undefined): Promise<void> {
  const report = await program.report()
  port?.postMessage(report)
  if (report.isComplete) return
  // The browser threw files away to make room: one attempt at a time to fetch them again.
  mending ??= program.fill().catch(() => {}).finally(() => (mending = null))
  await mending
}
