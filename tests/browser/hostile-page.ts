import Papa from 'papaparse'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** No script ran, nothing was polluted, no element was made of a name, and nothing is wider than the window. */
export async function expectHarmless(page: Page): Promise<void> {
  expect(await page.evaluate(() => ({
    ran: Reflect.get(window, 'polluted'),
    inherited: [Reflect.get({}, 'polluted'), Reflect.get(Object, 'polluted'), Reflect.get({}, 'fill'), Reflect.get({}, 'state')],
    made: document.querySelectorAll('script:not([src]), iframe, object, embed, img[src="x"], svg[onload], [onerror], a[href^="javascript:" i]').length,
    tooWide: document.documentElement.scrollWidth > innerWidth,
  }))).toEqual({ ran: undefined, inherited: [undefined, undefined, undefined, undefined], made: 0, tooWide: false })
}

/** Cells of a downloaded table that a spreadsheet would take for a formula. */
export function formulasIn(csv: string): string[] {
  const cells = Papa.parse<string[]>(csv.replace(/^\uFEFF/, '')).data.flat()
  return cells.filter((cell) => /^[=+\-@\t\r＝＋－＠]/.test(cell) && !/^-\d+(\.\d+)?$/.test(cell))
}
