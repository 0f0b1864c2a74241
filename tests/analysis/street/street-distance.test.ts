import { describe, expect, it } from 'vitest'
import { geodesicM } from '@/analysis/shape/metric'
import { distanceOnEdge, measureStreets, reachedPieces } from '@/analysis/street/street-distance'
import { drawnTown, joined, road } from '../../fixtures/drawn-streets'

//  (0, 0) ───────── (200, 0) ───── (300, 0)
//                      │
//                   (200, −150)
const town = drawnTown([road('A', [[0, 0], [100, 0], [200, 0], [300, 0]]), road('B', [[200, 0], [200, -150]])])
const lengthM = (line: number[][]) => line.slice(1).reduce((sum, [x, y], i) => sum + geodesicM(line[i]![0]!, line[i]![1]!, x!, y!), 0)
const pieces = (from: [number, number], maxM: number, network = town) =>
  reachedPieces(measureStreets(network.streets, joined(network, from), [0], maxM), maxM).map(lengthM).map((metres) => Math.round(metres * 10) / 10).sort((a, b) => a - b)

describe('reachedPieces', () => {
  it('cuts streets exactly where the distance ends', () => {
    // From (150, 10) 120 m: 10 m to the street; 110 m west; 50 m to the junction, then 60 m on each of two streets.
    expect(pieces([150, 10], 120)).toEqual([60, 60, 160])
  })

  it('stays on one edge if the distance ends there', () => {
    expect(pieces([100, 10], 30)).toEqual([40])
  })

  it('leaves a gap in a street that is reached from both ends', () => {
    // Ring of 400 m, from a corner 150 m each way: 100 m in the middle of the far side are not reached.
    const ring = drawnTown([road('R', [[0, 0], [100, 0], [100, 100], [0, 100], [0, 0]]), road('X', [[0, 0], [-80, 0]])])
    expect(pieces([0, 0], 150, ring)).toEqual([80, 150, 150])
    expect(pieces([0, 0], 200, ring)).toEqual([80, 400])
  })

  it('has none if the connector alone is too long', () => {
    expect(pieces([100, 90], 80)).toEqual([])
    expect(pieces([100, 900], 80)).toEqual([])
  })
})

describe('measureStreets', () => {
  it('takes the nearest of the wanted origins only', () => {
    const origins = joined(town, [20, 0], [280, 0], [150, 0])
    const { streets } = town
    const distance = measureStreets(streets, origins, [0, 1], 1000)
    const [edge, along] = [origins.edge[2]!, origins.alongM[2]!]
    expect(distanceOnEdge(distance, edge, along)).toBeCloseTo(130, 1)
    expect(distance.edges).toHaveLength(3)
  })
})
