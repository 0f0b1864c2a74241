import type { Page } from 'playwright-core'

/** Part of a page, px from its upper left corner. */
export interface Clip { x: number; y: number; width: number; height: number }

/** Red, green, blue 0…255 of every pixel of a part of a page, row by row, as a person sees them. */
export async function readPixels(page: Page, { x, y, width, height }: Clip): Promise<number[][]> {
  const clip = { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) }
  const places = Array.from({ length: clip.width * clip.height }, (_, i) => [i % clip.width, Math.floor(i / clip.width)] as const)
  return decode(page, await page.screenshot({ clip }), places)
}

/** Colour `#rrggbb` of the page at each of some points, px from its upper left corner. */
export async function readColours(page: Page, points: readonly { x: number; y: number }[]): Promise<string[]> {
  const pixels = await decode(page, await page.screenshot(), points.map(({ x, y }) => [Math.floor(x), Math.floor(y)] as const))
  return pixels.map((pixel) => `#${pixel.map((value) => value.toString(16).padStart(2, '0')).join('')}`)
}

/** Some pixels of a picture, decoded where a decoder is at hand: in the browser. */
function decode(page: Page, png: Buffer, places: readonly (readonly [x: number, y: number])[]): Promise<number[][]> {
  return page.evaluate(async ({ base64, places }) => {
    const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))]))
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!
    context.drawImage(bitmap, 0, 0)
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height)
    return places.map(([x, y]) => [...data.slice((y * bitmap.width + x) * 4, (y * bitmap.width + x) * 4 + 3)])
  }, { base64: png.toString('base64'), places })
}

/** Share 0…1 of pixels that differ visibly between two pictures of the same size. */
export function differingShare(a: readonly number[][], b: readonly number[][]): number {
  if (a.length !== b.length) throw new Error(`pictures of one size expected, got ${a.length} and ${b.length} pixels`)
  const isDifferent = (one: number[], other: number[]) => one.some((value, i) => Math.abs(value - other[i]!) > 24)
  return a.filter((pixel, i) => isDifferent(pixel, b[i]!)).length / a.length
}

/** Largest difference of a channel between two colours `#rrggbb`, 0…255. */
export function colourDistance(a: string, b: string): number {
  const channels = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
  const other = channels(b)
  return Math.max(...channels(a).map((value, i) => Math.abs(value - other[i]!)))
}
