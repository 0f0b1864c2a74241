import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { openApp, type OpenedApp, type OpenOptions } from './harness'

/** What tests do in the clerks' view again and again. */
export interface TestFile {
  name: string
  bytes: Uint8Array | string
}

/** Wait until nothing is being read, judged or saved. */
export const rest = (page: Page, timeout = 30_000) => page.waitForFunction(() => !document.querySelector('[data-test=busy]'), null, { timeout })

/** Bring files in beside those that are there. */
export async function bring(page: Page, ...files: readonly TestFile[]): Promise<void> {
  const before = await page.locator('[data-test=file-row]').count()
  await page.locator('[data-test=file-input]').setInputFiles(files.map(({ name, bytes }) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })))
  await expect.poll(() => page.locator('[data-test=file-row]').count()).toBe(before + files.length)
  await rest(page)
}

/** The view without a map: what becomes of files has nothing to do with how they are drawn, and drawing takes seconds. */
export async function openWithoutMap(path = '#/data', options: OpenOptions = {}): Promise<OpenedApp> {
  const app = await openApp(path, { ...options, withoutWebgl: true })
  const close = async (): Promise<void> => {
    await app.page.waitForSelector('[data-test=map-failure]')
    app.forgive(/WebGL2 is required/)
    await app.close()
  }
  return { ...app, close }
}

export const textOf = async (page: Page, name: string) => (await page.locator(`[data-test=${name}]`).first().innerText()).replace(/\s+/g, ' ').trim()

/** Words on the button that takes an import over: 采用 33 条. */
export const offer = (page: Page) => textOf(page, 'accept')

export async function accept(page: Page): Promise<void> {
  await page.locator('[data-test=accept]:enabled').click()
  await page.locator('[data-test=accepted]').waitFor()
}

/** What a press hands over as a file. */
export async function download(page: Page, button: string): Promise<{ name: string; bytes: Uint8Array }> {
  const [taken] = await Promise.all([page.waitForEvent('download'), page.locator(`[data-test=${button}]`).click()])
  return { name: taken.suggestedFilename(), bytes: new Uint8Array(await readFile(await taken.path())) }
}
