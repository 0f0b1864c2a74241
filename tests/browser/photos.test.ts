import { unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { crc32 } from '@/data/archive/crc32'
import { stripPhoto } from '@/data/strip-photo'
import { joinBytes, text, u32 } from '../fixtures/bureau/bytes'
import { download, openWithoutMap } from './import-page'

/** Photos as browsers and phones write them, with a place and words in them: neither is kept. */
const SECRET = 'SECRETPLACE 36.4412N 119.1982E'
const MAKERS = { png: withPngWords, webp: withWebpWords } as const
type Kind = keyof typeof MAKERS

it.each(['png', 'webp'] as const)('keeps of a %s neither words nor place, and no more pixels than a wall shows', async (kind) => {
  const { page, close } = await openWithoutMap('#/data?community=C07')
  await page.locator('[data-test=edit] [role=radio]').nth(3).click()
  const photo = MAKERS[kind](await pictureOf(page, kind, 3200, 2400))
  expect(Buffer.from(photo).includes(SECRET)).toBe(true)
  expect(await sizeIn(page, photo, kind)).toEqual([3200, 2400])
  await page.locator('[data-test=photo-input]').setInputFiles([{ name: `IMG.${kind}`, mimeType: `image/${kind}`, buffer: Buffer.from(photo) }])
  await expect.poll(() => page.locator('[data-test=edit-answer]').innerText(), { timeout: 20_000 }).toBe('已保存')
  await page.locator('[data-test=open-export]').click()
  const files = unzipSync((await download(page, 'export-folder')).bytes)
  const [path] = Object.keys(files).filter((name) => name.startsWith('geodata/photos/'))
  const kept = files[path!]!
  expect(Buffer.from(kept).includes('SECRET')).toBe(false)
  // No segment of an application and no remark: what a camera or an editor writes has no place left.
  expect(markersOf(kept).filter((marker) => (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe)).toEqual([])
  expect([kept.length <= 400_000, await sizeIn(page, kept, 'jpeg')]).toEqual([true, [1600, 1200]])
  await close()
})

it.each(['png', 'webp'] as const)('leaves the picture of a %s that was put into the folder by hand, and nothing else', async (kind) => {
  const { page, close } = await openWithoutMap('#/data')
  const picture = await pictureOf(page, kind, 320, 240)
  const { bytes, extension } = stripPhoto(MAKERS[kind](picture))!
  expect([extension, Buffer.from(bytes).includes('SECRET')]).toEqual([kind, false])
  for (const name of ['tEXt', 'iTXt', 'zTXt', 'eXIf', 'tIME', 'EXIF', 'XMP ', 'ICCP']) expect(Buffer.from(bytes).includes(name), name).toBe(false)
  expect(await pixelsIn(page, bytes, kind)).toEqual(await pixelsIn(page, picture, kind))
  await close()
})

it('says what to do with a photo that no browser can read', async () => {
  const { page, close } = await openWithoutMap('#/data?community=C07')
  await page.locator('[data-test=edit] [role=radio]').nth(3).click()
  const heic = joinBytes([Uint8Array.of(0, 0, 0, 24), text('ftypheic'), u32(0), text('mif1heic'), new Uint8Array(400)])
  const choose = (name: string, bytes: Uint8Array) => page.locator('[data-test=photo-input]').setInputFiles([{ name, mimeType: 'image/jpeg', buffer: Buffer.from(bytes) }])
  const words = () => page.locator('[data-test=photo-refused]').innerText()
  // Whatever it is called: some phones rename it.
  await choose('IMG_2.jpg', heic)
  await expect.poll(words).toContain('HEIC')
  await choose('IMG_3.jpg', text('no photo at all'))
  await expect.poll(words).toBe('这个文件不是可用的照片（JPG、PNG、WebP）')
  expect(await page.locator('[data-test=edit-answer]').count()).toBe(0)
  await close()
})

/** A picture of coloured stripes as this browser writes it. */
async function pictureOf(page: Page, kind: Kind, width: number, height: number): Promise<Uint8Array> {
  const numbers = await page.evaluate(async ([kind, width, height]) => {
    const canvas = new OffscreenCanvas(width, height)
    const context = canvas.getContext('2d')!
    for (let x = 0; x < width; x += 40) {
      context.fillStyle = `hsl(${x % 360} 70% 50%)`
      context.fillRect(x, 0, 40, height)
    }
    return [...new Uint8Array(await (await canvas.convertToBlob({ type: `image/${kind}`, quality: 0.9 })).arrayBuffer())]
  }, [kind, width, height] as const)
  return Uint8Array.from(numbers)
}

async function sizeIn(page: Page, bytes: Uint8Array, kind: string): Promise<[number, number]> {
  return page.evaluate(async ([numbers, kind]) => {
    const bitmap = await createImageBitmap(new Blob([Uint8Array.from(numbers)], { type: `image/${kind}` }))
    return [bitmap.width, bitmap.height]
  }, [[...bytes], kind] as const)
}

/** The colours of a picture along its middle. */
async function pixelsIn(page: Page, bytes: Uint8Array, kind: Kind): Promise<number[]> {
  return page.evaluate(async ([numbers, kind]) => {
    const bitmap = await createImageBitmap(new Blob([Uint8Array.from(numbers)], { type: `image/${kind}` }))
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!
    context.drawImage(bitmap, 0, 0)
    return [...context.getImageData(0, bitmap.height / 2, bitmap.width, 1).data]
  }, [[...bytes], kind] as const)
}

/** A PNG with words, international words, Exif data and a time before its picture (PNG 3rd edition, 11.3). */
function withPngWords(png: Uint8Array): Uint8Array {
  const chunk = (kind: string, body: Uint8Array): Uint8Array => {
    const named = joinBytes([text(kind), body])
    return joinBytes([u32(body.length).reverse(), named, u32(crc32(named)).reverse()])
  }
  // Signature of 8 bytes, then the header of 25.
  return joinBytes([
    png.subarray(0, 33), chunk('tEXt', text(`Comment\0${SECRET}`)), chunk('iTXt', text(`XML:com.adobe.xmp\0\0\0\0\0${SECRET}`)),
    chunk('eXIf', text(`MM\0*${SECRET}`)), chunk('tIME', Uint8Array.of(7, 232, 11, 2, 10, 0, 0)), png.subarray(33),
  ])
}

/** A WebP with Exif and XMP data behind its picture (RFC 9649, 2.7); this browser writes the extended header for them. */
function withWebpWords(webp: Uint8Array): Uint8Array {
  expect(new TextDecoder().decode(webp.subarray(12, 16))).toBe('VP8X')
  const chunk = (kind: string, body: Uint8Array) => joinBytes([text(kind), u32(body.length), body, new Uint8Array(body.length % 2)])
  const body = joinBytes([webp.subarray(8), chunk('EXIF', text(`MM\0*${SECRET}`)), chunk('XMP ', text(`<x:xmpmeta>${SECRET}</x:xmpmeta>`))])
  // Flags of the extended header: Exif and XMP follow.
  body[12]! |= 0b0000_1100
  return joinBytes([text('RIFF'), u32(body.length), body])
}

/** Markers of the segments of a JPEG, up to its picture. */
function markersOf(jpeg: Uint8Array): number[] {
  const markers: number[] = []
  for (let at = 2; jpeg[at] === 0xff && jpeg[at + 1] !== 0xda; at += 2 + (jpeg[at + 2]! << 8 | jpeg[at + 3]!)) markers.push(jpeg[at + 1]!)
  return markers
}
