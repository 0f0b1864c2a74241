import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { landEn } from '@/i18n/land-en'
import { landZh } from '@/i18n/land-zh'
import { openApp } from './harness'
import { see, waitForAnswer } from './land-page'
import { waitForMap } from './map-probe'
import { faintWords, isReachable, overflowOf, readTree, unnamed } from './read-shape'

const DESK = { viewport: { width: 1440, height: 960 } }
const first = (page: Page, name: string) => see(page, name).first()

describe('a tablet on its side, 1024 × 768', () => {
  it('has question, answer and map side by side, and nothing is too wide', async () => {
    const { page, close } = await openApp('#/land', { viewport: { width: 1024, height: 768 }, touch: true })
    await waitForAnswer(page)
    await waitForMap(page)
    expect(await see(page, 'sheet').count()).toBe(0)
    expect(await overflowOf(page)).toEqual({ page: 1024, tooWide: [] })
    for (const name of ['facility-type', 'radius', 'site-count', 'open-rules', 'share-after', 'counts', 'draw', 'phase', 'view-progress', 'synthetic', 'credit']) {
      expect(await isReachable(first(page, name)), name).toBe(true)
    }
    await see(page, 'candidates').locator('[data-row]').first().tap()
    await see(page, 'site-card').waitFor()
    for (const name of ['include', 'exclude', 'print-site', 'counts']) expect(await isReachable(first(page, name)), name).toBe(true)
    expect(await isReachable(see(page, 'fit').locator('h4'))).toBe(true)
    expect(await overflowOf(page)).toEqual({ page: 1024, tooWide: [] })
    for (const menu of ['open-scenarios', 'open-exports']) {
      await see(page, menu).getByRole('button').first().tap()
      expect(await overflowOf(page), menu).toEqual({ page: 1024, tooWide: [] })
      await page.keyboard.press('Escape')
    }
    await see(page, 'open-rules').tap()
    await see(page, 'rules').waitFor()
    expect(await isReachable(first(page, 'reset-rules'))).toBe(true)
    expect(await overflowOf(page)).toEqual({ page: 1024, tooWide: [] })
    await close()
  })
})

describe.each([['an upright tablet', 820, 1180], ['a phone', 390, 844]])('%s, %i × %i', (_, width, height) => {
  it('has the same cards behind tabs, each within reach, and nothing is too wide', async () => {
    const { page, close } = await openApp('#/land', { viewport: { width, height }, touch: true })
    await first(page, 'radius').waitFor()
    await waitForMap(page)
    const of = (...names: string[]) => names.map((name) => `[data-test=${name}]`)
    const reaches: Record<string, string[]> = {
      question: of('facility-type', 'radius', 'gap', 'site-count', 'open-rules', 'weight-newlyReached'), coverage: [...of('share-after', 'proof', 'capacity', 'coverage-curve'), '[data-test=uncovered] h3'],
      answer: [...of('counts'), '[data-row]'], more: of('phase', 'draw', 'keep', 'export-geojson'),
    }
    for (const [tab, names] of Object.entries(reaches)) {
      await see(page, `tab-${tab}`).tap()
      for (const selector of names) {
        await page.locator(selector).first().waitFor()
        expect(await isReachable(page.locator(selector).first()), `${tab}: ${selector}`).toBe(true)
      }
      await expect.poll(() => overflowOf(page), { message: tab }).toEqual({ page: width, tooWide: [] })
      expect(unnamed(await readTree(page)), tab).toEqual([])
    }
    await see(page, 'tab-answer').tap()
    await see(page, 'candidates').locator('[data-row]').first().tap()
    await see(page, 'site-card').waitFor()
    for (const name of ['include', 'exclude', 'print-site']) expect(await isReachable(first(page, name)), name).toBe(true)
    expect(await isReachable(see(page, 'fit').locator('h4'))).toBe(true)
    await expect.poll(() => overflowOf(page)).toEqual({ page: width, tooWide: [] })
    for (const name of ['synthetic', 'credit']) expect(await first(page, name).isVisible(), name).toBe(true)
    await close()
  })
})

