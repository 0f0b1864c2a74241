import { execFileSync } from 'node:child_process'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FeatureCollection, Polygon } from 'geojson'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { LandNote } from '@/domain/land'
import { landZh } from '@/i18n/land-zh'
import { answerOf } from './expected-land'
import { copyGeodata, openApp, type OpenedApp } from './harness'
import { choose, expectAnswer, pressSlider, readCandidates, see, waitForAnswer } from './land-page'

/** A folder that its owner changed, with the manifest renewed by the command of the project. */
async function folderWith(change: (folder: string) => Promise<void>): Promise<string> {
  const folder = await copyGeodata()
  await change(folder)
  execFileSync(process.execPath, ['src/cli/run.mjs', 'src/cli/geodata.ts', 'manifest', folder])
  return folder
}
const without = (...files: string[]) => folderWith(async (folder) => {
  for (const file of files) await rm(join(folder, file))
})

async function openLand(geodata: string): Promise<OpenedApp> {
  const app = await openApp('#/land', { geodata })
  await waitForAnswer(app.page)
  return app
}
/** Every note about the answer, opened. */
async function readNotes(page: Page): Promise<string> {
  const notes = see(page, 'land-notes')
  await notes.waitFor()
  if (await notes.locator('ul').count() === 0) await notes.getByRole('button').first().click()
  return notes.innerText()
}
const noteOf = (code: LandNote['code'], n = ''): string => landZh.note[code](n)

describe('a folder', () => {
  it('without roads is measured in a straight line, and says so', async () => {
    const geodata = await without('roads.geojson')
    const { page, close } = await openLand(geodata)
    const answer = answerOf({ folder: geodata })
    expect(answer.mode).toBe('line')
    await expectAnswer(page, answer)
    expect(await see(page, 'line-note').innerText()).toBe(landZh.demand.noRoads)
    expect(await readNotes(page)).toContain(noteOf('no-roads'))
    await see(page, 'candidates').locator('[data-row]').first().click()
    expect(await see(page, 'site-card').innerText()).toContain(`直线 ${answer.question.radiusM} m`)
    expect(await see(page, 'site-card').innerText()).not.toContain('步行')
    await close()
  })

  it('without residents around counts those of the programme only', async () => {
    const geodata = await without('residences.geojson')
    const { page, close } = await openLand(geodata)
    const answer = answerOf({ folder: geodata })
    expect(answer.before.people).toBeLessThan(answerOf().before.people)
    await expectAnswer(page, answer)
    await close()
  })

  it('without spaces has nothing to rank, and says why', async () => {
    const geodata = await without('spare-spaces.geojson')
    const { page, close } = await openLand(geodata)
    expect(await see(page, 'counts').innerText()).toBe(landZh.list.count('0', '0'))
    expect(await see(page, 'answer-list').innerText()).toContain(landZh.list.noCandidates)
    expect(await see(page, 'coverage').innerText()).toContain(landZh.problem['no-sites'])
    expect(await readNotes(page)).toContain(noteOf('no-spaces'))
    await close()
  })

  it('without rules is judged by the built-in ones, and says so', async () => {
    const geodata = await without('land-rules.json')
    const { page, close } = await openLand(geodata)
    await expectAnswer(page, answerOf({ folder: geodata }))
    expect(await readNotes(page)).toContain(noteOf('rules-built-in'))
    await close()
  })

  it('without hazards puts nothing out for them', async () => {
    const geodata = await without('hazards.geojson')
    const { page, close } = await openLand(geodata)
    const answer = answerOf({ folder: geodata })
    expect(answer.exclusions.some(({ findings }) => findings.some(({ ruleId, isHard }) => ruleId === 'hazard' && isHard))).toBe(false)
    await expect.poll(() => see(page, 'counts').innerText()).toContain(`→ ${answer.sites.length} `)
    await expectAnswer(page, answer)
    await close()
  })

  it('with a ring that crosses itself names it, and counts without it', async () => {
    const geodata = await folderWith(async (folder) => {
      const path = join(folder, 'spare-spaces.geojson')
      const collection = JSON.parse(await readFile(path, 'utf8')) as FeatureCollection<Polygon>
      const ring = collection.features.find(({ properties }) => properties?.id === 'S069')!.geometry.coordinates[0]!
      ;[ring[1], ring[2]] = [ring[2]!, ring[1]!]
      await writeFile(path, JSON.stringify(collection))
    })
    const { page, close } = await openLand(geodata)
    const answer = answerOf({ folder: geodata })
    expect(answer.sites.some(({ partIds }) => partIds.includes('S069'))).toBe(false)
    await expectAnswer(page, answer)
    expect(await readNotes(page)).toContain(noteOf('invalid-space', '1'))
    await see(page, 'answer-list').getByRole('radio', { name: landZh.list.excluded }).click()
    await page.locator('[data-row="S069"]').click()
    expect(await see(page, 'exclusion-card').innerText()).toContain(landZh.finding.invalid)
    await close()
  })

  it('without a plan says in a sentence that nothing can be counted', async () => {
    const geodata = await copyGeodata()
    await rm(join(geodata, 'plan.json'))
    const app = await openApp('#/land', { geodata })
    await see(app.page, 'land-failure').waitFor()
    expect(await see(app.page, 'land-failure').innerText()).toContain(landZh.status.noData)
    expect(await readCandidates(app.page)).toEqual([])
    await app.close()
  })
})

