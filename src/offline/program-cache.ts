import type { OfflineReport, ProgramFile, ProgramVersion } from '@/domain/program-version'

/** How many files are fetched at a time: a weak line is not blocked for the page. */
const AT_A_TIME = 4

interface KeptBuilds {
  current: string
  /** Build before the current one: pages that were opened with it may still ask for its parts. */
  previous: string | null
}

export interface ProgramCache {
  /** Keep every file of the build; rejects, and leaves nothing, unless all are as the build wrote them. */
  fill(): Promise<void>
  /** Make this build the current one and forget those older than the one before. True if there was none before. */
  becomeCurrent(): Promise<boolean>
  /** Kept answer for an address, or null if the request is not for the program: it then goes its way untouched. */
  answerFor(address: string, isNavigation: boolean): (() => Promise<Response | null>) | null
  report(): Promise<OfflineReport>
}

/**
 * The files of one build in the browser's Cache API, under a name of their own.
 *
 * @param scopeUrl - Folder of the page, with a slash at the end. Two programs on one origin do not see each other.
 * @param caches, fetch - Those of the service worker; a test passes its own.
 */
export function createProgramCache(
  { build, files }: ProgramVersion, scopeUrl: string, caches: CacheStorage, fetch: typeof globalThis.fetch,
): ProgramCache {
  const prefix = `renovation-map ${new URL(scopeUrl).pathname} `
  const name = `${prefix}${build}`
  const stateName = `${prefix}state`
  const stateUrl = `${scopeUrl}kept-builds`
  const paths = new Set(files.map(({ path }) => path))
  const addressOf = (path: string) => `${scopeUrl}${path.split('/').map(encodeURIComponent).join('/')}`

  async function missingFiles(): Promise<readonly ProgramFile[]> {
    if (!(await caches.has(name))) return files
    const kept = new Set((await (await caches.open(name)).keys()).map(({ url }) => url))
    return files.filter(({ path }) => !kept.has(addressOf(path)))
  }

  async function fill(): Promise<void> {
    const isInUse = (await keptBuilds())?.current === build
    try {
      const cache = await caches.open(name)
      const waiting = [...(await missingFiles())]
      const work = async () => {
        for (let file = waiting.shift(); file; file = waiting.shift()) await cache.put(addressOf(file.path), await fetchChecked(file))
      }
      await Promise.all(Array.from({ length: AT_A_TIME }, work))
      if ((await missingFiles()).length > 0) throw new Error('not everything was kept')
    } catch (error) {
      // Half a program is worse than none; but what pages are running from is mended, not thrown away.
      if (!isInUse) await caches.delete(name)
      throw error
    }
  }

  /** The file, if the server has exactly the one that the build wrote: no page of a proxy, no other build, nothing cut off. */
  async function fetchChecked({ path, bytes, sha256 }: ProgramFile): Promise<Response> {
    const response = await fetch(addressOf(path), { cache: 'no-cache' })
    if (response.status !== 200) throw new Error(`${path}: status ${response.status}`)
    const content = await response.arrayBuffer()
    if (content.byteLength !== bytes) throw new Error(`${path}: ${content.byteLength} bytes instead of ${bytes}`)
    if ((await hashOf(content)) !== sha256) throw new Error(`${path}: altered`)
    // A new answer: one that was redirected may not be used for a page. Its headers hold the security policy.
    const headers = new Headers(response.headers)
    for (const header of ['Content-Encoding', 'Content-Length']) headers.delete(header)
    return new Response(content, { headers })
  }

  async function keptBuilds(): Promise<KeptBuilds | null> {
    if (!(await caches.has(stateName))) return null
    const kept = await (await caches.open(stateName)).match(stateUrl)
    return kept ? ((await kept.json()) as KeptBuilds) : null
  }

  async function becomeCurrent(): Promise<boolean> {
    const before = await keptBuilds()
    const now: KeptBuilds = before?.current === build ? before : { current: build, previous: before?.current ?? null }
    await (await caches.open(stateName)).put(stateUrl, Response.json(now))
    const names = (await caches.keys()).filter((other) => other.startsWith(prefix))
    // Names stand in the order in which they were made: what comes after the own one belongs to a newer build on its way.
    const older = names.slice(0, names.indexOf(name)).filter((other) => other !== stateName && other !== `${prefix}${now.previous}`)
    for (const other of older) await caches.delete(other)
    return before === null
  }

  function answerFor(address: string, isNavigation: boolean): ReturnType<ProgramCache['answerFor']> {
    const path = pathBelow(scopeUrl, address)
    if (path === null) return null
    if (path === '' || path === 'index.html') return () => keptFile(name, 'index.html')
    if (paths.has(path)) return () => keptFile(name, path)
    // The name of such a file holds its hash: any build's copy is the right one.
    return path.startsWith('assets/') && !isNavigation ? () => keptInAnyBuild(path) : null
  }

  async function keptFile(cacheName: string, path: string): Promise<Response | null> {
    if (!(await caches.has(cacheName))) return null
    return (await (await caches.open(cacheName)).match(addressOf(path), { ignoreVary: true })) ?? null
  }

  async function keptInAnyBuild(path: string): Promise<Response | null> {
    for (const other of await caches.keys()) {
      const found = other.startsWith(prefix) ? await keptFile(other, path) : null
      if (found) return found
    }
    return null
  }

  const report = async (): Promise<OfflineReport> => ({ build, isComplete: (await missingFiles()).length === 0 })
  return { fill, becomeCurrent, answerFor, report }
}

/** Path of an address inside a folder, without query and fragment; null if it is elsewhere or malformed. */
function pathBelow(folderUrl: string, address: string): string | null {
  const bare = address.split(/[?#]/, 1)[0]!
  if (!bare.startsWith(folderUrl)) return null
  try {
    return decodeURIComponent(bare.slice(folderUrl.length))
  } catch {
    return null
  }
}

/** SHA-256, lower-case hexadecimal. A service worker has `crypto.subtle`: it runs in secure contexts only. */
async function hashOf(content: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', content))
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
