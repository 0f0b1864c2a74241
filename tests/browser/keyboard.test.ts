import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApp, type OpenedApp } from './harness'
import { lookOf, settle, waitForMap } from './map-probe'
import { readHeadline } from './read-page'

describe('with the keyboard alone', () => {
  let app: OpenedApp
  const press = (key: string) => app.page.keyboard.press(key)
  const card = () => app.page.locator('[data-test=community-card]')
  beforeAll(async () => {
    app = await openApp('#/progress?date=2024-08-26')
    await app.page.waitForSelector('[data-test=search]')
    await app.page.waitForSelector('[data-test=headline]')
  })
  afterAll(() => app.close())

  it('the search is reached by Tab and finds 国槐里 by its initials', async () => {
    for (let i = 0; i < 8 && (await focusedElement(app.page))?.test !== 'search'; i++) await press('Tab')
    expect((await focusedElement(app.page))?.test).toBe('search')
    await app.page.keyboard.type('ghl')
    const results = app.page.locator('#search-results [role=option]')
    await expect.poll(async () => (await results.allInnerTexts()).join('\n')).toContain('国槐里')
    const position = (await results.allInnerTexts()).findIndex((words) => words.startsWith('国槐里'))
    for (let i = 0; i < position; i++) await press('ArrowDown')
    expect(await app.page.locator('#search-results [aria-selected=true]').innerText()).toContain('国槐里')
    await press('Enter')
    await card().waitFor()
    expect(await card().locator('h2').innerText()).toBe('国槐里')
  })

  it('the first stop leads past everything into the table', async () => {
    await app.page.locator('.skip').focus()
    expect((await app.page.locator('.skip').boundingBox())!.x).toBeGreaterThanOrEqual(0)
    await press('Enter')
    await expect.poll(() => app.page.evaluate(() => document.activeElement?.id)).toBe('table-panel')
    await press('Escape')
  })

  it('T opens the table, Escape closes it and then the card', async () => {
    await app.page.locator('[data-test=lamps] tbody button').first().press('Enter')
    await card().waitFor()
    await press('t')
    await app.page.waitForSelector('[data-test=table-panel]')
    await press('Escape')
    expect(await app.page.locator('[data-test=table-panel]').count()).toBe(0)
    expect(await card().count()).toBe(1)
    await press('Escape')
    expect(await card().count()).toBe(0)
  })

  it('[ and ] step the date, 1 to 4 change the colouring', async () => {
    await press('[')
    expect((await readHeadline(app.page)).asOf).toBe('截至 2024-08-25')
    await press(']')
    await press(']')
    expect((await readHeadline(app.page)).asOf).toBe('截至 2024-08-27')
    const colouring = () => app.page.locator('[data-test=legend] [aria-checked=true]').innerText()
    await press('2')
    expect(await colouring()).toBe('阶段')
    await press('1')
    expect(await colouring()).toBe('进度')
  })

  it('the space key plays on the time bar', async () => {
    const slider = app.page.locator('[data-test=date-slider]')
    await slider.focus()
    const before = await slider.inputValue()
    await press('Space')
    await expect.poll(() => slider.inputValue()).not.toBe(before)
    await press('Space')
    expect(await app.page.locator('[data-test=play]').getAttribute('aria-label')).toBe('播放')
  })

  it('the map moves and zooms', async () => {
    await waitForMap(app.page)
    await app.page.locator('.maplibregl-canvas').focus()
    const before = await lookOf(app.page)
    await press('ArrowRight')
    await press('+')
    await expect.poll(async () => (await lookOf(app.page)).zoom).toBeGreaterThan(before.zoom + 0.5)
    await settle(app.page)
    expect((await lookOf(app.page)).lon).not.toBe(before.lon)
  })

  it('every stop of the Tab key has a name and can be seen', async () => {
    const stops = new Map<string, { name: string; isSeen: boolean }>()
    for (let i = 0; i < 80; i++) {
      await press('Tab')
      const stop = await focusedElement(app.page)
      if (stop === null || stops.has(stop.key)) break
      stops.set(stop.key, stop)
    }
    expect(stops.size).toBeGreaterThan(25)
    expect([...stops.values()].filter(({ name, isSeen }) => name === '' || !isSeen)).toEqual([])
  })

  it('the help opens, holds the focus and closes with Escape', async () => {
    await app.page.getByRole('button', { name: '快捷键' }).press('Enter')
    await app.page.waitForSelector('dialog[open]')
    expect(await app.page.evaluate(() => document.querySelector('dialog')!.contains(document.activeElement))).toBe(true)
    await press('Escape')
    await expect.poll(() => app.page.locator('dialog').count()).toBe(0)
  })
})

/** The element with the focus: where it stands, what it is called, and whether a mark of the focus can be seen. */
function focusedElement(page: Page) {
  return page.evaluate(() => {
    const element = document.activeElement
    if (!element || element === document.body) return null
    const { outlineStyle, outlineWidth } = getComputedStyle(element)
    const { left, top, width, height } = element.getBoundingClientRect()
    const words = element.getAttribute('aria-label') ?? element.textContent?.trim() ?? ''
    return {
      key: `${left} ${top} ${words}`,
      name: words,
      test: element.getAttribute('data-test'),
      isSeen: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && width > 0 && height > 0,
    }
  })
}
