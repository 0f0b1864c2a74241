import { insetRing } from '@/cli/synthesize/inset'
import { areaOf, boxOf, mix, side, toFrame, type Frame, type Point } from '@/cli/synthesize/plane'

/** A piece of ground whose edges know how far things keep away from them. Edge i starts at corner i. */
export interface Lot { ring: Point[]; insetsM: number[] }

/** The usable ground of a lot, with a further setback from every edge; null if nothing is left. */
export function groundOf(lot: Lot, setbackM: number): Point[] | null {
  return insetRing(lot.ring, lot.insetsM.map((inset) => inset + setbackM))
}

/** Cut a lot along the line a → b into its left and right part; both keep `insetM` from the cut. Null if the line misses it. */
export function splitLot(lot: Lot, a: Point, b: Point, insetM: number): { left: Lot; right: Lot; cut: [Point, Point] } | null {
  const [left, right]: [Lot, Lot] = [{ ring: [], insetsM: [] }, { ring: [], insetsM: [] }]
  const cuts: Point[] = []
  lot.ring.forEach((corner, i) => {
    const next = lot.ring[(i + 1) % lot.ring.length]!
    const [here, there] = [side(a, b, corner), side(a, b, next)]
    const own = here > 0 ? left : right
    own.ring.push(corner)
    own.insetsM.push(lot.insetsM[i]!)
    if (here > 0 === there > 0) return
    const cut = mix(corner, next, here / (here - there))
    const other = here > 0 ? right : left
    cuts.push(cut)
    own.ring.push(cut)
    own.insetsM.push(insetM)
    other.ring.push(cut)
    other.insetsM.push(lot.insetsM[i]!)
  })
  if (cuts.length !== 2 || areaOf(left.ring) < 50 || areaOf(right.ring) < 50) return null
  return { left, right, cut: [cuts[0]!, cuts[1]!] }
}

/** How a lot is cut into parts. */
export interface Division {
  mostM2: number
  /** Where to cut, 0…1 of the longer side. */
  share: () => number
  /** How far the parts keep from each cut. */
  insetM: () => number
  onCut?: (from: Point, to: Point) => void
}

/** Cut a lot into parts of at most `mostM2`, always across its longer side in the frame. */
export function divideLot(lot: Lot, frame: Frame, division: Division): Lot[] {
  const { mostM2, share, insetM, onCut } = division
  if (areaOf(lot.ring) <= mostM2) return [lot]
  const box = boxOf(lot.ring.map((corner) => toFrame(frame, corner)))
  const [width, height] = [box.east - box.west, box.north - box.south]
  const [along, up] = [[Math.cos(frame.angle), Math.sin(frame.angle)], [-Math.sin(frame.angle), Math.cos(frame.angle)]] as const
  const upright = width > height
  const at = upright ? box.west + width * share() : box.south + height * share()
  const [base, run] = upright ? [along, up] : [up, along]
  const a: Point = [frame.origin[0] + base[0] * at, frame.origin[1] + base[1] * at]
  const parts = splitLot(lot, a, [a[0] + run[0], a[1] + run[1]], insetM())
  if (!parts) return [lot]
  onCut?.(...parts.cut)
  return [parts.left, parts.right].flatMap((part) => divideLot(part, frame, division))
}
