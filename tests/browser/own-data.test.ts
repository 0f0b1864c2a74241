import { execFileSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FeatureCollection } from 'geojson'
import { describe, expect, it } from 'vitest'
import { copyGeodata, openApp } from './harness'
import { drawnShapes, waitForMap } from './map-probe'

const MARKUP = '<img src=x onerror=alert(1)>里'

/** Change a file of a folder as its owner would: edit, then renew the manifest with the command of the project. */
async function edit(folder: string, file: string, change: (collection: FeatureCollection) => void): Promise<void> {
  const path = join(folder, file)
  const collection = JSON.parse(await readFile(path, 'utf8')) as FeatureCollection
  change(collection)
  await writeFile(path, JSON.stringify(collection))
  execFileSync(process.execPath, ['src/cli/run.mjs', 'src/cli/geodata.ts', 'manifest', folder])
}

describe('a folder that its owner changed', () => {
  it('is shown as it is, and differs from the plan in so many words', async () => {
    const geodata = await copyGeodata()
    await edit(geodata, 'buildings.geojson', ({ features }) => void features.splice(features.findIndex(({ properties }) => properties?.id === 'C07-B1'), 1))
    const { page, close } = await openApp('', { geodata })
    const totals = page.locator('[data-test=totals]')
    await totals.waitFor()
    expect(await totals.locator('.value .num').first().innerText()).toBe('35')
    expect(await totals.locator('.value .num').nth(1).innerText()).toBe('122')
    expect(await totals.innerText()).toContain('方案 123')
    expect(await page.locator('[data-test=synthetic]').innerText()).not.toContain('与方案总数一致')
    await page.locator('[data-test=findings]').getByRole('button').click()
    await expect.poll(() => page.locator('ol.list').innerText()).toContain('C07')
    await waitForMap(page)
    expect((await drawnShapes(page, 'buildings')).length).toBe(122)
    await close()
  })

  it('cannot put markup into the page by a name', async () => {
    const geodata = await copyGeodata()
    await edit(geodata, 'communities.geojson', ({ features }) => {
      features.find(({ properties }) => properties?.id === 'C01')!.properties!.name = MARKUP
    })
    const { page, close } = await openApp('#/progress?community=C01&table=1', { geodata })
    await page.waitForSelector('[data-test=community-card]')
    expect(await page.locator('[data-test=community-card] h2').innerText()).toBe(MARKUP)
    await page.waitForSelector('.data-table')
    await page.locator('[data-test=search]').fill('onerror')
    await page.locator('#search-results [role=option]').first().waitFor()
    await waitForMap(page)
    expect(await page.locator('img').count()).toBe(0)
    await close()
  })
})
