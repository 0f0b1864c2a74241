import { mkdtempSync, writeFileSync } from 'node:fs'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { afterAll, expect } from 'vitest'
import { findBrowser } from '@/cli/find-browser.mjs'
import { serve } from '@/cli/serve.mjs'

/** The software renderer, the same on every machine. The sandbox needs rights that containers do not give. */
const ARGUMENTS = [
  '--no-sandbox', '--disable-dev-shm-usage', '--hide-scrollbars', '--force-color-profile=srgb',
  '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist',
]
/** A fontconfig file that hides every font of the machine that has 国; some Chinese fonts do not name their language. */
const WITHOUT_CHINESE_FONTS = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <selectfont><rejectfont><pattern><patelt name="charset"><charset><int>0x56fd</int></charset></patelt></pattern></rejectfont></selectfont>
</fontconfig>`

export interface OpenOptions {
  /** CSS pixels; 1280 × 720 if left out. */
  viewport?: { width: number; height: number }
  locale?: 'zh-CN' | 'en-GB'
  colorScheme?: 'light' | 'dark'
  /** Data folder to serve; the shipped one if left out. See `copyGeodata`. */
  geodata?: string
  /** Address of a server that the test runs itself, ending in `/`. */
  serverUrl?: string
  /** Linux only: as on a machine without any Chinese font. */
  withoutChineseFonts?: boolean
  /** As in a browser without WebGL2. */
  withoutWebgl?: boolean
  touch?: boolean
  /** Give the page a clock of its own that begins here; a test moves it by `page.clock`. */
  clockAt?: Date
}

export interface OpenedApp {
  page: Page
  /** Address of the app, ending in `/`. */
  url: string
  /** What went wrong since opening: console errors, uncaught errors, policy violations, requests off origin. */
  problems: string[]
  /** Take the problems that a test caused on purpose off the list; fails if there is none of that kind. */
  forgive(kind: RegExp): void
  /** Close the page; fails if a problem is left. */
  close(): Promise<void>
}

type Server = Awaited<ReturnType<typeof serve>>
const browsers = new Map<boolean, Promise<Browser>>()
const servers = new Map<string | undefined, Promise<Server>>()
const folders: string[] = []

afterAll(async () => {
  for (const browser of browsers.values()) await (await browser).close()
  for (const server of servers.values()) await (await server).stop()
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
  browsers.clear()
  servers.clear()
})

/** A copy of the shipped data that a test may alter; it is removed after the tests of the file. */
export async function copyGeodata(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'geodata-'))
  folders.push(folder)
  await cp('geodata', folder, { recursive: true })
  return folder
}

/**
 * Open the built app in a real browser, with the headers it is served with.
 * @param path Address inside the app, for example `#/progress?date=2024-08-26`.
 */
export async function openApp(path = '', options: OpenOptions = {}): Promise<OpenedApp> {
  const { viewport = { width: 1280, height: 720 }, locale = 'zh-CN', colorScheme = 'light', touch = false } = options
  const url = options.serverUrl ?? (await startServer(options.geodata)).url
  const browser = await startBrowser(options.withoutChineseFonts ?? false)
  const context = await browser.newContext({
    baseURL: url, viewport, locale, colorScheme, hasTouch: touch, isMobile: touch, timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce',
  })
  const problems = await watch(context, new URL(url).origin)
  const page = await context.newPage()
  if (options.withoutWebgl) {
    await page.addInitScript(() => {
      const getContext = HTMLCanvasElement.prototype.getContext
      const without = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
        return kind.startsWith('webgl') ? null : Reflect.apply(getContext, this, [kind, ...rest])
      }
      Object.assign(HTMLCanvasElement.prototype, { getContext: without })
    })
  }
  if (options.clockAt) await page.clock.install({ time: options.clockAt })
  await page.goto(path)
  return {
    page,
    url,
    problems,
    forgive(kind) {
      const left = problems.filter((problem) => !kind.test(problem))
      expect(left.length, `no problem of the kind ${kind} in ${JSON.stringify(problems)}`).toBeLessThan(problems.length)
      problems.splice(0, problems.length, ...left)
    },
    async close() {
      await context.close()
      expect(problems).toEqual([])
    },
  }
}

/** Starts a list of all that goes wrong in the windows and workers of a context; it fills while the context lives. */
async function watch(context: BrowserContext, origin: string): Promise<string[]> {
  const problems: string[] = []
  context.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()} (${message.location().url})`)
  })
  context.on('weberror', (error) => problems.push(`uncaught: ${error.error().message}`)) // of a worker too
  context.on('request', (request) => {
    const address = new URL(request.url())
    if (/^(https?|wss?):$/.test(address.protocol) && address.origin !== origin) problems.push(`off origin: ${request.url()}`)
  })
  context.on('page', (page) => {
    page.on('crash', () => problems.push('the page crashed'))
    watchWorkers(page, problems).catch(() => {}) // a window that was closed at once
  })
  await context.exposeFunction('reportViolation', (text: string) => problems.push(`policy: ${text}`))
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      const report: unknown = Reflect.get(window, 'reportViolation')
      if (typeof report === 'function') report(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`)
    })
  })
  return problems
}

/** What a policy forbade in a worker is told neither to the window nor as a message of the console, only to the log of the browser. */
async function watchWorkers(page: Page, problems: string[]): Promise<void> {
  const log = await page.context().newCDPSession(page)
  log.on('Log.entryAdded', ({ entry }) => {
    const isPolicy = /Content Security Policy|requires 'Trusted/.test(entry.text)
    if (entry.source === 'worker' && isPolicy) problems.push(`policy: in a worker: ${entry.text}`)
  })
  await log.send('Log.enable')
}

/** `APP_DIST` names another folder with a built app, so that one can be tested while `dist` is being built. */
function startServer(geodata: string | undefined): Promise<Server> {
  const server = servers.get(geodata) ?? serve({ port: 0, geodata, dist: process.env.APP_DIST })
  servers.set(geodata, server)
  return server
}

function startBrowser(withoutChineseFonts: boolean): Promise<Browser> {
  const browser = browsers.get(withoutChineseFonts) ?? launch(withoutChineseFonts)
  browsers.set(withoutChineseFonts, browser)
  return browser
}

function launch(withoutChineseFonts: boolean): Promise<Browser> {
  const found = findBrowser()
  if (!found) throw new Error('No browser found. Set CHROMIUM to the path of one.')
  const env: Record<string, string> = {}
  for (const [name, value] of Object.entries(process.env)) if (value !== undefined) env[name] = value
  if (withoutChineseFonts) {
    const folder = mkdtempSync(join(tmpdir(), 'fonts-'))
    folders.push(folder)
    writeFileSync(join(folder, 'fonts.conf'), WITHOUT_CHINESE_FONTS)
    env.FONTCONFIG_FILE = join(folder, 'fonts.conf')
  }
  return chromium.launch({ executablePath: found.path, args: ARGUMENTS, env })
}
