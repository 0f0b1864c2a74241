import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { LandAnswer } from '@/domain/land'
import { PICK_LAYERS } from '@/map/pick'
import { type CandidateRow, coverageOf, rowsOf } from './expected-land'
import { findMap, MAP_TIMEOUT_MS, settle } from './map-probe'
import type { Position } from './shipped-shapes'

/** What a planner reads and does in the view of finding land. */

/** One or more elements by the name they have for tests. */
export const see = (page: Page, name: string): Locator => page.locator(`[data-test=${name}]`)

/** Wait for the first answer. */
export async function waitForAnswer(page: Page): Promise<void> {
  await see(page, 'counts').waitFor({ timeout: MAP_TIMEOUT_MS })
}

/** Rows of the list of candidates. */
export function readCandidates(page: Page): Promise<CandidateRow[]> {
  return page.locator('[data-test=answer-list]').evaluate((list) => {
    const textOf = (cell: Element | null | undefined) => (cell?.textContent ?? '').trim()
    return [...list.querySelectorAll('[data-test=candidates] tbody tr')].map(({ children }) => ({
      rank: textOf(children[0]), name: textOf(children[1]!.querySelector('button')), tag: textOf(children[1]!.querySelector('.tag')) || null,
      area: textOf(children[2]), people: textOf(children[3]), score: textOf(children[4]),
    }))
  })
}

/** Coverage before and after, and who is won. */
export async function readCoverage(page: Page) {
  const card = see(page, 'coverage')
  return {
    before: await see(page, 'share-before').innerText(), after: await see(page, 'share-after').innerText(),
    gained: await card.locator('.gained').innerText(),
  }
}

/** Wait until the page shows this ranking and coverage, and as many sites. */
export async function expectAnswer(page: Page, answer: LandAnswer): Promise<void> {
  await expect.poll(() => see(page, 'counts').innerText()).toContain(`→ ${answer.sites.length} `)
  await expect.poll(() => readCandidates(page)).toEqual(rowsOf(answer))
  await expect.poll(() => readCoverage(page)).toEqual(coverageOf(answer))
}

/** Press one of the choices of a segmented control. */
export const choose = (page: Page, control: string, words: string): Promise<void> =>
  see(page, control).getByRole('radio', { name: words }).click()

/** Drag a slider by its keys, as somebody without a mouse. */
export async function pressSlider(page: Page, slider: string, key: string, times: number): Promise<void> {
  await see(page, slider).locator('input').focus()
  for (let i = 0; i < times; i++) await page.keyboard.press(key)
}

/** Look straight down on a position. */
export async function lookAt(page: Page, [lon, lat]: Position, zoom: number): Promise<void> {
  const map = await findMap(page)
  await map.evaluate((map, { center, zoom }) => void map.jumpTo({ center, zoom }), { center: [lon, lat] as [number, number], zoom })
  await settle(page)
}

/** A point of the page that shows the map, where the topmost thing that can be hit is drawn by such a layer and has this id; so also close around it. */
export async function pointOn(page: Page, layer: RegExp, id: string, ring: readonly Position[]): Promise<{ x: number; y: number }> {
  const map = await findMap(page)
  return map.evaluate((map, { source, id, ring, pickable }) => {
    const layers = pickable.filter((each) => map.getLayer(each))
    const { left: leftX, top: topY } = map.getCanvas().getBoundingClientRect()
    const corners = ring.map(([lon, lat]) => map.project([lon, lat]))
    const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)]
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
    const isHit = (x: number, y: number) => {
      const hit = map.queryRenderedFeatures([x, y], { layers })[0]
      return hit !== undefined && new RegExp(source).test(hit.layer.id) && hit.properties.id === id
    }
    for (let row = 1; row < 16; row++) {
      for (let column = 1; column < 16; column++) {
        const [x, y] = [Math.round(left + ((right - left) * column) / 16), Math.round(top + ((bottom - top) * row) / 16)]
        if (document.elementFromPoint(x + leftX, y + topY) !== map.getCanvas()) continue
        if ([[0, 0], [-2, -2], [2, 2], [-2, 2], [2, -2]].every(([dx, dy]) => isHit(x + dx!, y + dy!))) return { x: x + leftX, y: y + topY }
      }
    }
    const seen = map.queryRenderedFeatures([[left, top], [right, bottom]], { layers }).map((hit) => `${hit.layer.id} ${String(hit.properties.id)}`)
    throw new Error(`${id} can be hit nowhere between ${left},${top} and ${right},${bottom}: ${[...new Set(seen)].join(', ')}`)
  }, { source: layer.source, id, ring, pickable: Object.values(PICK_LAYERS).flat() as string[] })
}

/** Words beside the pointer once it rests on a point: a hand is never quite still. */
export async function hover(page: Page, { x, y }: { x: number; y: number }): Promise<string> {
  for (let i = 0; i < 20; i++) {
    await page.mouse.move(x + (i % 2), y)
    await page.waitForTimeout(100 + i * 50)
    const words = await see(page, 'tooltip').allInnerTexts()
    if (words.length > 0) return words[0]!
  }
  return ''
}

/** Follow a download to its end; its text and its name. */
export async function readDownload(page: Page, start: () => Promise<void>): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), start()])
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
  return { name: download.suggestedFilename(), text: Buffer.concat(chunks).toString('utf8') }
}
