import { describe, expect, it } from 'vitest'
import { connectPoints } from '@/analysis/street/connect-points'
import { gatesOf } from '@/analysis/street/gate-ways'
import { at } from '../../fixtures/drawn'
import { drawnTown, joined, places, rails, road, water } from '../../fixtures/drawn-streets'

const street = road('A', [[0, 0], [200, 0]])

describe('connectPoints', () => {
  it('joins a building to the nearest street, up to 100 m', () => {
    const { edge, connectorM } = joined(drawnTown([street]), [50, 30], [50, 101], [NaN, 3])
    expect([...edge]).toEqual([0, -1, -1])
    expect(connectorM[0]).toBeCloseTo(30, 2)
    expect([...connectorM].slice(1)).toEqual([Infinity, Infinity])
  })

  //  ─────────── B  y 90
  //       · building y 50
  //  ≈≈≈≈≈≈≈≈≈≈≈    y 20 … 30
  //  ─────────── A  y 0
  const stream = water([-50, 20], [250, 20], [250, 30], [-50, 30])

  it('takes the nearest street on its own side of the water', () => {
    const { edge, connectorM } = joined(drawnTown([street, road('B', [[0, 105], [200, 105]])], { waters: [stream] }), [50, 50])
    expect(edge[0]).toBeGreaterThanOrEqual(0)
    expect(connectorM[0]).toBeCloseTo(55, 2)
  })

  it('is unroutable when its own side has no street within 100 m', () => {
    expect([...joined(drawnTown([street], { waters: [stream] }), [50, 50]).edge]).toEqual([-1])
    expect([...joined(drawnTown([street], { railways: [rails([-50, 25], [250, 25])] }), [50, 50]).edge]).toEqual([-1])
  })

  describe('with gates', () => {
    const town = drawnTown([street, road('B', [[0, 300], [200, 300]])])
    const connect = (ids: (string | null)[], gates: [number, number][], list: [number, number][]) =>
      connectPoints(town.streets, town.barriers, places(...list), 100, gatesOf(ids, new Map([['C1', gates.map(([x, y]) => at(x, y))]])))

    it('goes straight to the gate, however far, and from there to the street', () => {
      // building (50, 150) → gate (50, 20): 130 m; gate → street: 20 m
      const { edge, connectorM } = connect(['C1'], [[50, 20]], [[50, 150]])
      expect(edge[0]).toBeGreaterThanOrEqual(0)
      expect(connectorM[0]).toBeCloseTo(150, 1)
    })

    it('does not take the street over the wall', () => {
      // The street is 10 m away, the gate 40 m in the other direction and 50 m from the street.
      expect(connect(['C1'], [[50, 50]], [[50, 10]]).connectorM[0]).toBeCloseTo(90, 1)
    })

    it('keeps the way through every gate and the shortest as the main one', () => {
      const { connectorM, others } = connect(['C1'], [[50, 20], [50, 290]], [[50, 150]])
      expect(connectorM[0]).toBeCloseTo(150, 1)
      expect([...others!.owner]).toEqual([0])
      expect(others!.connectorM[0]).toBeCloseTo(150, 1)
      expect(others!.edge[0]).not.toBe(-1)
    })

    it('is unroutable when no gate has a street within 100 m', () => {
      expect([...connect(['C1'], [[50, 150]], [[50, 10]]).edge]).toEqual([-1])
    })

    it('leaves points outside alone', () => {
      expect(connect([null, 'C2'], [[50, 50]], [[50, 10], [60, 20]]).connectorM[1]).toBeCloseTo(20, 2)
    })
  })
})
