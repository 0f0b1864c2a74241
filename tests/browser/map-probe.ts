import type { Map as MapLibreMap } from 'maplibre-gl'
import type { JSHandle, Page } from 'playwright-core'

/**
 * Asks the map of the running app what it draws.
 *
 * The product has no hook for tests: the map is found as a browser extension would find it, by walking Vue's tree
 * from the root element to the component that provides the map to its layers.
 */

/** Drawing the first map takes this long at worst, with two busy cores. */
export const MAP_TIMEOUT_MS = 45_000

/** A shape of the programme as the map holds it. */
export interface DrawnShape {
  id: string
  /** Colour in its feature-state; null if it has none. */
  fill: string | null
  /** Whether it is on the screen, at least in part. */
  isOnScreen: boolean
}

/** Part of Vue's tree, as far as it is walked here. */
interface TreeNode {
  component?: { provides: Record<symbol, unknown>; subTree: TreeNode } | null
  children?: unknown
  suspense?: { activeBranch?: TreeNode } | null
}

/** Wait until the map has drawn all it has. */
export async function waitForMap(page: Page): Promise<void> {
  await page.waitForSelector('[data-map-state=idle]', { state: 'attached', timeout: MAP_TIMEOUT_MS })
}

/** Wait until what was just changed is painted: two frames for the page to pass it on, then for the map to rest. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((fulfil) => requestAnimationFrame(() => requestAnimationFrame(fulfil))))
  await waitForMap(page)
}

/** The map instance. Look it up again after a lost context: the app may have opened a new one. */
export async function findMap(page: Page): Promise<JSHandle<MapLibreMap>> {
  return page.evaluateHandle(() => {
    const root = Reflect.get(document.querySelector('#app')!, '_vnode') as TreeNode
    const queue: TreeNode[] = [root]
    for (let node = queue.shift(); node; node = queue.shift()) {
      const provides = node.component?.provides ?? {}
      const key = Object.getOwnPropertySymbols(provides).find(({ description }) => description === 'map')
      const map = key && (provides[key] as { value: MapLibreMap | null }).value
      if (map) return map
      if (node.component) queue.push(node.component.subTree)
      if (Array.isArray(node.children)) queue.push(...(node.children as unknown[]).filter((child): child is TreeNode => child !== null && typeof child === 'object'))
    }
    throw new Error('No component of the page provides an open map')
  })
}

/** Communities or buildings of the programme that the map holds, by id. */
export async function drawnShapes(page: Page, kind: 'communities' | 'buildings'): Promise<DrawnShape[]> {
  const map = await findMap(page)
  return map.evaluate((map, { source, layers }) => {
    const idsOf = (features: { properties: Record<string, unknown> }[]) => new Set(features.map(({ properties }) => String(properties.id)))
    const onScreen = idsOf(map.queryRenderedFeatures({ layers: layers.filter((id) => map.getLayer(id)) }))
    return [...idsOf(map.querySourceFeatures(source))].sort().map((id) => {
      const fill: unknown = map.getFeatureState({ source, id }).fill
      return { id, fill: typeof fill === 'string' ? fill : null, isOnScreen: onScreen.has(id) }
    })
  }, kind === 'communities'
    ? { source: 'programme-communities', layers: ['programme-area'] }
    : { source: 'programme-buildings', layers: ['programme-volume', 'programme-flat'] })
}

/** Colour in the feature-state of every community or building, by id. */
export async function fillsOf(page: Page, kind: 'communities' | 'buildings'): Promise<Map<string, string>> {
  const shapes = await drawnShapes(page, kind)
  return new Map(shapes.flatMap(({ id, fill }) => (fill === null ? [] : [[id, fill] as const])))
}

/** Features on the screen that are drawn by layers with such an id. */
export async function renderedCount(page: Page, layer: RegExp): Promise<number> {
  const map = await findMap(page)
  return map.evaluate((map, source) => {
    const pattern = new RegExp(source)
    const layers = map.getStyle().layers.map(({ id }) => id).filter((id) => pattern.test(id))
    return layers.length === 0 ? 0 : map.queryRenderedFeatures({ layers }).length
  }, layer.source)
}

/** Where the map looks, rounded as in a link. */
export async function lookOf(page: Page) {
  const map = await findMap(page)
  return map.evaluate((map) => {
    const { lng, lat } = map.getCenter()
    const round = (value: number, digits: number) => Number(value.toFixed(digits))
    return {
      lon: round(lng, 4), lat: round(lat, 4), zoom: round(map.getZoom(), 1),
      pitch: Math.round(map.getPitch()), bearing: Math.round(map.getBearing()),
    }
  })
}

/** A point of the page where the map shows nothing that can be clicked, and no card lies over it. */
export async function emptyPoint(page: Page): Promise<{ x: number; y: number }> {
  const map = await findMap(page)
  return map.evaluate((map) => {
    const canvas = map.getCanvas()
    const layers = map.getStyle().layers.map(({ id }) => id).filter((id) => /^(programme|spare|facility)-/.test(id))
    for (let y = 80; y < canvas.clientHeight - 40; y += 24) {
      for (let x = 40; x < canvas.clientWidth - 40; x += 24) {
        const near: [[number, number], [number, number]] = [[x - 12, y - 12], [x + 12, y + 12]]
        if (document.elementFromPoint(x, y) === canvas && map.queryRenderedFeatures(near, { layers }).length === 0) return { x, y }
      }
    }
    throw new Error('Every point of the map shows something or is covered')
  })
}

/** Where a position appears, px from the upper left corner of the page. */
export async function screenPoint(page: Page, position: readonly [lon: number, lat: number]): Promise<{ x: number; y: number }> {
  const map = await findMap(page)
  return map.evaluate((map, [lon, lat]) => {
    const { x, y } = map.project([lon, lat])
    const { left, top } = map.getCanvas().getBoundingClientRect()
    return { x: x + left, y: y + top }
  }, position)
}
