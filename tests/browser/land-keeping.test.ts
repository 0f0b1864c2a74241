import { createPinia, setActivePinia } from 'pinia'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { writeCoverageCsv } from '@/data/write-coverage'
import { writeSites } from '@/data/write-sites'
import type { SpareSpace } from '@/domain/place'
import { landScenarioZh } from '@/i18n/land-scenario-zh'
import { landZh } from '@/i18n/land-zh'
import { useDrawnSpacesStore } from '@/stores/drawn-spaces'
import { fromLandQuery } from '@/stores/land-address'
import { formatCount, formatPercent } from '@/ui/format'
import { answerOf, coverageOf, inputOf, nameOf } from './expected-land'
import { openApp, type OpenedApp } from './harness'
import { choose, expectAnswer, lookAt, pressSlider, readCandidates, readCoverage, readDownload, see, waitForAnswer } from './land-page'
import { lookOf, renderedCount, settle, waitForMap } from './map-probe'

const VIEWPORT = { width: 1440, height: 960 }
const INPUT = inputOf('geodata')
const STANDARD = answerOf()
const DISCLAIMER = '辅助分析，不作为规划许可依据'
/** Where nothing stands and no card lies over the map when this is looked at. */
const FREE_GROUND = [119.1935, 36.4345] as const

let app: OpenedApp
beforeAll(async () => {
  app = await openApp('#/land', { viewport: VIEWPORT })
  await waitForAnswer(app.page)
  await waitForMap(app.page)
})
afterAll(() => app.close())

/** The spaces that the address line carries, as the page takes them up. */
function drawnInAddress(name: string): readonly SpareSpace[] {
  const { drawn } = fromLandQuery({ drawn: new URLSearchParams(new URL(app.page.url()).hash.split('?')[1]).get('drawn') ?? '' })
  setActivePinia(createPinia())
  const store = useDrawnSpacesStore()
  store.replace(drawn, () => name)
  return store.spaces
}

describe('a space drawn by hand', () => {
  const name = landZh.demand.drawnName('1')
  const card = () => app.page.locator('[data-test=site-card], [data-test=exclusion-card]')

  it('is analysed at once, like any other', async () => {
    const { page } = app
    await lookAt(page, FREE_GROUND, 17)
    await see(page, 'draw').click()
    await expect.poll(() => see(page, 'land').innerText()).toContain(landZh.demand.drawHint)
    for (const [x, y] of [[630, 330], [730, 335], [725, 430], [635, 425]] as const) await page.mouse.click(x, y, { delay: 60 })
    await page.keyboard.press('Enter')
    await card().waitFor()
    expect(await card().locator('h2').innerText()).toContain(name)
    await expect.poll(() => page.url()).toContain('drawn=parcel')
    const drawn = drawnInAddress(name)
    expect(drawn.length).toBe(1)
    const answer = answerOf({ drawn })
    await expectAnswer(page, answer)
    expect(await see(page, 'counts').innerText()).toBe(landZh.list.count(String(INPUT.spaces.length + 1), String(answer.sites.length)))
    const site = [...answer.sites, ...answer.exclusions].find(({ partIds }) => partIds.includes('D01'))!
    expect(await card().innerText()).toContain(landZh.unit.m2(formatCount(site.landAreaM2)))
    await settle(page)
  })

  it('is ranked once its tenure is said', async () => {
    const { page } = app
    await see(page, 'drawn-form').getByRole('combobox', { name: landZh.site.tenure }).selectOption('stateReserve')
    await expect.poll(() => page.url()).toMatch(/stateReserve/)
    const answer = answerOf({ drawn: drawnInAddress(name) })
    expect(answer.sites.find(({ partIds }) => partIds.includes('D01'))?.rank).not.toBe(null)
    await expectAnswer(page, answer)
    await see(page, 'undo').click()
    await expect.poll(() => page.url()).not.toMatch(/stateReserve/)
  })

  it('is undone and done again, by button and by key', async () => {
    const { page } = app
    const withDrawn = answerOf({ drawn: drawnInAddress(name) })
    await see(page, 'undo').click()
    await expectAnswer(page, STANDARD)
    await expect.poll(() => card().count()).toBe(0)
    expect(await see(page, 'undo').isDisabled()).toBe(true)
    await see(page, 'redo').click()
    await expectAnswer(page, withDrawn)
    await page.keyboard.press('Control+z')
    await expectAnswer(page, STANDARD)
    await page.keyboard.press('Control+Shift+z')
    await expectAnswer(page, withDrawn)
    await page.keyboard.press('Control+z')
    await expectAnswer(page, STANDARD)
    await page.keyboard.press('Escape')
  })

  it('is dropped with Escape, and a corner whose line crosses another is refused', async () => {
    const { page } = app
    await see(page, 'draw').click()
    await page.mouse.click(640, 340, { delay: 60 })
    await page.keyboard.press('Escape')
    await expect.poll(() => see(page, 'draw').getAttribute('aria-pressed')).toBe('false')
    await see(page, 'draw').click()
    for (const [x, y] of [[630, 330], [730, 430], [730, 330], [630, 430]] as const) await page.mouse.click(x, y, { delay: 60 })
    await expect.poll(() => see(page, 'land').innerText()).toContain(landZh.demand.drawProblem['self-crossing'])
    await page.keyboard.press('Escape')
    await expectAnswer(page, STANDARD)
    expect(await page.url()).not.toContain('drawn=')
  })
})

