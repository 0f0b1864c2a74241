import { expect, vi } from 'vitest'
import type { FaultServer } from './fault-server'
import { openApp, type OpenedApp } from './harness'

/** A wall on a server that fails: what it says, and ways to make it ask. */
export interface FaultyWall {
  app: OpenedApp
  /** The large figure, `41%`; empty while there is none. */
  share(): Promise<string>
  /** The figure as soon as it is another one. */
  shareOnceNot(figure: string): Promise<string>
  freshness(): Promise<string | null>
  /** What is written on the wall about data that are not as they should be; empty while all is well. */
  mark(): Promise<string>
  /** The line about data date and last refresh. */
  facts(): Promise<string>
  /** Have the wall ask the server now, as when its line is back, and wait until it has. */
  check(): Promise<void>
  reload(): Promise<void>
  /** End the data worker (those that `keepWorkers` has noted) as a browser does that runs out of memory: nobody is told. Answers how many there were. */
  endDataWorkers(): Promise<number>
  /** SHA-256 of the manifest of the copy kept in the browser; null if there is none. */
  keptSha(): Promise<string | null>
  /** Change one byte of a kept file. */
  damageKept(path: string): Promise<void>
  wipeStorage(): Promise<void>
  /** Close it. Requests that failed are what these tests are about; anything else that went wrong fails. */
  close(): Promise<void>
}

/** As the data worker names it: by the path of the data folder. */
const DATABASE = 'wall /geodata/'
const WAIT = { timeout: 20_000, interval: 20 }

/** Open a wall that stays on one scene: then new figures appear as soon as they are there. Without WebGL, which has no part in this. */
export async function openFaultyWall(server: FaultServer): Promise<FaultyWall> {
  const app = await openApp('#/display?scene=overview&hold=1&still=1', {
    serverUrl: server.url, withoutWebgl: true, viewport: { width: 960, height: 540 },
  })
  const { page } = app
  const wall: FaultyWall = {
    app,
    async share() {
      const figure = page.locator('[data-test=wall-share]')
      return (await figure.count()) === 0 ? '' : figure.innerText()
    },
    async shareOnceNot(figure) {
      await vi.waitUntil(async () => (await wall.share()) !== figure, { ...WAIT, interval: 100 })
      return wall.share()
    },
    freshness: () => page.locator('[data-freshness]').getAttribute('data-freshness'),
    async mark() {
      const notes = await page.locator('[data-test=stale-mark] > *:not([data-note=map])').allInnerTexts()
      return notes.join('\n')
    },
    facts: () => page.locator('[data-test=freshness]').innerText(),
    async check() {
      const before = manifestsAsked(server)
      await page.evaluate(() => void dispatchEvent(new Event('online')))
      await vi.waitUntil(() => manifestsAsked(server) > before, WAIT)
      // Idle again: nothing more was asked for a while.
      let last = -1
      await vi.waitUntil(() => last === (last = server.asked.length), { ...WAIT, interval: 300 })
    },
    async reload() {
      await page.reload()
    },
    endDataWorkers: () => page.evaluate(() => {
      const started = (Reflect.get(window, 'startedWorkers') as [string, Worker][]).filter(([address]) => address.includes('geodata.worker'))
      for (const [, worker] of started) worker.terminate()
      return started.length
    }),
    keptSha: () => page.evaluate(async (name) => {
      const known = await indexedDB.databases()
      if (!known.some((database) => database.name === name)) return null
      const database = await new Promise<IDBDatabase>((done, fail) => {
        const opening = indexedDB.open(name)
        opening.onsuccess = () => done(opening.result)
        opening.onerror = () => fail(opening.error)
      })
      try {
        if (!database.objectStoreNames.contains('facts')) return null
        return await new Promise<string | null>((done, fail) => {
          const reading = database.transaction('facts').objectStore('facts').get('folder') as IDBRequest<{ manifestSha256: string } | undefined>
          reading.onsuccess = () => done(reading.result?.manifestSha256 ?? null)
          reading.onerror = () => fail(reading.error)
        })
      } finally {
        database.close()
      }
    }, DATABASE),
    damageKept: (path) => page.evaluate(async ({ name, path: key }) => {
      await new Promise<void>((done, fail) => {
        const opening = indexedDB.open(name)
        opening.onsuccess = () => {
          const store = opening.result.transaction('files', 'readwrite').objectStore('files')
          const reading = store.get(key) as IDBRequest<Uint8Array>
          reading.onsuccess = () => {
            const bytes = reading.result
            bytes[100]! ^= 1
            store.put(bytes, key)
          }
          store.transaction.oncomplete = () => (opening.result.close(), done())
          store.transaction.onabort = () => fail(store.transaction.error)
        }
      })
    }, { name: DATABASE, path }),
    async wipeStorage() {
      const session = await page.context().newCDPSession(page)
      await session.send('Storage.clearDataForOrigin', { origin: new URL(server.url).origin, storageTypes: 'indexeddb' })
      await session.detach()
    },
    async close() {
      const unexpected = app.problems.filter((problem) => !/Failed to load resource|GPUInitializationError|Reading the folder stopped|store of the wall/.test(problem))
      app.problems.splice(0)
      await app.close()
      expect(unexpected).toEqual([])
    },
  }
  return wall
}

const manifestsAsked = (server: FaultServer): number => server.asked.filter((path) => path === 'manifest.json').length
