import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { RELOADS_PER_HOUR } from '@/stores/reload-guard'
import { figuresOn } from './expected-figures'
import { loseContext } from './lose-map'
import { findMap, waitForMap } from './map-probe'
import { closeFlat, copyTour, openWall, readWall } from './wall-page'

/** Small, as every frame is drawn by the processor. */
const viewport = { width: 960, height: 540 }
/** As `src/stores/reload-guard.ts` keeps them. */
const RELOADS = 'renovation-map.reloads'
const ENTRY = { places: null, camera: null, colouring: 'progress', day: null, caption: null, captionEn: null, dwellS: 600, transition: 'cut' }
const SCENES = [['overview', 600], ['plan', 600], ['behind', 5], ['finished', 600]] as const

let geodata: string
beforeAll(async () => {
  geodata = await copyTour({ scenes: SCENES.map(([kind, dwellS]) => ({ ...ENTRY, id: kind, kind, dwellS })) })
})

const wordsOf = (page: Page, part: string) => page.locator(`[data-test=wall-${part}]`).innerText()
const figures = async (page: Page) => ({
  share: await wordsOf(page, 'share'), totals: await wordsOf(page, 'totals'), districts: await wordsOf(page, 'districts'), headline: await wordsOf(page, 'headline'),
})
const mapNote = (page: Page) => page.locator('[data-note=map]').allInnerTexts()
const mapState = (page: Page) => page.locator('[data-test=wall]').getAttribute('data-map')
const reloads = (page: Page) => page.evaluate((key) => (JSON.parse(localStorage.getItem(key) ?? '[]') as number[]).length, RELOADS)

/** Labels of communities on the flat map, percent by name. */
const flatLabels = (page: Page): Promise<Record<string, string>> => page.locator('.flat-label').evaluateAll((labels) => Object.fromEntries(labels.map((label) => {
  const [name, percent] = [...label.querySelectorAll('text')].map(({ textContent }) => textContent)
  return [name, percent]
})))
/** The same of the map in WebGL. */
async function mapLabels(page: Page): Promise<Record<string, string>> {
  const map = await findMap(page)
  return map.evaluate((map) => Object.fromEntries(map.querySourceFeatures('programme-labels').map(({ properties }) => [properties.name as string, (properties.figure as string).trim()])))
}

/** From now on no canvas of this page gets a graphics context: a driver that is gone. */
const breakWebgl = (page: Page) => page.evaluate(() => {
  const getContext = HTMLCanvasElement.prototype.getContext
  const without = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
    return kind.startsWith('webgl') ? null : Reflect.apply(getContext, this, [kind, ...rest]) as unknown
  }
  Object.assign(HTMLCanvasElement.prototype, { getContext: without })
})

it('says so, rebuilds, reloads into the same scene, and at last draws the flat map with the same figures', async () => {
  const beginMs = performance.now()
  const app = await openWall('#/display?still=1', { viewport, geodata })
  const { page } = app
  await waitForMap(page)
  const openedMs = performance.now() - beginMs
  const good = { figures: await figures(page), labels: await mapLabels(page) }
  expect(good.labels).toEqual(figuresOn('2024-10-28').communities)
  expect(await mapNote(page)).toEqual([])

  // Lost and never restored: honest meanwhile, a new map within 10 s.
  const lostMs = performance.now()
  await loseContext(page)
  await expect.poll(() => mapNote(page)).toEqual([expect.stringContaining('地图正在恢复')])
  expect(await mapState(page)).toBe('lost')
  expect(await figures(page)).toEqual(good.figures)
  await expect.poll(() => mapState(page), { timeout: 30_000 }).toBe('good')
  const rebuiltMs = performance.now() - lostMs
  console.warn(`a new map after ${Math.round(rebuiltMs)} ms`)
  expect(rebuiltMs).toBeLessThanOrEqual(Math.max(10_000, 5_000 + 2 * openedMs))
  expect(await mapNote(page)).toEqual([])

  // Lost again, and no new map can be made: the page reloads by itself, once, into the scene that was on.
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => readWall(page)).toMatchObject({ scene: 'plan' })
  await loseContext(page)
  await breakWebgl(page)
  await page.waitForEvent('load', { timeout: 40_000 })
  await page.locator('[data-test=wall][data-scene=plan][data-map=good]').waitFor()
  expect(await reloads(page)).toBe(1)

  // Once more, with no reload left in this hour.
  await waitForMap(page)
  await page.evaluate(({ key, count }) => localStorage.setItem(key, JSON.stringify(Array.from({ length: count }, () => Date.now()))), { key: RELOADS, count: RELOADS_PER_HOUR })
  await loseContext(page)
  await breakWebgl(page)
  await page.evaluate(() => Reflect.set(window, 'isSamePage', true))
  await page.locator('[data-test=wall][data-map=flat]').waitFor({ timeout: 40_000 })
  expect(await mapNote(page)).toEqual([expect.stringContaining('已改用平面图，数字相同')])
  await expectSameAs(page, good)

  // And the show goes on, by hand and by itself.
  await page.evaluate(() => (location.hash = '#/display?scene=behind&still=1'))
  await expect.poll(() => readWall(page)).toMatchObject({ scene: 'behind' })
  await page.keyboard.press(' ')
  await page.keyboard.press(' ')
  await expect.poll(() => readWall(page)).toMatchObject({ scene: 'finished' })
  expect(await mapState(page)).toBe('flat')
  expect(await page.evaluate(() => Reflect.get(window, 'isSamePage') as boolean)).toBe(true)
  await closeFlat(app)
})

it('draws the flat map at once where there is no WebGL, with the same figures', async () => {
  const app = await openWall('#/display?still=1', { viewport, geodata, withoutWebgl: true })
  await app.page.locator('.flat-map .flat-label').first().waitFor()
  expect(await mapState(app.page)).toBe('flat')
  expect(await mapNote(app.page)).toEqual([expect.stringContaining('已改用平面图，数字相同')])
  const { actual, communities } = figuresOn('2024-10-28')
  await expectSameAs(app.page, { figures: { share: actual }, labels: communities })
  expect(await reloads(app.page)).toBe(0)
  await closeFlat(app)
})

async function expectSameAs(page: Page, good: { figures: Record<string, string>; labels: Record<string, string> }): Promise<void> {
  expect(await figures(page)).toMatchObject(good.figures)
  const labels = await flatLabels(page)
  // Names for which there is no room are left out.
  expect(Object.keys(labels).length).toBeGreaterThan(8)
  expect(good.labels).toMatchObject(labels)
}
