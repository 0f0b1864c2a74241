import type { Feature, Point, Polygon, Position } from 'geojson'
import type { GeoJSONSource } from 'maplibre-gl'
import type { Page } from 'playwright-core'
import readXlsxFile from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { encodeDoubleByte } from '../fixtures/bureau/encode-double-byte'
import { EXPECTED, LEDGER_ANSWER } from '../fixtures/bureau/expected'
import { toGcj02 } from '../fixtures/bureau/shifted'
import { shippedCommunities } from '../fixtures/bureau/shipped-town'
import { openApp } from './harness'
import { accept, bring, download, offer, openWithoutMap, rest, textOf } from './import-page'
import { findMap, lookOf, settle, waitForMap } from './map-probe'

/** Every question that a file of a bureau raises, one by one; a whole sitting is in bureau-files.test.ts. */
const bytesOf = ({ name, make }: { name: string; make: () => Uint8Array }) => ({ name, bytes: make() })

type Preview = Feature<Point | Polygon, { id: string; kind: string }>
/** What the map was given to draw of the import. */
async function previewOf(page: Page): Promise<Preview[]> {
  const map = await findMap(page)
  return map.evaluate(async (map) => {
    const data = await map.getSource<GeoJSONSource>('preview')!.getData()
    return (data as unknown as { features: Preview[] }).features
  })
}
const metresBetween = ([lon = NaN, lat = NaN]: Position, [lon2 = NaN, lat2 = NaN]: Position) =>
  Math.hypot((lon2 - lon) * 111_320 * Math.cos((lat * Math.PI) / 180), (lat2 - lat) * 110_960)

/** The middle of eight yards, and a new facility in each of them as somebody picks it from a Chinese web map. */
const YARDS = shippedCommunities().slice(0, 8).map(({ geometry }) => {
  const ring = geometry.coordinates[0]!.slice(1)
  return [0, 1].map((axis) => ring.reduce((sum, position) => sum + position[axis]!, 0) / ring.length)
})
function facilitiesInYards() {
  const lines = YARDS.map(toGcj02).map(([lon, lat], i) => `新食堂${i + 1},老年食堂,${lon!.toFixed(6)},${lat!.toFixed(6)}`)
  return { name: '新设施.csv', bytes: encodeDoubleByte(['设施名称,设施类型,经度,纬度', ...lines, ''].join('\r\n')) }
}

