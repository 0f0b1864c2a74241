import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { serve } from '@/cli/serve.mjs'
import { startBrowser, type OwnBrowser } from './own-browser'
import { findWork, seenIn } from './work-page'

const ROUNDS = 10
/** Saves take some 5 to 50 ms: the kill comes in the middle of one of them, each time at another moment. */
const killAfterMs = (round: number) => 150 + ((round * 137) % 400)

let server: Awaited<ReturnType<typeof serve>>
let profile: string
let running: OwnBrowser | null = null

beforeEach(async () => {
  server = await serve({ port: 0, dist: process.env.APP_DIST })
  profile = await mkdtemp(join(tmpdir(), 'profile-'))
})
afterEach(async () => {
  await running?.kill()
  await server.stop()
  await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
})

it.runIf(process.platform === 'linux')('has after each kill in mid-save all that was reported as saved', async () => {
  let reported = 0
  for (let round = 0; round <= ROUNDS; round++) {
    running = await startBrowser(profile)
    const { browser, kill } = running
    const page = await browser.contexts()[0]!.newPage()
    const told: number[] = []
    page.on('console', (message) => {
      const count = /^saved (\d+)$/.exec(message.text())?.[1]
      if (count !== undefined) told.push(Number(count))
    })
    await page.goto(`${server.url}#/remote`)
    await findWork(page)
    const { stepKinds, keeping, headSeq } = await seenIn(page)
    const unreadable = await page.evaluate(() => (Reflect.get(window, 'stores') as Map<string, { unreadable: unknown[] }>).get('workspace')!.unreadable.length)
    // What was under way may be there or not; it is never half there.
    expect([keeping, unreadable, stepKinds.length >= reported]).toEqual(['kept', 0, true])
    if (stepKinds.length > 0) expect(headSeq).toBe(stepKinds.length - 1)
    if (round === ROUNDS) break
    // One change after the other, as fast as they are saved; the page tells of each that is reported as saved.
    void page.evaluate(async () => {
      const store = (Reflect.get(window, 'stores') as Map<string, { steps: unknown[]; editRemark(edit: object): Promise<{ kind: string }> }>).get('workspace')!
      for (;;) {
        const answer = await store.editRemark({ communityId: 'C01', reportedOn: 20_024, note: `note ${store.steps.length}` })
        if (answer.kind === 'kept') console.warn(`saved ${store.steps.length}`)
      }
    }).catch(() => {})
    await expect.poll(() => told.length).toBeGreaterThan(0)
    await new Promise((resolve) => setTimeout(resolve, killAfterMs(round)))
    await kill()
    reported = Math.max(reported, ...told)
    await browser.close().catch(() => {})
  }
  expect(reported).toBeGreaterThan(ROUNDS)
}, 240_000)
