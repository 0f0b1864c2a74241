import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { main } from '@/cli/geodata'
import { checkFolder } from '@/data/check-folder'
import { MANIFEST_PATH, readManifest } from '@/data/read-manifest'
import { findMarker, readAll } from '../fixtures/find-marker'
import { markGeodata, type MarkedGeodata } from '../fixtures/marked-geodata'

vi.setConfig({ testTimeout: 60_000 })
const root = mkdtempSync(join(tmpdir(), 'publish-'))
afterAll(() => rmSync(root, { recursive: true }))
const out = join(root, 'public')
let marked: MarkedGeodata

async function run(...args: string[]): Promise<{ code: number; text: string }> {
  const lines: string[] = []
  const code = await main(args, (line) => lines.push(line))
  return { code, text: lines.join('\n') }
}
const read = (path: string) => JSON.parse(readFileSync(join(out, path), 'utf8'))
const namesIn = (dir: string) => readAll(dir).map(({ path }) => path).sort()

beforeAll(async () => {
  marked = markGeodata(join(root, 'marked'))
  expect(await run('publish', marked.dir, '--out', out)).toMatchObject({ code: 0 })
}, 60_000)

describe('the search for what is not public', () => {
  const text = 'Zq7HolderX9kV'
  it.each([
    ['plain', `"holder":"${text}"`], ['plain', text.toUpperCase()], ['reversed', [...text].reverse().join('')],
    ['base64', Buffer.from(`x${text}yz`).toString('base64')], ['base64', Buffer.from(`xy${text}`).toString('base64')], ['base64', Buffer.from(text).toString('base64')],
    ['uri', [...Buffer.from(text)].map((byte) => `%${byte.toString(16)}`).join('')], ['hex', Buffer.from(text).toString('hex')],
    ['escaped', [...text].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')],
    ['utf16', Buffer.from(text, 'utf16le').toString('latin1')], ['split', 'Zq7Hol" + "derX9\nkV'],
  ])('finds a text %s', (form, content) => {
    expect(findMarker([{ path: 'x.json', bytes: Buffer.from(content, 'latin1') }], text)).toContain(`x.json: ${text} as ${form}`)
  })

  it('finds Chinese, in UTF-8, as an address and in the name of a file', () => {
    const file = (path: string, content: string) => findMarker([{ path, bytes: Buffer.from(content) }], '王秘密')
    expect([file('x', '住户王秘密。'), file('x', encodeURIComponent('王秘密')), file('王秘密.csv', '')].map(({ length }) => length)).toEqual([1, 1, 1])
    expect(file('x', '王某秘密')).toEqual([])
  })

  it('finds a number as a whole, not in a longer one', () => {
    const isFound = (content: string) => findMarker([{ path: 'x', bytes: Buffer.from(content) }], 19379).length === 1
    expect(['[19379,1]', '"a":19379}', ',19379\r\n', '119379', '0.19379', '193790'].map(isFound)).toEqual([true, true, true, false, false, false])
  })

  it('finds every mark in the source', () => {
    const files = readAll(marked.dir)
    expect([...marked.secrets, ...marked.open].filter((mark) => findMarker(files, mark).length === 0)).toEqual([])
  })
})

describe('a published folder', () => {
  it('holds nothing that is not public, in any form', () => {
    const files = readAll(out)
    expect(marked.secrets.flatMap((mark) => findMarker(files, mark))).toEqual([])
  })

  it('holds what is public', () => {
    const files = readAll(out)
    expect(marked.open.filter((mark) => findMarker(files, mark).length === 0)).toEqual([])
  })

  it('holds the files of the wall and no other', () => {
    expect(namesIn(out).filter((path) => !path.startsWith('photos/'))).toEqual([
      'baseline.csv', 'blocks.geojson', 'buildings.geojson', 'communities.geojson', 'context-buildings.geojson', 'facilities.geojson', 'greens.geojson',
      'landmarks.geojson', 'ledger.csv', 'manifest.json', 'plan.json', 'proposed-sites.geojson', 'railways.geojson', 'roads.geojson', 'tour.json', 'water.geojson',
    ])
    expect(readdirSync(join(out, 'photos'))).toHaveLength(2)
  })

  it('passes its own check, with every file public', async () => {
    expect(await checkFolder(async (path) => readFileSync(join(out, path)), namesIn(out))).toEqual([])
    const { value } = readManifest(readFileSync(join(out, MANIFEST_PATH), 'utf8'))
    expect(value!.files.every(({ audience }) => audience === 'public')).toBe(true)
  })

  it('tells neither 7 households nor what 7 could be found by', () => {
    const households = new Map<string, number | null>(read('communities.geojson').features
      .map(({ properties: { id, households: count } }: { properties: { id: string; households: number | null } }) => [id, count]))
    const hidden = [...households].filter(([, count]) => count === null).map(([id]) => id)
    expect(hidden).toHaveLength(2)
    expect(hidden).toContain(marked.smallCommunityId)
    expect(read('proposed-sites.geojson').features[0].properties).toMatchObject({ reachedPeople: null, newlyReachedPeople: null })
  })
})

describe('geodata publish', () => {
  const fresh = (name: string) => {
    const dir = join(root, name)
    cpSync('geodata', dir, { recursive: true })
    return dir
  }

  it('renews a folder and takes away what is no longer public', async () => {
    const target = join(root, 'renewed')
    cpSync(out, target, { recursive: true })
    expect((await run('publish', 'geodata', '--out', target)).code).toBe(0)
    expect(existsSync(join(target, 'photos'))).toBe(false)
    expect(readdirSync(root).filter((name) => name.startsWith('.'))).toEqual([])
    expect(await checkFolder(async (path) => readFileSync(join(target, path)), namesIn(target))).toEqual([])
  })

  it('publishes nothing from a source with errors, and says where', async () => {
    const dir = fresh('broken')
    const manifest = readFileSync(join(dir, MANIFEST_PATH), 'utf8')
    writeFileSync(join(dir, MANIFEST_PATH), manifest.replace(/("id": "ledger"[\s\S]*?"audience": )"internal"/, '$1"public"'))
    const { code, text } = await run('publish', dir, '--out', join(root, 'none'))
    expect(code).toBe(1)
    expect(text).toContain('错误 ledger.csv › note')
    expect(text).toContain('处理：')
    expect(existsSync(join(root, 'none'))).toBe(false)
  })

  it('publishes no photo that it cannot strip, and names it', async () => {
    const dir = join(root, 'photo')
    cpSync(marked.dir, dir, { recursive: true })
    for (const name of readdirSync(join(dir, 'photos'))) writeFileSync(join(dir, 'photos', name), 'no picture')
    const { code, text } = await run('publish', dir, '--out', join(root, 'none'))
    expect([code, existsSync(join(root, 'none'))]).toEqual([1, false])
    expect(text).toMatch(/^错误 \/ error photos\/.+\.jpg\n.*\n {2}处理/)
  })

  it.each([
    ['no target', () => []], ['the source itself', () => ['--out', 'geodata']], ['a folder in the source', () => ['--out', 'geodata/public']],
    ['a folder around the source', () => ['--out', '.']], ['a folder with other files', () => ['--out', 'deploy-or-docs']],
    ['a full edition', () => ['--out', fresh('full')]],
  ])('refuses %s as a target in one line', async (name, args) => {
    const other = join(root, 'other')
    mkdirSync(other, { recursive: true })
    writeFileSync(join(other, 'letter.txt'), 'mine')
    const before = namesIn(root)
    const { code, text } = await run('publish', 'geodata', ...args().map((arg) => (arg === 'deploy-or-docs' ? other : arg)))
    expect([code, text.split('\n').length], text).toEqual([2, 1])
    if (name !== 'a full edition') expect(namesIn(root)).toEqual(before)
    expect(readFileSync(join(other, 'letter.txt'), 'utf8')).toBe('mine')
  })
})
