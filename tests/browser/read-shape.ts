import type { Locator, Page } from 'playwright-core'

/** What a browser says about form: what is too wide, covered, unnamed or too faint. */

/** What the browser tells a screen reader. */
export interface AccessibleNode { role: string; name: string; level: number | null }

const NEEDS_NAME = /^(button|link|checkbox|radio|combobox|textbox|searchbox|slider|spinbutton|Date|image|img|dialog|table|radiogroup|region|navigation|complementary|option)$/

/** Everything a screen reader meets, in its order. */
export async function readTree(page: Page): Promise<AccessibleNode[]> {
  const session = await page.context().newCDPSession(page)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  await session.detach()
  return nodes.filter(({ ignored }) => !ignored).map(({ role, name, properties }) => {
    const level: unknown = properties?.find((property) => property.name === 'level')?.value.value
    return { role: String(role?.value ?? ''), name: String(name?.value ?? ''), level: typeof level === 'number' ? level : null }
  })
}

/** Controls, pictures and regions that have no name. */
export function unnamed(nodes: readonly AccessibleNode[]): AccessibleNode[] {
  return nodes.filter(({ role, name }) => NEEDS_NAME.test(role) && name.trim() === '')
}

/** Whether the middle of an element can be touched: it is on the screen and nothing lies over it. */
export function isReachable(element: Locator): Promise<boolean> {
  return element.evaluate((node) => {
    node.scrollIntoView({ block: 'nearest' })
    const { left, right, top, bottom } = node.getBoundingClientRect()
    const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
    return hit !== null && (node.contains(hit) || hit.contains(node))
  })
}

/** Width of the page, and elements that stand out beyond the window. What can be scrolled inside its card is not too wide. */
export function overflowOf(page: Page): Promise<{ page: number; tooWide: string[] }> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth
    const isClipped = (node: Element) => {
      for (let above = node.parentElement; above && !above.matches('.view'); above = above.parentElement) {
        if (getComputedStyle(above).overflowX !== 'visible' && above.getBoundingClientRect().right <= width + 1) return true
      }
      return false
    }
    const tooWide = [...document.querySelectorAll('#app :not(.skip)')].filter((node) => {
      const { left, right, width: own } = node.getBoundingClientRect()
      return own > 1 && (left < -1 || right > width + 1) && !isClipped(node)
    })
    return { page: document.documentElement.scrollWidth, tooWide: tooWide.map((node) => `${node.tagName} ${node.getAttribute('class') ?? ''}`) }
  })
}

/**
 * Visible words whose contrast is below WCAG 2.2 (1.4.3): 4.5, or 3 for large ones.
 *
 * What cannot be used now is exempt, and what stands on the map with a rim of its own.
 */
export function faintWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    type Rgba = [number, number, number, number]
    const read = (colour: string): Rgba => {
      const [r = 0, g = 0, b = 0, a = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number)
      return colour.startsWith('color(srgb') ? [r * 255, g * 255, b * 255, a] : [r, g, b, a]
    }
    const over = ([r, g, b, a]: Rgba, [R, G, B]: Rgba): Rgba => [r * a + R * (1 - a), g * a + G * (1 - a), b * a + B * (1 - a), 1]
    const paper = read(getComputedStyle(document.body).backgroundColor)
    const groundOf = (node: Element): Rgba => {
      const own = read(getComputedStyle(node).backgroundColor)
      return own[3] === 1 ? own : over(own, node.parentElement ? groundOf(node.parentElement) : paper)
    }
    const luminance = (colour: Rgba) => {
      const [r, g, b] = colour.slice(0, 3).map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4))
      return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
    }
    const faint: string[] = []
    const walker = document.createTreeWalker(document.querySelector('#app')!, NodeFilter.SHOW_TEXT)
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      const node = text.parentElement!
      const words = text.textContent!.trim()
      if (words === '' || !node.checkVisibility({ visibilityProperty: true }) || node.closest(':disabled, .visually-hidden, .skip, option, .maplibregl-map')) continue
      const { color, fontSize, fontWeight } = getComputedStyle(node)
      const ground = groundOf(node)
      const [low, high] = [luminance(over(read(color), ground)), luminance(ground)].sort((a, b) => a - b)
      const size = Number.parseFloat(fontSize)
      const isLarge = size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700)
      const ratio = (high! + 0.05) / (low! + 0.05)
      if (ratio < (isLarge ? 3 : 4.5)) faint.push(`${words.slice(0, 24)} (${node.closest('[data-test]')?.getAttribute('data-test')} ${node.className}): ${ratio.toFixed(2)}`)
    }
    return faint
  })
}
