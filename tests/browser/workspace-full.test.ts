import { execFileSync } from 'node:child_process'
import { closeSync, openSync, writeSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { serve } from '@/cli/serve.mjs'
import { startBrowser, type OwnBrowser } from './own-browser'
import { findWork, report, seenIn, work } from './work-page'

/** A browser whose disk is really full: a small file system of its own, and a file that takes all that is left of it. */
const DISK_MB = 40
let server: Awaited<ReturnType<typeof serve>>
let disk: string
let running: OwnBrowser | null = null

/** Null if it may be mounted here, else why not. */
const whyNot = ((): string | null => {
  if (process.platform !== 'linux') return 'only Linux has a tmpfs'
  return process.getuid?.() === 0 && mayMount() ? null : 'mounting is not allowed here'
})()

function mayMount(): boolean {
  try {
    // In a mount namespace of its own: nothing of it is left, whatever happens.
    execFileSync('unshare', ['-m', 'mount', '-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', tmpdir()], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

beforeEach(async () => {
  if (whyNot !== null) return
  server = await serve({ port: 0, dist: process.env.APP_DIST })
  disk = await mkdtemp(join(tmpdir(), 'small-disk-'))
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MB}m`, 'tmpfs', disk])
})
afterEach(async () => {
  if (whyNot !== null) return
  await running?.kill()
  execFileSync('umount', ['-l', disk])
  await rm(disk, { recursive: true, force: true })
  await server.stop()
})

async function open(): Promise<Page> {
  running = await startBrowser(join(disk, 'profile'))
  const page = await running.browser.contexts()[0]!.newPage()
  await page.goto(`${server.url}#/remote`)
  await findWork(page)
  return page
}

/** Take all that is left of the disk. */
function fill(): void {
  const file = openSync(join(disk, 'filler'), 'a')
  try {
    for (let size = 1 << 20; size >= 1; size >>= 2) {
      try {
        for (;;) writeSync(file, Buffer.alloc(size))
      } catch {
        // Full for pieces of this size.
      }
    }
  } finally {
    closeSync(file)
  }
}

/** Report until something is not saved. @returns How many were reported as saved. */
async function reportUntilFull(page: Page): Promise<number> {
  for (let count = 0; count < 300; count++) {
    const answer = await report(page, 0.5, `更正 ${count}`)
    if (answer.kind !== 'kept') {
      expect(answer.kind).toBe('unsaved')
      return count
    }
  }
  throw new Error('The disk was never full')
}

it.skipIf(whyNot !== null)(`says what a full disk does not take, saves it when there is room, and asks for an export${whyNot === null ? '' : ` (${whyNot})`}`, async () => {
  const page = await open()
  expect((await report(page, 0.4)).kind).toBe('kept')
  fill()
  const saved = await reportUntilFull(page)
  await report(page, 0.6)
  const seen = await seenIn(page)
  expect(['full', 'refused', 'blocked']).toContain(seen.keeping)
  // The server's folder, the first report and what was saved on the full disk; then two that are only in the page.
  expect([seen.stepKinds.length, seen.unsavedCount]).toEqual([saved + 4, 2])
  expect(await page.evaluate(() => !globalThis.dispatchEvent(new Event('beforeunload', { cancelable: true })))).toBe(true)

  // Room again: what was not saved is saved when asked. This browser has been seen to clear the whole site when it is
  // started after that, whatever was saved before or since and however it was closed: so the page asks for an export.
  await rm(join(disk, 'filler'))
  await work(page, 'retry')
  await expect.poll(async () => (await seenIn(page)).unsavedCount, { timeout: 30_000 }).toBe(0)
  const after = await seenIn(page)
  expect([after.keeping, after.notice, after.stepKinds.length]).toEqual(['kept', 'wasFull', saved + 4])
}, 180_000)
