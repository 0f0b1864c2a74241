import { describe, expect, it, vi } from 'vitest'
import { fetchBytes } from '@/data/fetch-bytes'

const answering = (response: Response | Promise<Response>) => vi.fn(async (address: string | URL | Request, init?: RequestInit) => {
  void address
  void init
  return response
})

describe('fetchBytes', () => {
  it('gives the bytes as they came, in several pieces', async () => {
    const pieces = [new Uint8Array([1, 2]), new Uint8Array([3]), new Uint8Array([])]
    const body = new ReadableStream<Uint8Array>({ start: (out) => { pieces.forEach((piece) => out.enqueue(piece)); out.close() } })
    const seen: (number | null)[][] = []
    const { bytes } = await fetchBytes('a.bin', '', 'default', 3, {
      baseUrl: 'data/', fetch: answering(new Response(body)), onProgress: (...step) => seen.push(step),
    })
    expect([...bytes!]).toEqual([1, 2, 3])
    expect(seen).toEqual([[2, 3], [3, 3], [3, 3]])
  })

  it('keeps a name from becoming another address', async () => {
    const fetch = answering(new Response('{}'))
    await fetchBytes('a b/小区#1?.json', '?v=1', 'default', null, { baseUrl: 'data/', fetch })
    expect(fetch.mock.calls[0]![0]).toBe('data/a%20b/%E5%B0%8F%E5%8C%BA%231%3F.json?v=1')
  })

  it('tells a connection that breaks in the middle', async () => {
    const body = new ReadableStream<Uint8Array>({ start: (out) => { out.enqueue(new Uint8Array([1])); out.error(new TypeError('terminated')) } })
    const { failure } = await fetchBytes('a.bin', '', 'default', 3, { baseUrl: '', fetch: answering(new Response(body)) })
    expect(failure).toEqual({ code: 'network', file: 'a.bin', params: { message: 'terminated' } })
  })

  it('asks nothing when it is cancelled before it begins', async () => {
    const fetch = answering(new Response('{}'))
    const options = { baseUrl: '', fetch, signal: AbortSignal.abort(new Error('left the page')) }
    await expect(fetchBytes('a.json', '', 'default', null, options)).rejects.toThrow('left the page')
    expect(fetch).not.toHaveBeenCalled()
  })

  it('says after how many seconds it gave up', async () => {
    vi.useFakeTimers()
    const loading = fetchBytes('a.json', '', 'default', null, { baseUrl: '', fetch: answering(new Promise<Response>(() => {})) })
    await vi.advanceTimersByTimeAsync(30_000)
    expect((await loading).failure).toEqual({ code: 'timeout', file: 'a.json', params: { seconds: 30 } })
    vi.useRealTimers()
  })
})
