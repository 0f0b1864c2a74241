import { beforeAll, describe, expect, it } from 'vitest'
import { HOSTILE_NAMES, hostileName, makeHostile } from '../fixtures/hostile-geodata'
import { copyGeodata, openApp } from './harness'
import { expectHarmless, formulasIn } from './hostile-page'
import { readDownload, see } from './land-page'
import { findMap, waitForMap } from './map-probe'

/** What a folder full of hostile names can do to the page: be read. Violations and errors fail the test when the app is closed. */

let geodata = ''
beforeAll(async () => {
  geodata = await copyGeodata()
  makeHostile(geodata)
})

describe('hostile data in the view of progress', () => {
  it('are read as they are: in the table, a card, the list of findings and the search', async () => {
    const { page, close } = await openApp('#/progress?community=C14&table=1&__proto__=x&constructor=y', { geodata })
    await waitForMap(page)
    const names = await page.locator('.data-table tbody th').allInnerTexts()
    expect(names.sort()).toEqual(Array.from({ length: 35 }, (_, i) => hostileName(i)).sort())
    expect(await page.locator('[data-test=community-card] h2').innerText()).toBe(HOSTILE_NAMES.unbroken)
    expect((await page.locator('[data-test=community-card]').boundingBox())!.width).toBeLessThan(400)
    expect(await page.locator('[data-test=credit]').innerText()).toContain('[x](javascript:window.polluted=1) {{1}}')
    await page.locator('[data-test=findings]').getByRole('button').click()
    await expect.poll(() => page.locator('ol.list').innerText()).toContain('“name”')
    await page.keyboard.press('Escape')
    await page.locator('[data-test=search]').fill('onerror')
    await page.locator('#search-results [role=option]').first().waitFor()
    await expectHarmless(page)
    await close()
  })

  it('are drawn short on the map, also when called as something that every object has', async () => {
    const { page, close } = await openApp('#/progress?community=C10', { geodata })
    await waitForMap(page)
    const map = await findMap(page)
    const drawn = await map.evaluate((map) => map.queryRenderedFeatures().flatMap(({ properties }) => (typeof properties.name === 'string' ? [properties.name] : [])))
    expect(drawn.length).toBeGreaterThan(10)
    expect(drawn).toContain('constructor ')
    expect(Math.max(...drawn.map((name) => [...name].length))).toBeLessThanOrEqual(24)
    const chart = (await page.locator('.chart canvas').first().boundingBox())!
    await page.mouse.move(chart.x + chart.width / 2, chart.y + chart.height / 2)
    await expectHarmless(page)
    await close()
  })

  it('leave as text: in the CSV file and on the printed sheet', async () => {
    const { page, close } = await openApp('#/progress?table=1', { geodata })
    await waitForMap(page)
    const { text } = await readDownload(page, () => see(page, 'download').click())
    expect(text).toContain('\'=HYPERLINK(')
    expect(formulasIn(text)).toEqual([])
    await page.evaluate(() => Object.assign(window, { print: () => Object.assign(window, { printed: true }) }))
    await page.getByRole('button', { name: '打印' }).click()
    await expect.poll(() => page.evaluate(() => Reflect.get(window, 'printed') as boolean)).toBe(true)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.print-sheet').innerText()).toContain(HOSTILE_NAMES.image)
    await expectHarmless(page)
    await close()
  })
})
