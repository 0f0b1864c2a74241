import { chromium, type Browser, type Page } from 'playwright-core'
import { findBrowser } from '@/cli/find-browser.mjs'
import { serve } from '@/cli/serve.mjs'
import { median, type Figure } from './main'

const RUNS = 5
const DAY_STEPS = 60

/** The built app in a real browser with the software renderer, at 1280 × 800. */
export async function readBrowserFigures(): Promise<Figure[]> {
  const found = findBrowser()
  if (!found) throw new Error('No browser found. Set CHROMIUM to the path of one.')
  const server = await serve({ port: 0 })
  const browser = await chromium.launch({
    executablePath: found.path,
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist'],
  })
  try {
    const opened: Awaited<ReturnType<typeof measurePage>>[] = []
    for (let run = 0; run < RUNS; run++) {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' })
      opened.push(await measurePage(page, server.url))
      await page.close()
    }
    const withoutMap = await measureWithoutMap(browser, server.url)
    const of = (key: keyof (typeof opened)[number]): number => median(opened.map((figures) => figures[key]))
    return [
      { name: 'first figures on screen', value: of('firstFiguresMs'), unit: 'ms', limit: null },
      { name: 'first map idle', value: of('firstIdleMs'), unit: 'ms', limit: 4000 },
      { name: 'town complete, map idle for good', value: of('completeMs'), unit: 'ms', limit: 4000 },
      { name: 'script of a day step: figures, panels, map paint', value: of('dayStepMs'), unit: 'ms', limit: 16 },
      // A software renderer blocks the page while it draws a frame of the map: this is not script.
      { name: 'longest task moving the date, software-drawn map', value: of('longestTaskMs'), unit: 'ms', limit: null },
      { name: 'longest task moving the date, without the map', value: withoutMap.longestTaskMs, unit: 'ms', limit: 50 },
    ]
  } finally {
    await browser.close()
    await server.stop()
  }
}

async function measurePage(page: Page, url: string) {
  await watchLongTasks(page)
  // Opening the map blocks the page just after: ask the page itself when the figures were painted.
  await page.addInitScript(() => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector('[data-test=headline]')) return
      observer.disconnect()
      requestAnimationFrame(() => Reflect.set(window, 'firstFiguresMs', performance.now()))
    })
    observer.observe(document, { childList: true, subtree: true })
  })
  await page.addInitScript(() => {
    // By the page's own clock: a busy page answers questions from outside late. The first and the last rest count.
    new MutationObserver((changes) => {
      if (changes.some(({ target }) => (target as Element).getAttribute('data-map-state') === 'idle')) {
        Reflect.set(window, 'lastIdleMs', performance.now())
        if (!Reflect.has(window, 'firstIdleMs')) Reflect.set(window, 'firstIdleMs', performance.now())
      }
    }).observe(document, { attributes: true, subtree: true, attributeFilter: ['data-map-state'] })
  })
  await page.goto(`${url}#/progress`)
  await page.waitForSelector('[data-map-state=idle]', { timeout: 60_000 })
  const firstIdleMs = await page.evaluate(() => Reflect.get(window, 'firstIdleMs') as number)
  await page.waitForTimeout(3000)
  const completeMs = await page.evaluate(() => Reflect.get(window, 'lastIdleMs') as number)
  const firstFiguresMs = await page.evaluate(() => Reflect.get(window, 'firstFiguresMs') as number)
  return { firstFiguresMs, firstIdleMs, completeMs, ...(await moveDate(page)) }
}

/** The same page in a browser without WebGL2: panels and table only. */
async function measureWithoutMap(browser: Browser, url: string) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' })
  await watchLongTasks(page)
  await page.addInitScript(() => Object.assign(HTMLCanvasElement.prototype, {
    getContext: new Proxy(HTMLCanvasElement.prototype.getContext, {
      apply: (target, self: HTMLCanvasElement, args: [string]) => (args[0].startsWith('webgl') ? null : Reflect.apply(target, self, args)),
    }),
  }))
  await page.goto(`${url}#/progress`)
  await page.waitForSelector('[data-test=table-panel]')
  const moved = await moveDate(page)
  await page.close()
  return moved
}

/** Move the date back day by day, a step per frame. Times are of the page's own thread. */
async function moveDate(page: Page): Promise<{ longestTaskMs: number; dayStepMs: number }> {
  // Whatever loads after the first picture (charts, the rest of the town) belongs to loading.
  await page.waitForTimeout(3000)
  const moved = await page.evaluate(async (steps) => {
    const from = performance.now()
    const slider = document.querySelector<HTMLInputElement>('[data-test=date-slider]')!
    const busy: number[] = []
    for (let step = 0; step < steps; step++) {
      const start = performance.now()
      slider.value = String(Number(slider.value) - 1)
      slider.dispatchEvent(new Event('input', { bubbles: true }))
      for (let turn = 0; turn < 4; turn++) await Promise.resolve() // Vue has flushed: figures, panels and feature-state are set.
      busy.push(performance.now() - start)
      await new Promise((resolve) => requestAnimationFrame(resolve))
    }
    const longTasks = (Reflect.get(window, 'longTasks') as { start: number; ms: number }[]).filter(({ start }) => start >= from)
    return { busy, longestTaskMs: Math.max(0, ...longTasks.map(({ ms }) => ms)) }
  }, DAY_STEPS)
  return { longestTaskMs: moved.longestTaskMs, dayStepMs: median(moved.busy) }
}

async function watchLongTasks(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const longTasks: { start: number; ms: number }[] = []
    Reflect.set(window, 'longTasks', longTasks)
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) longTasks.push({ start: entry.startTime, ms: entry.duration })
    }).observe({ type: 'longtask', buffered: true })
  })
}
