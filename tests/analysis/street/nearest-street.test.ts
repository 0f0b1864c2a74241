import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { geodesicM } from '@/analysis/shape/metric'
import { edgeOfVertex, nearestStreet } from '@/analysis/street/nearest-street'
import { at } from '../../fixtures/drawn'
import { drawnTown, road } from '../../fixtures/drawn-streets'

const find = (town: ReturnType<typeof drawnTown>, x: number, y: number, maxM = 100) => {
  const foot = { edge: -1, alongM: NaN, connectorM: NaN }
  const [lon, lat] = at(x, y)
  return { isFound: nearestStreet(town.streets, town.barriers, lon!, lat!, maxM, foot), ...foot }
}

describe('nearestStreet', () => {
  it('finds the foot of the perpendicular', () => {
    //         · (30, 40)
    //  ───────────── 100 m
    const { isFound, alongM, connectorM } = find(drawnTown([road('A', [[0, 0], [100, 0]])]), 30, 40)
    expect(isFound).toBe(true)
    expect(connectorM).toBeCloseTo(40, 2)
    expect(alongM).toBeCloseTo(30, 2)
  })

  it('finds the end of a street', () => {
    expect(find(drawnTown([road('A', [[0, 0], [100, 0]])]), 130, 40).connectorM).toBeCloseTo(50, 2)
  })

  it('finds nothing farther than asked, but what is exactly so far', () => {
    const town = drawnTown([road('A', [[0, 0], [100, 0]])])
    expect(find(town, 50, 100.5)).toMatchObject({ isFound: false, edge: -1, connectorM: Infinity })
    const { connectorM } = find(town, 50, 99)
    expect(find(town, 50, 99, connectorM).isFound).toBe(true)
    expect(find(town, 50, 99, connectorM - 1e-9).isFound).toBe(false)
  })

  it('has no answer for what is no number or without streets', () => {
    expect(find(drawnTown([road('A', [[0, 0], [100, 0]])]), NaN, 0).isFound).toBe(false)
    expect(find(drawnTown([]), 0, 0).isFound).toBe(false)
  })

  it('agrees with a look at every street', () => {
    const metre = fc.integer({ min: 0, max: 600 })
    const line = fc.tuple(metre, metre, metre, metre).filter(([a, b, c, d]) => Math.hypot(c - a, d - b) > 1)
    fc.assert(fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), metre, metre, (lines, x, y) => {
      const town = drawnTown(lines.map(([a, b, c, d], i) => road(`R${i}`, [[a, b], [c, d]])))
      const nearestM = Math.min(...lines.map(([a, b, c, d]) => {
        const t = Math.min(1, Math.max(0, ((x - a) * (c - a) + (y - b) * (d - b)) / ((c - a) ** 2 + (d - b) ** 2)))
        return Math.hypot(a + t * (c - a) - x, b + t * (d - b) - y)
      }))
      // Drawn metres hold to a few centimetres at 600 m.
      const { isFound, connectorM } = find(town, x, y, 1000)
      expect(isFound).toBe(true)
      expect(Math.abs(connectorM - nearestM)).toBeLessThan(0.1)
    }))
  })

  it('gives the length of the geodesic', () => {
    const [[x1, y1], [x2, y2]] = [at(30, 40), at(30, 0)]
    expect(find(drawnTown([road('A', [[0, 0], [100, 0]])]), 30, 40).connectorM).toBeCloseTo(geodesicM(x1!, y1!, x2!, y2!), 4)
  })
})

describe('edgeOfVertex', () => {
  it('finds the edge a vertex belongs to', () => {
    const { streets } = drawnTown([road('A', [[0, 0], [10, 0], [20, 0]]), road('B', [[200, 0], [300, 0]]), road('C', [[500, 0], [600, 0]])])
    expect([...streets.vertexPlace.keys()].map((vertex) => edgeOfVertex(streets, vertex))).toEqual(
      [...streets.vertexStarts.slice(0, -1)].flatMap((start, edge) => Array(streets.vertexStarts[edge + 1]! - start).fill(edge)),
    )
  })
})
