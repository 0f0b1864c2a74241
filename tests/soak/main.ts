import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium, type Page } from 'playwright-core'
import { findBrowser } from '@/cli/find-browser.mjs'
import { main as geodataMain } from '@/cli/geodata'
import { serve } from '@/cli/serve.mjs'
import { comparePictures } from './compare-pictures'
import { judgeSoak, type Verdict } from './judge-soak'
import { playChanges, playTo } from './play-changes'
import { countContexts, takeSample, type Sample } from './watch-page'

const ARGUMENTS = [
  '--no-sandbox', '--disable-dev-shm-usage', '--hide-scrollbars', '--force-color-profile=srgb',
  '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist',
]
const VIEWPORT = { width: 800, height: 450 }
const SAMPLES = 60
/** New data arrive so often in the run, as they would in some months. */
const REFRESHES = 12
const FIRST_SCENE = 'overview'
/** What shows the time of day and so differs in two pictures of the same scene. */
const CHANGING = '.clock, [data-test=freshness], .dots, .next'

export interface SoakReport {
  verdicts: Verdict[]
  samples: Sample[]
  elapsedMs: number
  uncaughtErrors: string[]
}

/** `npm run soak -- --changes 5760`: a day of scene changes in the built app, as fast as they go. Exit code 1 if a limit is broken. */
export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { changes: { type: 'string', default: '5760' } } })
  const changes = Number(values.changes)
  if (!Number.isInteger(changes) || changes < 20) {
    console.error('--changes must be a whole number of at least 20')
    return 2
  }
  const report = await soak(changes, (line) => console.log(line))
  console.log(tableOf(changes, report))
  for (const error of report.uncaughtErrors) console.log(`error: ${error}`)
  return report.verdicts.every(({ isGood }) => isGood) ? 0 : 1
}

