/**
 * Whether text on a wall can be read from where people stand.
 *
 * After ISO 9241-303 a character is legible from 16 minutes of arc on and comfortable from 20 to 22
 * (from memory, not looked up: unverified). It speaks of the height of capital letters.
 */
const LEGIBLE_ARCMIN = 16
const COMFORTABLE_ARCMIN = 20

/** Capital letters and digits of the fonts used are this share of the font size. */
const CAPITAL_SHARE = 0.73
const MM_PER_INCH = 25.4
const ARCMIN_PER_RAD = (180 / Math.PI) * 60

/** `poor`: legible, but not with ease. */
export type Legibility = 'good' | 'poor' | 'illegible'

export interface LegibilityAnswer {
  legibility: Legibility
  /** Visual angle of a capital letter, minutes of arc. */
  arcmin: number
  /** From here on (m) it is not legible any more. */
  readableUpToM: number
}

/** A wall as it hangs: diagonal in inches and the pixels across and down that fill it. */
export interface WallSize {
  diagonalInch: number
  widthPx: number
  heightPx: number
}

/** Height of a capital letter on a wall, mm; pixels are square. */
export function capitalHeightMm(fontSizePx: number, { diagonalInch, widthPx, heightPx }: WallSize): number {
  return (fontSizePx * CAPITAL_SHARE * diagonalInch * MM_PER_INCH) / Math.hypot(widthPx, heightPx)
}

/** Judge a capital letter of so many mm from so many metres, seen straight on. Both are above 0. */
export function judgeLegibility(capitalMm: number, distanceM: number): LegibilityAnswer {
  const arcmin = 2 * Math.atan(capitalMm / 1000 / 2 / distanceM) * ARCMIN_PER_RAD
  const legibility = arcmin < LEGIBLE_ARCMIN ? 'illegible' : arcmin < COMFORTABLE_ARCMIN ? 'poor' : 'good'
  return { legibility, arcmin, readableUpToM: capitalMm / 1000 / 2 / Math.tan(LEGIBLE_ARCMIN / ARCMIN_PER_RAD / 2) }
}
