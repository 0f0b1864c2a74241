import type { Page } from 'playwright-core'
import { findMap } from './map-probe'

/** Ways to break the map of a page for real, and to see whether it is whole again. */

/** Take its graphics context away; resolves when the map has noticed. `restore` returns when it was, by the clock of the page. */
export async function loseContext(page: Page): Promise<{ restore(): Promise<number> }> {
  const map = await findMap(page)
  const context = await map.evaluateHandle(async (map) => {
    const context = map.getCanvas().getContext('webgl2')!.getExtension('WEBGL_lose_context')!
    const noticed = map.once('webglcontextlost')
    context.loseContext()
    await noticed
    return context
  })
  return { restore: () => context.evaluate((context) => {
    context.restoreContext()
    return performance.now()
  }) }
}

/** Keep hold of all workers that the page starts, from its next load on. */
export async function keepWorkers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const started: [url: string, worker: Worker][] = []
    Reflect.set(window, 'startedWorkers', started)
    window.Worker = class extends Worker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options)
        started.push([String(url), this])
      }
    }
  })
}

/** End the workers of MapLibre without a word, as a system short of memory does. Returns how many there were. */
export function killMapWorkers(page: Page): Promise<number> {
  return page.evaluate(() => {
    const started = Reflect.get(window, 'startedWorkers') as [string, Worker][]
    const of = started.filter(([url]) => /maplibre/.test(url))
    for (const [, worker] of of) worker.terminate()
    return of.length
  })
}

/** All that the map holds: layers with their paint, data of its sources, feature-state of the programme, images. */
export async function dumpMap(page: Page): Promise<Record<string, unknown>> {
  const map = await findMap(page)
  const text = await map.evaluate((map) => {
    const { layers, sources } = map.getStyle()
    const states: Record<string, unknown> = {}
    for (const source of ['programme-communities', 'programme-buildings']) {
      for (const { properties } of map.querySourceFeatures(source)) {
        const id = String(properties.id)
        states[`${source}/${id}`] = map.getFeatureState({ source, id })
      }
    }
    // As text, or −0 and 0 would differ.
    return JSON.stringify({ layers, light: map.getLight(), images: map.listImages().sort(), sources, states })
  })
  return JSON.parse(text) as Record<string, unknown>
}

/**
 * Wait until the communities have these fills; returns when they have, by the clock of the page. The map is looked up
 * each time: where the machine stood still for longer than a context is waited for, there is a new one.
 */
export async function whenFilled(page: Page, fills: ReadonlyMap<string, string>): Promise<number> {
  const endMs = performance.now() + 30_000
  while (performance.now() < endMs) {
    const filledMs = await findMap(page).then((map) => map.evaluate((map, fills) => {
      const isFilled = fills.every(([id, fill]) => {
        const state = map.getSource('programme-communities') && map.getFeatureState({ source: 'programme-communities', id })
        return (state as { fill?: string } | undefined)?.fill === fill
      })
      return isFilled ? performance.now() : null
    }, [...fills])).catch(() => null)
    if (filledMs !== null) return filledMs
    await page.waitForTimeout(20)
  }
  throw new Error('The map does not take the colours of the store')
}
