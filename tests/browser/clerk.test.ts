import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { EXPECTED } from '../fixtures/bureau/expected'
import { openApp } from './harness'

/** The clerks' view by hand, by keyboard and for a screen reader; what becomes of files is in bureau-files.test.ts. */
const NEEDS_NAME = /^(button|link|checkbox|radio|combobox|textbox|searchbox|slider|spinbutton|Date|image|img|dialog|table|radiogroup|region|navigation|complementary|option)$/
const FILES = [EXPECTED.outlines, EXPECTED.buildings, EXPECTED.ledgerWorkbook, EXPECTED.phone]

async function unnamed(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  await session.detach()
  return nodes.filter(({ ignored, role, name }) => !ignored && NEEDS_NAME.test(String(role?.value)) && String(name?.value ?? '').trim() === '').map(({ role }) => String(role?.value))
}
const rest = (page: Page) => page.waitForFunction(() => !document.querySelector('[data-test=busy]'), null, { timeout: 60_000 })
async function drop(page: Page): Promise<void> {
  await page.locator('[data-test=file-input]').setInputFiles(FILES.map(({ name, make }) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(make()) })))
  await expect.poll(() => page.locator('[data-test=file-row]').count()).toBe(FILES.length)
  await rest(page)
}
const steps = async (page: Page) => (await page.locator('[data-test=history-step] p:first-child').allInnerTexts()).map((words) => words.trim())

describe('a clerk', () => {
  it('changes a community from the card of the leaders, takes it back and finds it again after a restart', async () => {
    const { page, close } = await openApp('#/progress?community=C07')
    await page.locator('[data-test=edit-community-link]').click()
    const item = page.locator('[data-test=edit-item][data-item=J09]')
    await item.locator('button').first().click()
    const reported = Number.parseInt(await item.locator('b').innerText(), 10)
    await item.locator('[data-test=edit-share]').fill(String(reported + 5))
    await item.locator('[data-test=edit-share]').blur()
    await item.locator('[data-test=edit-save]').click()
    await expect.poll(() => item.locator('b').innerText()).toBe(`${reported + 5}%`)

    await page.locator('[data-test=open-history]').click()
    await expect.poll(async () => (await steps(page))[0]).toContain(`${reported}% → ${reported + 5}%`)
    await page.locator('[data-test=keeping][data-state=kept]').waitFor()
    await page.keyboard.press('Control+z')
    await page.locator('[data-test=history-step][data-state=undone]').waitFor()
    await page.locator('[data-test=keeping][data-state=kept]').waitFor()
    await page.reload()
    await page.locator('[data-test=open-history]').click()
    await page.locator('[data-test=redo]').click()
    await expect.poll(() => page.locator('[data-state=current] p').first().innerText()).toContain(`${reported + 5}%`)
    await close()
  })

  it('is told that a lower share will be a correction', async () => {
    const { page, close } = await openApp('#/data?community=C07')
    const item = page.locator('[data-test=edit-item][data-item=J09]')
    await item.locator('button').first().click()
    await item.locator('[data-test=edit-share]').fill('1')
    await item.locator('[data-test=edit-share]').blur()
    expect(await item.locator('.lower').innerText()).toContain('将记为更正')
    await close()
  })

  it('drops files anywhere on the window', async () => {
    const { page, close } = await openApp('#/data')
    await page.locator('[data-test=drop]').waitFor()
    const transfer = await page.evaluateHandle(() => {
      const made = new DataTransfer()
      made.items.add(new File(['小区名称,户数\n国槐里,121\n'], '清单.csv', { type: 'text/csv' }))
      return made
    })
    await page.locator('[data-test=comparison]').dispatchEvent('dragenter', { dataTransfer: transfer })
    await page.locator('[data-test=release]').waitFor()
    await page.locator('[data-test=comparison]').dispatchEvent('drop', { dataTransfer: transfer })
    await expect.poll(() => page.locator('[data-test=file-row]').allInnerTexts()).toEqual([expect.stringContaining('清单.csv')])
    expect(await page.locator('[data-test=release]').count()).toBe(0)
    await close()
  })

  it('goes back one step by Escape, and the focus stays in the list', async () => {
    const { page, close } = await openApp('#/data')
    await drop(page)
    await page.locator('[data-test=finding][data-code=bad-date] [data-test=zoom]').first().press('Enter')
    await page.locator('[data-test=row]').waitFor()
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-test'))).toBe('row-back')
    await page.keyboard.press('Escape')
    await page.locator('[data-test=row]').waitFor({ state: 'detached' })
    expect(await page.evaluate(() => document.querySelector('[data-test=check]')!.contains(document.activeElement))).toBe(true)
    await close()
  })

  it('answers by keyboard alone, and each time goes on where the next question is', async () => {
    const { page, close } = await openApp('#/data')
    const held = () => page.evaluate(() => document.activeElement?.getAttribute('data-test') ?? document.activeElement?.tagName)
    await drop(page)
    await page.locator('[data-test=crs-candidate]').first().waitFor()
    await rest(page)
    await page.locator('[data-test=take-crs]').press('Enter')
    await page.locator('[data-test=crs]').waitFor({ state: 'detached' })
    await rest(page)
    await expect.poll(held).toBe('next-question')

    await page.locator('[data-test=file-open]').first().press('Enter')
    await page.locator('[data-test=open-mapping]').press('Enter')
    await page.locator('[data-test=mapping]').waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(held).toBe('open-mapping')
    await page.locator('[data-test=file-remove]').last().press('Enter')
    await rest(page)
    await expect.poll(held).not.toBe('BODY')
    await close()
  })

  it('prints the findings with how to mend them, and not the page', async () => {
    const { page, close } = await openApp('#/data')
    await drop(page)
    await page.emulateMedia({ media: 'print' })
    const sheet = page.locator('[data-test=data-print]')
    expect([await sheet.isVisible(), await page.locator('[data-test=data]').isVisible()]).toEqual([true, false])
    const words = await sheet.innerText()
    for (const expected of ['数据核对单', '示意数据', FILES[0]!.name, '4,419', '审图号']) expect(words).toContain(expected)
    await page.emulateMedia({ media: 'screen' })
    const findings = (await page.locator('[data-test=finding-counts]').innerText()).match(/\d+/g)!.reduce((sum, count) => sum + Number(count), 0)
    expect(await sheet.locator('.findings tbody tr').count()).toBe(findings)
    await close()
  })

  it('puts an import aside and goes on after a restart', async () => {
    const { page, close } = await openApp('#/data')
    await drop(page)
    const counts = await page.locator('[data-test=finding-counts]').innerText()
    await page.locator('[data-test=hold]').click()
    await page.locator('[data-test=held]').waitFor()
    await page.reload()
    await page.locator('[data-test=take-up]').click()
    await expect.poll(() => page.locator('[data-test=file-row]').count()).toBe(FILES.length)
    await rest(page)
    expect(await page.locator('[data-test=finding-counts]').innerText()).toBe(counts)
    await close()
  })
})