/** A yard of the shipped data with a bow of 2 m tied into one of its sides. */
function withBow(id: string) {
  const { properties, geometry } = shippedCommunities().find((one) => one.properties.id === id)!
  const [first, second] = geometry.coordinates[0] as [Position, Position]
  const at = (part: number, north: number): Position => [first[0]! + (second[0]! - first[0]!) * part, first[1]! + (second[1]! - first[1]!) * part + north / 110_960]
  const ring = [first, at(0.6, 0), at(0.5, 2), at(0.45, -2), ...geometry.coordinates[0]!.slice(1)]
  return { properties, ring, bytes: JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', properties: { 小区编码: id, 小区名称: properties.name }, geometry: { type: 'Polygon', coordinates: [ring] } }] }) }
}

describe('a file whose encoding was chosen wrongly', () => {
  it('is put right by its preview, and nothing of the wrong reading stays', async () => {
    const { page, close } = await openWithoutMap()
    await bring(page, { name: '小区户数.csv', bytes: encodeDoubleByte('小区名称,户数\r\n国槐里,122\r\n海棠里,189\r\n') })
    await page.locator('[data-test=file-open]').click()
    const encoding = page.locator('[data-test=encoding]')
    const preview = page.locator('[data-test=encoding-preview]')
    expect(await encoding.inputValue()).toBe('gb18030')
    expect(await preview.innerText()).toContain('国槐里')
    const right = await offer(page)

    await encoding.selectOption('big5')
    await expect.poll(() => preview.innerText()).not.toContain('国槐里')
    await rest(page)
    expect(await encoding.inputValue()).toBe('big5')
    expect(await textOf(page, 'file-details')).toContain('已选定')
    expect(await page.locator('[data-test=accept]').isEnabled()).toBe(false)

    await encoding.selectOption('gb18030')
    await expect.poll(() => preview.innerText()).toContain('国槐里')
    await rest(page)
    expect(await offer(page)).toBe(right)
    await accept(page)
    await close()
  })
})

describe('a file that does not say its coordinate system', () => {
  it('lists what it may be with distances, shows each on the map, and moves its points when one is taken', async () => {
    const { page, close } = await openApp('#/data', { viewport: { width: 1600, height: 1000 } })
    await bring(page, facilitiesInYards())
    await waitForMap(page)
    const candidates = await page.locator('[data-test=crs-candidate]').evaluateAll((rows) => rows.map((row) => ({ crs: row.getAttribute('data-crs')!, distance: row.querySelector('td')!.textContent })))
    expect(candidates.map(({ crs }) => crs)).toEqual(expect.arrayContaining(['EPSG:4326', 'GCJ-02', 'BD-09']))
    for (const { distance } of candidates) expect(distance).toMatch(/^[\d,.]+ (m|km)$|^—$/)
    expect(await page.locator('[data-test=accept]').isEnabled()).toBe(false)

    // Each candidate is a frame on the map; the one that is looked at is drawn as chosen.
    const frames = async () => (await previewOf(page)).filter(({ properties: { kind } }) => kind === 'candidate' || kind === 'chosen')
    await expect.poll(async () => (await frames()).length).toBe(candidates.length)
    for (const crs of ['BD-09', 'GCJ-02']) {
      await page.locator(`[data-test=crs-candidate][data-crs="${crs}"]`).click()
      await expect.poll(async () => (await frames()).filter(({ properties: { kind } }) => kind === 'chosen').map(({ properties: { id } }) => id)).toEqual([`crs ${crs}`])
    }

    // As found on a Chinese web map the points lie half a kilometre off; converted they lie where they were picked.
    const farthest = async (): Promise<number> => {
      const points = (await previewOf(page)).filter(({ geometry, properties: { kind } }) => geometry.type === 'Point' && kind === 'used')
      const shifts = points.map(({ properties: { id }, geometry }) => metresBetween(YARDS[Number(id.split(':').at(-1)) - 2]!, (geometry as Point).coordinates))
      return shifts.length === YARDS.length ? Math.max(...shifts) : NaN
    }
    await page.locator('[data-test=crs-candidate][data-crs="EPSG:4326"]').click()
    await page.locator('[data-test=take-crs]').click()
    await expect.poll(farthest).toBeGreaterThan(300)
    await rest(page)
    await page.locator('[data-test=file-open]').click()
    await page.locator('[data-test=crs-candidate][data-crs="GCJ-02"]').click()
    await page.locator('[data-test=take-crs]').click()
    await expect.poll(farthest).toBeLessThan(0.5)
    expect(await textOf(page, 'take-crs')).toContain('已采用')
    expect(await offer(page)).toBe(`采用 ${YARDS.length} 条`)
    await close()
  })
})

describe('a column', () => {
  const TABLE = '小区名称,户数,乙数\n国槐里,122,1995\n海棠里,190,1992\n'
  const field = (page: Page, column: string) => page.locator(`[data-test=mapping-row][data-column="${column}"] [data-test=mapping-field]`)
  const openColumns = async (page: Page) => {
    await page.locator('[data-test=file-open]').click()
    await page.locator('[data-test=open-mapping]').click()
  }

  it('gets another meaning, the judgement follows, and the next table of the kind has it after a restart', async () => {
    const { page, close } = await openWithoutMap()
    await bring(page, { name: '一.csv', bytes: TABLE })
    await openColumns(page)
    expect([await field(page, '户数').inputValue(), await field(page, '乙数').inputValue()]).toEqual(['households', ''])
    await page.locator('[data-test=check] [role=radio]').nth(2).click()
    const differences = async () => {
      const [heading] = await page.locator('[data-test=change-changed]').allInnerTexts()
      return heading?.replace(/\s+/g, ' ') ?? ''
    }
    await expect.poll(differences).toContain('2 条')
    await field(page, '户数').selectOption('')
    await expect.poll(differences).toBe('')
    await field(page, '乙数').selectOption('builtYear')
    // Only one of the two was built in another year than is known.
    await expect.poll(differences).toContain('1 条')
    await rest(page)
    await page.locator('[data-test=mapping-remember]').click()

    await page.reload()
    await bring(page, { name: '二.csv', bytes: TABLE.replace('国槐里,122', '雪松里,1') })
    await openColumns(page)
    expect(await page.locator('[data-test=mapping-target]').inputValue()).toBe('communities')
    expect([await field(page, '户数').inputValue(), await field(page, '乙数').inputValue()]).toEqual(['', 'builtYear'])
    await close()
  })
})

describe('a shape that crosses itself', () => {
  it('is shown before and after; refused the row is not used, taken it is', async () => {
    const { page, close } = await openApp('#/data', { viewport: { width: 1600, height: 1000 } })
    await bring(page, { name: '范围.geojson', bytes: withBow('C07').bytes })
    await page.locator('[data-test=finding][data-code=shape-repaired] [data-test=zoom]').click()
    await page.locator('[data-test=repair]').waitFor()
    const [before, after] = await Promise.all(['before', 'after'].map((side) => page.locator(`[data-test=repair] svg path.${side}`).first().getAttribute('d')))
    expect(before).not.toBe(after)
    await waitForMap(page)
    await expect.poll(async () => [...new Set((await previewOf(page)).map(({ properties: { kind } }) => kind))].sort()).toEqual(['after', 'before'])
    expect(await page.locator('[data-test=accept]').isEnabled()).toBe(false)

    await page.locator('[data-test=repair-refuse]').click()
    await expect.poll(() => page.locator('[data-test=repair-refuse]').getAttribute('aria-pressed')).toBe('true')
    await rest(page)
    expect([await offer(page), await page.locator('[data-test=accept]').isEnabled()]).toEqual(['采用 0 条', false])

    await page.locator('[data-test=repair-take]').click()
    await expect.poll(() => offer(page)).toBe('采用 1 条')
    await accept(page)
    await close()
  })
})

describe('a finding', () => {
  it('leads the map to its place', async () => {
    const { page, close } = await openApp('#/data', { viewport: { width: 1600, height: 1000 } })
    await bring(page, bytesOf(EXPECTED.ledgerWorkbook))
    await waitForMap(page)
    const before = await lookOf(page)
    await page.locator('[data-test=finding][data-code=bad-date] [data-test=zoom]').click()
    const place = shippedCommunities().find(({ properties: { id } }) => id === LEDGER_ANSWER.badDate.communityId)!.geometry.coordinates[0]!
    const [lons, lats] = [place.map(([lon]) => lon!), place.map((position) => position[1]!)]
    // The middle of the map lies under the panels on both sides: the yard is on the screen, near it.
    await expect.poll(async () => (await lookOf(page)).zoom).toBeGreaterThan(before.zoom + 1)
    await settle(page)
    const { lon, lat } = await lookOf(page)
    expect(metresBetween([lon, lat], [(Math.min(...lons) + Math.max(...lons)) / 2, (Math.min(...lats) + Math.max(...lats)) / 2])).toBeLessThan(150)
    await close()
  })

  it('stands in the list that is downloaded, as text and as a workbook, each of them', async () => {
    const { page, close } = await openWithoutMap()
    await bring(page, bytesOf(EXPECTED.ledgerWorkbook), bytesOf(EXPECTED.phone), { name: '空.csv', bytes: '' })
    const shown = await page.locator('[data-test=finding]').evaluateAll((rows) => rows.map((row) => row.querySelector('p')!.lastChild!.textContent!.trim()))
    const counts = (await textOf(page, 'finding-counts')).match(/\d+/g)!.map(Number)
    expect(counts[0]! + counts[1]!).toBe(shown.length)

    const csv = await download(page, 'findings-csv')
    expect(csv.name).toMatch(/\.csv$/)
    expect([...csv.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const lines = new TextDecoder().decode(csv.bytes).trim().split('\r\n')
    expect(lines).toHaveLength(1 + shown.length)
    for (const sentence of shown) expect(lines.some((line) => line.replaceAll('""', '"').includes(sentence)), sentence).toBe(true)

    const xlsx = await download(page, 'findings-xlsx')
    expect(xlsx.name).toMatch(/\.xlsx$/)
    const rows = (await readXlsxFile(Buffer.from(xlsx.bytes)))[0]!.data
    expect(rows).toHaveLength(1 + shown.length)
    expect(rows.slice(1).map((row) => row[6]).sort()).toEqual([...shown].sort())
    await close()
  })
})

describe('a share that goes backwards', () => {
  it('waits for a person, is taken as a correction, and is what the leaders then see', async () => {
    const { page, url, close } = await openWithoutMap()
    const shown = () => page.locator('[data-test=edit-item][data-item=J12] b').innerText()
    await bring(page, { name: '更正.csv', bytes: '小区名称,公共照明,填报日期\n樱花里,85%,2024-11-04\n' })
    expect(await page.locator('[data-test=accept]').isEnabled()).toBe(false)
    await page.locator('[data-test=next-question]').click()
    await page.locator('[data-test=correction-take]').click()
    await expect.poll(() => offer(page)).toBe('采用 1 条')
    await accept(page)
    await page.locator('[data-test=open-edit]').click()
    await page.locator('[data-test=edit-community]').selectOption('C05')
    await expect.poll(shown).toBe('85%')
    await page.goto(`${url}#/progress?community=C05`)
    await expect.poll(() => page.locator('[data-test=community-details]').innerText()).toMatch(/公共照明[^%]*85%/)
    await close()
  })
})

describe('an import that is put aside', () => {
  it('has its files and its answers when it is taken up after a restart', async () => {
    const { page, close } = await openWithoutMap()
    await bring(page, bytesOf(EXPECTED.facilities), { name: '更正.csv', bytes: '小区名称,公共照明,填报日期\n樱花里,85%,2024-11-04\n' })
    await page.locator('[data-test=crs-candidate][data-crs="GCJ-02"]').click()
    await page.locator('[data-test=take-crs]').click()
    await page.locator('[data-test=crs]').waitFor({ state: 'detached' })
    await rest(page)
    const [effect, facilities] = [await textOf(page, 'effect'), await page.locator('[data-test=file-row]').first().innerText()]
    await page.locator('[data-test=hold]').click()
    await page.locator('[data-test=held]').waitFor()
    expect(await page.locator('[data-test=file-row]').count()).toBe(0)

    await page.reload()
    await page.locator('[data-test=take-up]').click()
    await expect.poll(() => page.locator('[data-test=file-row]').count()).toBe(2)
    await rest(page)
    expect([await textOf(page, 'effect'), await page.locator('[data-test=file-row]').first().innerText()]).toEqual([effect, facilities])
    await close()
  })
})
