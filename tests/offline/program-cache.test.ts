import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { ProgramVersion } from '@/domain/program-version'
import { createProgramCache } from '@/offline/program-cache'

const SCOPE = 'https://wall.example/app/'
/** What lies on the server: path → text. */
let server: Map<string, string>
let storage: CacheStorage

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const versionOf = (build: string, files: Record<string, string>): ProgramVersion =>
  ({ build, files: Object.entries(files).map(([path, text]) => ({ path, bytes: text.length, sha256: sha256(text) })) })
const FILES_A = { 'index.html': 'page A', 'assets/main-aaaaaaaa.js': 'A', 'fonts/core.woff2': 'font' }
const FILES_B = { 'index.html': 'page B', 'assets/main-bbbbbbbb.js': 'B', 'fonts/core.woff2': 'font' }
const FILES_C = { 'index.html': 'page C', 'assets/main-cccccccc.js': 'C', 'fonts/core.woff2': 'font' }

const askServer = async (input: RequestInfo | URL) => {
  const text = server.get(String(input).replace(SCOPE, ''))
  return text === undefined ? new Response('', { status: 404 }) : new Response(text, { headers: { 'Content-Security-Policy': 'strict', 'Content-Encoding': 'gzip' } })
}
const cacheOf = (build: string, files: Record<string, string>) => createProgramCache(versionOf(build, files), SCOPE, storage, askServer)
const deploy = (files: Record<string, string>) => (server = new Map(Object.entries(files)))
const textOf = async (cache: ReturnType<typeof cacheOf>, path: string, isNavigation = false) =>
  (await cache.answerFor(`${SCOPE}${path}`, isNavigation)?.())?.text() ?? null

beforeEach(() => {
  deploy(FILES_A)
  storage = makeCacheStorage()
})

describe('fill', () => {
  it('keeps every file with its headers', async () => {
    const cache = cacheOf('a', FILES_A)
    await cache.fill()
    expect(await cache.report()).toEqual({ build: 'a', isComplete: true })
    const page = await cache.answerFor(SCOPE, true)!()
    expect([await page!.text(), page!.headers.get('Content-Security-Policy'), page!.headers.get('Content-Encoding')]).toEqual(['page A', 'strict', null])
  })

  it.each([
    ['is missing', undefined, 'assets/main-aaaaaaaa.js: status 404'],
    ['is cut off', '', 'assets/main-aaaaaaaa.js: 0 bytes instead of 1'],
    ['is altered', 'X', 'assets/main-aaaaaaaa.js: altered'],
  ])('leaves nothing if a file %s', async (_, text, message) => {
    if (text === undefined) server.delete('assets/main-aaaaaaaa.js')
    else server.set('assets/main-aaaaaaaa.js', text)
    const cache = cacheOf('a', FILES_A)
    await expect(cache.fill()).rejects.toThrow(message)
    expect(await storage.keys()).toEqual([])
    expect(await cache.report()).toEqual({ build: 'a', isComplete: false })
  })

  it('mends what the browser threw away, and keeps the rest if that fails', async () => {
    const cache = cacheOf('a', FILES_A)
    await cache.fill()
    await cache.becomeCurrent()
    await (await storage.open('renovation-map /app/ a')).delete(`${SCOPE}fonts/core.woff2`)
    expect((await cache.report()).isComplete).toBe(false)
    server.clear()
    await expect(cache.fill()).rejects.toThrow('fonts/core.woff2: status 404')
    expect(await textOf(cache, 'index.html')).toBe('page A')
    deploy(FILES_A)
    await cache.fill()
    expect((await cache.report()).isComplete).toBe(true)
  })
})

describe('what is answered', () => {
  it('answers the page under its folder, with any query, and the files of the build', async () => {
    const cache = cacheOf('a', FILES_A)
    await cache.fill()
    expect(await textOf(cache, '', true)).toBe('page A')
    expect(await textOf(cache, '?from=mail#/display', true)).toBe('page A')
    expect(await textOf(cache, 'assets/main-aaaaaaaa.js')).toBe('A')
  })

  it.each([
    'geodata/manifest.json', 'geodata/index.html', 'version.json', 'service-worker.js', 'NOTICES.md', 'other/', '%', 'index.htm',
  ])('never touches %s', async (path) => {
    const cache = cacheOf('a', FILES_A)
    await cache.fill()
    expect(cache.answerFor(`${SCOPE}${path}`, false)).toBeNull()
  })

  it('never touches another folder or origin', () => {
    const cache = cacheOf('a', FILES_A)
    expect(cache.answerFor('https://wall.example/index.html', true)).toBeNull()
    expect(cache.answerFor('https://elsewhere.example/app/index.html', true)).toBeNull()
  })
})

describe('becomeCurrent', () => {
  async function take(build: string, files: Record<string, string>) {
    deploy(files)
    const cache = cacheOf(build, files)
    await cache.fill()
    const isFirst = await cache.becomeCurrent()
    return { cache, isFirst }
  }

  it('tells the first build from later ones', async () => {
    expect((await take('a', FILES_A)).isFirst).toBe(true)
    expect((await take('b', FILES_B)).isFirst).toBe(false)
  })

  it('keeps the parts of the build before for pages that still run from it, until the next but one', async () => {
    await take('a', FILES_A)
    const { cache: b } = await take('b', FILES_B)
    expect(await textOf(b, 'assets/main-aaaaaaaa.js')).toBe('A')
    const { cache: c } = await take('c', FILES_C)
    expect(await textOf(c, 'assets/main-aaaaaaaa.js')).toBeNull()
    expect(await textOf(c, 'assets/main-bbbbbbbb.js')).toBe('B')
    expect(await textOf(c, '', true)).toBe('page C')
  })

  it('forgets a build that was replaced before it came to its turn', async () => {
    await take('a', FILES_A)
    deploy(FILES_B)
    await cacheOf('b', FILES_B).fill()
    await take('c', FILES_C)
    expect((await storage.keys()).map((name) => name.split(' ').at(-1)).sort()).toEqual(['a', 'c', 'state'])
  })

  it('leaves a newer build on its way alone', async () => {
    await take('a', FILES_A)
    deploy(FILES_B)
    const b = cacheOf('b', FILES_B)
    await b.fill()
    deploy(FILES_C)
    await cacheOf('c', FILES_C).fill()
    await b.becomeCurrent()
    expect(await storage.has('renovation-map /app/ c')).toBe(true)
  })

  it('changes nothing when the same build becomes current again', async () => {
    await take('a', FILES_A)
    await take('b', FILES_B)
    await take('b', FILES_B)
    expect(await storage.has('renovation-map /app/ a')).toBe(true)
  })

  it('does not touch the program of another folder', async () => {
    await storage.open('renovation-map /other/ x')
    await take('a', FILES_A)
    expect(await storage.has('renovation-map /other/ x')).toBe(true)
  })
})

/** The Cache API as far as it is used: names in the order in which they were made. */
function makeCacheStorage(): CacheStorage {
  const caches = new Map<string, Map<string, Response>>()
  const open = async (name: string) => {
    const entries = caches.get(name) ?? new Map<string, Response>()
    caches.set(name, entries)
    return {
      put: async (url: string, response: Response) => void entries.set(url, response),
      match: async (url: string) => entries.get(url)?.clone(),
      delete: async (url: string) => entries.delete(url),
      keys: async () => [...entries.keys()].map((url) => ({ url })),
    } as unknown as Cache
  }
  return {
    open,
    has: async (name: string) => caches.has(name),
    delete: async (name: string) => caches.delete(name),
    keys: async () => [...caches.keys()],
  } as unknown as CacheStorage
}
