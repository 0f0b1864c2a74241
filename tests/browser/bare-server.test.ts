import { describe, expect, it } from 'vitest'
import { openApp } from './harness'
import { waitForMap } from './map-probe'

describe('the built app', () => {
  it('opens from a server that sends no headers, in a browser without Trusted Types', async () => {
    const app = await openApp()
    await app.page.goto('about:blank')
    await app.page.route('**/*', async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, headers: { 'content-type': response.headers()['content-type'] ?? '' } })
    })
    await app.page.addInitScript(() => {
      for (const owner of [window, Window.prototype]) Reflect.deleteProperty(owner, 'trustedTypes')
    })
    const answer = await app.page.goto(app.url)
    expect(Object.keys(answer!.headers())).toEqual(['content-type'])
    await waitForMap(app.page)
    expect(await app.page.evaluate(() => 'trustedTypes' in window)).toBe(false)
    expect(await app.page.locator('[data-test=totals] .value .num').allInnerTexts()).toEqual(['35', '123', '4,419', '50.81'])
    await app.close()
  })
})
