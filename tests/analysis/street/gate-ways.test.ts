import { describe, expect, it } from 'vitest'
import { collectWays, gatesOf, listGateWays, listWays } from '@/analysis/street/gate-ways'
import { at } from '../../fixtures/drawn'
import { drawnTown, road } from '../../fixtures/drawn-streets'

describe('gatesOf', () => {
  it('gives each point the gates of its community, in an order of their own', () => {
    const gates = gatesOf(['B', null, 'A', 'C', 'B'], new Map([['B', [[3, 1], [2, 1]]], ['A', [[1, 1]]], ['C', []]]))
    expect([...gates.groupOf]).toEqual([1, -1, 0, -1, 1])
    expect([...gates.starts]).toEqual([0, 1, 3])
    expect([[...gates.lon], [...gates.lat]]).toEqual([[1, 2, 3], [1, 1, 1]])
  })
})

describe('listGateWays', () => {
  it('knows which gates have a street near by', () => {
    const { streets, barriers } = drawnTown([road('A', [[0, 0], [100, 0]])])
    const ways = listGateWays(streets, barriers, gatesOf([], new Map([['A', [at(50, 10)]], ['B', [at(50, 300)]]])), 100)
    expect([...ways.edge]).toEqual([0, -1])
    expect(ways.connectorM[0]).toBeCloseTo(10, 2)
    expect(ways.connectorM[1]).toBe(Infinity)
  })
})

describe('collectWays and listWays', () => {
  it('keeps the shortest way as the main one and the others beside it', () => {
    const ways = collectWays(3)
    ways.add(2, 7, 1, 30)
    ways.add(0, 5, 2, 20)
    ways.add(2, 8, 3, 10)
    ways.add(2, 9, 4, 50)
    const connectors = ways.finish()
    expect([...connectors.edge]).toEqual([5, -1, 8])
    expect([...connectors.connectorM]).toEqual([20, Infinity, 10])
    const { count, owner, edge } = listWays(connectors)
    expect(count).toBe(4)
    expect([...owner]).toEqual([0, 2, 2, 2])
    expect([...edge]).toEqual([5, 8, 7, 9])
  })

  it('has no others where everything has one way', () => {
    const ways = collectWays(2)
    ways.add(1, 4, 2, 20)
    expect(ways.finish().others).toBeNull()
    expect([...listWays(ways.finish()).owner]).toEqual([1])
  })
})
