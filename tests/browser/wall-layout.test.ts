import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenedApp } from './harness'
import { measureWall, type MeasuredWall } from './measure-wall'
import { closeFlat, copyTour, makeManifest, openWall } from './wall-page'

const SMALLEST_UNITS = 19
const SIZES = [
  { width: 1920, height: 1080 },
  { width: 1080, height: 1920 },
  { width: 1366, height: 768 },
  { width: 3840, height: 2160 },
  { width: 7680, height: 2160 },
] as const
const LOOKS = (['zh', 'en'] as const).flatMap((language) => [1, 1.3].map((textScale) => ({ language, textScale })))
/** Scenes of the shipped tour, and the overview on days with shorter and longer words: before anything was due, ahead of the plan, behind it. */
const DAYS = ['2024-05-06', '2024-06-15', '2024-08-26']
const SCENES = [
  'overview', 'district-jingkai', 'district-xingan', 'district-dawenhe', 'showcase-C07', 'showcase-C32',
  'finished', 'replay', 'behind', 'sites', 'plan', ...DAYS.map((day) => `on-${day}`),
]

let app: OpenedApp
let page: Page
beforeAll(async () => {
  const { scenes } = JSON.parse(await readFile('geodata/tour.json', 'utf8')) as { scenes: { id: string }[] }
  const overview = scenes.find(({ id }) => id === 'overview')
  const geodata = await copyTour({ scenes: [...scenes, ...DAYS.map((day) => ({ ...overview, id: `on-${day}`, day }))].map((scene) => ({ ...scene, dwellS: 600 })) })
  // The map has no part in this, and thousands of streets would be drawn anew 300 times.
  for (const ground of ['roads', 'water', 'greens']) await writeFile(join(geodata, `${ground}.geojson`), '{"type":"FeatureCollection","features":[]}')
  makeManifest(geodata)
  app = await openWall('#/display?still=1', { withoutWebgl: true, viewport: SIZES[0], geodata })
  page = app.page
  expect(await page.locator('.dots > span').count()).toBe(SCENES.length)
})
afterAll(() => closeFlat(app))

describe.each(SIZES)('a wall of $width × $height', (size) => {
  it.each(LOOKS)('keeps its places in all scenes and cuts no text: $language, text × $textScale', async ({ language, textScale }) => {
    await page.setViewportSize(size)
    const walls = new Map<string, MeasuredWall>()
    const measure = (scene: string) => measureWall(page, `#/display?scene=${scene}&hold=1&still=1&text=${textScale}&lang=${language}`, scene)
    // The chart follows a new size a few frames later.
    await measure(SCENES.at(-1)!)
    for (const scene of SCENES) walls.set(scene, await measure(scene))
    const faults = [...walls].flatMap(([scene, wall]) => wall.faults.map((fault) => `${scene}: ${fault}`))
    const first = walls.get('overview')!
    for (const [scene, { boxes }] of walls) {
      for (const [place, box] of Object.entries(boxes)) {
        if (String(box) !== String(first.boxes[place])) faults.push(`${scene}: ${place} jumps from ${String(first.boxes[place])} to ${String(box)}`)
      }
    }
    expect(faults).toEqual([])
    const smallestPx = Math.min(...[...walls.values()].map((wall) => wall.smallestPx))
    expect(Math.abs(smallestPx - SMALLEST_UNITS * first.unitPx * textScale)).toBeLessThan(0.1)
  })
})
