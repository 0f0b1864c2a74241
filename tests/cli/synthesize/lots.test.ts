import { describe, expect, it } from 'vitest'
import { insetRing } from '@/cli/synthesize/inset'
import { divideLot, splitLot, type Lot } from '@/cli/synthesize/lots'
import { areaOf, type Point } from '@/cli/synthesize/plane'

const square: Point[] = [[0, 0], [100, 0], [100, 100], [0, 100]]
const lot: Lot = { ring: square, insetsM: [20, 8, 8, 8] }
const level = { origin: [0, 0] as Point, angle: 0 }

describe('insetRing', () => {
  it('keeps each edge its own distance', () => {
    expect(insetRing(square, [20, 8, 5, 8])).toEqual([[8, 20], [92, 20], [92, 95], [8, 95]])
  })

  it('drops an edge that is swallowed by its neighbours', () => {
    const cut: Point[] = [[0, 0], [100, 0], [100, 97], [97, 100], [0, 100]]
    expect(insetRing(cut, [10, 10, 1, 10, 10])).toEqual([[10, 10], [90, 10], [90, 90], [10, 90]])
  })

  it('is null when nothing is left', () => {
    expect(insetRing(square, [50, 50, 50, 50])).toBeNull()
    expect(insetRing([[0, 0], [100, 0], [100, 6], [0, 6]], [4, 4, 4, 4])).toBeNull()
  })

  it('follows a bend in a street', () => {
    const bent: Point[] = [[0, 0], [50, 10], [100, 0], [100, 100], [0, 100]]
    const ring = insetRing(bent, [10, 10, 1, 1, 1])!
    expect(ring).toHaveLength(5)
    // 10 m off both pieces: the corner moves up by 10 / cos of their slope.
    expect(ring[1]![1]).toBeCloseTo(10 + 10 / Math.cos(Math.atan(0.2)), 6)
  })
})

describe('splitLot', () => {
  it('cuts left from right; both keep away from the cut, the rest keeps its distances', () => {
    const { left, right, cut } = splitLot(lot, [40, 0], [40, 1], 3)!
    expect([areaOf(left.ring), areaOf(right.ring)]).toEqual([4000, 6000])
    expect(left).toEqual({ ring: [[0, 0], [40, 0], [40, 100], [0, 100]], insetsM: [20, 3, 8, 8] })
    expect(right.insetsM).toEqual([20, 8, 8, 3])
    expect(cut).toEqual([[40, 0], [40, 100]])
  })

  it('is null if the line misses', () => {
    expect(splitLot(lot, [140, 0], [140, 1], 3)).toBeNull()
  })
})

describe('divideLot', () => {
  it('halves until every part is small enough, and names each cut', () => {
    const cuts: [Point, Point][] = []
    const parts = divideLot(lot, level, { mostM2: 2_600, share: () => 0.5, insetM: () => 2, onCut: (from, to) => cuts.push([from, to]) })
    expect(parts.map(({ ring }) => areaOf(ring))).toEqual([2500, 2500, 2500, 2500])
    expect(cuts).toHaveLength(3)
  })

  it('leaves a small lot alone', () => {
    expect(divideLot(lot, level, { mostM2: 10_000, share: () => 0.5, insetM: () => 2 })).toEqual([lot])
  })
})
