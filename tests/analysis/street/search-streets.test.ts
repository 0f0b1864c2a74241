import { describe, expect, it } from 'vitest'
import { createStreetSearch } from '@/analysis/street/search-streets'

// 0 ─100─ 1 ─50─ 2      0 ─500─ 2 as well; steps are listed from short to long
const triangle = {
  nodeCount: 3, starts: Uint32Array.of(0, 2, 4, 6), neighbour: Uint32Array.of(1, 2, 2, 0, 1, 0), stepM: Float64Array.of(100, 500, 50, 100, 50, 500),
}

describe('createStreetSearch', () => {
  it('finds the shortest way up to the bound, the bound included', () => {
    const search = createStreetSearch(triangle, 150)
    search.start(0, 0)
    expect(search.run()).toBe(3)
    expect([...search.distanceM]).toEqual([0, 100, 150])
    const shorter = createStreetSearch(triangle, 149.9)
    shorter.start(0, 0)
    shorter.run()
    expect([...shorter.distanceM]).toEqual([0, 100, Infinity])
  })

  it('takes the nearest of several starts', () => {
    const search = createStreetSearch(triangle, 1000)
    search.start(0, 80)
    search.start(2, 10)
    search.start(0, 90)
    search.run()
    expect([...search.distanceM]).toEqual([80, 60, 10])
  })

  it('forgets one search before the next', () => {
    const search = createStreetSearch(triangle, 1000)
    search.start(0, 0)
    search.run()
    search.clear()
    search.start(2, 0)
    expect(search.run()).toBe(3)
    expect([...search.distanceM]).toEqual([150, 50, 0])
  })

  it.each([-1, NaN])('reaches nothing within %s m', (maxM) => {
    const search = createStreetSearch(triangle, maxM)
    search.start(0, 0)
    expect(search.run()).toBe(0)
  })

  it('improves what it queued too far away, with more entries than it began with', () => {
    // A fan: the hub reaches 3,000 leaves, and each leaf the next one by a shorter step.
    const leaves = 3000
    const steps = [Array.from({ length: leaves }, (_, i) => [i + 1, 100 + i] as const)]
    for (let i = 1; i <= leaves; i++) steps.push([...(i > 1 ? [[i - 1, 0.5] as const] : []), ...(i < leaves ? [[i + 1, 0.5] as const] : []), [0, 99 + i] as const])
    const starts = new Uint32Array(leaves + 2)
    steps.forEach((list, node) => (starts[node + 1] = starts[node]! + list.length))
    const flat = steps.flat()
    const search = createStreetSearch({
      nodeCount: leaves + 1, starts, neighbour: Uint32Array.from(flat, ([node]) => node), stepM: Float64Array.from(flat, ([, metres]) => metres),
    }, 10_000)
    search.start(0, 0)
    search.run()
    expect([search.distanceM[1], search.distanceM[leaves]]).toEqual([100, 100 + (leaves - 1) / 2])
  })
})