/** Play so many scene changes and measure. */
export async function soak(changes: number, tell: (line: string) => void): Promise<SoakReport> {
  const found = findBrowser()
  if (!found) throw new Error('No browser found. Set CHROMIUM to the path of one.')
  const geodata = await mkdtemp(join(tmpdir(), 'soak-'))
  await cp('geodata', geodata, { recursive: true })
  await shortenRefresh(geodata)
  const server = await serve({ port: 0, geodata, dist: process.env.APP_DIST })
  const browser = await chromium.launch({ executablePath: found.path, args: [...ARGUMENTS, '--js-flags=--expose-gc'] })
  const uncaughtErrors: string[] = []
  const offOrigin: string[] = []
  const samples: Sample[] = []
  const startedAtMs = Date.now()
  try {
    const page = await browser.newPage({ viewport: VIEWPORT, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' })
    page.on('pageerror', (error) => uncaughtErrors.push(error.message))
    page.on('console', (message) => message.type() === 'error' && uncaughtErrors.push(message.text()))
    page.on('request', (request) => {
      if (/^https?:/.test(request.url()) && new URL(request.url()).origin !== new URL(server.url).origin) offOrigin.push(request.url())
    })
    await countContexts(page)
    await page.goto(`${server.url}#/display`)
    await page.waitForSelector('[data-test=wall] [data-map-state=idle]', { timeout: 120_000 })
    const session = await page.context().newCDPSession(page)
    // A name keeps the side it had in the scene before where that is still free (MapLibre's variable anchors), and the very first
    // scene has none before it: so the picture that the last one must equal is taken when the scene comes round in the show.
    const perRound = await countScenes(page)
    await playTo(page, FIRST_SCENE)
    await playChanges(page, perRound)
    await playTo(page, FIRST_SCENE)
    const first = await picture(page)

    // Whole rounds, so that every sample is taken on the same scene: or they would differ by what each shows.
    const rounds = Math.ceil(changes / perRound)
    const roundsPerSample = Math.max(1, Math.floor(rounds / SAMPLES))
    for (let done = 0; done < rounds;) {
      const now = Math.min(roundsPerSample, rounds - done)
      await playChanges(page, now * perRound)
      done += now
      if (Math.floor((done * REFRESHES) / rounds) !== Math.floor(((done - now) * REFRESHES) / rounds)) await renewData(geodata)
      samples.push(await takeSample(page, session, done * perRound))
      if (samples.length % 5 === 0) tell(lineOf(samples.at(-1)!, Date.now() - startedAtMs))
    }
    await playTo(page, FIRST_SCENE)
    const last = await picture(page)
    if (process.env.SOAK_PICTURES) await Promise.all([writeFile(join(process.env.SOAK_PICTURES, 'first.png'), first), writeFile(join(process.env.SOAK_PICTURES, 'last.png'), last)])
    const blank = await browser.newPage()
    const differingShare = await comparePictures(blank, first, last)
    const chartsOnScreen = await page.locator('.chart').count()
    const verdicts = judgeSoak({ samples, chartsOnScreen, uncaughtErrors, offOrigin, differingShare })
    return { verdicts, samples, elapsedMs: Date.now() - startedAtMs, uncaughtErrors }
  } finally {
    await browser.close()
    await server.stop()
    await rm(geodata, { recursive: true, force: true })
  }
}

/** Scenes of a round, counted by their dots. */
function countScenes(page: Page): Promise<number> {
  return page.locator('.dots > span').count()
}

/** Ask for news often, so that the run sees every refresh; and never dim, so that pictures of any hour can be compared. */
async function shortenRefresh(geodata: string): Promise<void> {
  const path = join(geodata, 'tour.json')
  const tour = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>
  await writeFile(path, JSON.stringify({ ...tour, refreshEveryS: 5, night: null }))
  await renewManifest(geodata)
}

/** The same data under another name of their source: a new manifest, so that everything is read and swapped. */
async function renewData(geodata: string): Promise<void> {
  const path = join(geodata, 'manifest.json')
  const manifest = JSON.parse(await readFile(path, 'utf8')) as { attribution: string }
  const isMarked = manifest.attribution.endsWith(' ')
  await writeFile(path, JSON.stringify({ ...manifest, attribution: isMarked ? manifest.attribution.trimEnd() : `${manifest.attribution} ` }))
}

async function renewManifest(geodata: string): Promise<void> {
  await geodataMain(['manifest', geodata], () => {})
}

/** The page as a picture, without what tells the time and in the middle of its drift against burn-in. */
async function picture(page: Page): Promise<Buffer> {
  // Names of the map find their places in several frames.
  await page.waitForTimeout(3000)
  const still = (isStill: boolean) => page.evaluate(({ selector, isStill }) => {
    for (const element of document.querySelectorAll<HTMLElement>(selector)) element.style.visibility = isStill ? 'hidden' : ''
    for (const element of document.querySelectorAll<HTMLElement>('[data-test=wall] :is(header, footer, .left > *, .right > *, .mark, .caption)')) {
      element.style.transform = isStill ? 'none' : ''
    }
  }, { selector: CHANGING, isStill })
  await still(true)
  const taken = await page.screenshot()
  await still(false)
  return taken
}

function lineOf(sample: Sample, elapsedMs: number): string {
  const { change, heapBytes, nodes, listeners, workers, webglContexts, charts } = sample
  return `${String(change).padStart(6)} changes  ${(elapsedMs / 60_000).toFixed(1).padStart(5)} min  heap ${(heapBytes / 1e6).toFixed(2)} MB  `
    + `nodes ${nodes}  listeners ${listeners}  workers ${workers}  contexts ${webglContexts}  charts ${charts}`
}

/** The result as a table in Markdown. */
export function tableOf(changes: number, { verdicts, elapsedMs, samples }: SoakReport): string {
  const rows = verdicts.map(({ name, value, limit, isGood }) => `| ${name} | ${value} | ${limit} | ${isGood ? 'kept' : 'BROKEN'} |`)
  return [
    `${changes} scene changes in ${(elapsedMs / 60_000).toFixed(1)} minutes, ${samples.length} samples, ${REFRESHES} data sets swapped in, `
      + `${VIEWPORT.width} × ${VIEWPORT.height}, software renderer, ${cpus().length} cores`,
    '', '| figure | measured | limit | |', '| --- | --- | --- | --- |', ...rows,
  ].join('\n')
}
