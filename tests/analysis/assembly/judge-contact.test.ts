import type { Polygon } from 'geojson'
import { describe, expect, it } from 'vitest'
import { judgeContact, measureContact } from '@/analysis/assembly/judge-contact'
import { flattenShapes } from '@/analysis/shape/flatten-shapes'
import { measureBoxes } from '@/analysis/shape/shape-boxes'
import { drawn, rectangle } from '../../fixtures/drawn'

function measure(site: Polygon, communities: Polygon[]) {
  const shapes = flattenShapes(communities)
  return measureContact(flattenShapes([site]), 0, shapes, measureBoxes(shapes))
}

const contact = (site: Polygon, ...communities: Polygon[]) => judgeContact([measure(site, communities)])
const SITE = rectangle(0, 0, 20, 10)

describe('measureContact', () => {
  it('counts the boundary that faces a wall within 10 m, and no other side', () => {
    // The wall runs 4 m north of the site along its whole length: 20 of 60 m.
    const { perimeterM, facingM, insideM, communities, stretchCount } = measure(SITE, [rectangle(500, 0, 9, 9), rectangle(-50, 14, 120, 60)])
    expect([perimeterM, facingM, insideM].map(Math.round)).toEqual([60, 20, 0])
    expect(communities).toEqual([1])
    expect(stretchCount).toBe(1)
  })

  it('does not count a wall further than 10 m', () => {
    expect(measure(SITE, [rectangle(-50, 20.1, 120, 60)]).facingM).toBe(0)
    expect(measure(SITE, [rectangle(-50, 19.9, 120, 60)]).facingM).toBeCloseTo(20, 3)
  })

  it('joins a run over the start of the ring', () => {
    // The ring starts at the south-west corner; walls in the west and south are one community in an L.
    const wall = drawn([-30, -30], [60, -30], [60, -2], [-2, -2], [-2, 60], [-30, 60])
    expect(measure(SITE, [wall])).toMatchObject({ stretchCount: 1, communities: [0] })
  })
})

describe('judgeContact', () => {
  it.each([
    ['apart', 'far away', [rectangle(100, 0, 50, 50)]],
    ['apart', 'no community', []],
    ['edge', 'along one wall', [rectangle(-50, 14, 120, 60)]],
    ['interleaved', 'between two communities', [rectangle(-50, 14, 120, 60), rectangle(-50, -60, 60, 56)]],
    ['interleaved', 'between two wings of one', [drawn([-50, 14], [3, 14], [3, 40], [17, 40], [17, 14], [60, 14], [60, 80], [-50, 80])]],
    ['enclosed', 'between walls on both long sides', [rectangle(-50, 14, 120, 60), rectangle(-50, -60, 120, 56)]],
    ['inside', 'in a community', [rectangle(-10, -10, 50, 50)]],
    ['edge', 'a corner that sticks out of one', [rectangle(-50, 8, 120, 60)]],
  ] as [string, string, Polygon[]][])('%s: %s', (expected, _, communities) => {
    expect(contact(SITE, ...communities)).toBe(expected)
  })

  it('adds the parts of a site', () => {
    const wall = rectangle(-50, 14, 300, 60)
    const other = rectangle(100, -60, 50, 56)
    const parts = [SITE, rectangle(100, 0, 20, 10)].map((part) => measure(part, [wall, other]))
    expect(judgeContact(parts.slice(0, 1))).toBe('edge')
    expect(judgeContact(parts)).toBe('interleaved')
  })
})
