import { unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { joinBytes, text, u16, u32, zipStored } from '../fixtures/bureau/bytes'
import { EXPECTED } from '../fixtures/bureau/expected'
import { accept, bring, download, offer, openWithoutMap } from './import-page'

/** The clerks' view at its limits: broken and hostile files, photos with a place, two tabs. */
const OLD_XLS = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array<number>(1024).fill(0))
const GOOD = { name: '好的.csv', bytes: '小区名称,户数\n国槐里,122\n' }
const BROKEN: readonly { name: string; bytes: Uint8Array | string; says: RegExp }[] = [
  { name: '老表格.xls', bytes: OLD_XLS, says: /xls/ },
  { name: '断了.zip', bytes: EXPECTED.outlines.make().slice(0, 4000), says: /压缩包/ },
  { name: '上级.zip', bytes: zipStored([{ name: '../../geodata/ledger.csv', bytes: text('小区名称,户数\n国槐里,1\n') }]), says: /\.\.|路径/ },
  { name: '实体.kml', bytes: '<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY a "b">]><kml><Document><name>&a;</name></Document></kml>', says: /DOCTYPE/ },
  { name: '网页.geojson', bytes: '<!doctype html><html><head><title>404</title></head><body>Not Found</body></html>', says: /网页/ },
  { name: '空的.csv', bytes: '', says: /空|没有内容/ },
]

describe('broken and hostile files', () => {
  it('get one sentence each, and the good file beside them is used', async () => {
    const { page, close } = await openWithoutMap()
    await bring(page, ...BROKEN, GOOD)
    for (const { name, says } of BROKEN) {
      const row = page.locator('[data-test=file-row]').filter({ hasText: name })
      expect(await row.getAttribute('data-verdict'), name).toBe('rejected')
      // What is wrong and what to do about it, once.
      const sentences = await row.locator('.failure').allInnerTexts()
      expect(sentences, name).toEqual([expect.stringMatching(says)])
      expect(await row.locator('.failure .muted').innerText(), name).toMatch(/.{6}。$/)
    }
    expect(await offer(page)).toBe('采用 1 条')
    await accept(page)
    await close()
  })

  it('put nothing into the prototypes of the page', async () => {
    const { page, close } = await openWithoutMap()
    const properties = '{"空间名称":"空地","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'
    const shape = '{"type":"Polygon","coordinates":[[[119.2,36.42],[119.2003,36.42],[119.2003,36.4203],[119.2,36.4203],[119.2,36.42]]]}'
    await bring(page,
      { name: '原型.geojson', bytes: `{"type":"FeatureCollection","__proto__":{"polluted":true},"features":[{"type":"Feature","properties":${properties},"geometry":${shape}}]}` },
      { name: '原型.csv', bytes: '小区名称,户数,__proto__,constructor\n国槐里,122,polluted,polluted\n' })
    await page.locator('[data-test=finding][data-code=dangerous-key]').first().waitFor()
    expect(await page.evaluate(() => [Reflect.get({}, 'polluted'), Reflect.get(Object, 'polluted'), Object.keys(Object.prototype)])).toEqual([undefined, undefined, []])
    await close()
  })

  it('have names that are text wherever they stand', async () => {
    const { page, close } = await openWithoutMap()
    const markup = '<img src=x onerror=hit=1>'
    const name = `${markup}.csv`
    await bring(page, { name, bytes: `小区名称,户数,${markup},备注${markup}\n${markup},12,${markup},<b>粗</b>\n国槐里<i>,122,1,2\n` })
    const elements = () => page.evaluate(() => [document.querySelectorAll('[data-test=data] :is(img, b b, p i, td b)').length, Reflect.get(window, 'hit')])
    const seen = async (where: string) => {
      expect(await page.locator('[data-test=data]').innerText(), where).toContain(markup)
      expect(await elements(), where).toEqual([0, undefined])
    }
    await page.locator('[data-test=file-open]').click()
    await seen('file')
    await page.locator('[data-test=open-mapping]').click()
    expect(await page.locator('[data-test=mapping]').innerText()).toContain(markup)
    await seen('columns')
    await page.keyboard.press('Escape')
    for (const tab of [0, 1, 2]) {
      await page.locator('[data-test=check] [role=radio]').nth(tab).click()
      await seen(`tab ${tab}`)
    }
    await page.locator('[data-test=check] [role=radio]').nth(1).click()
    for (let next = page.locator('[data-test=name-question][data-open=true] [data-test=name-new]').first(); await next.count() > 0;) await next.click()
    await bring(page, { name: `${markup}2.csv`, bytes: GOOD.bytes })
    await accept(page)
    // The history tells the names of the files.
    await seen('history')
    await close()
  })
})

