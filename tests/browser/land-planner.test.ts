import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { landZh } from '@/i18n/land-zh'
import { formatCount, formatPercent } from '@/ui/format'
import { answerOf, inputOf, nameOf, reasonsOf, rowsOf } from './expected-land'
import { openApp, type OpenedApp } from './harness'
import { choose, expectAnswer, hover, lookAt, pointOn, pressSlider, readCandidates, see, waitForAnswer } from './land-page'
import { drawnShapes, emptyPoint, renderedCount, settle, waitForMap } from './map-probe'
import { middleOf, readShapes, type Position } from './shipped-shapes'

const INPUT = inputOf('geodata')
const STANDARD = answerOf()
/** Outer ring of the first part of a space. */
function ringOf(id: string): Position[] {
  const { geometry } = INPUT.spaces.find((space) => space.id === id)!
  const [ring] = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates[0]!
  return ring!.map(([lon, lat]) => [lon!, lat!] as const)
}

let app: OpenedApp
const card = () => see(app.page, 'site-card')
const list = () => see(app.page, 'answer-list')

beforeAll(async () => {
  app = await openApp('', { viewport: { width: 1440, height: 960 } })
  await see(app.page, 'view-land').click()
  await waitForAnswer(app.page)
})
afterAll(() => app.close())

describe('a planner finds land', () => {
  it('comes from the top bar and sees ranked sites, coverage and the proof', async () => {
    const { page } = app
    await expectAnswer(page, STANDARD)
    expect(await see(page, 'view-land').getAttribute('aria-current')).toBe('page')
    expect(await see(page, 'counts').innerText()).toBe(landZh.list.count(String(INPUT.spaces.length), String(STANDARD.sites.length)))
    await expect.poll(() => see(page, 'proof').innerText()).toBe(landZh.coverage.proven(String(STANDARD.choice.siteIds.length)))
    expect(await see(page, 'land').innerText()).toContain(landZh.disclaimer)
    const uncovered = STANDARD.communities.filter(({ people, servedAfterPeople }) => Math.round(people - servedAfterPeople) > 0)
    expect(await see(page, 'uncovered').locator('tbody tr').count()).toBe(uncovered.length)
  })

  it('sees sites, residents and what is excluded on a flat map, north up', async () => {
    const { page } = app
    await waitForMap(page)
    for (const layer of [/^site-fill$/, /^site-excluded$/, /^residence-dot$/, /^site-badge$/]) expect(await renderedCount(page, layer), String(layer)).toBeGreaterThan(0)
    expect(await renderedCount(page, /^site-badge$/)).toBe(STANDARD.choice.siteIds.length)
    expect((await drawnShapes(page, 'communities')).filter(({ isOnScreen }) => isOnScreen).length).toBe(35)
  })

  it('reads the curve of coverage against the number of sites', async () => {
    const { before, choice } = STANDARD
    const label = await see(app.page, 'coverage-curve').getByRole('img').getAttribute('aria-label')
    for (const { siteCount, newlyCoveredPeople } of choice.curve) {
      const share = formatPercent((before.coveredPeople + newlyCoveredPeople) / before.people)
      expect(label).toContain(landZh.coverage.curvePoint(String(siteCount), share, formatCount(newlyCoveredPeople)))
    }
    expect(await see(app.page, 'coverage-curve').locator('canvas').count()).toBe(1)
  })

  it('asks for another type and a longer way with the keys of a slider', async () => {
    const { page } = app
    await choose(page, 'facility-type', landZh.facility.childcare)
    const childcare = answerOf({ question: { facilityType: 'childcare' } })
    await expectAnswer(page, childcare)
    await pressSlider(page, 'radius', 'ArrowRight', 12)
    await expectAnswer(page, answerOf({ question: { facilityType: 'childcare', radiusM: childcare.question.radiusM + 120 } }))
    expect(await see(page, 'radius').locator('input').getAttribute('aria-valuetext')).toBe(landZh.unit.m(String(childcare.question.radiusM + 120)))
  })

  it('moves every other slider and sees new figures each time', async () => {
    const { page } = app
    await choose(page, 'facility-type', landZh.facility.elderlyCare)
    await expectAnswer(page, STANDARD)
    await pressSlider(page, 'gap', 'ArrowLeft', 16)
    await expectAnswer(page, answerOf({ question: { gapM: 0 } }))
    await pressSlider(page, 'gap', 'ArrowRight', 16)
    await pressSlider(page, 'site-count', 'ArrowRight', 2)
    await expectAnswer(page, answerOf({ question: { siteCount: 5 } }))
    await pressSlider(page, 'site-count', 'ArrowLeft', 2)
    await pressSlider(page, 'min-land', 'ArrowRight', 10)
    await expectAnswer(page, answerOf({ question: { minLandAreaM2: STANDARD.question.minLandAreaM2 + 100 } }))
    await pressSlider(page, 'min-land', 'ArrowLeft', 10)
    await pressSlider(page, 'weight-newlyReached', 'Home', 1)
    const { criteria } = STANDARD.question
    const without = { ...criteria, newlyReached: { ...criteria.newlyReached, weight: 0 } }
    await expectAnswer(page, answerOf({ question: { criteria: without } }))
    await see(page, 'reset-weights').click()
    await expectAnswer(page, STANDARD)
  })

  it('measures in a straight line, and is told so', async () => {
    const { page } = app
    await choose(page, 'mode', landZh.demand.line)
    await expectAnswer(page, answerOf({ question: { mode: 'line' } }))
    expect(await see(page, 'line-note').innerText()).toBe(landZh.demand.lineNote)
    await choose(page, 'mode', landZh.demand.walk)
    await expectAnswer(page, STANDARD)
  })
})

