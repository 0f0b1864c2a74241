import { describe, expect, it } from 'vitest'
import { MESSAGE_LIMIT, ownMember, structureMessages } from '@/data/check-structure'

const feature = (geometry: unknown, more: object = {}) => ({ type: 'Feature', properties: {}, geometry, ...more })
const square = [[[0, 0], [1, 0], [1, 1], [0, 0]]]

describe('structureMessages', () => {
  it.each([
    ['a point', { type: 'Point', coordinates: [1, 2] }],
    ['a point with height', { type: 'Point', coordinates: [1, 2, 3] }],
    ['a line', { type: 'LineString', coordinates: [[1, 2], [3, 4]] }],
    ['a polygon', { type: 'Polygon', coordinates: square }],
    ['a multipolygon', { type: 'MultiPolygon', coordinates: [square, square] }],
  ])('has nothing against %s', (_, geometry) => {
    expect(structureMessages(feature(geometry))).toEqual([])
  })

  it.each([
    ['no object', 5, /feature must be an object/],
    ['a list', [feature(null)], /feature must be an object/],
    ['a type in capitals', { ...feature({ type: 'Point', coordinates: [1, 2] }), type: 'FEATURE' }, /type must be "Feature", got FEATURE/],
    ['no geometry', { type: 'Feature', properties: {} }, /geometry.type must be one of .* got undefined/],
    ['a type that is an object', feature({ type: {}, coordinates: [1, 2] }), /geometry.type must be one of/],
    ['a type found on the prototype', feature({ type: 'valueOf', coordinates: [1, 2] }), /geometry.type must be one of .* got valueOf/],
    ['a type on an inherited object', feature(Object.create({ type: 'Point', coordinates: [1, 2] })), /geometry.type must be one of/],
    ['properties that are a number', feature({ type: 'Point', coordinates: [1, 2] }, { properties: 5 }), /properties must be an object/],
    ['properties that are a list', feature({ type: 'Point', coordinates: [1, 2] }, { properties: [] }), /properties must be an object/],
    ['a box of three numbers', feature({ type: 'Point', coordinates: [1, 2] }, { bbox: [1, 2, 3] }), /bbox/],
    ['a box of text', feature({ type: 'Point', coordinates: [1, 2] }, { bbox: 'all' }), /bbox must be an array/],
    ['one number', feature({ type: 'Point', coordinates: [1] }), /at least two elements/],
    ['no coordinates', feature({ type: 'Point' }), /coordinates/],
    ['text coordinates', feature({ type: 'LineString', coordinates: [['1', '2'], ['3', '4']] }), /only contain numbers/],
    ['a point named polygon', feature({ type: 'Polygon', coordinates: [1, 2] }), /coordinates must be an array|must be an array/],
    ['an open ring', feature({ type: 'Polygon', coordinates: [[[0, 0], [1, 0], [1, 1], [0, 1]]] }), /first and last positions/],
    ['a short ring', feature({ type: 'Polygon', coordinates: [[[0, 0], [1, 0], [0, 0]]] }), /at least four positions/],
    ['an empty ring, at which the library throws', feature({ type: 'Polygon', coordinates: [[]] }), /cannot be read/],
    ['positions of null, at which the library throws', feature({ type: 'Polygon', coordinates: [[null, null, null, null]] }), /must be an array|cannot be read/],
  ])('rejects %s', (_, value, message) => {
    expect(structureMessages(value).join('\n')).toMatch(message)
  })

  it('stops after a hundred messages, each short', () => {
    const bad = Array.from({ length: 500 }, () => ['x'.repeat(500), 'y'])
    const messages = structureMessages(feature({ type: 'LineString', coordinates: bad }))
    expect(messages).toHaveLength(MESSAGE_LIMIT)
    expect(Math.max(...messages.map(({ length }) => length))).toBeLessThan(80)
  })
})

describe('ownMember', () => {
  it('never looks on a prototype', () => {
    expect([ownMember({ a: 1 }, 'a'), ownMember({}, 'toString'), ownMember(null, 'a'), ownMember('abc', 'length')]).toEqual([1, undefined, undefined, undefined])
  })
})
