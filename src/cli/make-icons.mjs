// Draws the icons in public/icons from public/favicon.svg. For maintainers: node src/cli/make-icons.mjs
import { mkdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { findBrowser } from './find-browser.mjs'

const PUBLIC = fileURLToPath(new URL('../../public', import.meta.url))
/** A maskable icon may be cut to a circle: no corners, and the sign within the inner four fifths. */
const ICONS = [
  { file: 'icon-192.png', size: 192, maskable: false },
  { file: 'icon-512.png', size: 512, maskable: false },
  { file: 'icon-maskable-512.png', size: 512, maskable: true },
]

const found = findBrowser()
if (!found) throw new Error('No browser found. Set CHROMIUM to the path of one.')
const browser = await chromium.launch({ executablePath: found.path, args: ['--no-sandbox'] })
const svg = readFileSync(`${PUBLIC}/favicon.svg`, 'utf8')
mkdirSync(`${PUBLIC}/icons`, { recursive: true })
for (const { file, size, maskable } of ICONS) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  const drawn = maskable ? svg.replace(/rx="\d+"/, '').replace('viewBox="0 0 64 64"', 'viewBox="-6 -6 76 76" style="background:#0C5F64"') : svg
  await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${drawn}`)
  await page.screenshot({ path: `${PUBLIC}/icons/${file}`, omitBackground: !maskable })
  await page.close()
}
await browser.close()