const item = (page: Page, code: string) => page.locator(`[data-test=edit-item][data-item=${code}]`)
const shareOf = (page: Page, code: string) => item(page, code).locator('b').innerText()
const saved = (page: Page) => expect.poll(() => page.locator('[data-test=edit-answer]').innerText()).toBe('已保存')

/** Enter a share and save it, by hand. */
async function setShare(page: Page, code: string, percent: number): Promise<void> {
  const row = item(page, code)
  await row.locator('button').first().click()
  await row.locator('[data-test=edit-share]').fill(String(percent))
  await row.locator('[data-test=edit-share]').blur()
  await row.locator('[data-test=edit-save]').click()
  await row.locator('form').waitFor({ state: 'detached' })
}
const editTab = (page: Page, at: number) => page.locator('[data-test=edit] [role=radio]').nth(at).click()
const steps = (page: Page) => page.locator('[data-test=history-step] p:first-child').allInnerTexts()

describe('a community that is edited in place', () => {
  it('takes a higher share, a lower one, a day and a remark, each of them a step that can be undone', async () => {
    const { page, close } = await openWithoutMap('#/data?community=C07')
    const first = await shareOf(page, 'J13')
    expect(first).toBe('73%')
    await setShare(page, 'J13', 80)
    await expect.poll(() => shareOf(page, 'J13')).toBe('80%')
    await setShare(page, 'J13', 60)
    await expect.poll(() => shareOf(page, 'J13')).toBe('60%')

    await editTab(page, 1)
    const milestone = page.locator('[data-test=edit-milestone]').filter({ has: page.locator('[data-test=edit-milestone-date]') }).last()
    await milestone.locator('[data-test=edit-milestone-date]').fill('2024-10-20')
    await milestone.locator('[data-test=edit-save]').click()
    await saved(page)

    await editTab(page, 2)
    await page.locator('[data-test=edit-remark]').fill('<b>停水</b>通知已贴')
    await page.locator('[data-test=edit] [data-test=edit-save]').click()
    await expect.poll(() => page.locator('[data-test=edit] .earlier li').first().innerText()).toContain('<b>停水</b>通知已贴')

    await page.locator('[data-test=open-history]').click()
    await expect.poll(async () => (await steps(page)).length).toBe(5)
    for (const _ of [1, 2, 3]) {
      const undone = await page.locator('[data-test=history-step][data-state=undone]').count()
      await page.locator('[data-test=undo]').click()
      await expect.poll(() => page.locator('[data-test=history-step][data-state=undone]').count()).toBe(undone + 1)
    }
    await page.locator('[data-test=open-edit]').click()
    await expect.poll(() => shareOf(page, 'J13')).toBe('80%')
    await close()
  })

  it('keeps of a photo neither the place where it was taken nor more pixels than a wall shows', async () => {
    const { page, close } = await openWithoutMap('#/data?community=C07')
    await editTab(page, 3)
    const photo = withPlace(await photoOf(page, 3200, 2400))
    expect(Buffer.from(photo).includes('Exif')).toBe(true)
    await page.locator('[data-test=photo-credit]').fill('王工')
    await page.locator('[data-test=photo-input]').setInputFiles([{ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(photo) }])
    await saved(page)
    await page.locator('[data-test=open-export]').click()
    const files = unzipSync((await download(page, 'export-folder')).bytes)
    const tour = JSON.parse(new TextDecoder().decode(files['geodata/tour.json'])) as { photos: { communityId: string; after: string | null }[] }
    const kept = Buffer.from(files[`geodata/${tour.photos.find(({ communityId }) => communityId === 'C07')!.after!}`]!)
    for (const secret of ['Exif', 'SECRETCAM', '2024:11:02']) expect(kept.includes(secret), secret).toBe(false)
    expect(sizeOf(kept)).toEqual([1600, 1200])
    expect(kept.length).toBeLessThanOrEqual(400_000)
    await close()
  })
})

