import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenedApp } from './harness'
import { clockInShanghai, closeFlat, copyTour, FLAT, openWall, readWall } from './wall-page'

const RESUME_AFTER_S = 5
const onWall = (page: Page) => expect.poll(() => readWall(page))

describe('a hand on the wall', () => {
  let wall: OpenedApp
  beforeAll(async () => {
    wall = await openWall('#/display?scene=plan', { ...FLAT, touch: true, geodata: await copyTour({ resumeAfterS: RESUME_AFTER_S }) })
  })
  afterAll(() => closeFlat(wall))

  it('begins where the address says', async () => {
    expect(await readWall(wall.page)).toEqual({ scene: 'plan', mode: 'playing' })
  })

  it('pauses by a touch, says so, and resumes by itself', async () => {
    const { page } = wall
    await page.touchscreen.tap(640, 300)
    await onWall(page).toEqual({ scene: 'plan', mode: 'paused' })
    expect(await page.locator('[data-test=wall]').innerText()).toMatch(/已暂停，\d 秒后继续/)
    await onWall(page).toEqual({ scene: 'plan', mode: 'playing' })
  })

  it('steers by keys', async () => {
    const { page } = wall
    await page.keyboard.press('ArrowLeft')
    const { scene, mode } = await readWall(page)
    expect([scene, mode]).toEqual(['sites', 'paused'])
    await page.keyboard.press('Space')
    expect((await readWall(page)).mode).toBe('playing')
    await page.keyboard.press('p')
    expect(await readWall(page)).toEqual({ scene: 'sites', mode: 'pinned' })
    await page.waitForTimeout(RESUME_AFTER_S * 1000 + 500)
    expect(await readWall(page)).toEqual({ scene: 'sites', mode: 'pinned' })
    await page.keyboard.press('Escape')
    expect((await readWall(page)).mode).toBe('playing')
  })

  it('jumps and holds by the address', async () => {
    const { page } = wall
    await page.evaluate(() => (location.hash = '#/display?scene=finished&hold=1'))
    await onWall(page).toEqual({ scene: 'finished', mode: 'pinned' })
    await page.evaluate(() => (location.hash = '#/display?scene=overview'))
    await onWall(page).toEqual({ scene: 'overview', mode: 'playing' })
  })

  it('opens the set-up, which warns of small text and keeps what is set', async () => {
    const { page } = wall
    await page.keyboard.press('s')
    const setup = page.locator('[data-test=setup]')
    expect(await setup.locator('[data-fact=map]').innerText()).toContain('没有三维地图')
    await setup.locator('[data-test=diagonal]').fill('55')
    await setup.locator('[data-test=distance]').fill('12')
    await setup.locator('[data-test=diagonal]').focus()
    await expect.poll(() => setup.locator('[data-test=legibility]').getAttribute('class')).toContain('illegible')
    expect(await setup.locator('[data-test=legibility]').innerText()).toContain('太小')
    expect(await page.evaluate(() => getComputedStyle(document.querySelector('[data-test=setup]')!).cursor)).not.toBe('none')
    expect(page.url()).toMatch(/#\/display\?scene=overview&.*size=55&distance=12/)
    await page.keyboard.press('Escape')
    await setup.waitFor({ state: 'detached' })
    await page.reload()
    await page.locator('[data-test=wall]:not([data-scene=""])').waitFor()
    await page.evaluate(() => (location.hash = '#/display'))
    await page.keyboard.press('s')
    expect(await setup.locator('[data-test=diagonal]').inputValue()).toBe('55')
  })
})

describe('the light of a wall', () => {
  it('is dimmed by night, but not the mark of stale data', async () => {
    const HOUR_MS = 3_600_000
    const night = { from: clockInShanghai(Date.now() - 2 * HOUR_MS), to: clockInShanghai(Date.now() + 2 * HOUR_MS) }
    const wall = await openWall('#/display', { ...FLAT, geodata: await copyTour({ night, nightBrightness: 0.4 }) })
    const shade = wall.page.locator('[data-test=night]')
    await expect.poll(() => shade.evaluate((element: HTMLElement) => element.style.opacity)).toBe('0.6')
    const isMarkAbove = await wall.page.evaluate(() => {
      const depth = (element: Element | null) => Number(getComputedStyle(element!).zIndex) || 0
      return depth(document.querySelector('[data-test=stale-mark]')!.closest('.mark')) > depth(document.querySelector('[data-test=night]'))
    })
    expect(isMarkAbove).toBe(true)
    await closeFlat(wall)
  })
})

it('a wall that was pinned by hand is pinned again after a restart', async () => {
  const wall = await openWall('#/display', { ...FLAT, geodata: await copyTour() })
  const { page } = wall
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('p')
  const before = await readWall(page)
  expect(before.mode).toBe('pinned')
  await page.waitForTimeout(1000)
  await page.reload()
  await onWall(page).toEqual(before)
  await page.keyboard.press('p')
  await page.waitForTimeout(1000)
  await page.reload()
  await onWall(page).toEqual({ scene: before.scene, mode: 'playing' })
  await closeFlat(wall)
})
