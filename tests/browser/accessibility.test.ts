import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { openApp } from './harness'

/** What the browser tells a screen reader. */
interface AccessibleNode { role: string; name: string; level: number | null }

const NEEDS_NAME = /^(button|link|checkbox|radio|combobox|textbox|searchbox|slider|spinbutton|Date|image|img|dialog|table|radiogroup|region|navigation|complementary|option)$/

describe('a screen reader', () => {
  it('finds a name on every control and picture, one heading of the first rank, and the landmarks', async () => {
    const { page, close } = await openApp('#/progress?date=2024-08-26')
    await page.waitForSelector('[data-test=lamps]')
    await page.waitForSelector('[data-test=legend]')
    await page.waitForSelector('[data-test=change]')
    const nodes = await readTree(page)
    expect(nodes.filter(({ role }) => role === 'button').length).toBeGreaterThan(30)
    expect(unnamed(nodes)).toEqual([])
    expect(nodes.filter(({ role, level }) => role === 'heading' && level === 1).map(({ name }) => name)).toEqual(['安丘市老旧小区改造一张图'])
    const landmarks = nodes.map(({ role }) => role).filter((role) => ['banner', 'navigation', 'main', 'complementary'].includes(role))
    expect(new Set(landmarks)).toEqual(new Set(['banner', 'navigation', 'main', 'complementary']))
    expect(landmarks.filter((role) => role === 'main').length).toBe(1)
    await close()
  })

  it('finds names in the card of a community, the table, the layers and on the phone', async () => {
    const desktop = await openApp('#/progress?community=C02&table=1')
    await desktop.page.waitForSelector('[data-test=community-details]')
    await desktop.page.waitForSelector('.data-table')
    expect(unnamed(await readTree(desktop.page))).toEqual([])
    await desktop.page.keyboard.press('Escape')
    await desktop.page.locator('[data-test=layers]').click()
    expect(unnamed(await readTree(desktop.page))).toEqual([])
    await desktop.close()

    const phone = await openApp('', { viewport: { width: 390, height: 844 }, touch: true })
    await phone.page.waitForSelector('[data-test=headline]')
    for (const tab of ['more', 'table', 'map']) {
      await phone.page.locator(`[data-test=tab-${tab}]`).tap()
      expect(unnamed(await readTree(phone.page)), tab).toEqual([])
    }
    await phone.close()
  })

  it('hears the figures of the bars and the date', async () => {
    const { page, close } = await openApp('#/progress?date=2024-08-26')
    await page.waitForSelector('[data-test=headline]')
    expect(await page.locator('[data-test=headline] [role=img]').getAttribute('aria-label')).toMatch(/^40%.*计划 47%/)
    expect(await page.locator('[data-test=date-slider]').getAttribute('aria-valuetext')).toBe('2024-08-26，总体进度 40%')
    await close()
  })
})

function unnamed(nodes: readonly AccessibleNode[]): AccessibleNode[] {
  return nodes.filter(({ role, name }) => NEEDS_NAME.test(role) && name.trim() === '')
}

async function readTree(page: Page): Promise<AccessibleNode[]> {
  const session = await page.context().newCDPSession(page)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  await session.detach()
  return nodes.filter(({ ignored }) => !ignored).map(({ role, name, properties }) => {
    const level: unknown = properties?.find((property) => property.name === 'level')?.value.value
    return { role: String(role?.value ?? ''), name: String(name?.value ?? ''), level: typeof level === 'number' ? level : null }
  })
}
