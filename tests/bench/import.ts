import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { findBrowser } from '@/cli/find-browser.mjs'
import { serve } from '@/cli/serve.mjs'
import { type LargeFile, timeReading, waitForShapes, writeLargeFile } from '../browser/large-file'
import { longestTasksMs } from '../browser/main-thread'
import { waitForMap } from '../browser/map-probe'
import { median, type Figure } from './main'

const RUNS = 3

/** Ten MB of GeoJSON brought into the clerks' view of the built app, with the software renderer, at 1280 × 800. */
export async function readImportFigures(): Promise<Figure[]> {
  const found = findBrowser()
  if (!found) throw new Error('No browser found. Set CHROMIUM to the path of one.')
  const folder = mkdtempSync(join(tmpdir(), 'import-'))
  const server = await serve({ port: 0 })
  const browser = await chromium.launch({
    executablePath: found.path,
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist'],
  })
  try {
    const large = await writeLargeFile(folder)
    const runs: Awaited<ReturnType<typeof measureOnce>>[] = []
    for (let run = 0; run < RUNS; run++) runs.push(await measureOnce(browser, server.url, large))
    const of = (key: keyof (typeof runs)[number]): number => median(runs.map((figures) => figures[key]))
    const beside = `${large.featureCount} outlines of 40 corners`
    return [
      { name: '10 MB of GeoJSON, from the choice of the file to its judgement', value: of('judgedMs'), unit: 'ms', limit: 3000, beside },
      { name: '10 MB of GeoJSON, until a software-drawn map shows it all', value: of('shownMs'), unit: 'ms', limit: null },
      { name: '10 MB of GeoJSON, longest task of the page, processor time', value: of('longestTaskMs'), unit: 'ms', limit: 50 },
    ]
  } finally {
    await browser.close()
    await server.stop()
    rmSync(folder, { recursive: true })
  }
}

/** Times without a trace, which takes time itself; then the tasks with one. */
async function measureOnce(browser: Browser, url: string, large: LargeFile) {
  const page = await openClerks(browser, url)
  const startMs = performance.now()
  const judgedMs = await timeReading(page, large)
  await waitForShapes(page)
  const shownMs = performance.now() - startMs
  await page.close()

  const traced = await openClerks(browser, url)
  const [longest] = await longestTasksMs(traced, async () => {
    await timeReading(traced, large)
    await waitForShapes(traced)
  })
  await traced.close()
  return { judgedMs, shownMs, longestTaskMs: longest! }
}

async function openClerks(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' })
  await page.goto(`${url}#/data`)
  await page.locator('[data-test=comparison]').waitFor()
  await waitForMap(page)
  return page
}
