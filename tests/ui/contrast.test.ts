import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/**
 * Contrast of the colours of both themes by WCAG 2.2: 4.5 for text (1.4.3), 3 for marks that carry meaning (1.4.11).
 * Formula: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
 */
type Rgb = readonly number[]
type Theme = Record<string, string>

/** Text and what it stands on. */
const TEXT: readonly (readonly [ink: string, ground: string])[] = [
  ['ink', 'surface'], ['ink', 'surface-solid'], ['ink', 'paper'], ['ink', 'brand-soft'],
  ['muted', 'surface'], ['muted', 'surface-solid'], ['muted', 'paper'], ['muted', 'brand-soft'],
  ['brand-ink', 'surface'], ['brand-ink', 'surface-solid'], ['brand-ink', 'brand-soft'], ['on-brand', 'brand'],
  ['warn-ink', 'surface'], ['warn-ink', 'warn-soft'], ['warn-ink', 'brand-soft'],
  ['late', 'surface'], ['late', 'late-soft'], ['late', 'brand-soft'], ['late', 'surface-solid'],
  ['ok', 'surface'], ['ok', 'surface-solid'],
  ['m-name', 'm-halo'], ['m-figure', 'm-halo'], ['m-landmarklabel', 'm-halo'], ['m-label', 'm-halo'], ['m-waterlabel', 'm-halo'], ['m-facility-ink', 'm-facility'],
]
/** Marks and what they stand on. The lamp 预警 has a shape and a word beside its colour, and so need not reach 3. */
const MARKS: readonly (readonly [mark: string, ground: string])[] = [
  ['brand', 'track'], ['tick', 'track'], ['brand', 'surface-solid'], ['ok', 'surface-solid'], ['late', 'surface-solid'],
  ['m-lamp-normal', 'm-paper'], ['m-lamp-late', 'm-paper'], ['m-outline', 'm-paper'], ['m-selected', 'm-paper'],
]

const themes: Record<string, Theme> = { light: {}, dark: {} }
for (const file of ['src/styles/tokens.css', 'src/map/map-tokens.css']) {
  for (const [, selector, body] of readFileSync(file, 'utf8').matchAll(/(:root|\[data-theme='dark'\])\s*\{([^}]*)\}/g)) {
    const found = Object.fromEntries([...body!.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name!, value!.trim()]))
    if (selector === ':root') Object.assign(themes.light!, found)
    Object.assign(themes.dark!, found)
  }
}

/** Red, green, blue 0…255 and opacity 0…1. */
function parse(colour: string): { rgb: Rgb; alpha: number } {
  const digits = /^#([0-9a-f]{3,8})$/i.exec(colour)?.[1]
  if (!digits) throw new Error(`A colour as #rgb, #rrggbb or #rrggbbaa was expected, got ${colour}`)
  const full = digits.length <= 4 ? [...digits].map((digit) => digit + digit).join('') : digits
  const channel = (at: number) => Number.parseInt(full.slice(at, at + 2), 16)
  return { rgb: [channel(0), channel(2), channel(4)], alpha: full.length === 8 ? channel(6) / 255 : 1 }
}

/** A colour laid over another one. */
function over(colour: string, ground: Rgb): Rgb {
  const { rgb, alpha } = parse(colour)
  return rgb.map((value, i) => value * alpha + ground[i]! * (1 - alpha))
}

function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}

function contrast(a: Rgb, b: Rgb): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (high! + 0.05) / (low! + 0.05)
}

function contrastOf(theme: Theme, name: string, groundName: string): number {
  const colourOf = (token: string) => theme[token] ?? `no token --${token}`
  // What lets the map shine through is measured over its darkest or lightest part, whichever is worse.
  const below = parse(colourOf('surface-solid')).rgb
  const grounds = [colourOf('m-paper'), colourOf('m-ctx')].map((colour) => over(colourOf(groundName), groundName === 'surface' ? parse(colour).rgb : below))
  return Math.min(...grounds.map((ground) => contrast(over(colourOf(name), ground), ground)))
}

describe('contrast', () => {
  it('is 21 between black and white, and 4.48 between #777 and white', () => {
    expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21, 6)
    expect(contrast([0x77, 0x77, 0x77], [255, 255, 255])).toBeCloseTo(4.48, 2)
  })

  it.each(['light', 'dark'])('of text in the %s theme is at least 4.5', (name) => {
    const low = TEXT.map(([ink, ground]) => ({ ink, ground, ratio: contrastOf(themes[name]!, ink, ground) })).filter(({ ratio }) => ratio < 4.5)
    expect(low).toEqual([])
  })

  it.each(['light', 'dark'])('of marks in the %s theme is at least 3', (name) => {
    const low = MARKS.map(([mark, ground]) => ({ mark, ground, ratio: contrastOf(themes[name]!, mark, ground) })).filter(({ ratio }) => ratio < 3)
    expect(low).toEqual([])
  })

  it.each([['light', -1], ['dark', 1]] as const)('of the steps of progress runs one way in the %s theme, so that they are read without colour', (name, direction) => {
    const steps = ['p0', 'p1', 'p2', 'p3', 'p4'].map((token) => luminance(parse(themes[name]![token]!).rgb) * direction)
    expect(steps).toEqual([...steps].sort((a, b) => a - b))
  })
})