describe('in English and in the dark', () => {
  it('the view speaks English throughout, but for names in the data', async () => {
    const { page, close } = await openApp('#/land', { ...DESK, locale: 'en-GB', colorScheme: 'dark' })
    await waitForAnswer(page)
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
    expect(await see(page, 'demand').innerText()).toContain(landEn.demand.radius)
    expect(await see(page, 'land').innerText()).toContain(landEn.disclaimer)
    await see(page, 'candidates').locator('[data-row]').first().click()
    await see(page, 'site-card').waitFor()
    await see(page, 'open-scenarios').getByRole('button').first().click()
    // Names of places are Chinese; words of the page are not.
    const words = (await Promise.all(['demand', 'weights', 'coverage', 'land-legend', 'site-facts', 'contributions', 'fit', 'stability', 'life', 'scenarios'].map((name) => see(page, name).innerText()))).join('\n')
    expect(words.match(/[\u4e00-\u9fff]+/g) ?? []).toEqual([])
    const label = await see(page, 'coverage-curve').getByRole('img').getAttribute('aria-label')
    expect(label).toContain(landEn.coverage.curve)
    await close()
  })

  it.each(['light', 'dark'] as const)('every word stands out from its ground, %s', async (colorScheme) => {
    const { page, close } = await openApp('#/land', { ...DESK, colorScheme })
    await waitForAnswer(page)
    await waitForMap(page)
    expect(await faintWords(page)).toEqual([])
    await see(page, 'candidates').locator('[data-row]').first().click()
    await see(page, 'site-card').waitFor()
    expect(await faintWords(page)).toEqual([])
    await see(page, 'include').click()
    await see(page, 'answer-list').getByRole('radio', { name: landZh.list.excluded }).click()
    await see(page, 'exclusions').locator('[data-row]').first().click()
    await see(page, 'exclusion-card').waitFor()
    await see(page, 'open-rules').click()
    expect(await faintWords(page)).toEqual([])
    await close()
  })
})

describe('without eyes and without a mouse', () => {
  it('every control, picture and region has a name, and there is one heading of the first rank', async () => {
    const { page, close } = await openApp('#/land', DESK)
    await waitForAnswer(page)
    await see(page, 'coverage-curve').waitFor()
    await see(page, 'candidates').locator('[data-row]').first().click()
    await see(page, 'site-card').waitFor()
    const nodes = await readTree(page)
    expect(nodes.filter(({ role }) => role === 'slider').length).toBeGreaterThan(10)
    expect(unnamed(nodes)).toEqual([])
    expect(nodes.filter(({ role, level }) => role === 'heading' && level === 1).length).toBe(1)
    expect(nodes.filter(({ role }) => role === 'main').length).toBe(1)
    for (const menu of ['open-scenarios', 'open-exports']) {
      await see(page, menu).getByRole('button').first().click()
      expect(unnamed(await readTree(page)), menu).toEqual([])
      await page.keyboard.press('Escape')
    }
    await see(page, 'open-rules').click()
    expect(unnamed(await readTree(page))).toEqual([])
    await close()
  })

  it('Tab leads from the bar through the question to the answer, and the list is walked with the arrows', async () => {
    const { page, close } = await openApp('#/land', DESK)
    await waitForAnswer(page)
    await page.locator('.skip').focus()
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('land-list')
    await page.locator('.skip').focus()
    const stops: string[] = []
    for (let i = 0; i < 90; i++) {
      await page.keyboard.press('Tab')
      stops.push(await page.evaluate((answer) => {
        const stop = document.activeElement?.closest(`.top-bar, [data-test=demand], [data-test=weights], [data-test=coverage], [aria-label="${answer}"]`)
        return stop?.getAttribute('data-test') ?? stop?.tagName ?? ''
      }, landZh.asides.answer))
    }
    const order = stops.filter((stop, i) => stop !== '' && stop !== stops[i - 1])
    expect(order.slice(0, 5)).toEqual(['HEADER', 'demand', 'weights', 'coverage', 'ASIDE'])
    const rows = see(page, 'candidates').locator('[data-row]')
    await rows.first().focus()
    await page.keyboard.press('ArrowDown')
    expect(await rows.nth(1).evaluate((node) => node === document.activeElement)).toBe(true)
    expect(await see(page, 'site-card').locator('h2').innerText()).toContain('2')
    await page.keyboard.press('Escape')
    await expect.poll(() => see(page, 'site-card').count()).toBe(0)
    await close()
  })
})
