import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApp, type OpenedApp } from './harness'
import { waitForMap } from './map-probe'

const words = async (page: Page, name: string) => (await page.locator(`[data-test=${name}]`).first().innerText()).replace(/\s+/g, ' ').trim()
const percent = async (page: Page, name: string) => Number.parseInt(await words(page, name), 10)
const firstRow = (page: Page) => page.locator('[data-test=candidates] tbody tr').first()
/** Drag a slider to a value, as an input event does. */
const slide = (page: Page, name: string, value: number) => page.locator(`[data-test=${name}] input[type=range]`).fill(String(value))

describe('a planner', () => {
  let app: OpenedApp
  let page: Page
  beforeAll(async () => {
    app = await openApp('#/land', { viewport: { width: 1600, height: 1000 } })
    page = app.page
    await page.waitForSelector('[data-test=candidates]')
    await waitForMap(page)
  })
  afterAll(() => app.close())

  it('reads marks and note at once: sample data, data date, and that nothing is decided here', async () => {
    expect(await words(page, 'synthetic')).toContain('示意数据')
    expect(await words(page, 'credit')).toMatch(/辅助分析，不作为规划许可依据.*示意数据.*数据截止 \d{4}-\d\d-\d\d.*审图号/)
  })

  it('sees the coverage grow while the distance is dragged', async () => {
    const before = await percent(page, 'share-after')
    await slide(page, 'radius', 800)
    await expect.poll(() => percent(page, 'share-after')).toBeGreaterThan(before)
    await expect.poll(() => words(page, 'proof')).toContain('已证明')
    expect(await words(page, 'elapsed')).toMatch(/拖动即时重算 · [\d.]+ ms/)
    await expect.poll(() => page.url()).toContain('radius=800')
  })

  it('is told that a straight line is not a way', async () => {
    await page.locator('[data-test=mode] [role=radio]', { hasText: '直线' }).click()
    expect(await words(page, 'line-note')).toBe('直线距离，仅供参考')
    await page.locator('[data-test=mode] [role=radio]', { hasText: '步行' }).click()
    await expect.poll(() => page.locator('[data-test=line-note]').count()).toBe(0)
  })

  it('opens a candidate: land and gaps apart, points with units, what fits and by which rule', async () => {
    await firstRow(page).click()
    await page.waitForSelector('[data-test=site-card]')
    expect(await words(page, 'site-facts')).toMatch(/用地面积 [\d,]+ ㎡.*缝隙（不计入） [\d,]+ ㎡/)
    expect(await words(page, 'contributions')).toMatch(/新增 [\d,]+ 人.*平均 [\d.]+ 分钟/)
    expect(await words(page, 'fit')).toMatch(/(够建|还差).*(已核实|凭记忆|假设)/)
    await expect.poll(() => words(page, 'land-legend')).toMatch(/步行 480 \/ 800 m/)
  })

  it('rules a site out, and takes it back', async () => {
    await page.locator('[data-test=exclude]').click()
    await expect.poll(() => firstRow(page).innerText()).toContain('已排除')
    await page.locator('[data-test=exclude]').click()
    await expect.poll(() => firstRow(page).innerText()).not.toContain('已排除')
  })

  it('sees why a space is out, and by how much', async () => {
    await page.locator('[data-test=answer-list] [role=radio]', { hasText: '不合格' }).click()
    const reasons = await page.locator('[data-test=exclusions] .reason').allInnerTexts()
    expect(reasons.length).toBeGreaterThan(10)
    expect(reasons.filter((reason) => reason.trim() === '')).toEqual([])
    expect(reasons.join('\n')).toMatch(/应 ≥ [\d,.]+ ㎡，差 [\d,.]+ ㎡/)
    await page.locator('[data-test=answer-list] [role=radio]', { hasText: '候选' }).click()
  })

  it('asks for too much, is told so, and takes the smallest change', async () => {
    await slide(page, 'min-land', 2000)
    await expect.poll(() => page.locator('[data-test=problem]').count()).toBe(1)
    await page.locator('[data-test=relax]').first().click()
    await expect.poll(() => words(page, 'proof')).not.toBe('没有选出地点')
    await slide(page, 'min-land', 440)
    await expect.poll(() => page.locator('[data-test=problem]').count()).toBe(0)
  })

  it('changes a rule, sees it marked, and resets it', async () => {
    await page.locator('[data-test=open-rules]').click()
    const row = page.locator('[data-rule=facility-minLandAreaM2], [data-rule=facility-radiusM]').first()
    await row.locator('input').fill('410')
    await row.locator('input').blur()
    await expect.poll(() => row.innerText()).toContain('已修改')
    await page.locator('[data-test=reset-rules]').click()
    await expect.poll(() => row.innerText()).not.toContain('已修改')
    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator('dialog').count()).toBe(0)
  })

  it('goes to the leaders and back, and finds everything as it was', async () => {
    await page.locator('[data-test=theme]').click()
    const before = { after: await words(page, 'share-after'), radius: await words(page, 'radius') }
    await page.locator('[data-test=view-progress]').click()
    await page.waitForSelector('[data-test=headline]')
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
    await page.locator('[data-test=view-land]').click()
    await page.waitForSelector('[data-test=candidates]')
    await expect.poll(async () => ({ after: await words(page, 'share-after'), radius: await words(page, 'radius') })).toEqual(before)
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
  })
})

describe('a link of the planners', () => {
  it('opens the same question and the same site, in its language', async () => {
    const first = await openApp('#/land?type=childcare&radius=420&k=4&lang=en')
    await firstRow(first.page).click()
    await first.page.waitForSelector('[data-test=site-card]')
    await expect.poll(() => first.page.url()).toContain('site=')
    const read = async (page: Page) => ({ card: await page.locator('[data-test=site-card] h2').innerText(), after: await words(page, 'share-after'), demand: await words(page, 'demand') })
    const before = await read(first.page)
    expect(before.card).toMatch(/^Candidate 1/)
    const link = new URL(first.page.url()).hash
    await first.close()
    const second = await openApp(link)
    await second.page.waitForSelector('[data-test=site-card]')
    await expect.poll(() => read(second.page)).toEqual(before)
    await second.close()
  })
})

describe('a tablet', () => {
  it.each([[1024, 768, false], [820, 1180, true]])('of %i x %i has the question, the answer and the map', async (width, height, hasSheet) => {
    const { page, close } = await openApp('#/land', { viewport: { width, height }, touch: true })
    await page.waitForSelector('[data-test=demand]')
    expect(await page.locator('[data-test=sheet]').count()).toBe(Number(hasSheet))
    if (hasSheet) await page.locator('[data-test=tab-answer]').tap()
    await firstRow(page).tap()
    await page.waitForSelector('[data-test=site-card]')
    const box = (await page.locator('[data-test=include]').boundingBox())!
    expect(box.x >= 0 && box.x + box.width <= width && box.y + box.height <= height).toBe(true)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    await close()
  })
})
