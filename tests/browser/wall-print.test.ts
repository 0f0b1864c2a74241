import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenedApp } from './harness'
import { findMap, waitForMap } from './map-probe'
import { copyTour, openWall, readWall } from './wall-page'

/** Small, as every frame is drawn by the processor. */
const viewport = { width: 960, height: 540 }
let app: OpenedApp

beforeAll(async () => {
  app = await openWall('#/display', { viewport, geodata: await copyTour() })
  await waitForMap(app.page)
})
afterAll(() => app.close())

/** Where the map looks, and whether it is on its way. */
const look = async (page: Page) => (await findMap(page)).evaluate((map) => ({ isMoving: map.isMoving(), ...map.getCenter(), zoom: map.getZoom() }))

describe('a scene', () => {
  it('takes over by a cut where motion is unwanted', async () => {
    const { page } = app
    const before = await look(page)
    await page.keyboard.press('ArrowRight')
    await page.evaluate(() => new Promise((fulfil) => requestAnimationFrame(() => requestAnimationFrame(fulfil))))
    const after = await look(page)
    expect(after.isMoving).toBe(false)
    expect(Math.hypot(after.lng - before.lng, after.lat - before.lat)).toBeGreaterThan(0.001)
    await waitForMap(page)
    expect(await look(page)).toEqual(after)
  })

  it('prints as one page with a picture of its map, dates, mark and address', async () => {
    const { page } = app
    const { scene } = await readWall(page)
    await page.evaluate(() => Object.assign(window, { printed: 0, print: () => Object.assign(window, { printed: Number(Reflect.get(window, 'printed')) + 1 }) }))
    await page.keyboard.press('Control+p')
    await expect.poll(() => page.evaluate(() => Reflect.get(window, 'printed') as number), { timeout: 40_000 }).toBe(1)
    expect(await coloursIn(page)).toBeGreaterThan(50)

    await page.emulateMedia({ media: 'print' })
    const words = (await page.locator('.print-sheet').innerText()).replace(/\s+/g, ' ')
    for (const expected of ['示意数据', '截至 2024-10-28', '数据截止 2024-10-28', '总体进度', '4,419 户', '审图号', `scene=${scene}&hold=1`]) expect(words).toContain(expected)
    expect(words).not.toContain('没有取到地图图片')
    expect(await page.locator('[data-test=wall]').isVisible()).toBe(false)
    // The wall is dark; its margins would be printed black.
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('light')
    await page.emulateMedia({ media: null })
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBe(1)
    // A4 on its side, points.
    expect(/\/MediaBox\s*\[([\d. ]+)\]/.exec(pdf)?.[1]?.trim().split(' ').map((text) => Math.round(Number(text) / 3))).toEqual([0, 0, 281, 198])
  })

  it('is drawn with all pixels of the screen, as the set-up says', async () => {
    const { page } = app
    await page.keyboard.press('s')
    expect(await page.locator('[data-fact=map]').innerText()).toBe('全部像素')
    await page.keyboard.press('Escape')
  })

  it('flies where nobody minds', async () => {
    const { page } = app
    await page.emulateMedia({ reducedMotion: 'no-preference' })
    await page.reload()
    await page.locator('[data-test=wall]:not([data-scene=""])').waitFor()
    await waitForMap(page)
    await page.keyboard.press('ArrowRight')
    await expect.poll(async () => (await look(page)).isMoving).toBe(true)
  })
})

/** Different colours in the picture of the map: a blank one has one. */
function coloursIn(page: Page): Promise<number> {
  return page.locator('.print-sheet img').evaluate((image: HTMLImageElement) => {
    const context = new OffscreenCanvas(200, 120).getContext('2d')!
    context.drawImage(image, 0, 0, 200, 120)
    return new Set(new Uint32Array(context.getImageData(0, 0, 200, 120).data.buffer)).size
  })
}