describe('scenarios', () => {
  const names = [1, 2].map((n) => landScenarioZh.scenario.defaultName(landZh.facility.elderlyCare, String(n))) as [string, string]
  const { radiusM, siteCount } = STANDARD.question
  const further = answerOf({ question: { radiusM: radiusM + 100, siteCount: siteCount + 1 } })

  it('are kept by name and compared side by side, as table and as maps', async () => {
    const { page } = app
    const open = () => see(page, 'open-scenarios').getByRole('button').first().click()
    await open()
    await see(page, 'keep').click()
    await page.keyboard.press('Escape')
    await pressSlider(page, 'radius', 'ArrowRight', 10)
    await pressSlider(page, 'site-count', 'ArrowRight', 1)
    await expectAnswer(page, further)
    await open()
    await see(page, 'keep').click()
    for (const name of names) await see(page, 'scenarios').getByRole('checkbox', { name: landScenarioZh.scenario.pick(name) }).check()
    await see(page, 'compare').click()

    const view = see(page, 'compare-view')
    await see(page, 'results').waitFor({ timeout: 60_000 })
    expect(await see(page, 'results').locator('thead th').allInnerTexts()).toEqual([landScenarioZh.compare.results, ...names])
    const cells = (row: string) => view.locator(`[data-row=${row}] td`).allInnerTexts()
    const change = (answer: typeof STANDARD) => landScenarioZh.compare.change(coverageOf(answer).before, coverageOf(answer).after)
    expect(await cells('coverage')).toEqual([change(STANDARD), change(further)])
    expect(await cells('gained')).toEqual([STANDARD, further].map(({ choice }) => landZh.unit.people(formatCount(choice.newlyCoveredPeople))))
    expect(await cells('radius')).toEqual([radiusM, radiusM + 100].map((metres) => `${metres} m`))
    expect(await cells('siteCount')).toEqual([siteCount, siteCount + 1].map((count) => `${count} 处`))
    const onlyFirst = STANDARD.sites.filter(({ id, isChosen }) => isChosen && !further.choice.siteIds.includes(id))
    expect(await view.locator('[data-only="0"] li').count()).toBe(Math.max(1, onlyFirst.length))
    await expect.poll(() => view.locator('canvas.maplibregl-canvas').count()).toBe(2)
    expect(await view.innerText()).toContain(DISCLAIMER)
  })

  it('leave the view as it was, and one of them can be opened again', async () => {
    const { page } = app
    await page.keyboard.press('Escape')
    await expect.poll(() => see(page, 'compare-view').count()).toBe(0)
    await expectAnswer(page, further)
    await see(page, 'open-scenarios').getByRole('button').first().click()
    await see(page, 'open').filter({ hasText: names[0] }).click()
    await page.keyboard.press('Escape')
    await expectAnswer(page, STANDARD)
    await expect.poll(() => page.url()).not.toContain('radius=')
  })

  it('outlive the page', async () => {
    const { page } = app
    await page.reload()
    await waitForAnswer(page)
    await see(page, 'open-scenarios').getByRole('button').first().click()
    expect(await see(page, 'open').locator('b').allInnerTexts()).toEqual(names)
    await page.keyboard.press('Escape')
    await expectAnswer(page, STANDARD)
    await expect.poll(() => see(page, 'proof').innerText()).toBe(landZh.coverage.proven(String(STANDARD.choice.siteIds.length)))
  })
})

