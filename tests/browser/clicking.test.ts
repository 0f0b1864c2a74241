import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApp, type OpenedApp } from './harness'
import { middleOf, readShapes } from './shipped-shapes'
import { emptyPoint, screenPoint, settle, waitForMap } from './map-probe'

const [BIG] = readShapes('communities').filter(({ name }) => name === '桂花里')
const [SLAB] = readShapes('buildings').filter(({ communityId }) => communityId === BIG!.id)

describe('a click on the map', () => {
  let app: OpenedApp
  const card = () => app.page.locator('[data-test=community-card]')
  const clickOn = async (ring: readonly (readonly [number, number])[]) => {
    const { x, y } = await screenPoint(app.page, middleOf(ring))
    await app.page.mouse.click(x, y)
  }
  beforeAll(async () => {
    app = await openApp('#/progress?date=2024-08-26')
    await waitForMap(app.page)
  })
  afterAll(() => app.close())

  it('from afar opens the card of the community, also on one of its buildings', async () => {
    await clickOn(SLAB!.ring)
    await card().waitFor()
    expect(await card().locator('h2').innerText()).toBe(BIG!.name)
    expect(await app.page.locator('[data-test=building-card]').count()).toBe(0)
    await expect.poll(() => app.page.url()).toContain(`community=${BIG!.id}`)
  })

  it('beside all communities closes the card', async () => {
    expect(await card().count()).toBe(1)
    const { x, y } = await emptyPoint(app.page)
    await app.page.mouse.click(x, y)
    await expect.poll(() => card().count()).toBe(0)
  })

  it('from near by opens the building', async () => {
    const [lon, lat] = middleOf(SLAB!.ring)
    await app.page.evaluate((camera) => (location.hash = `#/progress?date=2024-08-26&flat=1&camera=${camera}`), `${lon},${lat},17,0,0`)
    await settle(app.page)
    await clickOn(SLAB!.ring)
    await app.page.waitForSelector('[data-test=building-card]')
    expect(await app.page.locator('[data-test=building-card] b').first().innerText()).toBe(SLAB!.name)
    expect(await card().locator('h2').innerText()).toBe(BIG!.name)
  })
})

describe('the pointer over a community', () => {
  it('shows its name and figures, and leaves nothing behind', async () => {
    const { page, close } = await openApp('#/progress?date=2024-08-26')
    await waitForMap(page)
    const { x, y } = await screenPoint(page, middleOf(SLAB!.ring))
    await page.mouse.move(x, y)
    await page.waitForSelector('.tooltip')
    expect(await page.locator('.tooltip').innerText()).toMatch(new RegExp(`${BIG!.name}\\s+\\d+% · 计划 \\d+%\\s+在施 · 预警`))
    const empty = await emptyPoint(page)
    await page.mouse.move(empty.x, empty.y)
    await expect.poll(() => page.locator('.tooltip').count()).toBe(0)
    await close()
  })
})
