import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { landScenarioZh } from '@/i18n/land-scenario-zh'
import { landZh } from '@/i18n/land-zh'
import { zh } from '@/i18n/zh'
import { findMarker, readAll } from '../fixtures/find-marker'
import { markGeodata, type MarkedGeodata } from '../fixtures/marked-geodata'
import { FLAT, WALL_TIMEOUT_MS } from './wall-page'
import { openApp } from './harness'
import { servePlainly } from './plain-server'

/** A real build from marked data, as `npm run build:public` makes it, on the barest server, below an address of its own. */
const root = mkdtempSync(join(tmpdir(), 'public-'))
const out = join(root, 'dist-public')
let marked: MarkedGeodata
let server: Awaited<ReturnType<typeof servePlainly>>

beforeAll(async () => {
  marked = markGeodata(join(root, 'marked'))
  const args = ['src/cli/run.mjs', 'src/cli/build-public.ts', '--geodata', marked.dir, '--out', out]
  execFileSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  server = await servePlainly(out, '/town/wall/')
}, 180_000)
afterAll(async () => {
  await server?.stop()
  rmSync(root, { recursive: true })
})

const readText = (path: string) => readFileSync(join(out, path), 'utf8')

describe('the folder of the public edition', () => {
  it('holds nothing that is not public, in any file and any form', () => {
    const files = readAll(out)
    expect(files.length).toBeGreaterThan(30)
    expect(marked.secrets.flatMap((mark) => findMarker(files, mark))).toEqual([])
    expect(marked.open.filter((mark) => findMarker(files, mark).length === 0)).toEqual([])
  })

  it('holds no code and no words of planners', () => {
    const program = readAll(out).filter(({ path }) => /^(assets\/|index\.html|service-worker\.js|version\.json)/.test(path))
    const shared = new Set(sentencesIn(zh))
    const words = [landZh, landScenarioZh].flatMap(sentencesIn).filter((sentence) => sentence.length >= 10 && !shared.has(sentence))
    expect(words.length).toBeGreaterThan(20)
    expect(words.flatMap((sentence) => findMarker(program, sentence))).toEqual([])
    expect(['TerraDraw', 'terra-draw', 'per100HouseholdsM2', 'building-card'].flatMap((name) => findMarker(program, name))).toEqual([])
    expect(program.map(({ path }) => path).filter((path) => /land/i.test(path))).toEqual([])
    // The wall's own words are there, so the search can find.
    expect(findMarker(program, '节点').length).toBeGreaterThan(0)
  })

  it('names its build and lists its own files for the offline cache', () => {
    const { build, files } = JSON.parse(readText('version.json')) as { build: string; files: { path: string }[] }
    expect(readText('index.html')).toContain(build)
    expect(readText('service-worker.js')).toContain(build)
    const there = new Set(readAll(out).map(({ path }) => path))
    expect(files.map(({ path }) => path).filter((path) => !there.has(path))).toEqual([])
    expect(readdirSync(out)).toContain('LICENSE')
  })
})

describe('the public edition in a browser', () => {
  it.each(['#/display', '', '#/land?facility=childcare'])('shows the wall at %s', async (path) => {
    const app = await openApp(path, { ...FLAT, serverUrl: server.url })
    const wall = app.page.locator('[data-test=wall]:not([data-scene=""])')
    await wall.waitFor({ timeout: WALL_TIMEOUT_MS })
    expect(await app.page.locator('[data-test=wall-totals] .value .num').allInnerTexts()).toEqual(['35', '123', '4,419', '50.81'])
    expect(await app.page.locator('[data-test=totals], .land').count()).toBe(0)
    if (app.problems.some((problem) => /webgl/i.test(problem))) app.forgive(/webgl/i)
    await app.close()
  })

  it('draws its map and says nothing but what is right', async () => {
    const app = await openApp('#/display?still=1', { serverUrl: server.url })
    await app.page.locator('[data-test=wall]:not([data-scene=""])').waitFor({ timeout: WALL_TIMEOUT_MS })
    await app.page.locator('[data-test=wall] canvas').first().waitFor({ timeout: WALL_TIMEOUT_MS })
    expect(await app.page.locator('[data-test=wall]').innerText()).toContain('2024')
    await app.close()
  })

  it('opens the window that steers it', async () => {
    const app = await openApp('#/remote', { ...FLAT, serverUrl: server.url })
    await app.page.locator('[data-test=wall]').waitFor({ state: 'detached' })
    await expect.poll(() => app.page.locator('button').count()).toBeGreaterThan(1)
    await app.close()
  })
})

/** Every text in an object of texts. */
function sentencesIn(texts: unknown): string[] {
  if (typeof texts === 'string') return [texts]
  return typeof texts === 'object' && texts !== null ? Object.values(texts).flatMap(sentencesIn) : []
}
