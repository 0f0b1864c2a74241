import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApp, type OpenedApp } from './harness'
import { fillsOf, settle, waitForMap } from './map-probe'
import { readShapes } from './shipped-shapes'

const idOf = new Map(readShapes('communities').map(({ id, name }) => [name, id]))

describe('a number that is clicked', () => {
  let app: OpenedApp
  let plain: { communities: Map<string, string>; buildings: Map<string, string> }
  const footprint = () => app.page.locator('[data-test=footprint]')
  const names = async () => (await footprint().locator('tbody button').allInnerTexts()).map((name) => name.trim())
  const fills = async () => ({ communities: await fillsOf(app.page, 'communities'), buildings: await fillsOf(app.page, 'buildings') })
  /** Shapes that kept their colour, while the others stepped back. */
  const kept = async (kind: 'communities' | 'buildings') => {
    await settle(app.page)
    const now = (await fills())[kind]
    return [...now.keys()].filter((id) => now.get(id) === plain[kind].get(id)).sort()
  }
  const clear = () => footprint().getByRole('button', { name: '取消高亮' }).click()

  beforeAll(async () => {
    app = await openApp()
    await waitForMap(app.page)
    plain = await fills()
  })
  afterAll(() => app.close())

  it.each(['normal', 'warning', 'late'])('beside the lamp %s shows those communities, on the map and as a list', async (lamp) => {
    const button = app.page.locator(`[data-test=lamp-${lamp}]`)
    const count = Number(await button.locator('.num').innerText())
    expect(count).toBeGreaterThan(0)
    await button.click()
    const shown = await names()
    expect(shown.length).toBe(count)
    expect(await footprint().locator('h3').innerText()).toContain(`· ${count}`)
    expect(await kept('communities')).toEqual(shown.map((name) => idOf.get(name)).sort())
    await clear()
    expect((await kept('communities')).length).toBe(35)
  })

  it.each(['开工率', '完工率', '竣工验收率', '楼栋完工'])('of the rate %s shows what is behind it', async (name) => {
    const rate = app.page.locator('[data-test=rates] button', { hasText: name })
    const count = Number(/^(\d+) \/ \d+/.exec(await rate.locator('.of').innerText())?.[1])
    expect(count).toBeGreaterThan(0)
    await rate.click()
    expect((await names()).length).toBe(count)
    await clear()
  })

  it('of finished buildings leaves only those buildings in front', async () => {
    await app.page.locator('[data-test=rates] button', { hasText: '楼栋完工' }).click()
    const shown = await names()
    const buildings = readShapes('buildings')
    const nameOf = new Map([...idOf].map(([name, id]) => [id, name]))
    const ids = buildings.filter(({ name, communityId }) => shown.includes(`${nameOf.get(communityId!)} ${name}`)).map(({ id }) => id)
    expect(ids.length).toBe(shown.length)
    expect(await kept('buildings')).toEqual(ids.sort())
    await clear()
  })

  it('goes away with Escape, and a row of its list opens the card', async () => {
    await app.page.locator('[data-test=lamp-late]').click()
    const [first] = await names()
    await footprint().locator('tbody button').first().click()
    expect(await app.page.locator('[data-test=community-card] h2').innerText()).toBe(first)
    await app.page.keyboard.press('Escape')
    expect(await footprint().count()).toBe(0)
  })
})
