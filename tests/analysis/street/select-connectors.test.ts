import { describe, expect, it } from 'vitest'
import { selectConnectors } from '@/analysis/street/select-connectors'
import type { Connectors } from '@/analysis/street/streets'

/** Place 0 on edge 5, place 1 unroutable, place 2 on edge 7 and through a second gate on edge 8. */
const ALL: Connectors = {
  edge: new Int32Array([5, -1, 7]), alongM: new Float64Array([1, NaN, 3]), connectorM: new Float64Array([10, Infinity, 30]),
  others: { owner: new Uint32Array([2]), edge: new Int32Array([8]), alongM: new Float64Array([4]), connectorM: new Float64Array([40]) },
}

describe('selectConnectors', () => {
  it('keeps the order asked for and numbers further gates anew', () => {
    const { edge, connectorM, others } = selectConnectors(ALL, [2, 0])
    expect([[...edge], [...connectorM]]).toEqual([[7, 5], [30, 10]])
    expect([[...others!.owner], [...others!.edge], [...others!.connectorM]]).toEqual([[0], [8], [40]])
  })

  it('has no further gates if none of the asked has', () => {
    expect(selectConnectors(ALL, [0, 1])).toMatchObject({ edge: new Int32Array([5, -1]), others: null })
  })

  it('is empty for nothing', () => {
    expect(selectConnectors(ALL, []).edge.length).toBe(0)
  })
})
