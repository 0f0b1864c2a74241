import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { dayOf, figuresOn } from './expected-figures'
import { openApp } from './harness'
import { fillsOf, findMap, settle, waitForMap } from './map-probe'
import { readHeadline, readTable } from './read-page'

const sharesOf = async (page: Page) => Object.fromEntries((await readTable(page)).map((row) => [row['名称'], row['实际 %']]))
const failure = (page: Page) => page.locator('[data-test=map-failure]')

describe('in a browser without WebGL2', () => {
  it('a table with the same figures takes the place of the map, and a sentence says so', async () => {
    const app = await openApp('#/progress?date=2024-08-26', { withoutWebgl: true })
    await failure(app.page).waitFor()
    expect(await failure(app.page).innerText()).toContain('不支持三维地图（WebGL2），已改用数据表，数字相同')
    await app.page.waitForSelector('.data-table')
    const expected = figuresOn('2024-08-26')
    expect((await readHeadline(app.page)).actual).toBe(expected.actual)
    expect(await sharesOf(app.page)).toEqual(expected.communities)
    await app.page.locator('[data-test=date-slider]').fill(String(dayOf('2024-07-29')))
    expect(await sharesOf(app.page)).toEqual(figuresOn('2024-07-29').communities)
    await app.page.locator('.data-table tbody th button').first().click()
    await app.page.waitForSelector('[data-test=community-card]')
    app.forgive(/^console: .*(WebGL|GPU)/i)
    await app.close()
  })

  it('a phone shows the table too', async () => {
    const app = await openApp('', { withoutWebgl: true, viewport: { width: 390, height: 844 }, touch: true })
    await failure(app.page).waitFor()
    await app.page.waitForSelector('.data-table')
    expect((await readTable(app.page)).length).toBe(35)
    app.forgive(/^console: .*(WebGL|GPU)/i)
    await app.close()
  })
})

describe('when the graphics context is lost', () => {
  const lose = async (page: Page) => {
    const map = await findMap(page)
    return map.evaluateHandle((map) => {
      const canvas = map.getCanvas()
      const context = canvas.getContext('webgl2')!.getExtension('WEBGL_lose_context')!
      context.loseContext()
      return context
    })
  }

  const restore = async (page: Page, context: Awaited<ReturnType<typeof lose>>) => {
    await context.evaluate((context) => context.restoreContext())
    await expect.poll(() => lost(page).count()).toBe(0)
    await settle(page)
  }
  const lost = (page: Page) => page.locator('[data-test=map-lost]')

  it('the table stands in, and the restored map has its colours again', async () => {
    const { page, close } = await openApp('#/progress?date=2024-10-28')
    await waitForMap(page)
    const before = { communities: await fillsOf(page, 'communities'), buildings: await fillsOf(page, 'buildings') }
    const context = await lose(page)
    await lost(page).waitFor()
    await page.waitForSelector('.data-table')
    expect(await sharesOf(page)).toEqual(figuresOn('2024-10-28').communities)
    await restore(page, context)
    expect(await page.locator('.data-table').count()).toBe(0)
    expect(await fillsOf(page, 'communities')).toEqual(before.communities)
    expect(await fillsOf(page, 'buildings')).toEqual(before.buildings)
    await close()
  })

  it('and the date is moved meanwhile, the restored map has the colours of the new date', async () => {
    const { page, close } = await openApp('#/progress?date=2024-10-28')
    const choose = (date: string) => page.locator('[data-test=date-slider]').fill(String(dayOf(date)))
    await waitForMap(page)
    const expected = await fillsOf(page, 'communities')
    await choose('2024-07-15')
    await settle(page)
    const context = await lose(page)
    await lost(page).waitFor()
    await choose('2024-10-28')
    await restore(page, context)
    expect(await fillsOf(page, 'communities')).toEqual(expected)
    await close()
  })

  it('and never comes back, the map is opened anew by itself', async () => {
    const { page, close } = await openApp('#/progress?date=2024-10-28')
    await waitForMap(page)
    const before = await fillsOf(page, 'buildings')
    await lose(page)
    await lost(page).waitFor()
    await expect.poll(() => lost(page).count()).toBe(0)
    await waitForMap(page)
    expect(await fillsOf(page, 'buildings')).toEqual(before)
    await close()
  })
})
