import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formatDay } from '@/domain/day'
import { dayOf, figuresOn } from './expected-figures'
import { openApp, type OpenedApp } from './harness'
import { fillsOf, settle, waitForMap } from './map-probe'
import { readHeadline, readLamps, readTable } from './read-page'

describe('the date', () => {
  let app: OpenedApp
  const slider = () => app.page.locator('[data-test=date-slider]')
  const shownDate = async () => formatDay(Number(await slider().inputValue()))
  const choose = (date: string) => slider().fill(String(dayOf(date)))
  beforeAll(async () => {
    app = await openApp('#/progress?table=1')
    await slider().waitFor()
  })
  afterAll(() => app.close())

  it('begins with the last day of the data', async () => {
    expect(await shownDate()).toBe('2024-10-28')
    expect((await readHeadline(app.page)).asOf).toBe('截至 2024-10-28')
  })

  it.each(['2024-07-29', '2024-08-26', '2024-10-28'])('of %s gives the figures that a second reading of the rules gives', async (date) => {
    await choose(date)
    const expected = figuresOn(date)
    const { asOf, ...headline } = await readHeadline(app.page)
    expect(asOf).toBe(`截至 ${date}`)
    expect(headline).toEqual({ actual: expected.actual, planned: expected.planned, behind: `比计划慢 ${expected.behindPoints} 个百分点` })
    expect(await readLamps(app.page)).toEqual(expected.lamps)
    expect((await app.page.locator('[data-test=districts] b').allInnerTexts()).sort()).toEqual(expected.districts)
    const rows = await readTable(app.page)
    expect(Object.fromEntries(rows.map((row) => [row['名称'], row['实际 %']]))).toEqual(expected.communities)
  })

  it('moves by a day, by a stretch and to the ends with the keyboard', async () => {
    await choose('2024-10-28')
    await slider().press('ArrowLeft')
    expect(await shownDate()).toBe('2024-10-27')
    await slider().press('PageDown')
    const afterPage = await shownDate()
    expect(afterPage < '2024-10-20').toBe(true)
    await slider().press('Home')
    expect(await shownDate()).toBe('2024-05-06')
    expect((await readHeadline(app.page)).asOf).toBe('截至 2024-05-06')
    await slider().press('End')
    expect(await shownDate()).toBe('2024-10-28')
  })

  it('never lies after the data, however far the knob is pushed', async () => {
    const max = Number(await slider().getAttribute('max'))
    expect(max).toBe(dayOf('2024-12-31'))
    await slider().fill(String(max))
    expect(await shownDate()).toBe('2024-10-28')
    expect((await readHeadline(app.page)).asOf).toBe('截至 2024-10-28')
  })

  it('plays by itself and stops at the last day', async () => {
    await choose('2024-10-20')
    await app.page.locator('[data-test=play]').click()
    await expect.poll(shownDate, { timeout: 20_000 }).toBe('2024-10-28')
    await expect.poll(() => app.page.locator('[data-test=play]').getAttribute('aria-label')).toBe('播放')
  })

  it('colours the map anew', async () => {
    await choose('2024-07-29')
    await waitForMap(app.page)
    const early = await fillsOf(app.page, 'communities')
    await choose('2024-08-26')
    await settle(app.page)
    const late = await fillsOf(app.page, 'communities')
    // Every community did something in these four weeks of summer.
    expect([...late].filter(([id, fill]) => fill === early.get(id))).toEqual([])
  })
})
