import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApp, type OpenedApp } from './harness'
import { readTable } from './read-page'

describe('the table', () => {
  let app: OpenedApp
  const head = (title: string) => app.page.locator('.data-table thead th', { hasText: title })
  const column = async (title: string) => (await readTable(app.page)).map((row) => row[title]!)
  beforeAll(async () => {
    app = await openApp('#/progress?date=2024-08-26&table=1')
    await app.page.waitForSelector('.data-table')
  })
  afterAll(() => app.close())

  it('sorts by a number, largest first, and the other way at the second click', async () => {
    await head('实际 %').locator('button').click()
    const shares = (await column('实际 %')).map((share) => Number.parseInt(share, 10))
    expect(shares.length).toBe(35)
    expect(shares).toEqual([...shares].sort((a, b) => b - a))
    expect(await head('实际 %').getAttribute('aria-sort')).toBe('descending')
    await head('实际 %').locator('button').click()
    expect((await column('实际 %')).map((share) => Number.parseInt(share, 10))).toEqual(shares.toReversed())
    expect(await head('实际 %').getAttribute('aria-sort')).toBe('ascending')
  })

  it('sorts by a name in the order of Pinyin', async () => {
    await head('名称').locator('button').click()
    const names = await column('名称')
    expect(names.indexOf('白蜡里')).toBeLessThan(names.indexOf('国槐里'))
    expect(names.indexOf('国槐里')).toBeLessThan(names.indexOf('紫藤里'))
  })

  it('shows all that is on the map: communities, buildings, spare space, facilities, roads', async () => {
    const counts: Record<string, number> = {}
    for (const tab of ['楼栋', '可挖潜空间', '现有设施', '道路', '小区']) {
      await app.page.locator('[data-test=table-panel] [role=radio]', { hasText: tab }).click()
      counts[tab] = (await readTable(app.page)).length
    }
    expect(counts).toMatchObject({ 小区: 35, 楼栋: 123 })
    expect(counts['可挖潜空间']).toBeGreaterThanOrEqual(60)
    expect(counts['现有设施']).toBeGreaterThan(5)
    expect(counts['道路']).toBeGreaterThan(10)
  })

  it('follows the filter of the legend', async () => {
    await app.page.locator('[data-test=table-panel]').getByRole('button', { name: '关闭' }).click()
    const entry = app.page.locator('[data-test="legend-25-50"]')
    await entry.click()
    const count = Number(await entry.locator('.count').innerText())
    await app.page.locator('[data-test=open-table]').click()
    expect((await readTable(app.page)).length).toBe(count)
    expect(await app.page.locator('[data-test=table-panel]').innerText()).toContain(`已筛选 ${count} / 35`)
    await app.page.locator('[data-test=table-panel]').getByRole('button', { name: '关闭' }).click()
    await app.page.getByRole('button', { name: '取消筛选' }).click()
    await app.page.locator('[data-test=open-table]').click()
    expect((await readTable(app.page)).length).toBe(35)
  })

  it('is downloaded with a mark for spreadsheets, both dates and the nature of the data', async () => {
    const { name, text } = await download(app.page)
    expect(name).toBe('小区-2024-08-26-示意数据.csv')
    expect(text.startsWith('\ufeff名称,')).toBe(true)
    const [header, ...rows] = text.slice(1).trimEnd().split('\r\n')
    expect(rows.length).toBe(35)
    expect(header!.split(',').slice(-3)).toEqual(['数据性质', '截至日期', '数据截止'])
    for (const row of rows) expect(row.split(',').slice(-3)).toEqual(['示意数据', '2024-08-26', '2024-10-28'])
    const shown = (await readTable(app.page)).map((row) => row['名称'])
    expect(rows.map((row) => row.split(',')[0]).sort()).toEqual(shown.sort())
  })
})

async function download(page: Page): Promise<{ name: string; text: string }> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator('[data-test=download]').click()])
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') }
}
