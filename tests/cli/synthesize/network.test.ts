import { describe, expect, it } from 'vitest'
import type { Corridor } from '@/cli/synthesize/corridors'
import type { Street } from '@/cli/synthesize/layout'
import { findFaces, makeNetwork, nodeOnStreet } from '@/cli/synthesize/network'
import { areaOf, type Point } from '@/cli/synthesize/plane'

const street = (name: string, line: Point[], crosses: Street['crosses'] = []): Street =>
  ({ name, class: 'local', widthM: 12, line, crosses, beside: null })
const ladder = [
  street('south', [[0, 0], [300, 0]]), street('north', [[0, 200], [300, 200]]),
  street('west', [[100, -50], [100, 250]]), street('east', [[200, -50], [200, 250]]),
]
/** Between y = 80 and y = 120, bank to bank 90…110. */
const canal: Corridor = {
  id: 'creek', centre: [[0, 100], [300, 100]], barriers: [[[0, 90], [300, 90]], [[0, 110], [300, 110]]],
  sideRoads: [], zone: [[0, 80], [300, 80], [300, 120], [0, 120]], water: [[0, 90], [300, 90], [300, 110], [0, 110]],
  nearby: [], island: null,
}
const namesAt = (network: ReturnType<typeof makeNetwork>, [x, y]: Point): (string | null | undefined)[] => {
  const node = network.nodes.findIndex((point) => Math.hypot(point[0] - x, point[1] - y) < 0.01)
  return [...new Set(network.edges.filter(({ a, b }) => a === node || b === node).map((edge) => edge.street?.name))].sort()
}

describe('makeNetwork', () => {
  it('gives crossing streets one node', () => {
    expect(namesAt(makeNetwork(ladder, []), [100, 200])).toEqual(['north', 'west'])
  })

  it('cuts off stubs that lead nowhere', () => {
    const network = makeNetwork(ladder, [])
    expect(network.edges).toHaveLength(4)
  })

  it('stops streets at water and lets those with a bridge through', () => {
    const bridged = ladder.map((one) => (one.name === 'west' ? { ...one, crosses: ['creek' as const] } : one))
    const network = makeNetwork(bridged, [canal])
    const bridges = network.edges.filter(({ bridge }) => bridge).map((edge) => edge.street?.name)
    expect(new Set(bridges)).toEqual(new Set(['west']))
    expect(network.edges.some(({ street: own, a, b }) => own?.name === 'east' && (network.nodes[a]![1] < 100) !== (network.nodes[b]![1] < 100))).toBe(false)
  })

  it('joins an end to the street it almost reaches', () => {
    const network = makeNetwork([...ladder, street('short', [[150, 0.8], [150, 199.4]])], [])
    expect(namesAt(network, [150, 0.8])).toEqual(['short', 'south'])
  })
})

describe('findFaces', () => {
  it('finds the block between four streets, counter-clockwise', () => {
    const network = makeNetwork(ladder, [])
    const faces = findFaces(network)
    expect(faces).toHaveLength(1)
    expect(areaOf(faces[0]!.nodes.map((node) => network.nodes[node]!))).toBe(20_000)
    expect(new Set(faces[0]!.edges.map((edge) => edge.street?.name))).toEqual(new Set(['south', 'east', 'north', 'west']))
  })
})

describe('nodeOnStreet', () => {
  it('splits the street at the point, reuses the node, and knows empty ground', () => {
    const network = makeNetwork(ladder, [])
    const node = nodeOnStreet(network, [140, 0.4])
    expect(network.nodes[node!]).toEqual([140, 0])
    expect(network.edges).toHaveLength(5)
    expect(nodeOnStreet(network, [140, 0])).toBe(node)
    expect(nodeOnStreet(network, [140, 60])).toBeNull()
  })
})
