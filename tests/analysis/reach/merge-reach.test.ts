import { describe, expect, it } from 'vitest'
import { mergeReach } from '@/analysis/reach/merge-reach'
import type { Reach } from '@/analysis/reach/reach'

/** Space 0 is reached by points 1 (100 m) and 2 (300 m), space 1 by 0 (200 m) and 2 (250 m), space 2 by 3 (500 m). */
const PARTS: Reach = {
  starts: new Uint32Array([0, 2, 4, 5]), point: new Uint32Array([1, 2, 0, 2, 3]), distanceM: new Float64Array([100, 300, 200, 250, 500]),
}
const rowsOf = ({ starts, point, distanceM }: Reach) =>
  [...starts.slice(1)].map((end, s) => [...point.subarray(starts[s]!, end)].map((p, k) => [p, distanceM[starts[s]! + k]]))

describe('mergeReach', () => {
  it('takes the part nearest to each point', () => {
    expect(rowsOf(mergeReach(PARTS, [[0, 1], [2]], 1000, 4))).toEqual([[[0, 200], [1, 100], [2, 250]], [[3, 500]]])
  })

  it('keeps what is exactly as far as the radius and nothing beyond', () => {
    expect(rowsOf(mergeReach(PARTS, [[0, 1], [2]], 250, 4))).toEqual([[[0, 200], [1, 100], [2, 250]], []])
    expect(rowsOf(mergeReach(PARTS, [[2]], 499.999, 4))).toEqual([[]])
  })

  it('does not depend on the order of the parts', () => {
    expect(rowsOf(mergeReach(PARTS, [[1, 0]], 1000, 4))).toEqual(rowsOf(mergeReach(PARTS, [[0, 1]], 1000, 4)))
  })

  it('serves a site without parts nobody', () => {
    expect(rowsOf(mergeReach(PARTS, [[], [2]], 1000, 4))).toEqual([[], [[3, 500]]])
  })
})
