import { describe, expect, it } from 'vitest'
import { buildBarriers, crossesBarrier, firstCrossing, isBarrierNear, isInWater } from '@/analysis/street/build-barriers'
import { at, drawn, rectangle, withHole } from '../../fixtures/drawn'
import { rails, water } from '../../fixtures/drawn-streets'

type Metres = [number, number]
const barriers = (waters: ReturnType<typeof water>[], railways: ReturnType<typeof rails>[] = []) => buildBarriers({ water: waters, railways })
const crosses = (set: ReturnType<typeof barriers>, from: Metres, to: Metres) => {
  const [[x1, y1], [x2, y2]] = [at(...from), at(...to)]
  return crossesBarrier(set, x1!, y1!, x2!, y2!)
}
// River from west to east, 20 m wide: y 100 … 120.
const river = barriers([water([0, 100], [300, 100], [300, 120], [0, 120])])

describe('crossesBarrier', () => {
  it.each<[string, Metres, Metres, boolean]>([
    ['over the river', [50, 0], [50, 200], true],
    ['along the bank', [50, 90], [250, 90], false],
    ['into the water', [50, 0], [50, 110], true],
    ['wholly in the water', [50, 110], [250, 110], true],
    ['round its end', [310, 0], [310, 200], false],
    ['far outside', [900, 900], [950, 900], false],
  ])('%s', (_, from, to, expected) => {
    expect(crosses(river, from, to)).toBe(expected)
    expect(crosses(river, to, from)).toBe(expected)
  })

  it('may begin at the shore and run along it', () => {
    const shore = barriers([{ geometry: drawn([0, 0], [100, 0], [100, 40], [0, 40]) }])
    expect(crosses(shore, [0, 0], [-50, 0])).toBe(false)
    expect(crosses(shore, [0, 0], [100, 0])).toBe(false)
    expect(crosses(shore, [0, 0], [100, 40])).toBe(true)
  })

  it('may not pass through a corner into the water', () => {
    const pond = barriers([water([0, 0], [50, -50], [100, 0], [50, 50])])
    expect(crosses(pond, [-50, 0], [150, 0])).toBe(true)
  })

  it('is stopped by rails, even where it only touches them', () => {
    //      │ rails at x = 100
    const line = barriers([], [rails([100, 0], [100, 300])])
    expect(crosses(line, [50, 100], [150, 100])).toBe(true)
    expect(crosses(line, [50, 0], [100, 0])).toBe(true)
    expect(crosses(line, [50, 100], [99, 100])).toBe(false)
    expect(crosses(line, [50, 310], [150, 310])).toBe(false)
  })

  it('takes overlapping waters together', () => {
    const both = barriers([water([0, 0], [60, 0], [60, 50], [0, 50]), water([40, 0], [100, 0], [100, 50], [40, 50])])
    const [x, y] = at(50, 25)
    expect(isInWater(both, x!, y!)).toBe(true)
  })

  it('knows each of two ponds side by side', () => {
    const ponds = barriers([water([0, 0], [20, 0], [20, 20], [0, 20]), water([40, 0], [60, 0], [60, 20], [40, 20])])
    expect([[10, 10], [30, 10], [50, 10]].map(([x, y]) => {
      const [lon, lat] = at(x!, y!)
      return isInWater(ponds, lon!, lat!)
    })).toEqual([true, false, true])
  })

  it('lets people stand on an island', () => {
    const lake = buildBarriers({ water: [{ geometry: withHole(rectangle(0, 0, 200, 200), rectangle(80, 80, 40, 40)) }], railways: [] })
    const [[x1, y1], [x2, y2]] = [at(100, 100), at(40, 40)]
    expect([isInWater(lake, x1!, y1!), isInWater(lake, x2!, y2!)]).toEqual([false, true])
    expect(crosses(lake, [90, 90], [110, 110])).toBe(false)
    expect(crosses(lake, [100, 100], [40, 100])).toBe(true)
  })

  it('takes every part of a multipolygon', () => {
    const parts = { type: 'MultiPolygon' as const, coordinates: [rectangle(0, 0, 20, 20).coordinates, rectangle(50, 0, 20, 20).coordinates] }
    const set = buildBarriers({ water: [{ geometry: parts }], railways: [] })
    expect([crosses(set, [10, -10], [10, 30]), crosses(set, [60, -10], [60, 30]), crosses(set, [35, -10], [35, 30])]).toEqual([true, true, false])
  })

  it('is never true without barriers or numbers', () => {
    expect(crosses(barriers([]), [0, 0], [100, 100])).toBe(false)
    expect(crosses(river, [NaN, 0], [50, 200])).toBe(false)
    expect(crosses(barriers([], [rails([10, 0])]), [0, 0], [100, 0])).toBe(false)
  })
})

describe('firstCrossing', () => {
  it('tells where on the way the first shore or rail lies', () => {
    const both = barriers([water([0, 100], [300, 100], [300, 120], [0, 120])], [rails([0, 40], [300, 40])])
    const [[x, y1], [, y2], [, y3]] = [at(50, 0), at(50, 200), at(50, 50)]
    expect(firstCrossing(both, x!, y1!, x!, y2!)).toBeCloseTo(0.2, 4)
    expect(firstCrossing(both, x!, y3!, x!, y2!)).toBeCloseTo(1 / 3, 4)
    expect(firstCrossing(both, x!, y1!, x!, y1!)).toBe(Infinity)
  })
})

describe('isBarrierNear', () => {
  it('looks into a box', () => {
    const near = (set: typeof river, [w, s]: Metres, [e, n]: Metres) => {
      const [[west, south], [east, north]] = [at(w, s), at(e, n)]
      return isBarrierNear(set, west!, south!, east!, north!)
    }
    expect([near(river, [50, 90], [60, 101]), near(river, [50, 50], [60, 99]), near(river, [-50, 0], [400, 300])]).toEqual([true, false, true])
    expect(near(barriers([]), [50, 90], [60, 101])).toBe(false)
  })
})
