import { beforeAll, describe, expect, it } from 'vitest'
import { HOSTILE_NAMES, makeHostile } from '../fixtures/hostile-geodata'
import { copyGeodata, openApp } from './harness'
import { expectHarmless, formulasIn } from './hostile-page'
import { readDownload, see, waitForAnswer } from './land-page'
import { waitForMap } from './map-probe'

let geodata = ''
beforeAll(async () => {
  geodata = await copyGeodata()
  makeHostile(geodata)
})

describe('hostile data in the view of finding land', () => {
  it('are read as they are, and exported as text', async () => {
    const { page, close } = await openApp('#/land?rules=__proto__.polluted:1~constructor.prototype.polluted:1', { geodata })
    await waitForAnswer(page)
    const names = (await page.locator('[data-test=candidates] tbody tr').allInnerTexts()).join('\n')
    for (const name of [HOSTILE_NAMES.arabic, 'constructor', HOSTILE_NAMES.formula]) expect(names).toContain(name)
    await page.getByRole('button', { name: '导出' }).click()
    const { text } = await readDownload(page, () => see(page, 'export-sites').click())
    expect(text).toContain('\'=HYPERLINK(')
    expect(formulasIn(text)).toEqual([])
    await expectHarmless(page)
    await close()
  })
})

describe('hostile data on the wall', () => {
  it('are read as they are, scene by scene', async () => {
    const { page, close } = await openApp('#/display?hold=1&still=1&scene=overview', { geodata, viewport: { width: 1280, height: 720 } })
    await waitForMap(page)
    expect(await see(page, 'wall-header').innerText()).toContain(HOSTILE_NAMES.script)
    const seen = new Set<string>()
    for (let i = 0; i < 30; i++) {
      const title = await see(page, 'caption-title').innerText()
      seen.add(title)
      await expectHarmless(page)
      await page.keyboard.press('ArrowRight')
      await expect.poll(() => see(page, 'caption-title').innerText()).not.toBe(title)
      if (seen.size > 5 && seen.has(await see(page, 'caption-title').innerText())) break
    }
    expect(seen.size).toBeGreaterThan(5)
    expect([...seen].join('\n')).toContain('constructor')
    await close()
  })
})
