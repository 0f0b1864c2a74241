import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApp, type OpenedApp } from './harness'
import { fillsOf, lookOf, renderedCount, settle, waitForMap } from './map-probe'

describe('exploring the town', () => {
  let app: OpenedApp
  const see = (name: string) => app.page.locator(`[data-test=${name}]`)
  const search = async (words: string, result: string) => {
    await see('search').fill(words)
    await app.page.locator('#search-results [role=option]', { hasText: result }).first().click()
  }
  beforeAll(async () => {
    app = await openApp('#/progress?date=2024-08-26')
    await waitForMap(app.page)
  })
  afterAll(() => app.close())

  it('finds a building by its community and opens it, close by', async () => {
    const before = await lookOf(app.page)
    await search('国槐里2', '国槐里2号楼')
    await see('building-card').waitFor()
    expect(await see('building-card').innerText()).toContain('2号楼')
    await expect.poll(async () => (await lookOf(app.page)).zoom).toBeGreaterThan(before.zoom + 1)
    await app.page.keyboard.press('Escape')
  })

  it('finds a street by its initials and goes there', async () => {
    await see('home').click()
    const before = await lookOf(app.page)
    await search('qyd', '青云大街')
    await expect.poll(async () => (await lookOf(app.page)).zoom).toBe(16)
    expect(await lookOf(app.page)).not.toEqual(before)
    await settle(app.page)
    expect(await renderedCount(app.page, /road-name/)).toBeGreaterThan(0)
  })

  it('finds a district, keeps only its communities and shows them large', async () => {
    await search('大汶河', '大汶河旅游发展中心')
    expect(await see('districts').locator('[aria-pressed=true]').innerText()).toContain('大汶河旅游发展中心')
    expect(await see('legend').innerText()).toContain('6 / 35 个小区')
    await see('legend').getByRole('button', { name: '取消筛选' }).click()
    await see('home').click()
  })

  it('says so when nothing is found', async () => {
    await see('search').fill('没有这个地方')
    expect(await app.page.locator('#search-results').innerText()).toContain('没有找到')
    await see('search').press('Escape')
    expect(await see('search').inputValue()).toBe('')
  })

  it('switches layers on and off', async () => {
    await settle(app.page)
    await see('layers').click()
    for (const [name, layer] of [['可挖潜空间', /^spare-/], ['现有设施', /^facility-/], ['周边建筑', /context/], ['路名', /road-name/], ['地名', /landmark/]] as const) {
      const box = app.page.getByRole('checkbox', { name, exact: true })
      await box.setChecked(true)
      await expect.poll(() => renderedCount(app.page, layer), { message: `${name} on` }).toBeGreaterThan(0)
      await box.setChecked(false)
      await expect.poll(() => renderedCount(app.page, layer), { message: `${name} off` }).toBe(0)
    }
    await see('layers').click()
  })

  it('keeps one colour of the legend in front and dims the rest', async () => {
    const plain = await fillsOf(app.page, 'communities')
    const entry = app.page.locator('[data-test="legend-50-75"]')
    const count = Number(await entry.locator('.count').innerText())
    await entry.click()
    await settle(app.page)
    const now = await fillsOf(app.page, 'communities')
    expect([...now].filter(([id, fill]) => fill === plain.get(id)).length).toBe(count)
    expect(await entry.getAttribute('aria-pressed')).toBe('true')
    await see('legend').getByRole('button', { name: '取消筛选' }).click()
    await settle(app.page)
    expect(await fillsOf(app.page, 'communities')).toEqual(plain)
  })

  it.each(['阶段', '类别', '亮灯'])('colours by %s, and the legend counts every community once', async (name) => {
    await see('legend').locator('[role=radio]', { hasText: name }).click()
    const counts = await see('legend').locator('.count').allInnerTexts()
    expect(counts.map(Number).reduce((sum, count) => sum + count, 0)).toBe(35)
  })

  it('turns the town flat and back', async () => {
    await app.page.getByRole('button', { name: '3D' }).click()
    await expect.poll(async () => (await lookOf(app.page)).pitch).toBe(0)
    await app.page.getByRole('button', { name: '3D' }).click()
    await expect.poll(async () => (await lookOf(app.page)).pitch).toBe(48)
  })
})