describe('a planner asks why', () => {
  const best = STANDARD.sites[0]!

  it('selects a site in the list and reads its score, each part in its unit', async () => {
    const { page } = app
    await list().getByRole('button', { name: nameOf(best), exact: true }).click()
    await card().waitFor()
    expect(await card().locator('h2').innerText()).toBe(landZh.site.candidate('1', best.name))
    const words = await see(page, 'contributions').innerText()
    const bar = await see(page, 'contributions').getByRole('img').getAttribute('aria-label')
    for (const { criterion, points } of best.contributions) {
      expect(words).toContain(landZh.criterion[criterion])
      expect(bar).toContain(`${landZh.criterion[criterion]} ${Math.round(points)}`)
    }
    expect(words).toContain(landZh.criterionValue.newlyReached(formatCount(best.newlyReachedPeople)))
    expect(words).toContain(landZh.criterionValue.walkTime(best.meanWalkMin!.toFixed(1)))
    await expect.poll(() => page.url()).toContain('site=')
  })

  it('reads areas, what fits by which rule, and how sure that is', async () => {
    const { page } = app
    const facts = await see(page, 'site-facts').innerText()
    for (const value of [landZh.unit.m2(formatCount(best.landAreaM2)), landZh.unit.m2(formatCount(best.gapAreaM2)), landZh.unit.people(formatCount(best.reachedPeople))]) expect(facts).toContain(value)
    const fit = see(page, 'fit')
    for (const { spareFloorAreaM2, formId, neededFloorAreaM2 } of best.fits) {
      const form = INPUT.rules.facilities.flatMap(({ forms }) => forms).find(({ id }) => id === formId)!
      const spare = spareFloorAreaM2!
      const words = spare >= 0 ? landZh.site.fits(form.name, formatCount(neededFloorAreaM2), formatCount(Math.floor(spare))) : landZh.site.short(form.name, formatCount(neededFloorAreaM2), formatCount(Math.ceil(-spare)))
      const row = fit.locator('li').filter({ hasText: words })
      expect(await row.count(), words).toBe(1)
      expect(await row.locator('.badge').innerText()).toBe(landZh.state[form.state])
      expect(await row.locator('.source').innerText()).toBe(form.source)
    }
    expect(await see(page, 'stability').innerText()).toContain(landZh.site.firstThree(formatPercent(best.firstThreeShare)))
  })

  it('sees how far people walk to it', async () => {
    await settle(app.page)
    await expect.poll(() => renderedCount(app.page, /^reach-(area|street)$/)).toBeGreaterThan(0)
    expect(await see(app.page, 'land-legend').innerText()).toContain(String(STANDARD.question.radiusM))
  })

  it('selects another one on the map, and none beside them', async () => {
    const { page } = app
    const single = STANDARD.sites.find(({ partIds, rank }) => partIds.length === 1 && rank !== null)!
    await lookAt(page, middleOf(ringOf(single.id)), 16)
    const { x, y } = await pointOn(page, /^site-fill$/, single.id, ringOf(single.id))
    await page.mouse.click(x, y)
    await expect.poll(() => card().locator('h2').innerText()).toBe(landZh.site.candidate(String(single.rank), single.name))
    const empty = await emptyPoint(page)
    await page.mouse.click(empty.x, empty.y)
    await expect.poll(() => card().count()).toBe(0)
  })

  it('is told by which rule and by how much a space is out', async () => {
    const { page } = app
    const { id, name } = STANDARD.exclusions.find(({ findings }) => findings.some(({ ruleId, isHard }) => ruleId === 'hazard' && isHard))!
    await list().getByRole('radio', { name: landZh.list.excluded }).click()
    await expect.poll(() => see(page, 'exclusions').locator('li').count()).toBe(STANDARD.exclusions.length)
    await see(page, 'exclusions').getByRole('button', { name }).first().click()
    const reasons = see(page, 'exclusion-card')
    expect(await reasons.locator('h2').innerText()).toBe(landZh.site.excludedTitle(name))
    for (const sentence of reasonsOf(STANDARD, id, INPUT)) expect(await reasons.innerText()).toContain(sentence)
    await page.keyboard.press('Escape')
    await expect.poll(() => reasons.count()).toBe(0)
  })

  it('finds every unscored site with what it lacks', async () => {
    const { page } = app
    const unscored = STANDARD.sites.filter(({ rank }) => rank === null)
    await list().getByRole('radio', { name: landZh.list.unscored }).click()
    const rows = await see(page, 'unscored').locator('li').allInnerTexts()
    expect(rows.length).toBe(unscored.length)
    unscored.forEach((site, i) => {
      expect(rows[i]).toContain(nameOf(site))
      for (const fact of site.missingFacts) expect(rows[i]).toContain(landZh.fact[fact])
    })
    await list().getByRole('radio', { name: landZh.list.candidates }).click()
  })
})

