import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { findMap, waitForMap } from './map-probe'

/** A file of ten MB in the clerks' view. */
export interface LargeFile {
  path: string
  featureCount: number
}

export async function writeLargeFile(folder: string): Promise<LargeFile> {
  const [path, features] = [join(folder, '大.geojson'), spacesOf(10)]
  await writeFile(path, `{"type":"FeatureCollection","features":[${features.join(',\n')}]}`)
  return { path, featureCount: features.length }
}

/** Outlines of 40 corners with four attributes, in the fields round the town. */
function spacesOf(megabytes: number): string[] {
  const features: string[] = []
  for (let i = 0, length = 0; length < megabytes * 1024 * 1024; i++) {
    const [x, y] = [119.15 + (i % 100) * 0.001, 36.38 + Math.floor(i / 100) * 0.0005]
    const ring = Array.from({ length: 40 }, (_, k) => [x + Math.cos((k * Math.PI) / 20) * 0.0004, y + Math.sin((k * Math.PI) / 20) * 0.0002].map((value) => value.toFixed(8)))
    const feature = `{"type":"Feature","properties":{"空间名称":"空地${i}","空间类型":"地块","权属":"国有储备","用地面积（㎡）":1200},"geometry":{"type":"Polygon","coordinates":[[${[...ring, ring[0]!].map((at) => `[${at.join(',')}]`).join(',')}]]}}`
    features.push(feature)
    length += Buffer.byteLength(feature) + 1
  }
  return features
}

/** Reads it from the disk and tells how long it took until its judgement stood on the page, ms. */
export async function timeReading(page: Page, { path }: LargeFile): Promise<number> {
  await page.evaluate(() => {
    const times = { begun: 0, judged: 0 }
    Object.assign(window, { times })
    document.querySelector('[data-test=file-input]')!.addEventListener('change', () => (times.begun = performance.now()), { capture: true })
    const look = () => {
      if (times.begun > 0 && document.querySelector('[data-test=finding-counts]') && !document.querySelector('[data-test=busy]')) times.judged = performance.now()
      else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
  await page.locator('[data-test=file-input]').setInputFiles(path)
  await page.waitForFunction(() => (Reflect.get(window, 'times') as { judged: number }).judged > 0, null, { timeout: 60_000 })
  return page.evaluate(() => {
    const { begun, judged } = Reflect.get(window, 'times') as { begun: number; judged: number }
    return judged - begun
  })
}

/** Wait until the map has all shapes and has drawn them. */
export async function waitForShapes(page: Page): Promise<void> {
  const map = await findMap(page)
  const idsOf = () => map.evaluate((map) => new Set(map.querySourceFeatures('preview').map(({ properties }) => properties.id as string)).size)
  // The map shows the town; the fields beyond its edge are not cut into tiles.
  while ((await idsOf()) < 2_000) await page.waitForTimeout(20)
  await waitForMap(page)
}
