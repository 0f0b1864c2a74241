import type { Polygon, Position } from 'geojson'
import { describe, expect, it } from 'vitest'
import { drawDetail, drawShapes } from '@/views/data/shape-drawing'

const polygon = (...ring: Position[]): Polygon => ({ type: 'Polygon', coordinates: [ring] })
/** At the equator a degree is as long one way as the other: what is drawn can be read off. */
const SQUARE = polygon([0, 0], [0.01, 0], [0.01, 0.01], [0, 0.01], [0, 0])

describe('the drawing of a repair', () => {
  it('has north up, and 100 units for the longer side', () => {
    expect(drawShapes(SQUARE, SQUARE)!.after).toBe('M0.00 100.00L100.00 100.00L100.00 0.00L0.00 0.00L0.00 100.00')
    expect(drawShapes(SQUARE, SQUARE)!.viewBox).toBe('-8.0 -8.0 116.0 116.0')
  })

  it('shortens degrees of longitude as far north as it is', () => {
    const atSixty = polygon([0, 59.995], [0.02, 59.995], [0.02, 60.005], [0, 60.005], [0, 59.995])
    // 0.02° at 60° are as long as 0.01° of latitude.
    expect(drawShapes(atSixty, atSixty)!.after).toBe('M0.00 100.00L100.00 100.00L100.00 0.00L0.00 0.00L0.00 100.00')
  })

  it('marks the corners that only one of them has', () => {
    const cut = polygon([0, 0], [0.01, 0], [0.01, 0.01], [0.005, 0.005], [0, 0.01], [0, 0])
    expect(drawShapes(cut, SQUARE)!.changedPoints).toEqual([[50, 50]])
  })

  it('shows a small change once more, larger', () => {
    const spike = polygon([0, 0], [0.01, 0], [0.01, 0.01], [0.0101, 0.0101], [0, 0.01], [0, 0])
    const detail = drawDetail(spike, SQUARE)!
    expect(detail.changedPoints).toHaveLength(1)
    // The spike stands in the middle of its frame.
    expect(detail.changedPoints[0]!.map(Math.round)).toEqual([50, 50])
  })

  it('shows no detail where most of it changed, or nothing', () => {
    const other = polygon([0.001, 0.001], [0.009, 0.002], [0.008, 0.009], [0.001, 0.001])
    expect([drawDetail(other, SQUARE), drawDetail(SQUARE, SQUARE)]).toEqual([null, null])
  })

  it('draws nothing of nothing', () => expect(drawShapes({ type: 'GeometryCollection', geometries: [] }, { type: 'MultiPolygon', coordinates: [] })).toBeNull())
})
