import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { openApp } from './harness'
import { findMap, MAP_TIMEOUT_MS } from './map-probe'
import { openWall } from './wall-page'
import { readPixels } from './pixels'

/** Without a flight: the processor draws every pixel. */
const WALL = '#/display?still=1&hold=1&scene=overview'

const sizeOf = async (page: Page) => (await findMap(page)).evaluate((map) => {
  const { width, height } = map.getCanvas()
  const { drawingBufferWidth, drawingBufferHeight } = map.getCanvas().getContext('webgl2')!
  return { canvas: [width, height], buffer: [drawingBufferWidth, drawingBufferHeight] }
})

it.each([
  ['3840 × 2160', 3840, 2160],
  ['7680 × 2160', 7680, 2160],
])('a wall of %s has all its pixels', async (_, width, height) => {
  const { page, close } = await openWall(WALL, { viewport: { width, height } })
  await page.waitForSelector('[data-map-state=ready], [data-map-state=idle]', { state: 'attached', timeout: MAP_TIMEOUT_MS })
  expect(await sizeOf(page)).toEqual({ canvas: [width, height], buffer: [width, height] })
  // Right of the middle, beyond the 4096th pixel of the wide one, there is more than paper.
  const strip = { x: width * 0.54, y: height * 0.5, width: 300, height: 60 }
  await expect.poll(async () => new Set((await readPixels(page, strip)).map(String)).size, { timeout: MAP_TIMEOUT_MS }).toBeGreaterThan(20)
  await close()
}, 150_000)

it('a graphics unit that cannot draw them all is told to whoever hangs up the wall', async () => {
  const { page, close } = await openApp('', { viewport: { width: 1600, height: 450 } })
  await page.addInitScript(() => {
    const { getParameter } = WebGL2RenderingContext.prototype
    Object.assign(WebGL2RenderingContext.prototype, {
      getParameter(this: WebGL2RenderingContext, name: GLenum): unknown {
        if (name === this.MAX_TEXTURE_SIZE || name === this.MAX_RENDERBUFFER_SIZE) return 800
        return Reflect.apply(getParameter, this, [name]) as unknown
      },
    })
  })
  await page.goto(`/${WALL}`)
  await page.reload()
  await page.waitForSelector('[data-map-state=ready], [data-map-state=idle]', { state: 'attached', timeout: MAP_TIMEOUT_MS })
  expect((await sizeOf(page)).canvas).toEqual([800, 225])
  await page.keyboard.press('s')
  await expect.poll(() => page.locator('dialog').innerText()).toContain('25%')
  await close()
}, 120_000)
