import { describe, expect, it } from 'vitest'
import { checkShape, UNUSABLE, type ObjectShape } from '@/data/check-shape'
import { number, nullable, text } from '@/data/field'
import type { Finding } from '@/domain/finding'

interface Door { id: string; widthM: number }
interface House { name: string; doors: readonly Door[]; garden: { areaM2: number } | null; pair: readonly [string, string] | readonly string[]; guests: readonly string[] | null }

const SHAPE: ObjectShape<House> = {
  nullable: false,
  object: {
    name: text(),
    doors: {
      list: { object: { id: text(), widthM: number('m', 0.5, 5) }, nullable: false }, key: 'id', length: [1, 3], nullable: false,
    },
    garden: { object: { areaM2: number('m2', 1, 100) }, nullable: true },
    pair: { list: text(), key: null, length: [2, 2], nullable: false },
    guests: { list: text(), key: null, length: [1, 9], nullable: true },
  },
}
const HOUSE = { name: 'a', doors: [{ id: 'd1', widthM: 1 }, { id: 'd2', widthM: 2 }], garden: null, pair: ['x', 'x'], guests: null }

function check(raw: unknown) {
  const findings: Finding[] = []
  const value = checkShape<House>(SHAPE, raw, '', { file: 'house.json', feature: null }, findings)
  return { value, findings }
}
const found = (raw: unknown) => check(raw).findings.map(({ code, field, feature }) => [code, field, feature])

describe('checkShape', () => {
  it('reads what has its shape', () => {
    expect(check(HOUSE)).toEqual({ value: HOUSE, findings: [] })
    expect(check({ ...HOUSE, garden: { areaM2: 9 } }).value).toEqual({ ...HOUSE, garden: { areaM2: 9 } })
    expect(check({ ...HOUSE, guests: ['x'] }).value).toEqual({ ...HOUSE, guests: ['x'] })
  })

  it('names the place of an error and the entry it is in', () => {
    const raw = { ...HOUSE, doors: [HOUSE.doors[0], { id: 'd2', widthM: 9 }] }
    expect(check(raw)).toEqual({
      value: UNUSABLE,
      findings: [{
        code: 'out-of-bounds', severity: 'error', file: 'house.json', feature: 'd2', field: 'doors[1].widthM', params: { found: 9, min: 0.5, max: 5, unit: 'm' },
      }],
    })
  })

  it('names every error, not the first alone', () => {
    expect(found({ name: 7, doors: [{ id: '', widthM: '1' }], garden: { areaM2: -1 }, pair: ['x'] })).toEqual([
      ['wrong-type', 'name', null], ['field-missing', 'doors[0].id', null], ['wrong-type', 'doors[0].widthM', null],
      ['out-of-bounds', 'garden.areaM2', null], ['out-of-bounds', 'pair', null],
    ])
  })

  it.each([[null, 'field-missing'], [undefined, 'field-missing'], [[], 'wrong-type'], ['a', 'wrong-type']])('does not take %o for an object', (raw, code) => {
    expect(found(raw)).toEqual([[code, null, null]])
  })

  it('does not take an object for a list, nor a list that is too long', () => {
    expect(found({ ...HOUSE, doors: {} })).toEqual([['wrong-type', 'doors', null]])
    expect(found({ ...HOUSE, doors: [] })).toEqual([['out-of-bounds', 'doors', null]])
    expect(found({ ...HOUSE, doors: ['1', '2', '3', '4'].map((id) => ({ id, widthM: 1 })) })).toEqual([['out-of-bounds', 'doors', null]])
  })

  it('warns of keys nobody knows and leaves them out', () => {
    const { value, findings } = check({ ...HOUSE, colour: 'red', doors: [{ ...HOUSE.doors[0], lock: 1 }] })
    expect(value).toEqual({ ...HOUSE, doors: [HOUSE.doors[0]] })
    expect(findings).toMatchObject([
      { code: 'unknown-column', severity: 'warning', field: 'colour' }, { code: 'unknown-column', severity: 'warning', field: 'doors[0].lock', feature: 'd1' },
    ])
  })

  it('takes nothing from a key that reaches the prototype', () => {
    const { value, findings } = check(JSON.parse(JSON.stringify(HOUSE).replace('{', '{"__proto__": {"name": "evil"}, ')))
    expect(value).toEqual(HOUSE)
    expect(findings).toMatchObject([{ code: 'dangerous-key', severity: 'warning', field: '__proto__' }])
    expect(found(Object.create(HOUSE) as unknown).map(([code]) => code)).toContain('field-missing')
  })

  it('leaves out a second entry of a key and uses the rest', () => {
    const { value, findings } = check({ ...HOUSE, doors: [{ id: 'd1', widthM: 1 }, { id: 'd1', widthM: 3 }] })
    expect(value).toEqual({ ...HOUSE, doors: [{ id: 'd1', widthM: 1 }] })
    expect(findings).toMatchObject([{ code: 'duplicate-id', severity: 'error', feature: 'd1', field: 'doors[1].id', params: { first: 1, second: 2 } }])
  })

  it('knows which fields may be null', () => {
    const shape: ObjectShape<{ a: number | null; b: number }> = { object: { a: nullable(number(null, 0, 1)), b: number(null, 0, 1) }, nullable: false }
    const findings: Finding[] = []
    expect(checkShape(shape as never, { a: null, b: null }, 'x', { file: 'f', feature: null }, findings)).toBe(UNUSABLE)
    expect(findings.map(({ field }) => field)).toEqual(['x.b'])
  })
})
