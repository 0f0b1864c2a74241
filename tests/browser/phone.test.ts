import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApp, type OpenedApp } from './harness'
import { drawnShapes, renderedCount, settle, waitForMap } from './map-probe'

const PHONE = { viewport: { width: 390, height: 844 }, touch: true }

describe('a window', () => {
  it.each([[390, 844, true], [844, 390, true], [820, 1180, true], [1024, 768, false], [1280, 720, false]])(
    'of %i x %i has room for mark, number, date and map',
    async (width, height, isPhone) => {
      const { page, close } = await openApp('', { viewport: { width, height } })
      await page.waitForSelector('[data-test=headline]')
      expect(await page.locator('[data-test=sheet]').count()).toBe(Number(isPhone))
      for (const name of ['synthetic', 'headline-share', 'date-slider']) {
        const box = (await page.locator(`[data-test=${name}]`).first().boundingBox())!
        expect(box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height, `${name} ${JSON.stringify(box)}`).toBe(true)
      }
      expect((await page.locator('[data-test=synthetic]').boundingBox())!.width).toBeGreaterThan(70)
      expect(await freeWidth(page)).toBeGreaterThan(300)
      await close()
    },
  )
})

describe('on a phone', () => {
  let app: OpenedApp
  /** The first with a name: the lamps stand in the sheet's head and over their list. */
  const see = (name: string): Locator => app.page.locator(`[data-test=${name}]`).first()
  /** Whether the middle of an element can be touched: it is on the screen and nothing lies over it. */
  const isReachable = (element: Locator) => element.evaluate((node) => {
    const { left, right, top, bottom } = node.getBoundingClientRect()
    const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
    return hit !== null && (node.contains(hit) || hit.contains(node))
  })
  const overflow = () => app.page.evaluate(() => {
    const width = document.documentElement.clientWidth
    // What can be scrolled inside its card, or is cut with an ellipsis, is not too wide. The view itself cuts everything.
    const isClipped = (node: Element) => {
      for (let above = node.parentElement; above && !above.matches('.view'); above = above.parentElement) {
        if (getComputedStyle(above).overflowX !== 'visible' && above.getBoundingClientRect().right <= width + 1) return true
      }
      return false
    }
    const tooWide = [...document.querySelectorAll('#app :not(.skip)')].filter((node) => {
      const { left, right, width: own } = node.getBoundingClientRect()
      return own > 1 && (left < -1 || right > width + 1) && !isClipped(node)
    })
    return { page: document.documentElement.scrollWidth, tooWide: tooWide.map((node) => node.getAttribute('class') ?? node.tagName) }
  })
  beforeAll(async () => {
    app = await openApp('#/progress?date=2024-08-26', PHONE)
    await see('headline').waitFor()
  })
  afterAll(() => app.close())

  it('shows the mark, the one number, the lamps, the date and the tabs without scrolling', async () => {
    for (const name of ['synthetic', 'headline-share', 'lamp-late', 'date-slider', 'tab-map', 'tab-table', 'tab-more']) {
      expect(await isReachable(see(name)), name).toBe(true)
    }
    expect(await see('headline-share').innerText()).toMatch(/40\s*%/)
    expect(await see('credit').innerText()).toContain('数据截止 2024-10-28')
  })

  it('draws the whole programme above the sheet', async () => {
    await waitForMap(app.page)
    const communities = await drawnShapes(app.page, 'communities')
    expect(communities.filter(({ isOnScreen }) => isOnScreen).length).toBe(35)
    // Not all fit, but most names stand there: a start view without any once went unseen.
    expect(await renderedCount(app.page, /^programme-label/)).toBeGreaterThan(15)
  })

  it('is nowhere wider than the screen', async () => {
    for (const tab of ['tab-table', 'tab-more', 'tab-map']) {
      await see(tab).tap()
      await expect.poll(overflow, { message: tab }).toEqual({ page: 390, tooWide: [] })
    }
  })

  it('reaches lamps and districts with a finger', async () => {
    await see('tab-map').tap()
    const district = see('districts').locator('button').first()
    await district.tap()
    expect(await district.getAttribute('aria-pressed')).toBe('true')
    await district.tap()
    const late = see('lamp-late')
    await late.tap()
    await see('footprint').waitFor()
    expect(await see('footprint').locator('tbody tr').count()).toBe(Number(await late.locator('.num').innerText()))
    await see('footprint').getByRole('button', { name: '取消高亮' }).tap()
  })

  it('opens the card of a community from the list', async () => {
    await see('tab-table').tap()
    await app.page.locator('.data-table tbody th button', { hasText: '国槐里' }).tap()
    await see('community-card').waitFor()
    expect(await see('community-card').locator('h2').innerText()).toBe('国槐里')
    expect(await see('tab-map').getAttribute('aria-pressed')).toBe('true')
    expect(await isReachable(see('community-card').locator('h2'))).toBe(true)
    await expect.poll(overflow).toEqual({ page: 390, tooWide: [] })
    await see('community-card').getByRole('button', { name: '关闭' }).tap()
    await see('headline').waitFor()
  })

  it('gives the sheet three heights', async () => {
    const heightOf = async () => (await see('sheet').boundingBox())!.height
    const heights = [await heightOf()]
    for (let i = 0; i < 2; i++) {
      await see('sheet').locator('.handle').tap()
      await settle(app.page)
      heights.push(await heightOf())
    }
    expect(new Set(heights.map(Math.round)).size).toBe(3)
  })

  it('has search, legend, language and appearance behind the last tab', async () => {
    await see('tab-more').tap()
    await see('search').fill('国槐里')
    await app.page.locator('#search-results [role=option]').first().waitFor()
    await see('search').fill('')
    await see('legend').locator('[role=radio]', { hasText: '阶段' }).tap()
    expect(await see('legend').locator('[aria-checked=true]').innerText()).toBe('阶段')
    await app.page.getByRole('button', { name: '深色' }).tap()
    expect(await app.page.locator('html').getAttribute('data-theme')).toBe('dark')
  })
})

/** Longest stretch of the map, px, that no card covers at a quarter of the height. */
function freeWidth(page: Page): Promise<number> {
  return page.evaluate(() => {
    let [longest, run] = [0, 0]
    for (let x = 0; x < innerWidth; x += 4) {
      const hit = document.elementFromPoint(x, innerHeight / 4)
      run = hit?.closest('.map-canvas, .skeleton') ? run + 4 : 0
      longest = Math.max(longest, run)
    }
    return longest
  })
}
