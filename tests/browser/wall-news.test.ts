import { execFileSync } from 'node:child_process'
import { appendFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { closeFlat, copyTour, FLAT, openWall } from './wall-page'

const scene = (page: Page) => page.getAttribute('[data-test=wall]', 'data-scene')
const share = (page: Page) => page.locator('[data-test=wall-share]').innerText()
const steer = (page: Page, key: string) => page.keyboard.press(key)

/** Three communities that are at work on the sample's data date, and are reported finished on that day. */
const FINISHED = ['C02', 'C10', 'C12']

async function reportFinished(folder: string): Promise<string[]> {
  const communities = JSON.parse(await readFile(join(folder, 'communities.geojson'), 'utf8')) as { features: { properties: { id: string; name: string } }[] }
  await appendFile(join(folder, 'ledger.csv'), FINISHED.map((id) => `2024-10-28,${id},,milestone,M11,,2024-10-28,\r\n`).join(''))
  execFileSync(process.execPath, ['src/cli/run.mjs', 'src/cli/geodata.ts', 'manifest', folder])
  return FINISHED.map((id) => communities.features.find(({ properties }) => properties.id === id)!.properties.name)
}

it('brings what a refresh has brought forward as a scene of its own, after the one that is on, and once', async () => {
  const entry = { places: null, camera: null, colouring: 'progress', day: null, caption: null, captionEn: null, dwellS: 600, transition: 'cut' }
  const geodata = await copyTour({ scenes: ['overview', 'plan', 'behind'].map((kind) => ({ ...entry, id: kind, kind })), refreshEveryS: 5, retryAtMostS: 5 })
  const app = await openWall('#/display', { ...FLAT, geodata })
  const { page } = app
  expect(await scene(page)).toBe('overview')
  const countBefore = await page.locator('[data-test=wall-totals]').innerText()

  const names = await reportFinished(geodata)
  // The new data are there, but nothing changes under the eyes of who looks.
  await page.waitForTimeout(9000)
  expect(await scene(page)).toBe('overview')
  expect(await page.locator('[data-test=wall-totals]').innerText()).toBe(countBefore)

  // The scene ends: new figures with the next one, and the news come after it.
  await steer(page, 'ArrowRight')
  await expect.poll(() => scene(page)).toBe('plan')
  await steer(page, 'ArrowRight')
  await expect.poll(() => scene(page)).toBe('news')
  const panel = await page.locator('[data-test=wall-news]').innerText()
  expect(panel).toContain('3')
  for (const name of names) expect(panel).toContain(name)
  // The words before have faded out and are gone.
  await expect.poll(() => page.locator('[data-test=caption-title]').allInnerTexts()).toEqual(['3 个小区新完工'])

  await steer(page, 'ArrowRight')
  await expect.poll(() => scene(page)).toBe('behind')
  for (const next of ['overview', 'plan', 'behind']) {
    await steer(page, 'ArrowRight')
    await expect.poll(() => scene(page)).toBe(next)
  }
  expect(await share(page)).toMatch(/%$/)
  await closeFlat(app)
})

it('shows news at once on a wall that is held on a scene, and keeps the scene', async () => {
  const geodata = await copyTour({ refreshEveryS: 5, retryAtMostS: 5 })
  const app = await openWall('#/display?scene=finished&hold=1', { ...FLAT, geodata })
  const { page } = app
  const before = await page.locator('[data-test=wall-finished]').innerText()
  await reportFinished(geodata)
  await expect.poll(() => page.locator('[data-test=wall-finished]').innerText(), { timeout: 40_000 }).not.toBe(before)
  expect(await scene(page)).toBe('finished')
  await closeFlat(app)
})
