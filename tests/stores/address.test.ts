import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { CATEGORIES, COLOURINGS, type Category } from '@/domain/colouring'
import { formatDay, parseDay } from '@/domain/day'
import { WEIGHTINGS } from '@/domain/progress'
import { DEFAULT_ADDRESS, fromQuery, toQuery, type AddressState } from '@/stores/address'
import { LAYERS } from '@/stores/exploring'
import { THEMES } from '@/stores/settings'

vi.mock('@/workers/client', () => ({ geodataWorker: {} }))

const day = fc.integer({ min: parseDay('2024-01-01')!, max: parseDay('2025-12-31')! })
const id = fc.oneof(fc.constantFrom('C01', 'C07-B2', 'jingkai', '安丘-01', 'a.b', 'x y'), fc.stringMatching(/^[\w-]{1,40}$/))
const feature = fc.record({ kind: fc.constantFrom('community' as const, 'building' as const), id })
/** As precise as the address writes it. */
const viewpoint = fc.record({
  lon: fc.integer({ min: -18_000_000, max: 18_000_000 }).map((n) => n / 1e5), lat: fc.integer({ min: -8_500_000, max: 8_500_000 }).map((n) => n / 1e5),
  zoom: fc.integer({ min: 0, max: 2400 }).map((n) => n / 100), pitchDeg: fc.nat(85), bearingDeg: fc.integer({ min: -180, max: 180 }),
})
const state: fc.Arbitrary<AddressState> = fc.constantFrom(...COLOURINGS).chain((colouring) => fc.record({
  day: fc.option(day), since: fc.option(day), weighting: fc.constantFrom(...WEIGHTINGS), colouring: fc.constant(colouring),
  keptCategories: fc.subarray<Category>([...CATEGORIES[colouring]]), districtId: fc.option(id), selected: fc.option(feature),
  viewpoint: fc.option(viewpoint), layers: fc.subarray([...LAYERS]), isExtruded: fc.boolean(), isTableOpen: fc.boolean(),
  theme: fc.constantFrom(...THEMES), language: fc.option(fc.constantFrom('zh' as const, 'en' as const)),
}))
const sorted = (one: AddressState) => ({ ...one, keptCategories: [...one.keptCategories].sort(), layers: [...one.layers].sort() })

describe('toQuery and fromQuery', () => {
  it('bring back the same state', () => {
    fc.assert(fc.property(state, (one) => {
      expect(sorted(fromQuery(toQuery(one)))).toEqual(sorted(one))
    }))
  })

  it('bring it back through a real address', () => {
    fc.assert(fc.property(state, (one) => {
      const address = new URL(`http://localhost/?${new URLSearchParams(toQuery(one))}`)
      expect(sorted(fromQuery(Object.fromEntries(address.searchParams)))).toEqual(sorted(one))
    }))
  })

  it('leave the address empty by default', () => {
    expect(toQuery(DEFAULT_ADDRESS)).toEqual({})
    expect(fromQuery({})).toEqual(DEFAULT_ADDRESS)
  })

  it('write what a person can read', () => {
    const query = toQuery({
      ...DEFAULT_ADDRESS, day: parseDay('2024-08-26'), since: parseDay('2024-08-01'), colouring: 'lamp', keptCategories: ['warning', 'late'],
      selected: { kind: 'community', id: 'C07' }, viewpoint: { lon: 119.197, lat: 36.431, zoom: 14.5, pitchDeg: 45, bearingDeg: -12 }, layers: [],
    })
    expect(query).toEqual({
      date: '2024-08-26', since: '2024-08-01', colour: 'lamp', keep: 'late.warning', community: 'C07', camera: '119.19700,36.43100,14.50,45,-12', layers: 'none',
    })
  })

  it('does not depend on the order of layers and categories', () => {
    const [a, b] = [['late', 'warning'], ['warning', 'late']].map((kept) => toQuery({ ...DEFAULT_ADDRESS, colouring: 'lamp', keptCategories: kept as Category[] }))
    expect(a).toEqual(b)
    expect(toQuery({ ...DEFAULT_ADDRESS, layers: [...DEFAULT_ADDRESS.layers].reverse() })).toEqual({})
  })
})

describe('fromQuery, given junk', () => {
  const keys = ['date', 'since', 'weight', 'colour', 'keep', 'district', 'community', 'building', 'camera', 'layers', 'flat', 'table', 'theme', 'lang', '__proto__']
  const junk = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom(null, undefined, ['a', 'b'], 7, {}, '1e999,0,0,0,0', ',,,,', 'NaN,0,0,0,0'))

  it('never throws and only gives what can be used', () => {
    fc.assert(fc.property(fc.dictionary(fc.constantFrom(...keys), junk), (query) => {
      const read = fromQuery(query)
      expect(COLOURINGS).toContain(read.colouring)
      expect(WEIGHTINGS).toContain(read.weighting)
      expect(read.keptCategories.every((category) => (CATEGORIES[read.colouring] as readonly string[]).includes(category))).toBe(true)
      for (const one of [read.day, read.since]) if (one !== null) expect(parseDay(formatDay(one))).toBe(one)
      if (read.viewpoint) expect(Object.values(read.viewpoint).every(Number.isFinite)).toBe(true)
      toQuery(read)
    }), { numRuns: 500 })
  })

  it.each([
    ['a day that does not exist', { date: '2024-02-30' }],
    ['an unknown colouring', { colour: 'toString', keep: 'late' }],
    ['a category of another colouring', { colour: 'progress', keep: 'late.constructor' }],
    ['several values for one key', { date: ['2024-08-01', '2024-08-02'], lang: ['en'] }],
    ['an empty camera', { camera: '' }],
    ['a camera of commas', { camera: ',,,,' }],
    ['a camera cut off', { camera: '119.197,36.4' }],
    ['a camera with a number too many', { camera: '119,36,14,0,0,0' }],
    ['a camera outside the world', { camera: '119,99,14,0,0' }],
    ['a camera without end', { camera: '1e999,36,14,0,0' }],
    ['a camera that spins', { camera: '119,36,14,0,1e12' }],
    ['an id that is too long', { community: 'x'.repeat(61), district: 'y'.repeat(61) }],
    ['an id with control signs', { community: 'C01\n', building: '\u0000' }],
    ['an empty id', { community: '', building: '', district: '' }],
    ['other switches', { flat: 'yes', table: 'true', theme: 'blue', lang: 'fr' }],
  ])('leaves %s as by default', (_, query) => expect(fromQuery(query)).toEqual(DEFAULT_ADDRESS))

  it('takes the building if both are named', () => {
    expect(fromQuery({ community: 'C01', building: 'C01-B1' }).selected).toEqual({ kind: 'building', id: 'C01-B1' })
  })

  it('keeps what is good beside what is not', () => {
    expect(fromQuery({ date: 'soon', colour: 'lamp', keep: 'late.soon', layers: 'lamps.nothing' })).toEqual({
      ...DEFAULT_ADDRESS, colouring: 'lamp', keptCategories: ['late'], layers: ['lamps'],
    })
  })
})
