import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dayOf, sharesOn } from './expected-figures'
import { openApp, type OpenedApp } from './harness'
import { drawnShapes, fillsOf, screenPoint, settle, waitForMap } from './map-probe'
import { colourDistance, readColours } from './pixels'
import { middleOf, type Position, readShapes } from './shipped-shapes'

const lightness = (colour: string) => [1, 3, 5].reduce((sum, at) => sum + Number.parseInt(colour.slice(at, at + 2), 16), 0)

describe('the first screen of the map', () => {
  let app: OpenedApp
  beforeAll(async () => {
    app = await openApp('#/progress?date=2024-08-26')
    await waitForMap(app.page)
  })
  afterAll(() => app.close())

  it('has all 35 communities and 123 buildings, each in a colour', async () => {
    const communities = await drawnShapes(app.page, 'communities')
    const buildings = await drawnShapes(app.page, 'buildings')
    expect([communities.length, buildings.length]).toEqual([35, 123])
    for (const shape of [...communities, ...buildings]) {
      expect(shape.isOnScreen, shape.id).toBe(true)
      expect(shape.fill, shape.id).toMatch(/^#[0-9a-f]{6}$/)
    }
    expect(new Set(communities.map(({ fill }) => fill)).size).toBeGreaterThan(5)
  })

  it('is darker where more is done', async () => {
    const shares = sharesOn('2024-08-26')
    const fills = await fillsOf(app.page, 'communities')
    const byShare = [...shares.keys()].sort((a, b) => shares.get(a)! - shares.get(b)!)
    const lightnesses = byShare.map((id) => lightness(fills.get(id)!))
    expect(lightnesses).toEqual([...lightnesses].sort((a, b) => b - a))
  })
})

describe('the buildings on the map', () => {
  it('have on screen exactly the colours that were given to them, and others on another date', async () => {
    const buildings = readShapes('buildings').filter(({ communityId }) => communityId === 'C01')
    const [lon, lat] = middleOf(buildings.flatMap(({ ring }) => ring))
    const { page, close } = await openApp(`#/progress?date=2024-10-28&flat=1&camera=${lon.toFixed(5)},${lat.toFixed(5)},17.20,0,0`)
    await waitForMap(page)
    const points = await Promise.all(buildings.flatMap(({ ring }) => pointsAlong(ring)).map((point) => screenPoint(page, point)))
    const given: string[] = []
    for (const date of ['2024-10-28', '2024-07-15']) {
      await page.locator('[data-test=date-slider]').fill(String(dayOf(date)))
      await settle(page)
      const fills = await fillsOf(page, 'buildings')
      const seen = await readColours(page, points)
      for (const [i, { id }] of buildings.entries()) {
        // A label may lie over one of the points, not over all.
        const distances = seen.slice(i * POINTS, (i + 1) * POINTS).map((colour) => colourDistance(colour, fills.get(id)!))
        expect(Math.min(...distances), `${id} on ${date}: ${seen.slice(i * POINTS, (i + 1) * POINTS)}`).toBeLessThanOrEqual(2)
      }
      given.push(buildings.map(({ id }) => fills.get(id)).join())
    }
    expect(given[0]).not.toBe(given[1])
    await close()
  })
})

const POINTS = 3

/** Three points on the long axis of a slab: the middle, and half way to the two ends. */
function pointsAlong(ring: readonly Position[]): Position[] {
  const middle = middleOf(ring)
  const ends = [ring.reduce((a, b) => (b[0] < a[0] ? b : a)), ring.reduce((a, b) => (b[0] > a[0] ? b : a))]
  const between = (end: Position): Position => [(middle[0] + end[0]) / 2, (middle[1] * 3 + end[1]) / 4]
  return [middle, ...ends.map(between)]
}
