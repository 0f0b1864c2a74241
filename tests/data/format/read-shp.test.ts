import { describe, expect, it } from 'vitest'
import { isShp, readShp, type Shape } from '@/data/format/read-shp'
import { makeShp, NULL_RECORD, partsRecord, pointRecord, pointsRecord } from '../../fixtures/make-shapefile'

const SQUARE: [number, number][] = [[0, 0], [0, 4], [4, 4], [4, 0], [0, 0]]
const COUNTER = [...SQUARE].reverse()
const shapes = (bytes: Uint8Array): Shape[] => {
  const read = readShp(bytes)
  if (!Array.isArray(read)) throw new Error(JSON.stringify(read))
  return read
}
const only = (type: number, record: Uint8Array) => shapes(makeShp(type, [record]))[0]!
/** The same record with one of its 32-bit numbers changed. */
function changed(record: Uint8Array, at: number, value: number): Uint8Array {
  const copy = record.slice()
  new DataView(copy.buffer).setInt32(at, value, true)
  return copy
}

describe('readShp', () => {
  it('reads points, with and without height and measure', () => {
    for (const type of [1, 11, 21]) expect(only(type, pointRecord(119.5, 36.25, type))).toEqual({ geometry: { type: 'Point', coordinates: [119.5, 36.25] }, problem: null })
    expect(only(8, pointsRecord([[1, 2], [3, 4]])).geometry).toEqual({ type: 'MultiPoint', coordinates: [[1, 2], [3, 4]] })
  })

  it('reads lines and polygons, with and without height and measure', () => {
    for (const type of [3, 13, 23]) {
      expect(only(type, partsRecord(type, [[[0, 0], [1, 1]]])).geometry).toEqual({ type: 'LineString', coordinates: [[0, 0], [1, 1]] })
      expect(only(type, partsRecord(type, [[[0, 0], [1, 1]], [[2, 2], [3, 3], [4, 5]]])).geometry?.type).toBe('MultiLineString')
    }
    for (const type of [5, 15, 25]) expect(only(type, partsRecord(type, [SQUARE]))).toEqual({ geometry: { type: 'Polygon', coordinates: [COUNTER] }, problem: null })
    expect(only(5, partsRecord(5, [SQUARE, SQUARE.map(([x, y]) => [x + 9, y])])).geometry?.type).toBe('MultiPolygon')
  })

  it('has no geometry for null shapes and shapes without parts', () => {
    expect(shapes(makeShp(5, [NULL_RECORD, partsRecord(5, []), partsRecord(5, [SQUARE])])).map(({ geometry, problem }) => [geometry?.type, problem])).toEqual([[undefined, null], [undefined, null], ['Polygon', null]])
    expect(readShp(makeShp(1, []))).toEqual([])
  })

  it('leaves an open ring to be repaired, and refuses one that is too short', () => {
    expect(only(5, partsRecord(5, [SQUARE.slice(0, 4)]))).toMatchObject({ geometry: { type: 'Polygon' }, problem: { code: 'ring-unclosed', params: { first: '0, 0', last: '4, 0', places: 1 } } })
    expect(only(5, partsRecord(5, [[[0, 0], [1, 1], [0, 0]]]))).toMatchObject({ geometry: null, problem: { code: 'ring-too-short', params: { positions: 3 } } })
  })

  it.each([
    ['number', 1, pointRecord(NaN, 1)], ['number', 1, pointRecord(-1e39, 1)], ['number', 5, partsRecord(5, [[[0, 0], [Infinity, 4], [4, 4], [0, 0]]])],
    ['mixed', 1, pointsRecord([[1, 2]])], ['type', 1, changed(pointRecord(1, 2), 0, 77)], ['multipatch', 5, changed(partsRecord(5, [SQUARE]), 0, 31)],
    ['parts', 5, changed(partsRecord(5, [SQUARE]), 36, 0)], ['parts', 5, changed(partsRecord(5, [SQUARE]), 36, 0x7fffffff)], ['parts', 5, changed(partsRecord(5, [SQUARE]), 40, 6)],
    ['parts', 5, changed(partsRecord(5, [SQUARE]), 44, 1)], ['parts', 3, partsRecord(3, [[[0, 0]]])], ['parts', 8, changed(pointsRecord([[1, 2]]), 36, -1)], ['number', 1, pointRecord(1, 2).subarray(0, 12)],
  ])('says of one record that its %s cannot be', (problem, type, record) => {
    const good = type === 1 ? pointRecord(5, 6) : type === 8 ? pointsRecord([[5, 6]]) : partsRecord(type, [SQUARE])
    const read = shapes(makeShp(type, [good, record, good]))
    expect(read.map((shape) => shape.problem?.params['problem'])).toEqual([undefined, problem, undefined])
    expect(read[1]!.geometry).toBeNull()
  })

  it('refuses a file that is not as long as its header says, and every truncation', () => {
    const file = makeShp(5, [partsRecord(5, [SQUARE]), partsRecord(5, [SQUARE])])
    for (let length = 0; length < file.length; length++) expect(Array.isArray(readShp(file.subarray(0, length))), `${length}`).toBe(false)
    expect(readShp(file.subarray(0, 300))).toEqual({ code: 'shapefile-broken', params: { problem: 'length', expected: file.length, found: 300 } })
    expect(readShp(new Uint8Array([...file, 0, 0]))).toMatchObject({ params: { problem: 'length' } })
    expect(readShp(file.subarray(0, 99))).toMatchObject({ params: { problem: 'short' } })
  })

  it('refuses a wrong header and records that do not join', () => {
    const file = makeShp(1, [pointRecord(1, 2), pointRecord(3, 4)])
    const with32 = (at: number, value: number, littleEndian: boolean) => {
      const copy = file.slice()
      new DataView(copy.buffer).setInt32(at, value, littleEndian)
      return readShp(copy)
    }
    expect(with32(0, 9993, false)).toMatchObject({ params: { problem: 'magic' } })
    expect(with32(32, 31, true)).toMatchObject({ params: { problem: 'multipatch' } })
    expect(with32(32, 2, true)).toMatchObject({ params: { problem: 'type' } })
    for (const size of [-1, 0, 1, 0x7fffffff, 9]) expect(with32(104, size, false)).toMatchObject({ params: { problem: 'record' } })
  })

  it('refuses two million and one vertices before reading them', () => {
    const many = (count: number) => {
      const record = new Uint8Array(40 + count * 16)
      const view = new DataView(record.buffer)
      view.setInt32(0, 8, true)
      view.setInt32(36, count, true)
      return makeShp(8, [record.subarray(0, 40 + count * 16), pointsRecord([])])
    }
    expect(readShp(many(2_000_001))).toEqual({ code: 'vertex-too-many', params: { found: 2_000_001, limit: 2_000_000 } })
    expect(readShp(many(2000))).toHaveLength(2)
  })

  it('never throws for a flipped bit', () => {
    const file = makeShp(5, [partsRecord(5, [SQUARE, SQUARE]), NULL_RECORD])
    for (let bit = 0; bit < file.length * 8; bit++) {
      const flipped = file.slice()
      flipped[bit >> 3]! ^= 1 << (bit & 7)
      expect(() => readShp(flipped)).not.toThrow()
    }
  })
})

describe('isShp', () => {
  it('knows the first four bytes', () => {
    expect(isShp(makeShp(1, []))).toBe(true)
    expect(isShp(Uint8Array.of(0, 0, 0x27))).toBe(false)
  })
})
