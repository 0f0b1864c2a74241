import { describe, expect, it } from 'vitest'
import { hasCore } from '@/data/folder'
import { sha256Hex } from '@/data/hash'
import { readFolder, type FolderAnswer, type ReadFolderOptions } from '@/data/read-folder'
import { CORE_DATASETS, type DatasetId } from '@/domain/manifest'
import { FOLDER_URL, serveFolder } from '../fixtures/folder-server'
import { manifestOf, smallGeodata } from '../fixtures/small-geodata'

const IDS: readonly DatasetId[] = [...CORE_DATASETS, 'greens']
const ask = (server: ReturnType<typeof serveFolder>, options: Partial<ReadFolderOptions> = {}) =>
  readFolder({ baseUrl: FOLDER_URL, fetch: server.fetch, ids: IDS, knownManifestSha256: null, timeoutMs: 1000, ...options })
const folderOf = (answer: FolderAnswer) => {
  if (answer.kind !== 'complete' && answer.kind !== 'partial') throw new Error(`no folder: ${JSON.stringify(answer)}`)
  return answer.folder
}
const hashOf = (text: string) => sha256Hex(new TextEncoder().encode(text))

describe('readFolder', () => {
  it('reads what is asked for as one, and nothing else', async () => {
    const server = serveFolder()
    const answer = await ask(server)
    const folder = folderOf(answer)
    expect(answer.kind).toBe('complete')
    expect([folder.programme!.communities.length, folder.programme!.reports.length, folder.values.greens!.length, folder.failures]).toEqual([2, 7, 1, []])
    expect(folder.manifestSha256).toBe(hashOf(server.files.get('manifest.json')!))
    expect([...server.asked].sort()).toEqual(['baseline.csv', 'buildings.geojson', 'communities.geojson', 'greens.geojson', 'ledger.csv', 'manifest.json', 'manifest.json', 'plan.json'])
  })

  it('asks for the manifest past every cache, and for files by their hash', async () => {
    const server = serveFolder()
    await ask(server)
    const [first] = server.fetch.mock.calls
    expect(first![1]).toMatchObject({ cache: 'no-store' })
    const plan = server.fetch.mock.calls.find(([address]) => String(address).includes('plan.json'))!
    expect(plan[0]).toBe(`${FOLDER_URL}plan.json?v=${hashOf(server.files.get('plan.json')!).slice(0, 12)}`)
  })

  it('is done after one question if the manifest is the known one', async () => {
    const server = serveFolder()
    const { manifestSha256 } = folderOf(await ask(server))
    server.asked.length = 0
    expect(await ask(server, { knownManifestSha256: manifestSha256 })).toEqual({ kind: 'unchanged' })
    expect(server.asked).toEqual(['manifest.json'])
  })

  it('fetches only what changed', async () => {
    const server = serveFolder()
    const held = new Map<string, Uint8Array>()
    const { manifestSha256 } = folderOf(await ask(server, { held }))
    server.files.set('ledger.csv', server.files.get('ledger.csv')!.replace('0.55', '0.75'))
    server.files.set('manifest.json', manifestOf(server.files))
    server.asked.length = 0
    const next = folderOf(await ask(server, { held, knownManifestSha256: manifestSha256 }))
    expect(server.asked).toEqual(['manifest.json', 'ledger.csv', 'manifest.json'])
    expect(next.programme!.reports.map(({ doneShare }) => doneShare)).toContain(0.75)
  })

  it('calls a folder that was replaced meanwhile mixed', async () => {
    const server = serveFolder()
    server.answers['ledger.csv'] = () => {
      const text = server.files.get('ledger.csv')!
      server.files.set('manifest.json', server.files.get('manifest.json')!.replace('made for tests', 'replaced'))
      return new Response(text)
    }
    expect(await ask(server)).toEqual({ kind: 'failed', failure: { code: 'mixed', file: 'manifest.json', params: {} } })
  })

  it('asks once more past the caches for a file that came wrong', async () => {
    const server = serveFolder()
    let tries = 0
    server.answers['greens.geojson'] = () => new Response(tries++ === 0 ? '{"type":"Fea' : server.files.get('greens.geojson'))
    expect((await ask(server)).kind).toBe('complete')
    const caches = server.fetch.mock.calls.filter(([address]) => String(address).includes('greens')).map(([, init]) => init!.cache)
    expect(caches).toEqual(['default', 'reload'])
  })

  it('is partial without a file of the town, and names it', async () => {
    const server = serveFolder()
    server.answers['greens.geojson'] = () => new Response('', { status: 404 })
    const answer = await ask(server)
    expect(answer).toMatchObject({ kind: 'partial', failure: { code: 'missing', file: 'greens.geojson' } })
    expect(hasCore(folderOf(answer))).toBe(true)
  })

  it('is not complete if the manifest names a file wrongly', async () => {
    const server = serveFolder()
    const manifest = JSON.parse(server.files.get('manifest.json')!) as { files: { id: string; sha256: string }[] }
    manifest.files.find(({ id }) => id === 'greens')!.sha256 = 'no hash'
    server.files.set('manifest.json', JSON.stringify(manifest))
    expect(await ask(server)).toMatchObject({ kind: 'partial', failure: { code: 'invalid', file: 'manifest.json' } })
  })

  it('is failed without the plan, and asks for nothing that lies in it', async () => {
    const server = serveFolder()
    server.answers['plan.json'] = () => new Response('', { status: 500 })
    expect(await ask(server)).toMatchObject({ kind: 'failed', failure: { code: 'http-error', file: 'plan.json' } })
    expect(server.asked).toEqual(['manifest.json', 'plan.json', 'manifest.json'])
  })
})

