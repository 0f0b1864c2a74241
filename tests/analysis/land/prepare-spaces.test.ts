import { describe, expect, it } from 'vitest'
import { MAX_GAP_M, prepareSpaces } from '@/analysis/land/prepare-spaces'
import { prepareTown } from '@/analysis/land/prepare-town'
import { box, drawnTown, polygon, residence, space, SPACES, street } from '../../fixtures/drawn-town'
import { prepared } from '../../fixtures/drawn-answers'

describe('prepareSpaces', () => {
  it('orders spaces by id, whatever the order given', () => {
    const ids = ['S1', 'S2a', 'S2b', 'S2c', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8', 'S9']
    expect(prepared().spaces.map(({ id }) => id)).toEqual(ids)
    const turned = prepared({ spaces: Object.values(SPACES).toReversed() })
    expect(turned.spaces.map(({ id }) => id)).toEqual(ids)
    expect(turned.shapes).toEqual(prepared().shapes)
  })

  it('measures how much of each space lies in the winter sun', () => {
    const { indexOf, sunShare } = prepared()
    const sun = (id: string) => sunShare[indexOf.get(id)!]
    // Of the triangle S1 the last 16 of 40 m are lit, 24 wide at their base: 192 of 1200 m².
    expect(sun('S1')).toBeCloseTo(0.16, 6)
    expect(sun('S9')).toBe(1)
  })

  it('knows nothing of the sun without the buildings around', () => {
    expect([...prepared({ contextBuildings: null }).sunShare]).toEqual(Array(11).fill(NaN))
  })

  it('joins each space to its street', () => {
    const { indexOf, connectors } = prepared()
    for (const id of ['S1', 'S2a', 'S3', 'S8', 'S9']) expect(connectors!.connectorM[indexOf.get(id)!], id).toBeCloseTo(10, 2)
    expect(connectors!.edge[indexOf.get('S7')!]).toBe(-1)
    expect(prepared({ roads: [] }).connectors).toBeNull()
  })

  it('leads out of a walled community through its gate', () => {
    // From (390, 90), the corner nearest to the gate at (320, 70), and 20 m on to the street.
    const inside = space('X1', polygon([390, 90], [430, 60], [430, 120]))
    expect(prepared({ spaces: [inside] }).connectors!.connectorM[0]).toBeCloseTo(Math.hypot(70, 20) + 20, 2)
  })

  it('counts the shadows of the programme buildings too', () => {
    // B1 is 18 m high: 18 ÷ tan 30.13° = 31 m of shadow north of its edge at 120.
    expect([...prepared({ spaces: [space('X1', box(371, 121, 389, 131))] }).sunShare]).toEqual([0])
  })

  it('keeps what reaches further and measures again only when still more is asked', () => {
    const land = prepared()
    const near = land.reachOfSpaces('walk', 200)
    expect(land.reachOfSpaces('walk', 1400)).toBe(near)
    expect(land.reachOfSpaces('line', 200)).not.toBe(near)
    const far = land.reachOfSpaces('walk', 3000)
    expect(far).not.toBe(near)
    expect(land.reachOfSpaces('walk', 200)).toBe(far)
  })

  it('walks as far as the question, also beyond what is kept', () => {
    // N1 is 10 + 2350 + 10 m from S1 along a longer south street.
    const own = { spaces: [SPACES.S1], residences: [residence('N1', 2500, 10, 20)], buildings: [], roads: [street('south', [[0, 0], [2600, 0]])] }
    expect([...prepared(own).reachOfSpaces('walk', 300).point]).toEqual([])
    const { point, distanceM } = prepared(own).reachOfSpaces('walk', 2400)
    expect([...point]).toEqual([0])
    expect(distanceM[0]).toBeCloseTo(2370, 1)
  })

  it('serves other spaces in the same town without touching the town', () => {
    const town = prepareTown(drawnTown())
    const before = JSON.stringify(town.demand)
    expect(prepareSpaces(town, [SPACES.S1]).spaces).toEqual([SPACES.S1])
    expect(prepareSpaces(town, []).spaces).toEqual([])
    expect(JSON.stringify(town.demand)).toBe(before)
  })

  it('finds fragments as far apart as may be asked', () => {
    expect(MAX_GAP_M).toBe(50)
  })
})
