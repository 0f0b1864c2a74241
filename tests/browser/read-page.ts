import type { Page } from 'playwright-core'

/** What a person reads from the cards of the leaders' view. */

/** The card with the one number. */
export async function readHeadline(page: Page) {
  const card = page.locator('[data-test=headline]')
  const first = async (selector: string) => (await card.locator(selector).first().innerText()).replace(/\s+/g, ' ').trim()
  const planned = /\d+%/.exec(await first('.foot span'))?.[0] ?? null
  return { asOf: await first('.card-head span'), actual: await first('[data-test=headline-share]'), planned, behind: await first('.beside p') }
}

/** Communities with each lamp: normal, warning, late. */
export async function readLamps(page: Page): Promise<number[]> {
  const counts = await Promise.all(['normal', 'warning', 'late'].map((lamp) => page.locator(`[data-test=lamp-${lamp}] .num`).innerText()))
  return counts.map(Number)
}

/** Rows of the open table, keyed by the words of their column heads. */
export function readTable(page: Page): Promise<Record<string, string>[]> {
  return page.locator('.data-table').evaluate((table) => {
    const textOf = (cell: Element) => (cell.textContent ?? '').replace(/[▲▼]/g, '').trim()
    const heads = [...table.querySelectorAll('thead th')].map(textOf)
    return [...table.querySelectorAll('tbody tr')].map((row) => (
      Object.fromEntries([...row.children].map((cell, i) => [heads[i]!, textOf(cell)]))
    ))
  })
}
