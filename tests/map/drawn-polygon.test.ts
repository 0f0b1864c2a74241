import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isCrossingPath, toDrawnPolygon } from '@/map/drawn-polygon'

const at = (...corners: [x: number, y: number][]) => corners.map(([x, y]) => [119.2 + x / 1e5, 36.4 + y / 1e5])
const ringOf = (...corners: [number, number][]) => {
  const drawn = toDrawnPolygon(at(...corners))
  return typeof drawn === 'string' ? drawn : drawn.coordinates[0]!.map(([lon, lat]) => [Math.round((lon! - 119.2) * 1e5), Math.round((lat! - 36.4) * 1e5)])
}

describe('a polygon', () => {
  it('is closed and goes anticlockwise from its first corner', () => {
    expect(ringOf([0, 0], [10, 0], [10, 10])).toEqual([[0, 0], [10, 0], [10, 10], [0, 0]])
    expect(ringOf([0, 0], [10, 10], [10, 0])).toEqual([[0, 0], [10, 0], [10, 10], [0, 0]])
  })

  it('has no corner twice in a row, and may come closed', () => {
    expect(ringOf([0, 0], [10, 0], [10, 0], [10, 10], [0, 0])).toEqual([[0, 0], [10, 0], [10, 10], [0, 0]])
  })

  it('has seven decimals', () => {
    const drawn = toDrawnPolygon([[119.123456789, 36.4], [119.2, 36.4], [119.2, 36.5]])
    expect(drawn).toMatchObject({ coordinates: [[[119.1234568, 36.4], [119.2, 36.4], [119.2, 36.5], [119.1234568, 36.4]]] })
  })

  it('may have a corner in the middle of an edge', () => {
    expect(ringOf([0, 0], [5, 0], [10, 0], [10, 10])).toHaveLength(5)
  })
})

describe('no polygon', () => {
  it.each([
    ['nothing', []],
    ['one point', [[0, 0], [0, 0], [0, 0]]],
    ['two points', [[0, 0], [10, 0], [0, 0]]],
    ['three points in a line', [[0, 0], [10, 0], [5, 0]]],
    ['corners less than a centimetre apart', [[0, 0], [0.0001, 0], [0, 0.0001]]],
  ] as [string, [number, number][]][])('%s: too few corners', (_, corners) => {
    expect(ringOf(...corners)).toBe('too-few-corners')
  })

  it.each([
    // 3---2 and 0---1 with crossed sides
    ['a bow tie', [[0, 0], [10, 0], [0, 10], [10, 10]]],
    // a corner on another edge
    ['an edge that touches a corner', [[0, 0], [10, 0], [10, 10], [5, 0], [0, 10]]],
    ['the same corner passed twice', [[0, 0], [5, 5], [10, 0], [10, 10], [5, 5], [0, 10]]],
    ['a spike', [[0, 0], [10, 0], [10, 10], [10, 5], [0, 5]]],
    // The last edge runs back along the first one; terra-draw lets this pass.
    ['edges that lie on each other', [[0, 0], [10, 0], [10, 10], [20, 10], [20, 0], [5, 0], [5, -5]]],
    ['four points in a line', [[0, 0], [10, 0], [20, 0], [5, 0]]],
  ] as [string, [number, number][]][])('%s: crosses itself', (_, corners) => {
    expect(ringOf(...corners)).toBe('self-crossing')
  })
})

it('takes every star-shaped ring, whichever way round and from whichever corner', () => {
  fc.assert(fc.property(
    fc.array(fc.integer({ min: 50, max: 500 }), { minLength: 3, maxLength: 12 }), fc.nat(11), fc.boolean(),
    (radii, start, isReversed) => {
      const star = radii.map((radius, index): [number, number] => {
        const turn = (2 * Math.PI * index) / radii.length
        return [radius * Math.cos(turn), radius * Math.sin(turn)]
      })
      const first = start % star.length
      const turned = [...star.slice(first), ...star.slice(0, first)]
      return typeof ringOf(...(isReversed ? turned.reverse() : turned)) !== 'string'
    },
  ))
})

describe('a line being drawn', () => {
  it('may turn and come close', () => {
    expect(isCrossingPath(at([0, 0], [10, 0], [10, 10], [1, 1]))).toBe(false)
  })

  it.each([
    ['crosses', [[0, 0], [10, 0], [10, 10], [5, -5]]],
    ['touches', [[0, 0], [10, 0], [10, 10], [5, 0]]],
    ['goes back', [[0, 0], [10, 0], [5, 0]]],
  ] as [string, [number, number][]][])('that %s is refused', (_, path) => {
    expect(isCrossingPath(at(...path))).toBe(true)
  })
})
