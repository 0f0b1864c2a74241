import { describe, expect, it, vi } from 'vitest'
import { sha256Hex } from '@/data/hash'
import { loadDataset, loadManifest } from '@/data/load-dataset'
import { DATASETS, type ManifestFile } from '@/domain/manifest'
import { filesOf, smallGeodata } from '../fixtures/small-geodata'

const files = filesOf(smallGeodata())

/** A server of the small folder; `answers` replace single files. */
function server(answers: Record<string, () => Response | Promise<Response>> = {}) {
  return vi.fn(async (address: string | URL | Request, init?: RequestInit) => {
    void init
    const path = String(address).replace('geodata/', '').replace(/\?.*/, '')
    const answer = answers[path]
    if (answer) return answer()
    const text = files.get(path)
    return text === undefined ? new Response('not here', { status: 404 }) : new Response(text)
  })
}

async function entry<D extends ManifestFile['id']>(id: D): Promise<ManifestFile & { id: D }> {
  const { value } = await loadManifest({ baseUrl: 'geodata/', fetch: server() })
  return value!.files.find((file) => file.id === id)! as ManifestFile & { id: D }
}

async function loadCommunities(answer: () => Response | Promise<Response>, options = {}) {
  const fetch = server({ 'communities.geojson': answer })
  return loadDataset(await entry('communities'), { baseUrl: 'geodata/', fetch, bounds: null, ...options })
}

const text = files.get('communities.geojson')!

describe('loadManifest', () => {
  it('asks the server for the newest manifest', async () => {
    const fetch = server()
    const { value, failure } = await loadManifest({ baseUrl: 'geodata/', fetch })
    expect(failure).toBeNull()
    expect(value!.files).toHaveLength(DATASETS.length)
    expect(fetch.mock.calls[0]![0]).toBe('geodata/manifest.json')
    expect(fetch.mock.calls[0]![1]).toMatchObject({ cache: 'no-cache' })
  })

  it('names a missing manifest', async () => {
    const { failure, findings } = await loadManifest({ baseUrl: 'elsewhere/', fetch: server() })
    expect(failure).toEqual({ code: 'missing', file: 'manifest.json', params: { status: 404 } })
    expect(findings[0]).toMatchObject({ code: 'file-missing', file: 'manifest.json' })
  })
})

describe('loadDataset', () => {
  it('reads each kind of file', async () => {
    const options = { baseUrl: 'geodata/', fetch: server(), bounds: [118.7, 36.05, 119.5, 36.7] as const }
    expect((await loadDataset(await entry('plan'), options)).value!.controlTotals.buildings).toBe(3)
    expect((await loadDataset(await entry('communities'), options)).value!.map(({ id }) => id)).toEqual(['C01', 'C02'])
    expect((await loadDataset(await entry('baseline'), options)).value).toHaveLength(4)
    expect((await loadDataset(await entry('ledger'), options)).value).toHaveLength(7)
  })

  it('carries the hash in the address, so that no cache answers with replaced data', async () => {
    const fetch = server()
    const file = await entry('plan')
    await loadDataset(file, { baseUrl: 'geodata/', fetch, bounds: null })
    expect(fetch.mock.calls[0]![0]).toBe(`geodata/plan.json?v=${file.sha256.slice(0, 12)}`)
    expect(fetch.mock.calls[0]![1]).toMatchObject({ cache: 'default' })
    await loadDataset(file, { baseUrl: 'geodata/', fetch, bounds: null, fresh: true })
    expect(fetch.mock.calls[1]![1]).toMatchObject({ cache: 'reload' })
  })

  it('tells how far it is', async () => {
    const seen: [number, number | null][] = []
    const file = await entry('communities')
    await loadDataset(file, { baseUrl: 'geodata/', fetch: server(), bounds: null, onProgress: (...step) => seen.push(step) })
    expect(seen.at(-1)).toEqual([file.bytes, file.bytes])
  })

  it.each([
    ['a missing file', () => new Response('', { status: 404 }), 'missing', { status: 404 }],
    ['a server error', () => new Response('', { status: 503 }), 'http-error', { status: 503 }],
    ['no connection', () => Promise.reject(new TypeError('fetch failed')), 'network', { message: 'fetch failed' }],
    ['a page in its place', () => new Response('  <!doctype html><title>app</title>'), 'is-html', {}],
    ['a page by its type', () => new Response(text, { headers: { 'content-type': 'text/html; charset=utf-8' } }), 'is-html', {}],
    ['a file cut short', () => new Response(text.slice(0, 60)), 'truncated', { foundBytes: 60 }],
    ['an empty file', () => new Response(''), 'truncated', { foundBytes: 0 }],
    ['one changed sign', () => new Response(text.replace('48', '49')), 'altered', {}],
    ['a longer file', () => new Response(`${text} `), 'altered', {}],
  ] as const)('gives %s as a value', async (_, answer, code, params) => {
    const { value, failure } = await loadCommunities(answer)
    expect(value).toBeNull()
    expect(failure).toMatchObject({ code, file: 'communities.geojson', params })
  })

  it('gives broken content as a value with the place', async () => {
    const broken = text.slice(0, -3)
    const bytes = new TextEncoder().encode(broken)
    const file = { ...(await entry('communities')), bytes: bytes.length, sha256: sha256Hex(bytes) }
    const fetch = server({ 'communities.geojson': () => new Response(broken) })
    const { value, failure, findings } = await loadDataset(file, { baseUrl: 'geodata/', fetch, bounds: null })
    expect(value).toBeNull()
    expect(failure).toMatchObject({ code: 'invalid', params: { code: 'file-not-json' } })
    expect(findings[0]).toMatchObject({ code: 'file-not-json', file: 'communities.geojson' })
  })

  it('gives bytes that are not UTF-8 as a value', async () => {
    const bytes = new Uint8Array([0x7b, 0xb0, 0xb2, 0xc7, 0xf0, 0x7d]) // 安丘 in GBK
    const file = { ...(await entry('communities')), bytes: bytes.length, sha256: sha256Hex(bytes) }
    const { findings } = await loadDataset(file, {
      baseUrl: 'geodata/', fetch: server({ 'communities.geojson': () => new Response(bytes) }), bounds: null,
    })
    expect(findings[0]).toMatchObject({ code: 'file-not-json', params: { encoding: 'not-utf-8' } })
  })

  it('gives up on a server that never answers', async () => {
    const { failure } = await loadCommunities(() => new Promise<Response>(() => {}), { timeoutMs: 20 })
    expect(failure).toMatchObject({ code: 'timeout', file: 'communities.geojson' })
  })

  it('gives up on a body that stalls, but not on a slow one', async () => {
    const body = (ends: boolean) => new ReadableStream<Uint8Array>({
      async start(controller) {
        const bytes = new TextEncoder().encode(text)
        for (let at = 0; at < bytes.length; at += 400) {
          controller.enqueue(bytes.slice(at, at + 400))
          await new Promise((resolve) => setTimeout(resolve, 30))
          if (!ends && at > 800) return
        }
        controller.close()
      },
    })
    expect((await loadCommunities(() => new Response(body(false)), { timeoutMs: 100 })).failure).toMatchObject({ code: 'timeout' })
    expect((await loadCommunities(() => new Response(body(true)), { timeoutMs: 100 })).failure).toBeNull()
  })

  it('ends at once when it is cancelled', async () => {
    const controller = new AbortController()
    const loading = loadCommunities(() => new Promise<Response>(() => {}), { signal: controller.signal })
    setTimeout(() => controller.abort(new Error('not wanted any more')), 10)
    await expect(loading).rejects.toThrow('not wanted any more')
  })
})