/** A JPEG as this browser writes it, of coloured stripes. */
async function photoOf(page: Page, width: number, height: number): Promise<Uint8Array> {
  const base64 = await page.evaluate(([width, height]) => {
    const canvas = Object.assign(document.createElement('canvas'), { width, height })
    const context = canvas.getContext('2d')!
    for (let x = 0; x < width; x += 40) {
      context.fillStyle = `hsl(${x % 360} 70% 50%)`
      context.fillRect(x, 0, 40, height)
    }
    return canvas.toDataURL('image/jpeg', 0.9).split(',')[1]!
  }, [width, height] as const)
  return new Uint8Array(Buffer.from(base64, 'base64'))
}

/** The same with what a phone writes into it (Exif 2.3): maker, time and 36° 26′ N. */
function withPlace(jpeg: Uint8Array): Uint8Array {
  const entry = (tag: number, type: number, count: number, value: Uint8Array) => joinBytes([u16(tag), u16(type), u32(count), value])
  // Offsets count from the beginning of "II": first directory at 8 (3 entries), its values at 50, the directory of the place at 80.
  const directory = joinBytes([u16(3), entry(0x010f, 2, 10, u32(50)), entry(0x0132, 2, 20, u32(60)), entry(0x8825, 4, 1, u32(80)), u32(0)])
  const place = joinBytes([u16(2), entry(1, 2, 2, text('N\0\0\0')), entry(2, 5, 3, u32(110)), u32(0)])
  const degrees = joinBytes([36, 1, 26, 1, 0, 1].map(u32))
  const tiff = joinBytes([text('II'), u16(42), u32(8), directory, text('SECRETCAM\0'), text('2024:11:02 10:00:00\0'), place, degrees])
  const body = joinBytes([text('Exif\0\0'), tiff])
  const length = body.length + 2
  return joinBytes([jpeg.subarray(0, 2), Uint8Array.of(0xff, 0xe1, length >> 8, length & 255), body, jpeg.subarray(2)])
}

/** Width and height in the frame header of a JPEG. */
function sizeOf(jpeg: Buffer): [number, number] {
  for (let at = 2; at < jpeg.length; at += 2 + jpeg.readUInt16BE(at + 2)) {
    const marker = jpeg[at + 1]!
    if (marker >= 0xc0 && marker <= 0xc2) return [jpeg.readUInt16BE(at + 7), jpeg.readUInt16BE(at + 5)]
  }
  throw new Error('No frame in the photo')
}

describe('two tabs', () => {
  it('edit by hand at the same time, and neither overwrites the other', async () => {
    const { page, url, close } = await openWithoutMap('#/data?community=C07')
    const other = await page.context().newPage()
    // The same lack of a map as in the first window.
    await other.addInitScript(() => Object.assign(HTMLCanvasElement.prototype, { getContext: () => null }))
    await other.goto(`${url}#/data?community=C07`)
    await item(other, 'J13').waitFor()
    await Promise.all([setShare(page, 'J13', 81), setShare(other, 'W01', 44)])
    for (const one of [page, other]) await expect.poll(async () => [await shareOf(one, 'J13'), await shareOf(one, 'W01')]).toEqual(['81%', '44%'])
    await Promise.all([setShare(page, 'W02', 61), setShare(other, 'W02', 62)])
    await page.locator('[data-test=open-history]').click()
    await expect.poll(async () => (await steps(page)).length).toBe(5)
    const told = (await steps(page)).join('\n')
    for (const share of ['81%', '44%', '61%', '62%']) expect(told).toContain(share)
    await page.reload()
    await item(page, 'J13').waitFor()
    expect([await shareOf(page, 'J13'), await shareOf(page, 'W01'), await shareOf(page, 'W02')]).toEqual(['81%', '44%', await shareOf(other, 'W02')])
    await other.close()
    await close()
  })
})
