import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApp } from './harness'
import { openWithoutMap } from './import-page'
import { type LargeFile, timeReading, waitForShapes, writeLargeFile } from './large-file'
import { longestTasksMs } from './main-thread'
import { waitForMap } from './map-probe'

/** A large file in the clerks' view: how long it takes, and whether the page stays at hand. */
let folder = ''
let large: LargeFile
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'large-'))
  large = await writeLargeFile(folder)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('ten MB of GeoJSON', () => {
  it.each([['without', false], ['with', true]] as const)('are read, judged and shown %s a map, and never hold up the page', async (_, hasMap) => {
    const { page, close } = await (hasMap ? openApp('#/data') : openWithoutMap())
    await page.locator('[data-test=comparison]').waitFor()
    if (hasMap) await waitForMap(page)
    let judgedMs = 0
    const tasksMs = await longestTasksMs(page, async () => {
      judgedMs = await timeReading(page, large)
      if (hasMap) await waitForShapes(page)
    })
    expect(await page.locator('[data-test=file-row]').innerText()).toContain(`${large.featureCount.toLocaleString('en')} 面`)
    console.warn(`10 MB of GeoJSON, ${hasMap ? 'with' : 'without'} a map: judged after ${judgedMs.toFixed(0)} ms, longest tasks of the page ${tasksMs.slice(0, 4).map((ms) => ms.toFixed(0)).join(', ')} ms of processor time`)
    // 3 s on a quiet machine is the goal, which the benchmark measures; here two cores are shared.
    expect(judgedMs).toBeLessThan(15_000)
    expect(tasksMs[0]).toBeLessThan(50)
    await close()
  })
})
