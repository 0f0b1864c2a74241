import { networkInterfaces } from 'node:os'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serve } from '@/cli/serve.mjs'
import type { SceneEntry } from '@/domain/tour'
import { closeWall, makeProgramFolders, runningBuild, type ProgramFolders } from './program-folders'
import { copyTour, openWall, WALL_TIMEOUT_MS } from './wall-page'

const OUTER_ADDRESS = Object.values(networkInterfaces()).flat().find((entry) => entry?.family === 'IPv4' && !entry.internal)?.address
const LOOK = { withoutWebgl: true, viewport: { width: 960, height: 540 } }
const SCENE: Omit<SceneEntry, 'id' | 'kind'> = {
  places: null, camera: null, colouring: 'progress', day: null, caption: null, captionEn: null, dwellS: 5, transition: 'cut',
}

let folders: ProgramFolders
let geodata: string
beforeAll(async () => {
  folders = await makeProgramFolders()
  // A round of ten seconds, and the shortest rhythm that a tour may ask for.
  geodata = await copyTour({ scenes: [{ ...SCENE, id: 'overview', kind: 'overview' }, { ...SCENE, id: 'plan', kind: 'plan' }], refreshEveryS: 5, retryAtMostS: 5 })
})
afterAll(() => folders.remove())

/** Writes down every scene with the build that showed it, across reloads. */
async function noteScenes(page: Page): Promise<void> {
  const note = () => {
    const build = document.querySelector<HTMLMetaElement>('meta[name="build"]')!.content
    const look = () => {
      const scene = document.querySelector<HTMLElement>('[data-test=wall]')?.dataset.scene
      const noted = JSON.parse(sessionStorage.getItem('scenes') ?? '[]') as string[]
      if (scene && noted.at(-1) !== `${build} ${scene}`) sessionStorage.setItem('scenes', JSON.stringify([...noted, `${build} ${scene}`]))
    }
    look()
    new MutationObserver(look).observe(document.documentElement, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-scene'] })
  }
  await page.addInitScript(`addEventListener('DOMContentLoaded', ${note.toString()})`)
  await page.evaluate(note)
}
const notedScenes = (page: Page): Promise<string[]> => page.evaluate(() => JSON.parse(sessionStorage.getItem('scenes') ?? '[]') as string[])

describe.each([
  ['with a service worker', null],
  ['on plain http', OUTER_ADDRESS],
] as const)('a new build while showing, %s', (_, host) => {
  it.skipIf(host === undefined)('is left alone while a file is missing, then taken at the end of a round with one reload into the same scene', async () => {
    await folders.deploy('shipped')
    const server = await serve({ port: 0, host: host ?? null, dist: folders.current, geodata })
    const app = await openWall('#/display?still=1', { ...LOOK, serverUrl: server.url })
    const { page } = app
    const { shipped, newer } = folders.builds
    let loads = 0
    let asked = 0
    page.on('load', () => loads++)
    page.context().on('request', (request) => void (request.url().endsWith('/version.json') && asked++))
    await noteScenes(page)
    if (host === null) await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state), { timeout: WALL_TIMEOUT_MS }).toBe('activated')

    await folders.deploy('broken')
    const askedBefore = asked
    const roundsBefore = (await notedScenes(page)).length
    await expect.poll(() => asked, { timeout: WALL_TIMEOUT_MS }).toBeGreaterThan(askedBefore + 1)
    await expect.poll(async () => (await notedScenes(page)).length, { timeout: WALL_TIMEOUT_MS }).toBeGreaterThan(roundsBefore + 2)
    expect([loads, await runningBuild(page)]).toEqual([0, shipped])

    await folders.deploy('newer')
    await expect.poll(() => runningBuild(page), { timeout: WALL_TIMEOUT_MS }).toBe(newer)
    await expect.poll(async () => (await notedScenes(page)).filter((entry) => entry.startsWith(newer)).length, { timeout: WALL_TIMEOUT_MS }).toBeGreaterThan(2)
    expect(loads).toBe(1)
    const scenes = await notedScenes(page)
    const first = scenes.findIndex((entry) => entry.startsWith(newer))
    // At the end of a round, and it goes on where it was.
    expect([scenes[first - 1], scenes[first]]).toEqual([`${shipped} overview`, `${newer} overview`])

    await closeWall(app, /favicon|status of 404/)
    await server.stop()
  })
})

describe('a part of the program that is gone', () => {
  it.skipIf(OUTER_ADDRESS === undefined)('brings a guarded reload, three an hour at most, and none while the server is away', async () => {
    await folders.deploy('shipped')
    const server = await serve({ port: 0, host: OUTER_ADDRESS!, dist: folders.current, geodata })
    const app = await openWall('#/display?still=1', { ...LOOK, serverUrl: server.url })
    const { page } = app
    let loads = 0
    page.on('load', () => loads++)
    /** As the loader of the build tells it: true if the page answers with a reload. */
    const tell = () => page.evaluate(() => !dispatchEvent(new Event('vite:preloadError', { cancelable: true })))
    for (const expected of [1, 2, 3]) {
      expect(await tell()).toBe(true)
      await expect.poll(() => loads, { timeout: WALL_TIMEOUT_MS }).toBe(expected)
      await page.locator('[data-test=wall]:not([data-scene=""])').waitFor({ timeout: WALL_TIMEOUT_MS })
    }
    expect(await tell()).toBe(false)
    await page.evaluate(() => localStorage.removeItem('renovation-map.reloads'))
    await page.context().setOffline(true)
    expect(await tell()).toBe(false)
    expect(loads).toBe(3)
    await closeWall(app, /Failed to load resource/)
    await server.stop()
  })
})
