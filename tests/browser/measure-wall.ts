import type { Page } from 'playwright-core'
import { DRIFT_UNITS } from '@/views/display/drift-path'

/** Places of the wall that never move. */
export const PLACES = ['header', 'headline', 'totals', 'districts', 'curve', 'scene', 'caption', 'footer'] as const

export interface MeasuredWall {
  /** Left, top, right, bottom of each place, CSS px. Of the caption null for the top: it grows upwards. */
  boxes: Record<string, (number | null)[]>
  /** What is cut, lies over something else or outside of the window, as one sentence each. */
  faults: string[]
  /** Smallest font size of a text that is seen, and the layout unit, CSS px. */
  smallestPx: number
  unitPx: number
}

/** Go to an address of the wall and measure it as soon as its scene stands still. Needs `still=1`. */
export function measureWall(page: Page, hash: string, scene: string): Promise<MeasuredWall> {
  return page.evaluate(async ({ hash, scene, places, DRIFT_UNITS }) => {
    /** As rounding may put an edge. */
    const SLACK_PX = 1.5
    /** Names from the data may be of any length; they end in dots where there is no room. */
    const MAY_END_IN_DOTS = '.name, .credit, .what'
    const wall = document.querySelector<HTMLElement>('[data-test=wall]')!
    const frame = () => new Promise((fulfil) => requestAnimationFrame(fulfil))
    const isThere = () => wall.dataset.scene === scene && wall.querySelector<HTMLElement>('.stack:not(.leaving)')?.dataset.scene === scene
    // Laid out, but not painted: pixels are of no matter here, and cost seconds on a large wall.
    wall.style.visibility = 'hidden'
    location.hash = hash
    for (let left = 600; !isThere() && left > 0; left--) await frame()
    if (!isThere()) throw new Error(`The wall does not come to rest at ${hash}`)
    await frame()
    await document.fonts.ready
    await frame()
    // In the middle of the drift against burn-in; what it can move out of the window is judged below.
    for (const axis of ['--drift-x', '--drift-y']) wall.style.setProperty(axis, '0')

    type Box = Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom'>
    const faults: string[] = []
    const placeOf = (name: string) => wall.querySelector<HTMLElement>(`:scope > .${name}, :scope > .left > .${name}, :scope > .right > .${name}`)!
    const isOver = (a: Box, b: Box) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > SLACK_PX && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > SLACK_PX
    const beyond = (inner: Box, outer: Box) => [outer.left - inner.left, outer.top - inner.top, inner.right - outer.right, inner.bottom - outer.bottom]
    const screen: Box = { left: 0, top: 0, right: innerWidth, bottom: innerHeight }

    const unitPx = innerWidth >= innerHeight ? Math.min(innerWidth / 1920, innerHeight / 1080) : Math.min(innerWidth / 1080, innerHeight / 1920)
    const boxes: Record<string, (number | null)[]> = {}
    const areas = [...places, 'mark'].map((name) => ({ name, element: placeOf(name), box: placeOf(name).getBoundingClientRect() }))
    for (const { name, box } of areas) {
      if (beyond(box, screen).some((px) => px > SLACK_PX)) faults.push(`${name} is not inside the window`)
      if (name === 'mark') continue
      boxes[name] = [box.left, name === 'caption' ? null : box.top, box.right, box.bottom].map((px) => px && Math.round(px * 10) / 10)
    }
    areas.forEach((a, i) => areas.slice(i + 1).forEach((b) => isOver(a.box, b.box) && faults.push(`${a.name} and ${b.name} lie over each other`)))

    for (const card of wall.querySelectorAll('.wall-card:not(.leaving *)')) {
      if (card.scrollHeight > card.clientHeight + SLACK_PX) faults.push(`${card.getAttribute('aria-label')} is cut below by ${card.scrollHeight - card.clientHeight} px`)
      if (card.scrollWidth > card.clientWidth + SLACK_PX) faults.push(`${card.getAttribute('aria-label')} is cut at the right`)
    }
    const { scrollWidth, scrollHeight } = document.documentElement
    if (scrollWidth > innerWidth || scrollHeight > innerHeight || wall.scrollHeight > wall.clientHeight || wall.scrollWidth > wall.clientWidth) faults.push('the page can be scrolled')

    const texts: { words: string; element: Element; box: Box; isShortened: boolean }[] = []
    let smallestPx = Infinity
    const walker = document.createTreeWalker(wall, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const node = walker.currentNode as Text
      const element = node.parentElement!
      if (node.data.trim() === '' || element.closest('svg, dialog, .leaving') || !element.checkVisibility()) continue
      const sizePx = Number.parseFloat(getComputedStyle(element).fontSize)
      smallestPx = Math.min(smallestPx, sizePx)
      const range = document.createRange()
      range.selectNodeContents(node)
      for (const { left, top, right, bottom, height, width } of range.getClientRects()) {
        if (width === 0) continue
        // The letters, without the room that the font keeps above and below.
        const spare = Math.max(0, (height - sizePx) / 2)
        texts.push({ words: node.data.trim().slice(0, 30), element, box: { left, top: top + spare, right, bottom: bottom - spare }, isShortened: false })
      }
    }
    const holders = new Set<Element>(areas.map(({ element }) => element))
    for (const text of texts) {
      if (beyond(text.box, screen).some((px) => px > -DRIFT_UNITS * unitPx)) faults.push(`“${text.words}” drifts out of the window`)
      let inWidth = true
      for (let up: Element | null = text.element; up && up !== wall; up = up.parentElement) {
        const { overflowX, textOverflow, display } = getComputedStyle(up)
        if (display === 'inline' || (overflowX === 'visible' && !holders.has(up))) continue
        const [left, top, right, bottom] = beyond(text.box, up.getBoundingClientRect())
        const isWide = inWidth && Math.max(left!, right!) > SLACK_PX
        if (isWide && textOverflow === 'ellipsis' && up.matches(MAY_END_IN_DOTS)) [inWidth, text.isShortened] = [false, true]
        else if (isWide || Math.max(top!, bottom!) > SLACK_PX) {
          faults.push(`“${text.words}” is cut by ${up.className}`)
          break
        }
      }
    }
    const whole = texts.filter(({ isShortened }) => !isShortened)
    whole.forEach((a, i) => whole.slice(i + 1).forEach((b) => a.element !== b.element && isOver(a.box, b.box) && faults.push(`“${a.words}” and “${b.words}” lie over each other`)))
    return { boxes, faults: [...new Set(faults)], smallestPx, unitPx }
  }, { hash, scene, places: PLACES, DRIFT_UNITS })
}
