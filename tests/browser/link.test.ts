import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { dayOf } from './expected-figures'
import { openApp } from './harness'
import { lookOf, settle, waitForMap } from './map-probe'
import { readHeadline, readTable } from './read-page'

describe('a copied link', () => {
  it('opens the same view: date, colouring, filter, selection, camera, table, language and appearance', async () => {
    const first = await openApp('', { locale: 'zh-CN', colorScheme: 'light' })
    const { page } = first
    await page.locator('[data-test=date-slider]').fill(String(dayOf('2024-09-10')))
    await page.locator('[data-test=legend] [role=radio]', { hasText: '亮灯' }).click()
    await page.locator('[data-test=legend-warning]').click()
    await page.locator('[data-test=legend-late]').click()
    await waitForMap(page)
    await page.getByRole('button', { name: '放大' }).click()
    await page.locator('[data-test=layers]').click()
    await page.getByRole('checkbox', { name: '可挖潜空间' }).check()
    await page.locator('[data-test=lamps] tbody tr').first().click()
    await page.locator('[data-test=language]').click()
    await page.locator('[data-test=theme]').click()
    await page.locator('[data-test=open-table]').click()
    await settle(page)
    const before = await stateOf(page)
    expect(before).toMatchObject({ asOf: 'as of 2024-09-10', language: 'en', theme: 'dark', layers: ['context', 'spareSpaces', 'landmarks', 'roadNames', 'lamps'].length })
    expect(before.rows.length).toBeLessThan(35)
    await expect.poll(() => page.url()).toMatch(/date=2024-09-10.*table=1/)
    await expect.poll(() => page.url()).toContain('lang=en')
    const link = new URL(page.url()).hash
    await first.close()

    const second = await openApp(link, { locale: 'zh-CN', colorScheme: 'light' })
    await waitForMap(second.page)
    await expect.poll(() => stateOf(second.page)).toEqual(before)
    await second.close()
  })

  it('works when it is pasted into a page that is open', async () => {
    const { page, close } = await openApp('#/progress?date=2024-08-26')
    await waitForMap(page)
    await page.evaluate(() => (location.hash = '#/progress?date=2024-07-01&colour=stage&community=C05&camera=119.20000,36.43000,16.00,0,0'))
    await page.waitForSelector('[data-test=community-card]')
    expect((await readHeadline(page)).asOf).toBe('截至 2024-07-01')
    expect(await page.locator('[data-test=legend] [aria-checked=true]').innerText()).toBe('阶段')
    await expect.poll(() => lookOf(page)).toEqual({ lon: 119.2, lat: 36.43, zoom: 16, pitch: 0, bearing: 0 })
    await close()
  })

  it('that is cut off, old or wrong opens the page as it is by default', async () => {
    const { page, close } = await openApp('#/progress?date=2024-13-45&colour=rainbow&community=C99&camera=1,2,3&keep=x&since=2030-01-01&lang=fr&theme=pink&layers=')
    await page.waitForSelector('[data-test=headline]')
    expect((await readHeadline(page)).asOf).toBe('截至 2024-10-28')
    await page.waitForSelector('[data-test=legend]')
    expect(await page.locator('[data-test=legend] [aria-checked=true]').innerText()).toBe('进度')
    await expect.poll(() => page.locator('[data-test=community-card]').count()).toBe(0)
    await close()
  })
})

/** What a person sees of the state of the view. */
async function stateOf(page: Page) {
  const pressed = page.locator('[data-test=legend] [aria-checked=true], .entries [aria-pressed=true], nav [aria-pressed=true]')
  return {
    ...(await readHeadline(page)),
    pressed: (await pressed.allInnerTexts()).map((words) => words.replace(/\s+/g, ' ')),
    selected: await page.locator('[data-test=community-card] h2').allInnerTexts(),
    rows: (await readTable(page)).map((row) => Object.values(row).join()),
    layers: new URL(page.url()).hash.match(/layers=([^&]*)/)?.[1]?.split('.').length ?? null,
    language: (await page.locator('html').getAttribute('lang')),
    theme: await page.locator('html').getAttribute('data-theme'),
    title: await page.title(),
    look: await lookOf(page),
  }
}
