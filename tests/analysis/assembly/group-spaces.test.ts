import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupSpaces } from '@/analysis/assembly/group-spaces'

const links = (...rows: [number, number, number][]) => ({
  a: Uint32Array.from(rows, (row) => row[0]), b: Uint32Array.from(rows, (row) => row[1]), gapM: Float64Array.from(rows, (row) => row[2]),
})

describe('groupSpaces', () => {
  // 4 ─3m─ 1 ─7m─ 3    0 ─5m─ 2
  const drawn = links([0, 2, 5], [1, 3, 7], [1, 4, 3])

  it('labels each space with the smallest index of its group', () => {
    expect([...groupSpaces(5, drawn, () => true, 8)]).toEqual([0, 1, 0, 1, 1])
  })

  it('cuts links that are longer than the gap', () => {
    expect([...groupSpaces(5, drawn, () => true, 5)]).toEqual([0, 1, 0, 3, 1])
    expect([...groupSpaces(5, drawn, () => true, 4.99)]).toEqual([0, 1, 2, 3, 1])
  })

  it('cuts links that are not free', () => {
    expect([...groupSpaces(5, drawn, (link) => link !== 2, 8)]).toEqual([0, 1, 0, 1, 4])
  })

  it('leaves links of unknown length out', () => {
    expect([...groupSpaces(2, links([0, 1, NaN]), () => true, 8)]).toEqual([0, 1])
  })

  it('does not depend on the order of the links', () => {
    const link = fc.tuple(fc.nat(29), fc.nat(29), fc.nat(20)) as fc.Arbitrary<[number, number, number]>
    fc.assert(fc.property(fc.array(link, { maxLength: 40 }), fc.nat(20), (rows, gapM) => {
      const forward = groupSpaces(30, links(...rows), () => true, gapM)
      expect(groupSpaces(30, links(...[...rows].reverse()), () => true, gapM)).toEqual(forward)
      rows.filter((row) => row[2] <= gapM).forEach(([a, b]) => expect(forward[a]).toBe(forward[b]))
      forward.forEach((label, s) => expect(label).toBeLessThanOrEqual(s))
    }))
  })
})