describe('a link', () => {
  it('with numbers that make no sense asks what is asked by default', async () => {
    const { page, close } = await openApp('#/land?type=castle&radius=-5&k=0&gap=999&area=abc&criteria=0,0,0&in=S999&drawn=parcel:1,2&site=nowhere&rules=x:y&camera=1,2,3')
    await waitForAnswer(page)
    await expectAnswer(page, answerOf({ question: { mustInclude: ['S999'] } }))
    expect(await readNotes(page)).toContain(noteOf('unknown-site', '1'))
    expect(await see(page, 'site-card').count()).toBe(0)
    await close()
  })

  it('with all weights 0 has no score, and says so', async () => {
    const { criteria } = answerOf().question
    const zero = Object.values(criteria).map(({ worst, best }) => `0,${worst},${best}`).join('~')
    const { page, close } = await openApp(`#/land?criteria=${zero}`, { viewport: { width: 1440, height: 960 } })
    await waitForAnswer(page)
    expect(await readNotes(page)).toContain(noteOf('weights-zero'))
    expect(await see(page, 'weights').innerText()).toContain(landZh.weights.zero)
    expect(await readCandidates(page)).toEqual([])
    await close()
  })

  it('for more sites than there are chooses all, and says so', async () => {
    const { page, close } = await openApp('#/land?k=40')
    await waitForAnswer(page)
    const answer = answerOf({ question: { siteCount: 40 } })
    await expectAnswer(page, answer)
    expect(await readNotes(page)).toContain(noteOf('sites-fewer', String(answer.sites.length)))
    expect(await see(page, 'problem').innerText()).toContain(landZh.problem['fewer-sites-than-asked'])
    await close()
  })
})

describe('the thread that finds land', () => {
  const WORKER = /land\.worker/
  /** Throw in it, as a fault of the program would. */
  async function kill(page: Page): Promise<void> {
    const threads = await Promise.all(page.workers().map(async (thread) => ({ thread, isLand: WORKER.test(thread.url()) })))
    for (const { thread } of threads.filter(({ isLand }) => isLand)) await thread.evaluate(() => void setTimeout(() => { throw new Error('killed by the test') }, 0))
  }

  it('is replaced when it breaks, and the next question is answered', async () => {
    const app = await openApp('#/land')
    await waitForAnswer(app.page)
    await expect.poll(() => see(app.page, 'proof').innerText()).toContain('已证明')
    await kill(app.page)
    await pressSlider(app.page, 'radius', 'ArrowRight', 5)
    await expectAnswer(app.page, answerOf({ question: { radiusM: answerOf().question.radiusM + 50 } }))
    expect(await see(app.page, 'land-failure').count()).toBe(0)
    app.forgive(/killed by the test/)
    await app.close()
  })

  it('that cannot start again leaves the last good answer, marked, and recovers when asked', async () => {
    const app = await openApp('#/land')
    const { page } = app
    await waitForAnswer(page)
    await expect.poll(() => see(page, 'proof').innerText()).toContain('已证明')
    await page.route(WORKER, (route) => route.abort())
    await kill(page)
    await choose(page, 'mode', landZh.demand.line)
    const failure = see(page, 'land-failure')
    await failure.waitFor()
    expect(await failure.innerText()).toContain(landZh.status.worker)
    expect(await failure.innerText()).toContain(landZh.status.kept)
    await expectAnswer(page, answerOf())
    await page.unroute(WORKER)
    await see(page, 'land-retry').click()
    await expectAnswer(page, answerOf({ question: { mode: 'line' } }))
    expect(await failure.count()).toBe(0)
    app.forgive(/killed by the test|ERR_FAILED|land\.worker/)
    await app.close()
  })

  it('that never starts is named in a sentence, and asked again', async () => {
    const app = await openApp('about:blank')
    await app.page.route(WORKER, (route) => route.abort())
    await app.page.goto('#/land')
    await see(app.page, 'land-failure').waitFor({ timeout: 60_000 })
    expect(await see(app.page, 'land-failure').innerText()).not.toContain(landZh.status.kept)
    await app.page.unroute(WORKER)
    await see(app.page, 'land-retry').click()
    await expectAnswer(app.page, answerOf())
    await app.close()
  })
})
