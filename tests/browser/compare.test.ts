import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { overallOn, standingsOn } from './expected-figures'
import { openApp, type OpenedApp } from './harness'

const [EARLIER, LATER] = ['2024-08-26', '2024-10-28'] as const

describe('comparing with an earlier date', () => {
  let app: OpenedApp
  const see = (name: string) => app.page.locator(`[data-test=${name}]`)
  const row = (name: string) => see('change').locator('li button', { hasText: name })
  const namesIn = async (name: string) => (await row(name).locator('.names').innerText()).split('、').sort()
  const lateOn = (date: string) => standingsOn(date).filter(({ lamp }) => lamp === 'late').map(({ name }) => name)
  beforeAll(async () => {
    app = await openApp(`#/progress?date=${LATER}`)
    await see('change').waitFor()
    await see('change').locator('input[type=date]').fill(EARLIER)
    await see('change').getByText('8 月 26 日以来').waitFor()
  })
  afterAll(() => app.close())

  it('tells the points gained', async () => {
    const points = Math.round((overallOn(LATER) - overallOn(EARLIER)) * 100)
    expect(await see('change').innerText()).toContain(`+${points} 个百分点`)
  })

  it('names the communities that became late, as a second reading of the rules does', async () => {
    const newlyLate = lateOn(LATER).filter((name) => !lateOn(EARLIER).includes(name))
    expect(newlyLate.length).toBeGreaterThan(0)
    expect(await namesIn('新滞后小区')).toEqual(newlyLate.sort())
    expect(await row('新滞后小区').locator('b').innerText()).toBe(`+${newlyLate.length}`)
  })

  it('names the communities that were finished, and lists them when clicked', async () => {
    const finished = standingsOn(LATER).filter(({ actual }) => actual === 1).map(({ name }) => name)
    expect(await namesIn('新完工小区')).toEqual(finished.sort())
    await row('新完工小区').click()
    const listed = await see('footprint').locator('tbody button').allInnerTexts()
    expect(listed.map((name) => name.trim()).sort()).toEqual(finished)
    await see('footprint').getByRole('button', { name: '取消高亮' }).click()
  })

  it('offers a colouring of its own, which ends with it', async () => {
    await see('change').getByRole('button', { name: '变化' }).click()
    expect(await see('legend').locator('[aria-checked=true]').innerText()).toBe('变化')
    const counts = await see('legend').locator('.count').allInnerTexts()
    expect(counts.map(Number).reduce((sum, count) => sum + count, 0)).toBe(35)
    await see('change').getByRole('button', { name: '结束对比' }).click()
    expect(await see('legend').locator('[aria-checked=true]').innerText()).toBe('进度')
    expect(await see('legend').locator('[role=radio]', { hasText: '变化' }).count()).toBe(0)
  })
})
