import { describe, expect, it } from 'vitest'
import { streetsOfArrays } from '@/analysis/street/streets-of-arrays'
import { places } from '../../fixtures/drawn-streets'

type Metres = [number, number]
const streets = (vertices: Metres[], ...segments: [number, number][]) => streetsOfArrays({
  ...places(...vertices), from: Uint32Array.from(segments, ([a]) => a), to: Uint32Array.from(segments, ([, b]) => b),
})
const lengths = ({ lengthM }: ReturnType<typeof streets>) => [...lengthM].map(Math.round).sort((a, b) => a - b)

describe('streetsOfArrays', () => {
  it('makes one edge of a street with bends, and a node of each junction and each end', () => {
    //  2──3        0–1–2–3 has a bend at 1 and 2, nothing branches off
    //  │           100 + 100 + 50 m
    //  1
    //  │
    //  0
    const network = streets([[0, 0], [0, 100], [0, 200], [50, 200]], [0, 1], [1, 2], [2, 3])
    expect(network).toMatchObject({ nodeCount: 2, edgeCount: 1 })
    expect(network.lengthM[0]).toBeCloseTo(250, 1)
    expect([...network.vertexAlongM].map(Math.round)).toSatisfy((along: number[]) => ['0,100,200,250', '0,50,150,250'].includes(along.join()))
  })

  it('joins three streets at a junction', () => {
    const network = streets([[0, 0], [100, 0], [200, 0], [100, 70]], [0, 1], [1, 2], [1, 3])
    expect(network).toMatchObject({ nodeCount: 4, edgeCount: 3 })
    expect(lengths(network)).toEqual([70, 100, 100])
    expect([...network.starts].map((start, i, all) => (all[i + 1] ?? start) - start).sort()).toEqual([0, 1, 1, 1, 3])
  })

  it('lists the steps of a node from short to long', () => {
    const { starts, stepM } = streets([[0, 0], [90, 0], [-30, 0], [0, 60]], [0, 1], [0, 2], [0, 3])
    const junction = [...starts.keys()].find((node) => starts[node + 1]! - starts[node]! === 3)!
    expect([...stepM.subarray(starts[junction], starts[junction + 1])].map(Math.round)).toEqual([30, 60, 90])
  })

  it('counts a segment drawn twice, also the other way, once', () => {
    const network = streets([[0, 0], [100, 0], [200, 0]], [0, 1], [1, 2], [1, 0], [1, 2])
    expect(network).toMatchObject({ nodeCount: 2, edgeCount: 1 })
  })

  it('leaves out segments of no length and coordinates that are no numbers', () => {
    const network = streets([[0, 0], [0, 0], [100, 0], [NaN, 5]], [0, 1], [1, 2], [2, 2], [2, 3])
    expect(network).toMatchObject({ nodeCount: 2, edgeCount: 1 })
    expect(lengths(network)).toEqual([100])
  })

  it('gives a ring that no street meets one node', () => {
    const network = streets([[0, 0], [100, 0], [100, 50], [0, 50]], [0, 1], [1, 2], [2, 3], [3, 0])
    expect(network).toMatchObject({ nodeCount: 1, edgeCount: 1 })
    expect(network.edgeFrom[0]).toBe(network.edgeTo[0])
    expect(lengths(network)).toEqual([300])
    expect(network.neighbour).toHaveLength(0)
  })

  it('keeps two streets between the same junctions apart', () => {
    //   ┌──3──┐
    // 0─1─────2─4
    const network = streets([[0, 0], [100, 0], [200, 0], [150, 50], [300, 0]], [0, 1], [1, 2], [1, 3], [3, 2], [2, 4])
    expect(lengths(network)).toEqual([100, 100, 100, 141])
  })

  it('does not depend on the order or the direction of the input', () => {
    const vertices: Metres[] = [[0, 0], [100, 0], [200, 0], [150, 50], [300, 0], [300, 80], [350, 40]]
    const segments: [number, number][] = [[0, 1], [1, 2], [1, 3], [3, 2], [2, 4], [4, 5], [5, 6], [6, 4]]
    const turned = streets(vertices.toReversed(), ...segments.map(([a, b]): [number, number] => [6 - b, 6 - a]).toReversed())
    expect(turned).toEqual(streets(vertices, ...segments))
  })

  it('has nothing in an empty network', () => {
    expect(streets([])).toMatchObject({ nodeCount: 0, edgeCount: 0 })
  })
})
