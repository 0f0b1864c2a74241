import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LandRules } from '@/domain/land-rules'
import { landZh } from '@/i18n/land-zh'
import { answerOf, inputOf, reasonsOf } from './expected-land'
import { openApp, type OpenedApp } from './harness'
import { expectAnswer, see, waitForAnswer } from './land-page'

const STANDARD = answerOf()
const INPUT = inputOf('geodata')
const WASTE = INPUT.rules.hazards.findIndex(({ kind, facilityTypes }) => kind === 'wasteStation' && (facilityTypes.length === 0 || facilityTypes.includes('elderlyCare')))
const BEFORE_M = INPUT.rules.hazards[WASTE]!.setbackM
const withSetback = (setbackM: number) => (rules: LandRules): LandRules => (
  { ...rules, hazards: rules.hazards.map((rule, i) => (i === WASTE ? { ...rule, setbackM } : rule)) }
)
const isNew = ({ id }: { id: string }) => !STANDARD.exclusions.some((known) => known.id === id)
/** The first that puts out something that was in. */
const WIDER_M = [60, 120, 200, 300, 450].map((more) => BEFORE_M + more).find((metres) => answerOf({ rules: withSetback(metres) }).exclusions.some(isNew))!

let app: OpenedApp
const row = () => app.page.locator(`[data-rule=hazard-${WASTE}]`)
async function typeSetback(metres: string): Promise<void> {
  await row().locator('input[type=number]').fill(metres)
  await row().locator('input[type=number]').blur()
}
/** What is out and the first reason for it, in the order of the list. */
const readOut = () => see(app.page, 'exclusions').locator('[data-row]').evaluateAll((rows) => rows.map((each) => [each.getAttribute('data-row'), each.querySelector('.reason')?.textContent]))
function outOf(rules: (rules: LandRules) => LandRules) {
  const answer = answerOf({ rules })
  const input = inputOf('geodata', rules)
  return answer.exclusions.map(({ id, findings }) => [id, reasonsOf(answer, id, input)[findings.findIndex(({ isHard }) => isHard)]])
}
const AS_DELIVERED = outOf((same) => same)

beforeAll(async () => {
  app = await openApp('#/land', { viewport: { width: 1440, height: 960 } })
  await waitForAnswer(app.page)
  await see(app.page, 'answer-list').getByRole('radio', { name: landZh.list.excluded }).click()
})
afterAll(() => app.close())

describe('the rules', () => {
  it('stand in a dialog, each number with its source and how sure it is', async () => {
    const { page } = app
    await see(page, 'open-rules').click()
    await see(page, 'rules').waitFor()
    const { state, source } = INPUT.rules.hazards[WASTE]!
    expect(await row().locator('input[type=number]').inputValue()).toBe(String(BEFORE_M))
    expect(await row().locator('.badge').innerText()).toBe(landZh.state[state])
    expect(await row().innerText()).toContain(source)
    for (const group of [landZh.rules.general, landZh.rules.hazards, landZh.rules.neighbours, landZh.rules.tenures, landZh.rules.landUses]) expect(await see(page, 'rules').innerText()).toContain(group)
    expect(await see(page, 'rules').locator('tbody tr[data-rule]').count()).toBe(await see(page, 'rules').locator('tbody tr[data-rule] .badge').count())
  })

  it('put more out when a set-back grows, and say by how much', async () => {
    const { page } = app
    const wider = answerOf({ rules: withSetback(WIDER_M) })
    await typeSetback(String(WIDER_M))
    expect(await row().locator('.badge').innerText()).toBe(landZh.state.edited)
    await expect.poll(readOut).toEqual(outOf(withSetback(WIDER_M)))
    await expect.poll(() => page.url()).toContain('rules=')

    const added = wider.exclusions.find((exclusion) => isNew(exclusion) && exclusion.findings.some(({ ruleId, isHard }) => ruleId === 'hazard' && isHard))!
    await page.keyboard.press('Escape')
    await page.locator(`[data-row="${added.id}"]`).click()
    for (const sentence of reasonsOf(wider, added.id, inputOf('geodata', withSetback(WIDER_M)))) expect(await see(page, 'exclusion-card').innerText()).toContain(sentence)
  })

  it('have nothing against what a smaller set-back allows', async () => {
    const { page } = app
    await see(page, 'exclusion-card').getByRole('button', { name: landZh.demand.rules }).click()
    await typeSetback('40')
    const narrower = outOf(withSetback(40))
    expect(narrower).not.toEqual(AS_DELIVERED)
    await expect.poll(readOut).toEqual(narrower)
  })

  it('only warn when a set-back is no must', async () => {
    await typeSetback(String(BEFORE_M))
    await row().locator('input[type=checkbox]').uncheck()
    const advised = outOf((rules) => ({ ...rules, hazards: rules.hazards.map((rule, i) => (i === WASTE ? { ...rule, isHard: false } : rule)) }))
    expect(advised).not.toEqual(AS_DELIVERED)
    await expect.poll(readOut).toEqual(advised)
    await row().locator('input[type=checkbox]').check()
  })

  it('do not take what is no number', async () => {
    await typeSetback('-5')
    await typeSetback('')
    await expect.poll(readOut).toEqual(AS_DELIVERED)
    expect(await row().locator('.badge').innerText()).not.toBe(landZh.state.edited)
  })

  it('travel with the link, and are reset with one press', async () => {
    const { page } = app
    await typeSetback('40')
    await expect.poll(() => page.url()).toMatch(/rules=[^&]*40/)
    await page.reload()
    await waitForAnswer(page)
    await expectAnswer(page, answerOf({ rules: withSetback(40) }))
    await see(page, 'open-rules').click()
    await see(page, 'reset-rules').click()
    await expect.poll(() => row().locator('input[type=number]').inputValue()).toBe(String(BEFORE_M))
    await page.keyboard.press('Escape')
    await expectAnswer(page, STANDARD)
    await expect.poll(() => page.url()).not.toContain('rules=')
    expect(await see(page, 'open-rules').innerText()).not.toContain(landZh.state.edited)
  })
})