describe('what leaves the page', () => {
  const save = (kind: string) => readDownload(app.page, () => see(app.page, `export-${kind}`).click())

  it('is the answer as GeoJSON and CSV, byte for byte, each with the disclaimer', async () => {
    const { page } = app
    await expect.poll(() => see(page, 'coverage-curve').getByRole('img').getAttribute('aria-label')).toContain(`${STANDARD.choice.curve.at(-1)!.siteCount} 处`)
    await see(page, 'open-exports').getByRole('button').first().click()
    const geojson = await save('geojson')
    expect(geojson.name).toMatch(/^安丘_养老选址_示意数据_\d{4}-\d\d-\d\d\.geojson$/)
    expect(geojson.text).toBe(writeSites({ answer: STANDARD, spaces: INPUT.spaces, audience: 'public' }))
    expect(geojson.text).toContain(DISCLAIMER)
    const coverage = await save('coverage')
    expect(coverage.text).toBe(writeCoverageCsv(STANDARD))
    expect(coverage.text).toContain(DISCLAIMER)
    const sites = await save('sites')
    expect(sites.text).toContain(DISCLAIMER)
    const rows = sites.text.replace(/^\uFEFF/, '').trim().split('\r\n').slice(1).map((line) => line.split(','))
    expect(rows.map(([rank, , id]) => [rank, id])).toEqual([
      ...STANDARD.sites.map(({ rank, id }) => [String(rank ?? ''), id]), ...STANDARD.exclusions.map(({ id }) => ['', id]),
    ])
    expect(rows.slice(0, 3).map((row) => row[8])).toEqual(STANDARD.sites.slice(0, 3).map(({ landAreaM2 }) => String(Number(landAreaM2.toFixed(1)))))
    await page.keyboard.press('Escape')
  })

  it('is a site card on one page, with map, reasons, rules and the disclaimer', async () => {
    const { page } = app
    const [best] = STANDARD.sites
    await see(page, 'answer-list').getByRole('button', { name: nameOf(best!), exact: true }).click()
    await page.evaluate(() => Object.assign(window, { print: () => Object.assign(window, { printed: true }) }))
    await see(page, 'print-site').click()
    await expect.poll(() => page.evaluate(() => Reflect.get(window, 'printed') === true), { timeout: 60_000 }).toBe(true)
    await page.emulateMedia({ media: 'print' })
    onTestFinished(() => page.emulateMedia({ media: 'screen' }))
    const sheet = see(page, 'site-sheet')
    expect(await see(page, 'land').isVisible()).toBe(false)
    expect(await sheet.locator('img').count()).toBe(1)
    const words = await sheet.innerText()
    const { name, source } = INPUT.rules.facilities.find(({ type }) => type === 'elderlyCare')!.forms[0]!
    for (const expected of [DISCLAIMER, '示意数据', nameOf(best!), name, source, landZh.criterion.newlyReached, landZh.site.firstThree(formatPercent(best!.firstThreeShare)), STANDARD.provenance.data.residences!.slice(0, 8)]) {
      expect(words).toContain(expected)
    }
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBe(1)
  })

  it('is a link that opens the same question, rules, drawing, selection, camera and ranking', async () => {
    const { page } = app
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await choose(page, 'facility-type', landZh.facility.childcare)
    await pressSlider(page, 'gap', 'ArrowLeft', 4)
    await lookAt(page, FREE_GROUND, 17)
    await see(page, 'draw').click()
    for (const [x, y] of [[630, 330], [730, 335], [725, 430]] as const) await page.mouse.click(x, y, { delay: 60 })
    await page.keyboard.press('Enter')
    await see(page, 'drawn-form').getByRole('combobox', { name: landZh.site.tenure }).selectOption('stateReserve')
    await expect.poll(() => page.url()).toMatch(/stateReserve/)
    await see(page, 'answer-list').locator('[data-row]').nth(1).click()
    await see(page, 'exclude').click()
    await settle(page)
    const read = async (of: typeof page) => ({
      candidates: await readCandidates(of), coverage: await readCoverage(of),
      card: await see(of, 'site-card').locator('h2').allInnerTexts(), demand: await see(of, 'demand').innerText(), look: await lookOf(of), counts: await see(of, 'counts').innerText(),
    })
    await page.waitForTimeout(600)
    await see(page, 'share').click()
    await expect.poll(() => see(page, 'share').innerText()).toBe('链接已复制')
    const link = await page.evaluate(() => navigator.clipboard.readText())
    const before = await read(page)
    expect(before.card.length).toBe(1)
    const second = await openApp(new URL(link).hash, { viewport: VIEWPORT })
    await waitForAnswer(second.page)
    await waitForMap(second.page)
    await expect.poll(() => read(second.page)).toEqual(before)
    expect(await renderedCount(second.page, /^site-fill$/)).toBe(await renderedCount(page, /^site-fill$/))
    await second.close()
  })
})
