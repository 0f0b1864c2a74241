import { describe, expect, it } from 'vitest'
import { openApp } from './harness'
import { waitForMap } from './map-probe'

describe('the print sheet', () => {
  it('has a picture of the map, the mark, both dates, the totals and what is behind the plan', async () => {
    const { page, close } = await openApp('#/progress?date=2024-08-26')
    await waitForMap(page)
    await page.evaluate(() => Object.assign(window, { printed: 0, print: () => Object.assign(window, { printed: Number(Reflect.get(window, 'printed')) + 1 }) }))
    const sheet = page.locator('.print-sheet')
    expect(await sheet.isVisible()).toBe(false)
    await page.getByRole('button', { name: '打印' }).click()
    await expect.poll(() => page.evaluate(() => Reflect.get(window, 'printed') as number)).toBe(1)

    await page.emulateMedia({ media: 'print' })
    expect(await sheet.isVisible()).toBe(true)
    expect(await page.locator('.view').isVisible()).toBe(false)
    const words = await sheet.innerText()
    for (const expected of ['示意数据', '截至 2024-08-26', '数据截止 2024-10-28', '40%', '35 个小区', '123 栋楼', '4,419 户', '50.81 万㎡', '审图号', 'date=2024-08-26']) {
      expect(words).toContain(expected)
    }
    expect(await sheet.locator('tbody tr').count()).toBe(15)
    expect(await coloursIn(page)).toBeGreaterThan(50)
    await close()
  })

  it('is printed without a picture where there is no map', async () => {
    const app = await openApp('', { withoutWebgl: true })
    await app.page.waitForSelector('[data-test=map-failure]')
    await app.page.evaluate(() => Object.assign(window, { print: () => Object.assign(window, { printed: true }) }))
    await app.page.keyboard.press('Control+p')
    await expect.poll(() => app.page.evaluate(() => Reflect.get(window, 'printed') === true)).toBe(true)
    await app.page.emulateMedia({ media: 'print' })
    expect(await app.page.locator('.print-sheet img').count()).toBe(0)
    expect(await app.page.locator('.print-sheet tbody tr').count()).toBeGreaterThan(5)
    app.forgive(/^console: .*/)
    await app.close()
  })
})

/** Different colours in the picture of the map: a blank one has one. */
function coloursIn(page: Awaited<ReturnType<typeof openApp>>['page']): Promise<number> {
  return page.locator('.print-sheet img').evaluate((image: HTMLImageElement) => {
    const context = new OffscreenCanvas(200, 120).getContext('2d')!
    context.drawImage(image, 0, 0, 200, 120)
    return new Set(new Uint32Array(context.getImageData(0, 0, 200, 120).data.buffer)).size
  })
}
