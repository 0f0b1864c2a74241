import { describe, expect, it } from 'vitest'
import type { Reach } from '@/analysis/reach/reach'
import { measureShortfall } from '@/analysis/siting/measure-shortfall'

function reachOf(rows: readonly (readonly number[])[]): Reach {
  const point = rows.flat()
  const starts = rows.reduce((list, row) => [...list, list[list.length - 1]! + row.length], [0])
  return { starts: Uint32Array.from(starts), point: Uint32Array.from(point), distanceM: new Float64Array(point.length) }
}
function measure(sites: number[][], facilities: number[][], floorAreaM2: number[], households: number[], per100HouseholdsM2 = 20) {
  const measured = measureShortfall({
    siteReach: reachOf(sites), facilityReach: reachOf(facilities), facilityFloorAreaM2: Float64Array.from(floorAreaM2),
    households: Float64Array.from(households), per100HouseholdsM2,
  })
  return Object.fromEntries(Object.entries(measured).map(([name, column]) => [name, [...column]]))
}

describe('measureShortfall', () => {
  it('asks for the norm where there is nothing: 1,950 households × 20 m² per 100 = 390 m²', () => {
    expect(measure([[0, 1]], [], [], [1000, 950])).toEqual({
      households: [1950], normFloorAreaM2: [390], knownSupplyM2: [0], shortfallM2: [390], largestShortfallM2: [390], hasUnknownSupply: [0],
    })
  })

  it('counts of an existing facility what falls to the households it shares with the site', () => {
    //   ╭── facility 300 m² ──╮
    //   │ p0: 400   p1: 200 ╭─┼─ site ────╮
    //   │                   │ p1  p2: 800 │
    //   ╰───────────────────┴─╯───────────╯
    // It has 600 households; 200 of them are the site's: 300 × 200 / 600 = 100 m².
    // The site's norm is (200 + 800) / 100 × 20 = 200 m²: 100 m² short.
    expect(measure([[1, 2]], [[0, 1]], [300], [400, 200, 800])).toMatchObject({ knownSupplyM2: [100], shortfallM2: [100] })
  })

  it('adds several facilities, and never falls below 0', () => {
    // 150 m² + 90 m² for the same 1,000 households, who need 200 m².
    expect(measure([[0]], [[0], [0]], [150, 90], [1000])).toMatchObject({ knownSupplyM2: [240], shortfallM2: [0] })
  })

  it('does not take an unknown floor area for none: the shortfall is unknown, its largest is not', () => {
    expect(measure([[0], [1]], [[0], [0]], [NaN, 50], [1000, 500])).toMatchObject({
      knownSupplyM2: [50, 0], shortfallM2: [NaN, 100], largestShortfallM2: [150, 100], hasUnknownSupply: [1, 0],
    })
  })

  it('knows that nothing is missing where the known supply is enough', () => {
    expect(measure([[0]], [[0], [0]], [NaN, 250], [1000])).toMatchObject({ shortfallM2: [0], hasUnknownSupply: [1] })
  })

  it('asks nothing for nobody, and is not disturbed by a facility without households', () => {
    expect(measure([[], [0]], [[0]], [300], [0])).toMatchObject({ households: [0, 0], normFloorAreaM2: [0, 0], knownSupplyM2: [0, 0], shortfallM2: [0, 0] })
  })

  it('does not change for others when a site is added', () => {
    const alone = measure([[0]], [[0, 1]], [120], [600, 400])
    const together = measure([[0], [1]], [[0, 1]], [120], [600, 400])
    for (const [name, column] of Object.entries(alone)) expect(together[name]![0]).toBe(column[0])
  })
})
