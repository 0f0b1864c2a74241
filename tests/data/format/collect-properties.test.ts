import { describe, expect, it } from 'vitest'
import { collectProperties } from '@/data/format/collect-properties'

describe('collectProperties', () => {
  it('gives every property its column, in the order they appear', () => {
    const collector = collectProperties('a')
    collector.add(1, { x: 1 }, null)
    collector.add(2, { y: 'two', x: null }, null)
    collector.add(3, null, null)
    expect(collector.columns).toEqual(['x', 'y'])
    expect(collector.rows.map(({ number, values }) => [number, ...values])).toEqual([[1, 1], [2, null, 'two'], [3]])
  })

  it('takes 500 columns and refuses 501', () => {
    const wide = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`c${i}`, i]))
    const collector = collectProperties('a')
    expect(collector.add(1, wide(500), null)).toBe(true)
    expect(collector.problem()).toBeNull()
    expect(collector.add(2, wide(501), null)).toBe(false)
    expect(collector.problem()).toMatchObject({ code: 'column-too-many', params: { found: 501, limit: 500 } })
  })

  it('leaves out names of more than 200 characters', () => {
    const collector = collectProperties('a')
    collector.add(1, { ['x'.repeat(200)]: 1, ['y'.repeat(201)]: 2 }, null)
    expect(collector.columns).toEqual(['x'.repeat(200)])
    expect(collector.findings()).toMatchObject([{ code: 'out-of-bounds', severity: 'warning', params: { found: 201, max: 200 } }])
  })

  it('has nothing for a number that is none', () => {
    const collector = collectProperties('a')
    collector.add(1, { x: Infinity }, null)
    expect(collector.rows[0]!.values).toEqual([])
    expect(collector.findings()).toMatchObject([{ code: 'not-finite', severity: 'warning', feature: 'feature 1', field: 'x' }])
  })
})
