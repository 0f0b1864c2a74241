import { networkInterfaces } from 'node:os'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serve } from '@/cli/serve.mjs'
import { closeWall, isKept, makeProgramFolders, type ProgramFolders } from './program-folders'
import { copyTour, openWall, readWall, WALL_TIMEOUT_MS } from './wall-page'

/** An address of this machine that is not its own name for itself: browsers trust `localhost` without HTTPS, but not this. */
const OUTER_ADDRESS = Object.values(networkInterfaces()).flat().find((entry) => entry?.family === 'IPv4' && !entry.internal)?.address
const LOOK = { withoutWebgl: true, viewport: { width: 960, height: 540 } }

let folders: ProgramFolders
let geodata: string
beforeAll(async () => {
  folders = await makeProgramFolders()
  geodata = await copyTour()
})
afterAll(() => folders.remove())

describe('without its server', () => {
  it('opens again after the first load: program, fonts, data and scene', async () => {
    const server = await serve({ port: 0, dist: folders.current, geodata })
    const app = await openWall('#/display?scene=plan&still=1', { ...LOOK, serverUrl: server.url })
    const { page } = app
    const share = page.locator('[data-test=wall-share]')
    const before = [await readWall(page), await share.innerText(), await page.locator('[data-test=wall-totals]').innerText()]
    await expect.poll(() => isKept(page), { timeout: WALL_TIMEOUT_MS }).toBe(true)
    await server.stop()

    await page.reload()
    await share.waitFor({ timeout: WALL_TIMEOUT_MS })
    expect([await readWall(page), await share.innerText(), await page.locator('[data-test=wall-totals]').innerText()]).toEqual(before)
    // Every face the page asked for came, from the cache.
    await expect.poll(() => page.evaluate(() => [...document.fonts].filter(({ status }) => status === 'error').length)).toBe(0)
    expect(await page.evaluate(() => [...document.fonts].filter(({ status }) => status === 'loaded').length)).toBeGreaterThan(0)
    await page.locator('[data-note=kept]').waitFor({ timeout: WALL_TIMEOUT_MS })

    await closeWall(app, /Failed to load resource/)
  })

  it('keeps the program of a running page, but never the data folder or the version', async () => {
    const server = await serve({ port: 0, dist: folders.current, geodata })
    const app = await openWall('#/display?still=1', { ...LOOK, serverUrl: server.url })
    const { page } = app
    await expect.poll(() => isKept(page), { timeout: WALL_TIMEOUT_MS }).toBe(true)
    const kept = await page.evaluate(async () => {
      const names = await caches.keys()
      const urls = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)))
      return { names, paths: urls.flat() }
    })
    expect(kept.names.sort()).toEqual([`renovation-map / ${folders.builds.shipped}`, 'renovation-map / state'].sort())
    expect(kept.paths).toContain('/index.html')
    expect(kept.paths.filter((path) => /^\/(geodata\/|version\.json|service-worker\.js)/.test(path))).toEqual([])
    await closeWall(app)
    await server.stop()
  })
})

describe('plain http', () => {
  it.skipIf(OUTER_ADDRESS === undefined)('shows the wall and says that the offline cache is off', async () => {
    const server = await serve({ port: 0, host: OUTER_ADDRESS!, dist: folders.current, geodata })
    const app = await openWall('#/display?still=1', { ...LOOK, serverUrl: server.url })
    const { page } = app
    expect(await page.evaluate(() => [isSecureContext, 'serviceWorker' in navigator])).toEqual([false, false])
    await expect.poll(() => page.locator('[data-test=freshness]').innerText()).toContain('离线缓存未开启')
    expect(await page.locator('[data-test=wall-share]').innerText()).toMatch(/^\d+/)
    await closeWall(app)
    await server.stop()
  })
})
