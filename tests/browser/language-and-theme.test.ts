import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApp, type OpenedApp } from './harness'
import { settle, waitForMap } from './map-probe'
import { colourDistance, readColours } from './pixels'

/** Chinese characters, and punctuation that only Chinese has. */
const CHINESE = /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/

describe('in English', () => {
  let app: OpenedApp
  const open = (test: string) => app.page.locator(`[data-test=${test}]`).click()
  const radio = (index: number, within: string) => app.page.locator(`[data-test=${within}] [role=radio]`).nth(index).click()
  beforeAll(async () => {
    app = await openApp('#/progress?date=2024-08-26&lang=en&layers=context.spareSpaces.facilities')
    await waitForMap(app.page)
  })
  afterAll(() => app.close())

  it('title and language of the page are English', async () => {
    expect(await app.page.title()).toBe('Anqiu renovation map')
    expect(await app.page.locator('html').getAttribute('lang')).toBe('en')
  })

  it('the first screen has no Chinese but names', async () => {
    expect(await chineseIn(app.page)).toEqual([])
  })

  it('layers, help and comparison have none', async () => {
    await open('layers')
    await app.page.getByRole('button', { name: 'a month ago' }).click()
    await app.page.getByRole('button', { name: 'Keyboard' }).click()
    await app.page.waitForSelector('dialog')
    expect(await chineseIn(app.page)).toEqual([])
    await app.page.keyboard.press('Escape')
    await open('layers')
  })

  it('the cards of a late, a silent and a stopped community have none, in all four lists', async () => {
    const rows = app.page.locator('[data-test=lamps] tbody tr')
    for (const row of [0, (await rows.count()) - 1]) {
      await rows.nth(row).click()
      await app.page.waitForSelector('[data-test=community-card]')
      for (let list = 0; list < 4; list++) {
        await radio(list, 'community-details')
        expect(await chineseIn(app.page), `row ${row}, list ${list}`).toEqual([])
      }
    }
  })

  it('the footprint of a number and all tables have none', async () => {
    await open('lamp-warning')
    await open('open-table')
    await app.page.waitForSelector('[data-test=table-panel]')
    for (let tab = 0; tab < 5; tab++) {
      await radio(tab, 'table-panel')
      expect(await chineseIn(app.page), `table ${tab}`).toEqual([])
    }
  })

  it('every colouring of the legend and its words have none', async () => {
    await app.page.keyboard.press('Escape')
    await app.page.waitForSelector('[data-test=legend]')
    for (let colouring = 0; colouring < 5; colouring++) {
      await radio(colouring, 'legend')
      expect(await chineseIn(app.page), `colouring ${colouring}`).toEqual([])
    }
  })
})

describe('language and appearance', () => {
  it('follow the system until someone chooses', async () => {
    const { page, close } = await openApp('', { locale: 'en-GB', colorScheme: 'dark' })
    await page.waitForSelector('[data-test=headline]')
    expect(await page.title()).toBe('Anqiu renovation map')
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
    await page.emulateMedia({ colorScheme: 'light' })
    await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBe('light')
    await page.locator('[data-test=language]').click()
    await expect.poll(() => page.title()).toBe('安丘市老旧小区改造一张图')
    await close()
  })

  it('a dark page has a dark map, with other colours for the same figures', async () => {
    const { page, close } = await openApp('#/progress?date=2024-08-26')
    await waitForMap(page)
    // South of the town there is nothing but paper.
    const paper = { x: 640, y: 64 }
    const tokens = () => page.evaluate(() => {
      const style = getComputedStyle(document.documentElement)
      return { page: style.getPropertyValue('--paper').trim(), map: style.getPropertyValue('--m-paper').trim(), body: getComputedStyle(document.body).backgroundColor }
    })
    const light = await tokens()
    await page.locator('[data-test=theme]').click()
    await settle(page)
    const dark = await tokens()
    expect(dark).toMatchObject({ page: '#0b1418', body: 'rgb(11, 20, 24)' })
    expect(light).toMatchObject({ page: '#f3f4ef', body: 'rgb(243, 244, 239)' })
    const [seen] = await readColours(page, [paper])
    expect(colourDistance(seen!, dark.map)).toBeLessThan(40)
    expect(colourDistance(seen!, light.map)).toBeGreaterThan(120)
    await close()
  })
})

/** What is left of the Chinese on the page once the names that come from the data are taken away. */
async function chineseIn(page: Page): Promise<string[]> {
  const words = await page.evaluate(() => {
    const found: string[] = []
    const walker = document.createTreeWalker(document.querySelector('#app')!, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) found.push(node.textContent ?? '')
    for (const element of document.querySelectorAll('*')) {
      for (const name of ['aria-label', 'aria-valuetext', 'title', 'placeholder', 'alt']) found.push(element.getAttribute(name) ?? '')
    }
    return found.map((text) => text.trim()).filter((text) => text !== '')
  })
  const chinese = [...new Set(words)].filter((text) => CHINESE.test(text))
  return chinese.filter((text) => CHINESE.test(NAMES.reduce((rest, name) => rest.replaceAll(name, ''), text)))
}

const NAMES = namesInData()

/** Every name and note of the data, longest first, and the button that leads back to Chinese. */
function namesInData(): string[] {
  const texts = new Set(['中文'])
  const visit = (value: unknown): void => {
    if (typeof value === 'string') texts.add(value)
    else if (Array.isArray(value)) value.forEach(visit)
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit)
  }
  for (const name of ['communities', 'buildings', 'roads', 'spare-spaces', 'facilities', 'landmarks']) {
    const { features } = JSON.parse(readFileSync(`geodata/${name}.geojson`, 'utf8')) as { features: { properties: unknown }[] }
    features.forEach(({ properties }) => visit(properties))
  }
  visit((JSON.parse(readFileSync('geodata/manifest.json', 'utf8')) as { attribution: string }).attribution)
  for (const row of readFileSync('geodata/ledger.csv', 'utf8').split('\r\n')) visit(row.split(',').at(-1))
  return [...texts].filter((text) => CHINESE.test(text)).sort((a, b) => b.length - a.length)
}
