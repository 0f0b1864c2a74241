import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { findBrowser } from '@/cli/find-browser.mjs'
import { startKiosk } from '@/cli/kiosk.mjs'
import { serve } from '@/cli/serve.mjs'
import { copyTour } from './wall-page'

/** How long a wall may be gone, from the fault to the scene. */
const BACK_WITHIN_MS = 15_000
const START_LIMIT_MS = 60_000
/** As in a container without a display; software drawing is left out, since here nothing depends on the map. */
const FLAGS = ['--headless=new', '--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--window-size=960,540']

let server: Awaited<ReturnType<typeof serve>>
let profile: string
let kiosk: ReturnType<typeof startKiosk>
const lines: string[] = []

beforeAll(async () => {
  server = await serve({ port: 0, dist: process.env.APP_DIST, geodata: await copyTour() })
  profile = await mkdtemp(join(tmpdir(), 'kiosk-'))
  kiosk = startKiosk({
    url: `${server.url}#/display?still=1`, browser: findBrowser()!.path, profile, flags: FLAGS, stalledAfterMs: 4000, log: (line) => lines.push(line),
  })
  await sceneIs('overview', START_LIMIT_MS)
  // On to a scene that is not the first, as a hand on the wall would.
  await evaluate(`dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight' }))`)
  await vi.waitUntil(async () => (await scene()) !== 'overview', { timeout: START_LIMIT_MS })
})
afterAll(async () => {
  await kiosk.stop()
  await server.stop()
  await rm(profile, { recursive: true, force: true })
})

const evaluate = async (expression: string): Promise<unknown> => kiosk.running()?.evaluate(expression).catch(() => null) ?? null
const scene = () => evaluate(`document.querySelector('[data-test=wall]')?.dataset.scene ?? ''`)
const sceneIs = (id: unknown, timeout: number) => vi.waitUntil(async () => (await scene()) === id, { timeout, interval: 200 })

/** The fault, and how long the wall was not in its scene, ms. */
async function timeAway(fault: () => void): Promise<number> {
  const before = await scene()
  const pid = kiosk.running()!.pid
  const startedAt = performance.now()
  fault()
  await vi.waitUntil(() => (kiosk.running()?.pid ?? pid) !== pid, { timeout: START_LIMIT_MS, interval: 20 })
  await sceneIs(before, START_LIMIT_MS)
  return performance.now() - startedAt
}

it('brings the wall back into its scene when the browser is killed', async () => {
  expect(await timeAway(() => process.kill(kiosk.running()!.pid, 'SIGKILL'))).toBeLessThan(BACK_WITHIN_MS)
  expect(lines.at(-2)).toBe('the browser ended (SIGKILL); starting again in 1 s')
})

it('brings it back when the page crashes', async () => {
  expect(await timeAway(() => void kiosk.running()!.command('Page.crash'))).toBeLessThan(BACK_WITHIN_MS)
  expect(lines.at(-2)).toMatch(/^the page crashed; starting again in/)
})

it('brings it back when the page stands still', async () => {
  // The limit of 4 s and a heartbeat of 5 s come before the start.
  expect(await timeAway(() => void evaluate('for (;;) {}'))).toBeLessThan(BACK_WITHIN_MS + 9000)
  expect(lines.at(-2)).toMatch(/^no answer to Runtime\.evaluate for 4 s; starting again in/)
})

it('leaves no process behind when it is stopped', async () => {
  await kiosk.stop()
  await vi.waitUntil(() => !execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' }).includes(profile), { timeout: START_LIMIT_MS })
  expect(kiosk.running()).toBeNull()
})
