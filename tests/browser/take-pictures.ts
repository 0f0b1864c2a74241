import { mkdir } from 'node:fs/promises'
import { chromium } from 'playwright-core'
import { findBrowser } from '@/cli/find-browser.mjs'
import { serve } from '@/cli/serve.mjs'
import { EXPECTED } from '../fixtures/bureau/expected'

const FOLDER = 'tests/browser/pictures'
const VIEW = '#/progress?date=2024-08-26'
const LAND = '#/land?radius=500'

interface Picture {
  name: string
  width: number
  height: number
  path: string
  colorScheme: 'light' | 'dark'
  /** Files to drop before. */
  files?: readonly { name: string; make: () => Uint8Array }[]
}

/** The pictures of the README: name, size, address, theme. */
const PICTURES = [
  { name: 'progress-light', width: 1600, height: 1000, path: VIEW, colorScheme: 'light' },
  { name: 'lamps-dark', width: 1280, height: 720, path: `${VIEW}&colour=lamp`, colorScheme: 'dark' },
  { name: 'community', width: 1280, height: 720, path: `${VIEW}&community=C02&camera=119.2068,36.4198,15.90,52,-14`, colorScheme: 'light' },
  { name: 'land-light', width: 1600, height: 1000, path: `${LAND}&site=S038%2BS039&camera=119.2122,36.4318,15.0,0,0`, colorScheme: 'light' },
  { name: 'land-dark', width: 1280, height: 720, path: LAND, colorScheme: 'dark' },
  { name: 'data-light', width: 1600, height: 1000, path: '#/data', colorScheme: 'light', files: [EXPECTED.outlines, EXPECTED.buildingsWithoutOne, EXPECTED.ledgerWorkbook] },
  { name: 'data-edit', width: 1280, height: 720, path: '#/data?community=C07', colorScheme: 'light' },
  { name: 'wall', width: 1920, height: 1080, path: '#/display?scene=overview&hold=1&still=1', colorScheme: 'dark' },
  { name: 'wall-showcase', width: 1920, height: 1080, path: '#/display?scene=showcase-C07&hold=1&still=1', colorScheme: 'dark' },
  { name: 'wall-standing', width: 1080, height: 1920, path: '#/display?scene=district-xingan&hold=1&still=1', colorScheme: 'dark' },
  { name: 'phone', width: 390, height: 844, path: VIEW, colorScheme: 'light' },
] as const satisfies readonly Picture[]

/** `npm run pictures [-- data]`: take the pictures of the README from the built app, or those whose name begins so. */
export async function main([beginning = '']: readonly string[] = []): Promise<number> {
  const found = findBrowser()
  if (!found) throw new Error('No browser found. Set CHROMIUM to the path of one.')
  await mkdir(FOLDER, { recursive: true })
  const server = await serve({ port: 0 })
  const browser = await chromium.launch({ executablePath: found.path, args: ['--no-sandbox', '--disable-dev-shm-usage', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist'] })
  for (const { name, width, height, path, colorScheme, files = [] } of (PICTURES as readonly Picture[]).filter((picture) => picture.name.startsWith(beginning))) {
    const isPhone = width < 760
    const page = await browser.newPage({ viewport: { width, height }, locale: 'zh-CN', colorScheme, hasTouch: isPhone, isMobile: isPhone })
    await page.goto(`${server.url}${path}`)
    await page.waitForSelector('[data-map-state=idle]', { timeout: 90_000 })
    if (files.length > 0) {
      await page.locator('[data-test=file-input]').setInputFiles(files.map((file) => ({ name: file.name, mimeType: 'application/octet-stream', buffer: Buffer.from(file.make()) })))
      await page.locator('[data-test=file-row]').nth(files.length - 1).waitFor()
    }
    await page.waitForTimeout(3000)
    await page.screenshot({ path: `${FOLDER}/${name}.jpg`, type: 'jpeg', quality: 86 })
    await page.close()
  }
  await browser.close()
  await server.stop()
  return 0
}