describe('a planner chooses', () => {
  const unchosen = STANDARD.sites.find(({ rank, isChosen }) => rank !== null && !isChosen)!

  it('a site that must be among them, and one that must not; the choice obeys', async () => {
    const { page } = app
    await list().getByRole('button', { name: nameOf(unchosen), exact: true }).click()
    await see(page, 'include').click()
    const included = answerOf({ question: { mustInclude: [unchosen.id] } })
    expect(included.choice.siteIds).toContain(unchosen.id)
    await expectAnswer(page, included)
    await see(page, 'include').click()
    await expectAnswer(page, STANDARD)

    const [first] = STANDARD.choice.siteIds
    await list().getByRole('button', { name: nameOf(STANDARD.sites.find(({ id }) => id === first)!), exact: true }).click()
    await see(page, 'exclude').click()
    const excluded = answerOf({ question: { mustExclude: [first!] } })
    expect(excluded.choice.siteIds).not.toContain(first)
    await expectAnswer(page, excluded)
    await expect.poll(() => see(page, 'proof').innerText()).toBe(landZh.coverage.proven(String(STANDARD.choice.siteIds.length)))
    await see(page, 'exclude').click()
    await expectAnswer(page, STANDARD)
    await page.keyboard.press('Escape')
  })

  it('and asks how few sites reach a wanted share', async () => {
    const { page } = app
    await see(page, 'wanted').check()
    const { choice } = answerOf({ question: { wantedShare: 0.8 } })
    const { siteCount, isProven } = choice.fewestSites!
    const t = landZh.coverage
    const words = siteCount === null ? t.impossible('80%') : isProven ? t.fewest('80%', String(siteCount)) : t.fewestNotProven('80%', String(siteCount))
    await expect.poll(() => see(page, 'fewest').innerText()).toBe(words)
    expect(await see(page, 'problem').innerText()).toContain(landZh.problem[choice.problem!])
    await see(page, 'wanted').uncheck()
    await expect.poll(() => see(page, 'problem').count()).toBe(0)
  })

  it('takes the smallest change that helps when nothing fits', async () => {
    const { page } = app
    await pressSlider(page, 'min-land', 'End', 1)
    const most = answerOf({ question: { minLandAreaM2: 2000 } })
    await expectAnswer(page, most)
    await expect.poll(() => see(page, 'problem').innerText()).toContain(landZh.problem[most.choice.problem!])
    const relaxation = most.choice.relaxations.find(({ kind }) => kind === 'minLandArea')!
    const more = formatCount(relaxation.newlyCoveredPeople - most.choice.newlyCoveredPeople)
    await see(page, 'relax').filter({ hasText: landZh.relax.minLandArea(formatCount(relaxation.to), more) }).click()
    await expectAnswer(page, answerOf({ question: { minLandAreaM2: relaxation.to } }))
    await choose(page, 'facility-type', landZh.facility.market)
    await choose(page, 'facility-type', landZh.facility.elderlyCare)
    await expectAnswer(page, STANDARD)
  })

  it('hovers a community and is told which site serves it, in how many minutes', async () => {
    const { page } = app
    const served = STANDARD.communities.find(({ nearestKind, nearestDistanceM }) => nearestKind === 'site' && nearestDistanceM! <= STANDARD.question.radiusM)!
    const shape = readShapes('communities').find(({ id }) => id === served.communityId)!
    await lookAt(page, middleOf(shape.ring), 15.5)
    const { x, y } = await pointOn(page, /^programme-(area|flat)$/, served.communityId, shape.ring)
    const words = await hover(page, { x, y })
    const server = STANDARD.sites.find(({ id }) => id === served.nearestId)!
    expect(words).toContain(landZh.community.served(nameOf(server), String(Math.max(1, Math.round(served.nearestMin!)))))
    expect(words).toContain(landZh.community.share(formatCount(served.servedAfterPeople), formatCount(served.people)))
    await page.mouse.click(x, y)
    expect(await see(page, 'community-note').innerText()).toContain(nameOf(server))
    expect(rowsOf(STANDARD).length).toBe((await readCandidates(page)).length)
  })
})
