import { expect, it } from 'vitest'
import type { TableMapping } from '@/domain/import'
import { readRememberedMappings, rememberMapping } from '@/stores/remembered-mappings'

const households: TableMapping = { target: 'buildings', columns: [{ column: '户数', field: 'households', unit: 'count' }] }

it('reads back what was kept', () => {
  expect(readRememberedMappings(JSON.parse(JSON.stringify([households])))).toEqual([households])
})

it('leaves out what is no mapping', () => {
  expect(readRememberedMappings([households, { target: 'roads', columns: [] }, { target: 'buildings', columns: [{ column: 1 }] }, null, 5])).toEqual([households])
  expect(readRememberedMappings('x')).toEqual([])
  expect(readRememberedMappings(null)).toEqual([])
})

it('puts a mapping in the place of the one with the same columns', () => {
  const other: TableMapping = { target: 'communities', columns: [{ column: '户数', field: null, unit: null }] }
  const third: TableMapping = { target: 'ledger', columns: [{ column: '备注', field: 'note', unit: null }] }
  expect(rememberMapping([households, third], other)).toEqual([third, other])
})

it('forgets the oldest of too many', () => {
  const many = Array.from({ length: 41 }, (_, i): TableMapping => ({ target: 'ledger', columns: [{ column: `c${i}`, field: null, unit: null }] }))
  const kept = many.reduce(rememberMapping, [] as readonly TableMapping[])
  expect(kept).toHaveLength(40)
  expect(kept[0]!.columns[0]!.column).toBe('c1')
})
