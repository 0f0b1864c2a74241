import { execFileSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { copyGeodata, openApp, type OpenedApp, type OpenOptions } from './harness'

/** The wall as tests open and read it. */
export const WALL_TIMEOUT_MS = 60_000

/** A copy of the shipped data whose tour stands still unless a test says otherwise: scenes of ten minutes, no night. */
export async function copyTour(change: Record<string, unknown> = {}): Promise<string> {
  const folder = await copyGeodata()
  const path = join(folder, 'tour.json')
  const tour = JSON.parse(await readFile(path, 'utf8')) as { scenes: object[] }
  const scenes = tour.scenes.map((scene) => ({ ...scene, dwellS: 600 }))
  await writeFile(path, JSON.stringify({ ...tour, scenes, night: null, ...change }))
  makeManifest(folder)
  return folder
}

/** After files of a data folder were changed. */
export function makeManifest(folder: string): void {
  execFileSync(process.execPath, ['src/cli/run.mjs', 'src/cli/geodata.ts', 'manifest', folder])
}

/** Open a wall and wait until its first scene is on. */
export async function openWall(path = '#/display', options: OpenOptions = {}): Promise<OpenedApp> {
  const app = await openApp(path, options)
  await app.page.locator('[data-test=wall]:not([data-scene=""])').waitFor({ timeout: WALL_TIMEOUT_MS })
  return app
}

/** Without a 3D map most of a wall is the same, and many times faster on a machine without a graphics card. */
export const FLAT = { viewport: { width: 1280, height: 720 }, withoutWebgl: true } as const

/** Close a wall that said, as it should, that there is no WebGL. */
export async function closeFlat(app: OpenedApp): Promise<void> {
  if (app.problems.some((problem) => /webgl/i.test(problem))) app.forgive(/webgl/i)
  await app.close()
}

/** What is on, and how. */
export function readWall(page: Page): Promise<{ scene: string; mode: string }> {
  return page.locator('[data-test=wall]').evaluate(({ dataset }: HTMLElement) => ({ scene: dataset.scene ?? '', mode: dataset.mode ?? '' }))
}

/** Time of the day in the time zone of the tests' browser, `03:49`. */
export function clockInShanghai(epochMs: number): string {
  return new Date(epochMs + 8 * 3_600_000).toISOString().slice(11, 16)
}
