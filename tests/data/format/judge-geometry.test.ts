import { describe, expect, it } from 'vitest'
import { isBbox, judgeGeometry } from '@/data/format/judge-geometry'

const SQUARE = [[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]]
const told = (value: unknown) => judgeGeometry(value).problems.map(({ code, field, params }) => `${params['reason'] ?? code} ${field} ${params['places']}`)
const polygon = (...rings: unknown[]) => ({ type: 'Polygon', coordinates: rings })

describe('judgeGeometry', () => {
  it.each([
    { type: 'Point', coordinates: [1, 2] },
    { type: 'MultiPoint', coordinates: [[1, 2], [3, 4, 5]] },
    { type: 'LineString', coordinates: [[1, 2], [3, 4]] },
    { type: 'MultiLineString', coordinates: [[[1, 2], [3, 4]]] },
    polygon(SQUARE),
    { type: 'MultiPolygon', coordinates: [[SQUARE]] },
    { type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [1, 2] }, { type: 'Point', coordinates: [3, 4] }] },
  ])('takes a good $type', (value) => {
    expect(judgeGeometry(value)).toMatchObject({ geometry: value, problems: [], isWoundWrongly: false, hasLongPositions: false, isOffEarth: false })
  })

  it('counts vertices and keeps nothing but type and coordinates', () => {
    expect(judgeGeometry({ ...polygon(SQUARE), custom: { deep: true }, bbox: [0, 0, 4, 4] })).toMatchObject({ geometry: polygon(SQUARE), vertexCount: 5 })
    expect(judgeGeometry({ ...polygon(SQUARE), custom: 1 }).geometry).not.toHaveProperty('custom')
  })

  it('names the first place of each kind of problem and counts the rest', () => {
    expect(told({ type: 'MultiPoint', coordinates: [[1, 'a'], [2, 'b'], 5, [1]] }))
      .toEqual(['position-not-number geometry.coordinates[0] 2', 'position-not-list geometry.coordinates[2] 1', 'position-short geometry.coordinates[3] 1'])
  })

  it.each([
    ['geometry-type geometry 1', { type: 'valueOf', coordinates: [] }],
    ['geometry-type geometry 1', null],
    ['foreign-member geometry 1', { type: 'Point', coordinates: [1, 2], features: [] }],
    ['bbox geometry.bbox 1', { type: 'Point', coordinates: [1, 2], bbox: 'x' }],
    ['coordinates-missing geometry.coordinates 1', { type: 'Point' }],
    ['position-short geometry.coordinates 1', { type: 'Point', coordinates: [] }],
    ['too-nested geometry.coordinates 1', { type: 'Point', coordinates: [[1, 2]] }],
    ['not-nested geometry.coordinates[0] 5', { type: 'Polygon', coordinates: [1, 2, 3, 4, 5] }],
    ['line-short geometry.coordinates 1', { type: 'LineString', coordinates: [[1, 2]] }],
    ['not-finite geometry.coordinates 1', { type: 'Point', coordinates: [Infinity, 2] }],
    ['collection-single geometry 1', { type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [1, 2] }] }],
    ['collection-nested geometry.geometries[1] 1', { type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [1, 2] }, { type: 'GeometryCollection', geometries: [] }] }],
    ['collection-member geometry.geometries[0] 2', { type: 'GeometryCollection', geometries: [false, null] }],
    ['geometries-missing geometry 1', { type: 'GeometryCollection' }],
    ['ring-too-short geometry.coordinates[1] 1', polygon(SQUARE, [[1, 1], [2, 2], [1, 1]])],
    ['ring-too-short geometry.coordinates[0] 1', polygon([])],
  ])('says %s', (text, value) => {
    expect(told(value)).toEqual([text])
    expect(judgeGeometry(value).geometry).toBeNull()
  })

  it('leaves a ring that is not closed to be repaired, unless something else is wrong', () => {
    const open = polygon(SQUARE.slice(0, 4))
    expect(judgeGeometry(open)).toMatchObject({ geometry: open, problems: [{ code: 'ring-unclosed', field: 'geometry.coordinates[0]', params: { first: '0, 0', last: '0, 4', places: 1 } }] })
    expect(judgeGeometry(polygon(SQUARE.slice(0, 4), [[1, 'x'], [2, 1], [2, 2], [1, 1]])).geometry).toBeNull()
    expect(judgeGeometry(polygon(SQUARE.slice(0, 3))).geometry).not.toBeNull()
    // The same place at another height, or with one height only, is not the same position.
    for (const last of [[0, 0, 5], [0, 0]]) expect(told(polygon([[0, 0, 1], [4, 0, 1], [4, 4, 1], last]))).toEqual(['ring-unclosed geometry.coordinates[0] 1'])
    expect(told(polygon(SQUARE.slice(0, 2)))).toEqual(['ring-too-short geometry.coordinates[0] 1'])
  })

  it('remarks rings that run the wrong way, long positions and coordinates that are no degrees', () => {
    expect(judgeGeometry(polygon([...SQUARE].reverse())).isWoundWrongly).toBe(true)
    expect(judgeGeometry({ type: 'MultiPolygon', coordinates: [[SQUARE], [SQUARE, [[1, 1], [2, 1], [2, 2], [1, 1]]]] }).isWoundWrongly).toBe(true)
    expect(judgeGeometry({ type: 'Point', coordinates: [1, 2, 3, 4] })).toMatchObject({ geometry: { coordinates: [1, 2, 3] }, hasLongPositions: true, problems: [] })
    expect(judgeGeometry({ type: 'Point', coordinates: [517_000, 4_033_000] })).toMatchObject({ isOffEarth: true, problems: [] })
  })

  it('takes an empty shape for none', () => {
    for (const type of ['MultiPoint', 'MultiPolygon', 'Polygon']) expect(judgeGeometry({ type, coordinates: [] })).toMatchObject({ geometry: null, problems: [] })
  })
})

describe('isBbox', () => {
  it('wants four or six numbers, or nothing', () => {
    expect([undefined, [1, 2, 3, 4], [1, 2, 3, 4, 5, 6]].map(isBbox)).toEqual([true, true, true])
    expect([null, [], [1, 2, 3], [1, 2, 3, '4'], 'x'].map(isBbox)).toEqual([false, false, false, false, false])
  })
})