describe('readFolder, when a file is broken', () => {
  const ledgerOf = () => serveFolder().files.get('ledger.csv')!
  const flipped = () => {
    const bytes = new TextEncoder().encode(ledgerOf())
    bytes[Math.floor(bytes.length / 2)]! ^= 1
    return bytes
  }
  const tenths = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((tenth) => [`cut after ${tenth} tenths`, () => {
    const bytes = new TextEncoder().encode(ledgerOf())
    return new Response(bytes.slice(0, Math.floor((bytes.length * tenth) / 10)))
  }, 'truncated'] as const)
  const CASES: readonly (readonly [string, () => Response | Promise<Response>, string])[] = [
    ['not there', () => new Response('', { status: 404 }), 'missing'],
    ['an error of the server', () => new Response('', { status: 500 }), 'http-error'],
    ['a page', () => new Response('<!doctype html><title>Login</title>', { headers: { 'content-type': 'text/html' } }), 'is-html'],
    ['without its line', () => Promise.reject(new TypeError('Failed to fetch')), 'network'],
    ['stalled', () => new Promise<Response>(() => {}), 'timeout'],
    ['one bit off', () => new Response(flipped()), 'altered'],
    ...tenths,
  ]
  it.each(CASES)('names the ledger that is %s', async (_, answer, code) => {
    const server = serveFolder()
    server.answers['ledger.csv'] = answer
    const found = await ask(server, { timeoutMs: 30 })
    expect(found).toMatchObject({ kind: 'partial', failure: { code, file: 'ledger.csv' } })
    expect(hasCore(folderOf(found))).toBe(false)
  })

  it.each(CASES.filter(([, , code]) => code !== 'truncated' && code !== 'altered'))('fails with a manifest that is %s', async (_, answer, code) => {
    const server = serveFolder()
    server.answers['manifest.json'] = answer
    expect(await ask(server, { timeoutMs: 30 })).toMatchObject({ kind: 'failed', failure: { code, file: 'manifest.json' } })
  })

  it.each([['empty', ''], ['cut', '{"format":"renov'], ['of another kind', '{"format":"shop"}'], ['a list', '[]']])('fails with a manifest that is %s', async (_, text) => {
    const server = serveFolder()
    server.answers['manifest.json'] = () => new Response(text)
    expect(await ask(server)).toMatchObject({ kind: 'failed', failure: { code: 'invalid', file: 'manifest.json' } })
  })

  it('names a file of the wrong schema though its hash agrees', async () => {
    const folder = smallGeodata()
    folder.ledger = [['when', 'what'], ['yesterday', 'nothing']]
    expect(await ask(serveFolder(folder))).toMatchObject({ kind: 'partial', failure: { code: 'invalid', file: 'ledger.csv' } })
  })

  it('rejects only if it is ended', async () => {
    const server = serveFolder()
    await expect(ask(server, { signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough')
  })
})
