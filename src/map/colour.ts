type Rgb = readonly [red: number, green: number, blue: number]

const HEX = /^#([0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})$/i
const FUNCTIONAL = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)/i

/** Red, green, blue 0…255 of `#rgb`, `#rrggbb`, `#rrggbbaa`, `rgb(…)`; middle grey for other notations. */
export function parseColour(colour: string): Rgb {
  const text = colour.trim()
  const functional = FUNCTIONAL.exec(text)
  if (functional) return [Number(functional[1]), Number(functional[2]), Number(functional[3])]
  const digits = HEX.exec(text)?.[1]
  if (!digits) return [128, 128, 128]
  const full = digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits
  const channel = (at: number) => Number.parseInt(full.slice(at, at + 2), 16)
  return [channel(0), channel(2), channel(4)]
}

/** A colour part of the way from one to another, as hex: 0 is `from`, 1 is `to`. */
export function mixColours(from: string, to: string, part: number): string {
  const [a, b] = [parseColour(from), parseColour(to)]
  const mix = (index: 0 | 1 | 2) => Math.round(a[index] + (b[index] - a[index]) * part).toString(16).padStart(2, '0')
  return `#${mix(0)}${mix(1)}${mix(2)}`
}
