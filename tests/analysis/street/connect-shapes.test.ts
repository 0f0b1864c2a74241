import type { Polygon } from 'geojson'
import { describe, expect, it } from 'vitest'
import { flattenShapes } from '@/analysis/shape/flatten-shapes'
import { connectShapes } from '@/analysis/street/connect-shapes'
import { gatesOf } from '@/analysis/street/gate-ways'
import { at, drawn, rectangle } from '../../fixtures/drawn'
import { drawnTown, rails, road, water } from '../../fixtures/drawn-streets'

const street = road('A', [[0, 0], [200, 0]])
const connect = (town: ReturnType<typeof drawnTown>, ...shapes: Polygon[]) => connectShapes(town.streets, town.barriers, flattenShapes(shapes), 100)

describe('connectShapes', () => {
  it('measures from the boundary', () => {
    //   ┌──┐ y 30…50
    //   └──┘
    //  ────────
    const { edge, alongM, connectorM } = connect(drawnTown([street]), drawn([80, 50], [90, 30], [100, 50]))
    expect(edge[0]).toBe(0)
    expect(connectorM[0]).toBeCloseTo(30, 2)
    expect(Math.min(alongM[0]!, 200 - alongM[0]!)).toBeCloseTo(90, 1)
  })

  it.each<[string, Polygon]>([
    ['touches the street', rectangle(50, 0, 20, 20)],
    ['lies across it', rectangle(50, -10, 20, 20)],
    ['has it inside', rectangle(-10, -10, 300, 20)],
    ['touches it but for a rounding', rectangle(50, 0.004, 20, 20)],
  ])('is at the street if the shape %s', (_, shape) => {
    const { edge, connectorM } = connect(drawnTown([street]), shape)
    expect([edge[0], connectorM[0]]).toEqual([0, 0])
  })

  it('takes the street on its own side, or none', () => {
    //  ┌──┐  y 30 … 40, then a stream at 20 … 25, then the street
    const stream = water([-50, 20], [250, 20], [250, 25], [-50, 25])
    expect(connect(drawnTown([street], { waters: [stream] }), rectangle(50, 30, 10, 10)).edge[0]).toBe(-1)
    expect(connect(drawnTown([street], { railways: [rails([-50, 20], [250, 20])] }), rectangle(50, 30, 10, 10)).edge[0]).toBe(-1)
    const { connectorM } = connect(drawnTown([street, road('B', [[0, 100], [200, 100]])], { waters: [stream] }), rectangle(50, 30, 10, 10))
    expect(connectorM[0]).toBeCloseTo(60, 2)
  })

  it('is unroutable beyond 100 m, without numbers and without streets', () => {
    const town = drawnTown([street])
    expect([...connect(town, rectangle(50, 101, 10, 10), rectangle(50, NaN, 10, 10), rectangle(50, 99, 10, 10)).edge]).toEqual([-1, -1, 0])
    expect([...connect(drawnTown([]), rectangle(50, 10, 10, 10)).edge]).toEqual([-1])
  })

  it('joins a point, as a facility', () => {
    const { streets, barriers } = drawnTown([street])
    const { connectorM } = connectShapes(streets, barriers, flattenShapes([{ type: 'Point', coordinates: at(50, 30) }]), 100)
    expect(connectorM[0]).toBeCloseTo(30, 2)
  })

  it('goes through the gate of its community', () => {
    // boundary (50…60, 10…20) → gate (55, 80): 60 m; gate → street B (y 100): 20 m
    const { streets, barriers } = drawnTown([street, road('B', [[0, 100], [200, 100]])])
    const gates = gatesOf(['C1', 'C1'], new Map([['C1', [at(55, 80)]]]))
    const { connectorM } = connectShapes(streets, barriers, flattenShapes([rectangle(50, 10, 10, 10), rectangle(50, 75, 10, 10)]), 100, gates)
    expect(connectorM[0]).toBeCloseTo(80, 1)
    expect(connectorM[1]).toBeCloseTo(20, 1)
  })
})
