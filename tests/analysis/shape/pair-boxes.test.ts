import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { metresPerDegree } from '@/analysis/shape/metric'
import { pairBoxes } from '@/analysis/shape/pair-boxes'

const { lonM, latM } = metresPerDegree(36)
/** Box given in metres: west, south, width, height. */
const box = ([x, y, width, height]: readonly number[]) =>
  [119 + x! / lonM, 36 + y! / latM, 119 + (x! + width!) / lonM, 36 + (y! + height!) / latM]

function pairs(boxes: readonly (readonly number[])[], gapM: number): string[] {
  const found: string[] = []
  pairBoxes(Float64Array.from(boxes.flat()), gapM, (a, b) => found.push(`${Math.min(a, b)}-${Math.max(a, b)}`))
  return found.sort()
}

describe('pairBoxes', () => {
  it('tells each near pair once', () => {
    const boxes = [[0, 0, 10, 10], [15, 0, 10, 10], [40, 0, 10, 10], [0, 15, 50, 5]].map(box)
    expect(pairs(boxes, 6)).toEqual(['0-1', '0-3', '1-3', '2-3'])
    expect(pairs(boxes, 4)).toEqual([])
  })

  it('leaves broken boxes out', () => {
    expect(pairs([box([0, 0, 10, 10]), [NaN, NaN, NaN, NaN], box([5, 0, 10, 10])], 6)).toEqual(['0-2'])
    expect(pairs([[NaN, NaN, NaN, NaN]], 6)).toEqual([])
    expect(pairs([], 6)).toEqual([])
  })

  it('finds what comparing all with all finds, also with one huge box and one far away', () => {
    const side = fc.double({ min: 0, max: 60, noNaN: true })
    const place = fc.double({ min: -300, max: 300, noNaN: true })
    fc.assert(fc.property(fc.array(fc.tuple(place, place, side, side), { maxLength: 60 }), fc.double({ min: 0, max: 30, noNaN: true }), (small, gapM) => {
      const drawn: (readonly number[])[] = [...small, [-200_000, -100_000, 400_000, 200_000], [9e6, 2e6, 5, 5]]
      const found = pairs(drawn.map(box), gapM)
      expect(new Set(found).size).toBe(found.length)
      drawn.forEach((a, i) => drawn.forEach((b, j) => {
        if (i >= j) return
        const apart = Math.max(a[0]! - b[0]! - b[2]!, b[0]! - a[0]! - a[2]!, a[1]! - b[1]! - b[3]!, b[1]! - a[1]! - a[3]!)
        if (apart <= gapM && Math.abs(a[1]!) < 1000 && Math.abs(b[1]!) < 1000) expect(found).toContain(`${i}-${j}`)
        if (apart > gapM * 1.05 + 1) expect(found).not.toContain(`${i}-${j}`)
      }))
    }))
  })
})
