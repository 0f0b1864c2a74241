import type { Page } from 'playwright-core'

/** A channel may differ so much, 0…255, before a pixel counts as different: software drawing rounds. */
const TOLERANCE = 24

/** Share 0…1 of pixels that differ visibly between two pictures (PNG) of one size. Decoded in a page of its own. */
export function comparePictures(page: Page, a: Buffer, b: Buffer): Promise<number> {
  return page.evaluate(async ({ pictures, tolerance }) => {
    const [one, other] = await Promise.all(pictures.map(async (base64) => {
      const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))]))
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!
      context.drawImage(bitmap, 0, 0)
      return context.getImageData(0, 0, bitmap.width, bitmap.height)
    }))
    if (one!.width !== other!.width || one!.height !== other!.height) throw new Error('pictures of one size expected')
    let different = 0
    for (let i = 0; i < one!.data.length; i += 4) {
      if ([0, 1, 2].some((k) => Math.abs(one!.data[i + k]! - other!.data[i + k]!) > tolerance)) different++
    }
    return different / (one!.width * one!.height)
  }, { pictures: [a.toString('base64'), b.toString('base64')], tolerance: TOLERANCE })
}
