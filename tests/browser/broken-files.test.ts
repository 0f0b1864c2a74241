import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { copyGeodata, openApp, type OpenedApp } from './harness'
import { findMap, waitForMap } from './map-probe'
import { readHeadline } from './read-page'

const TOTALS = ['35', '123', '4,419', '50.81']
const failure = (page: Page) => page.locator('[data-test=failure]')
const totals = (page: Page) => page.locator('[data-test=totals] .value .num').allInnerTexts()

interface Damage {
  file: string
  damage(path: string): Promise<void>
  sentence: RegExp
  /** What is shown meanwhile: what comes from the file is not known, and never 0. */
  shows: { totals: string[]; actual: RegExp }
}
const DAMAGES: Readonly<Record<string, Damage>> = {
  'is missing': {
    file: 'roads.geojson', damage: (path) => rm(path),
    sentence: /^道路：文件 roads\.geojson 不存在/, shows: { totals: TOTALS, actual: /^81%$/ },
  },
  'is cut off': {
    file: 'buildings.geojson', damage: async (path) => writeFile(path, (await readFile(path)).subarray(0, 20_000)),
    sentence: /^楼栋：文件 buildings\.geojson 不完整/,
    // Households and area are the communities' own. The items of the buildings are left out; the others still have figures.
    shows: { totals: ['35', '—', '4,419', '50.81'], actual: /^\d\d%$/ },
  },
  'has one digit changed': {
    file: 'ledger.csv',
    damage: async (path) => {
      const bytes = await readFile(path)
      bytes[bytes.lastIndexOf('0.5') + 2] = '6'.charCodeAt(0)
      await writeFile(path, bytes)
    },
    sentence: /^进度台账：文件 ledger\.csv 与清单校验值不符/, shows: { totals: TOTALS, actual: /^—$/ },
  },
  'is a web page': {
    file: 'context-buildings.geojson', damage: (path) => writeFile(path, '<!doctype html><title>404</title>'),
    sentence: /^周边建筑：文件 context-buildings\.geojson 的位置返回的是网页/, shows: { totals: TOTALS, actual: /^81%$/ },
  },
}

describe('a data file that', () => {
  /** Opened first, because it takes half a minute; the other tests run meanwhile. */
  let stalled: Promise<OpenedApp>
  beforeAll(() => void (stalled = openStalled('**/landmarks.geojson*')))

  it.each(Object.entries(DAMAGES))('%s is named, the rest works, and a retry works once it is mended', async (_, { file, damage, sentence, shows }) => {
    const geodata = await copyGeodata()
    const path = join(geodata, file)
    const good = await readFile(path)
    await damage(path)
    const { page, close } = await openApp('', { geodata })
    await failure(page).waitFor()
    await page.waitForSelector('[data-test=headline]')
    expect(await failure(page).count()).toBe(1)
    expect(await failure(page).innerText()).toMatch(sentence)
    expect(await totals(page)).toEqual(shows.totals)
    expect((await readHeadline(page)).actual).toMatch(shows.actual)
    await waitForMap(page)

    await writeFile(path, good)
    await failure(page).getByRole('button', { name: '重试' }).click()
    await expect.poll(() => failure(page).count()).toBe(0)
    await expect.poll(() => totals(page)).toEqual(TOTALS)
    await expect.poll(async () => (await readHeadline(page)).actual).toBe('81%')
    await close()
  })

  it('is slow is named while it comes; the figures and the map do not wait for it', async () => {
    const { page, close } = await openApp('about:blank')
    let arrive = () => {}
    const arrival = new Promise<void>((fulfil) => (arrive = fulfil))
    await page.route('**/roads.geojson*', async (route) => {
      await arrival
      await route.continue()
    })
    await page.goto('')
    await page.waitForSelector('[data-test=headline]')
    expect(await page.locator('[data-test=loading]').innerText()).toBe('正在读取道路')
    await waitForMap(page)
    arrive()
    await expect.poll(() => page.locator('[data-test=loading]').count()).toBe(0)
    const map = await findMap(page)
    await expect.poll(() => map.evaluate((map) => map.queryRenderedFeatures().filter(({ layer }) => layer.id.includes('road')).length)).toBeGreaterThan(50)
    await close()
  })

  it('never comes is given up after half a minute with a sentence', async () => {
    const { page, close } = await stalled
    await failure(page).waitFor({ timeout: 60_000 })
    expect(await failure(page).innerText()).toMatch(/^地名标志：文件 landmarks\.geojson 读取超时/)
    expect(await totals(page)).toEqual(TOTALS)
    await page.unroute('**/landmarks.geojson*')
    await failure(page).getByRole('button', { name: '重试' }).click()
    await expect.poll(() => failure(page).count()).toBe(0)
    await close()
  })
})

/** The app with a request that is never answered. */
async function openStalled(pattern: string): Promise<OpenedApp> {
  const app = await openApp('about:blank')
  await app.page.route(pattern, () => new Promise(() => {}))
  await app.page.goto('')
  return app
}

describe('a data folder without a manifest', () => {
  it('says so on a page that is not blank, and opens once the manifest is there', async () => {
    const geodata = await copyGeodata()
    await rename(join(geodata, 'manifest.json'), join(geodata, 'away.json'))
    const app = await openApp('', { geodata })
    const message = app.page.locator('[data-test=manifest-failure]')
    await message.waitFor()
    expect(await message.innerText()).toMatch(/geodata\/manifest\.json，页面无法显示进度。\s+文件 manifest\.json 不存在/)
    expect(await app.page.locator('h1').first().innerText()).toBe('安丘市老旧小区改造一张图')
    await rename(join(geodata, 'away.json'), join(geodata, 'manifest.json'))
    await message.getByRole('button', { name: '重试' }).click()
    await app.page.waitForSelector('[data-test=headline]')
    expect(await message.count()).toBe(0)
    expect(await totals(app.page)).toEqual(TOTALS)
    await app.close()
  })
})
