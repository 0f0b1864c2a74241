import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OpenedApp } from './harness'
import { closeFlat, copyTour, FLAT, openWall } from './wall-page'

/** A scene lasts so long here, and a tour of eleven takes under four minutes. */
const DWELL_S = 20
const DAY_MS = 86_400_000

let app: OpenedApp
let page: Page
/** The scene that has just begun. */
let first: string

beforeEach(async () => {
  const scenes = ['overview', 'finished', 'behind', 'plan'].map((kind) => (
    { id: kind, kind, places: null, camera: null, colouring: 'progress', day: null, caption: null, captionEn: null, dwellS: DWELL_S, transition: 'cut' }
  ))
  const geodata = await copyTour({ scenes, countdownFrom: 'today', dataOldAfterDays: null })
  app = await openWall('#/display', { ...FLAT, geodata, clockAt: new Date('2024-10-29T10:00:00+08:00') })
  page = app.page
  // From here on time passes only as the test says; and a scene has just begun.
  await page.clock.pauseAt(new Date((await now()) + 1000))
  await page.clock.runFor(500)
  const before = await scene()
  while ((await scene()) === before) await page.clock.runFor(500)
  first = (await scene())!
})
afterEach(() => closeFlat(app))

const ORDER = ['overview', 'finished', 'behind', 'plan']
const after = (id: string, steps = 1) => ORDER[(ORDER.indexOf(id) + steps) % ORDER.length]
const now = () => page.evaluate(() => Date.now())
const scene = () => page.getAttribute('[data-test=wall]', 'data-scene')
const text = (name: string) => page.locator(`[data-test=${name}]`).innerText()
/** Milliseconds until the next scene, as the wall says by its clock. */
async function nextInMs(): Promise<number> {
  const time = /(\d\d):(\d\d):(\d\d)/.exec(await text('next-scene'))!.slice(1).map(Number)
  const atMs = await now()
  const midnight = new Date(atMs + 8 * 3_600_000).setUTCHours(0, 0, 0, 0) - 8 * 3_600_000
  return midnight + (time[0]! * 3600 + time[1]! * 60 + time[2]!) * 1000 - atMs
}

describe('a wall whose machine', () => {
  it.each([['forward', DAY_MS], ['back', -DAY_MS]])('sets its clock %s by a day shows neither a burst of scenes nor a negative countdown', async (_, jumpMs) => {
    await page.clock.runFor(3000)
    expect(await text('countdown')).toContain('32')
    await page.clock.setSystemTime((await now()) + jumpMs)
    await page.clock.runFor(2000)
    expect(await scene()).toBe(first)
    expect(await page.getAttribute('[data-test=wall]', 'data-freshness')).toBe('fresh')
    expect(await text('countdown')).toContain(jumpMs > 0 ? '31' : '33')
    const leftMs = await nextInMs()
    expect(leftMs).toBeGreaterThan(10_000)
    expect(leftMs).toBeLessThanOrEqual(DWELL_S * 1000)
    await page.clock.runFor(DWELL_S * 1000)
    expect(await scene()).toBe(after(first))
  })

  it('stands after the last milestone says so without a negative number', async () => {
    await page.clock.setSystemTime(new Date('2025-03-01T10:00:00+08:00'))
    await page.clock.runFor(2000)
    expect(await page.locator('[data-test=countdown]').count()).toBe(0)
    expect(await text('wall-headline')).not.toMatch(/(?<!\d)[-−]\d/)
  })

  it('slept for an hour goes on by one scene, with its full time before it', async () => {
    await page.clock.runFor(3000)
    await page.clock.fastForward('01:00:00')
    await page.clock.runFor(1000)
    expect(await scene()).toBe(after(first))
    expect(await nextInMs()).toBeGreaterThan((DWELL_S - 3) * 1000)
    await page.clock.runFor(5000)
    expect(await scene()).toBe(after(first))
    // It was asked for news at once, so nothing is called old.
    await expect.poll(() => page.getAttribute('[data-test=wall]', 'data-freshness')).toBe('fresh')
  })

  it('keeps its scenes to the second over two rounds', async () => {
    const seen: string[] = []
    for (let i = 0; i < 8; i++) {
      await page.clock.runFor(DWELL_S * 1000)
      seen.push((await scene())!)
    }
    expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((steps) => after(first, steps)))
    expect(Math.abs(await nextInMs() - DWELL_S * 1000)).toBeLessThanOrEqual(1000)
  })

  it('is really frozen by the browser goes on by at most one scene', async () => {
    const session = await page.context().newCDPSession(page)
    await session.send('Page.setWebLifecycleState', { state: 'frozen' })
    await new Promise((resolve) => setTimeout(resolve, 1500))
    await session.send('Page.setWebLifecycleState', { state: 'active' })
    await page.clock.runFor(1000)
    expect(await scene()).toBe(first)
  })
})
