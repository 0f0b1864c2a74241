import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EXPECTED } from '../fixtures/bureau/expected'
import { openWithoutMap, rest, textOf } from './import-page'

/** A folder as the surveyors hand it over, dropped as it is. */
let root: string
beforeAll(async () => void (root = await mkdtemp(join(tmpdir(), 'dropped-'))))
afterAll(() => rm(root, { recursive: true, force: true }))

async function put(files: Readonly<Record<string, Uint8Array | string>>): Promise<void> {
  for (const [path, bytes] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), bytes)
  }
}

/** As the file manager of the system hands it over: nothing that a script of the page could make. */
async function drop(page: Page, ...names: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const data = { items: [], files: names.map((name) => join(root, name)), dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await session.send('Input.dispatchDragEvent', { type, x: 200, y: 300, data })
}

describe('a folder that is dropped', () => {
  it('is read with what lies in it: parts of a shapefile go together, those of two folders apart', async () => {
    const parts = unzipSync(EXPECTED.outlines.make())
    for (const place of ['测绘/成果', '测绘/旧']) await put(Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [`${place}/${name}`, bytes])))
    await put({ '测绘/清单.csv': '小区名称,户数\n国槐里,122\n', '测绘/.DS_Store': 'x', '测绘/Thumbs.db': 'x' })
    const { page, close } = await openWithoutMap()
    await drop(page, '测绘')
    await expect.poll(() => page.locator('[data-test=file-row]').count(), { timeout: 30_000 }).toBe(3)
    await rest(page)
    const shown = await page.locator('[data-test=file-row]').allInnerTexts()
    for (const place of ['测绘/成果/', '测绘/旧/', '测绘/清单.csv']) expect(shown.filter((row) => row.includes(place)), place).toHaveLength(1)
    expect(await page.locator('[data-test=file-row] .failure').count()).toBe(0)
    await close()
  })

  it('is refused whole, in one sentence, if it has too much in it or nothing', async () => {
    await put(Object.fromEntries(Array.from({ length: 65 }, (_, i) => [`很多/${i}.csv`, '小区名称,户数\n国槐里,122\n'])))
    await mkdir(join(root, '空的'), { recursive: true })
    const { page, close } = await openWithoutMap()
    await drop(page, '很多')
    await expect.poll(() => textOf(page, 'problem')).toBe('文件夹“很多”超过 64 个文件、256 MB 或 8 层，没有读取。请只拖入要用的文件。')
    await drop(page, '空的')
    await expect.poll(() => textOf(page, 'problem')).toBe('文件夹“空的”里没有文件。')
    expect(await page.locator('[data-test=file-row]').count()).toBe(0)
    await close()
  })
})
