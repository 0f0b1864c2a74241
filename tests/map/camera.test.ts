import { describe, expect, it } from 'vitest'
import { type Bounds, boundsOf, fitCamera, fitPositions, isBounds, projectPosition } from '@/map/camera'

const TOWN: Bounds = [119.17, 36.41, 119.22, 36.45]
const SIZE = { width: 1280, height: 800 }
const NONE = { top: 0, right: 0, bottom: 0, left: 0 }

const cornersOf = ([west, south, east, north]: Bounds) => [[west, south], [east, south], [east, north], [west, north]]

describe('boundsOf', () => {
  it('spans all geometries, of any type', () => {
    expect(boundsOf([
      { type: 'Point', coordinates: [119.2, 36.4] },
      { type: 'MultiPolygon', coordinates: [[[[119, 36.5], [119.1, 36.5], [119.1, 36.6], [119, 36.5]]]] },
      { type: 'GeometryCollection', geometries: [{ type: 'LineString', coordinates: [[119.3, 36.3], [119.25, 36.35]] }] },
    ])).toEqual([119, 36.3, 119.3, 36.6])
  })

  it('is null without a position', () => {
    expect(boundsOf([])).toBeNull()
    expect(boundsOf([{ type: 'MultiPolygon', coordinates: [] }])).toBeNull()
  })
})

describe('projectPosition', () => {
  const flat = { lon: 0, lat: 0, zoom: 0, pitchDeg: 0, bearingDeg: 0 }

  it('puts a quarter of the world 128 px from the middle at zoom 0', () => {
    const { x, y } = projectPosition(flat, [90, 0], 800)
    expect([x, y]).toEqual([128, expect.closeTo(0, 9)])
  })

  it('turns what lies in the bearing up', () => {
    const { x, y } = projectPosition({ ...flat, bearingDeg: 90 }, [90, 0], 800)
    expect(x).toBeCloseTo(0)
    expect(y).toBeCloseTo(-128)
  })

  it('draws far ground smaller than near ground when tilted', () => {
    const tilted = { ...flat, zoom: 1, pitchDeg: 60 }
    const far = projectPosition(tilted, [0, 40], 800)
    const near = projectPosition(tilted, [0, -40], 800)
    expect(-far.y).toBeLessThan(near.y)
  })
})

describe('fitCamera', () => {
  it.each([
    ['flat', 0, 0, NONE],
    ['tilted and turned', 48, -18, NONE],
    ['between cards', 48, -18, { top: 56, right: 380, bottom: 120, left: 350 }],
    ['on a phone sheet', 48, 30, { top: 60, right: 0, bottom: 330, left: 0 }],
  ])('shows all corners and touches two edges of the free area: %s', (_, pitchDeg, bearingDeg, padding) => {
    const camera = fitCamera(TOWN, SIZE, padding, { pitchDeg, bearingDeg })

    const points = cornersOf(TOWN).map((corner) => projectPosition(camera, corner, SIZE.height))
    const halfWidth = (SIZE.width - padding.left - padding.right) / 2
    const halfHeight = (SIZE.height - padding.top - padding.bottom) / 2
    const fill = Math.max(...points.map(({ x, y }) => Math.max(Math.abs(x) / halfWidth, Math.abs(y) / halfHeight)))
    expect(fill).toBeCloseTo(1, 2)
    expect(camera).toMatchObject({ pitchDeg, bearingDeg })
  })

  it('does not go closer than asked', () => {
    const house: Bounds = [119.2, 36.43, 119.2003, 36.4301]
    expect(fitCamera(house, SIZE, NONE, { pitchDeg: 0, bearingDeg: 0 }, 16).zoom).toBe(16)
  })

  it('stays sensible if cards cover everything', () => {
    const camera = fitCamera(TOWN, SIZE, { top: 500, right: 700, bottom: 500, left: 700 }, { pitchDeg: 48, bearingDeg: 0 })
    expect(Number.isFinite(camera.zoom)).toBe(true)
    expect(camera.lon).toBeCloseTo(119.195, 2)
  })
})

it('tells bounds from a camera', () => {
  expect(isBounds(TOWN)).toBe(true)
  expect(isBounds({ lon: 0, lat: 0, zoom: 1, pitchDeg: 0, bearingDeg: 0 })).toBe(false)
})

describe('fitPositions on a wall', () => {
  /** The shipped communities spread like this: a wide town, and one far outlier. */
  const SPREAD = [[119.1721, 36.4102], [119.2214, 36.4189], [119.2163, 36.4478], [119.1874, 36.4421], [119.1993, 36.4301], [119.2391, 36.4244]]

  it.each([
    ['7680 × 2160, cards on both sides', 7680, 2160, { top: 200, right: 1000, bottom: 200, left: 1000 }],
    ['7680 × 2160, all cards on the left', 7680, 2160, { top: 200, right: 100, bottom: 200, left: 2600 }],
    ['1080 × 1920, cards above and below', 1080, 1920, { top: 620, right: 40, bottom: 560, left: 40 }],
    ['1366 × 768, little room', 1366, 768, { top: 90, right: 400, bottom: 130, left: 400 }],
  ])('keeps all between the cards and touches two of their edges: %s', (_, width, height, padding) => {
    const camera = fitPositions(SPREAD, { width, height }, padding, { pitchDeg: 50, bearingDeg: -14 })
    const points = SPREAD.map((position) => projectPosition(camera, position, height))
    const halfWidth = (width - padding.left - padding.right) / 2
    const halfHeight = (height - padding.top - padding.bottom) / 2
    const across = Math.max(...points.map(({ x }) => Math.abs(x) / halfWidth))
    const down = Math.max(...points.map(({ y }) => Math.abs(y) / halfHeight))
    expect(Math.max(across, down)).toBeCloseTo(1, 2)
    // In the middle of the other direction too.
    const middle = (values: number[]) => Math.abs(Math.max(...values) + Math.min(...values)) / 2
    expect(middle(points.map(({ x }) => x))).toBeLessThan(halfWidth * 0.02)
    expect(middle(points.map(({ y }) => y))).toBeLessThan(halfHeight * 0.02)
  })
})