describe('a screen reader', () => {
  it('finds a name on every control, in every panel', async () => {
    const { page, close } = await openApp('#/data')
    await page.locator('[data-test=comparison]').waitFor()
    expect(await unnamed(page)).toEqual([])
    await drop(page)
    await page.locator('[data-test=file-open]').first().click()
    await page.locator('[data-test=open-mapping]').click()
    await page.locator('[data-test=mapping]').waitFor()
    expect(await unnamed(page)).toEqual([])
    await page.keyboard.press('Escape')
    for (const tab of [0, 1, 2]) {
      await page.locator('[data-test=check] [role=radio]').nth(tab).click()
      expect(await unnamed(page), `tab ${tab}`).toEqual([])
    }
    await page.locator('[data-test=open-edit]').click()
    await page.locator('[data-test=edit-community]').selectOption('C02')
    for (const tab of [0, 1, 2, 3, 4]) {
      await page.locator('[data-test=edit] [role=radio]').nth(tab).click()
      expect(await unnamed(page), `edit ${tab}`).toEqual([])
    }
    await page.locator('[data-test=open-export]').click()
    expect(await unnamed(page)).toEqual([])
    await close()
  })
})

describe('a phone', () => {
  it('turns to each question, wherever it is', async () => {
    const { page, close } = await openApp('#/data', { viewport: { width: 390, height: 844 }, touch: true })
    await page.locator('[data-test=drop]').waitFor()
    await drop(page)
    await page.locator('[data-test=tab-changes]').tap()
    await page.locator('[data-test=next-question]').tap()
    await expect.poll(() => page.locator('[data-test=take-crs]').isVisible()).toBe(true)
    await page.locator('[data-test=crs-candidate]').first().tap()
    await page.locator('[data-test=take-crs]').tap()
    await page.locator('[data-test=crs] .ask').waitFor({ state: 'detached' })
    await rest(page)
    await page.locator('[data-test=next-question]').tap()
    await page.locator('[data-test=name-same], [data-test=correction-take], [data-test=repair-take]').first().waitFor()
    await close()
  })

  it('has all of it behind four tabs, and nothing wider than the screen', async () => {
    const { page, close } = await openApp('#/data', { viewport: { width: 390, height: 844 }, touch: true, locale: 'en-GB', colorScheme: 'dark' })
    await page.locator('[data-test=drop]').waitFor()
    await drop(page)
    for (const [tab, part] of [['check', 'check'], ['changes', 'effect'], ['work', 'history'], ['files', 'crs']] as const) {
      await page.locator(`[data-test=tab-${tab}]`).tap()
      await page.locator(`[data-test=${part}]`).waitFor()
      expect(await page.evaluate(() => document.querySelector('.content')!.scrollWidth), tab).toBeLessThanOrEqual(390)
    }
    await page.locator('[data-test=file-open]').first().tap()
    await page.locator('[data-test=open-mapping]').tap()
    expect(await page.locator('[data-test=mapping]').evaluate((panel) => panel.scrollWidth)).toBeLessThanOrEqual(390)
    await close()
  })
})
