import { expect, it } from 'vitest'
import { planRemovals } from '@/data/import/plan-removals'
import type { WorkRow } from '@/data/import/work-row'
import { layerOf, rowOf } from '../../fixtures/work-rows'

const row = (recordId: string | null, verdict: WorkRow['verdict'] = 'accepted') => rowOf(layerOf(), 'communities', {}, { recordId, verdict })
const ask = (rows: readonly WorkRow[], more: { isReplaced?: boolean; isAgreed?: boolean } = {}) => planRemovals({
  isReplaced: true, known: ['C01', 'C02', 'C03'], isNamed: (id) => rows.some(({ recordId }) => recordId === id), rows,
  isVague: ({ recordId }) => recordId === null, isAgreed: false, ...more,
})

it('lets go what no row names, if the file replaces', () => {
  expect(ask([row('C01')])).toEqual({ gone: ['C02', 'C03'], inDoubt: [] })
  expect(ask([row('C01')], { isReplaced: false })).toEqual({ gone: [], inDoubt: [] })
})

it('keeps what a refused row may mean, until somebody agrees', () => {
  const rows = [row('C01'), row('C02', 'rejected'), row(null, 'rejected')]
  expect(ask(rows)).toEqual({ gone: [], inDoubt: ['C03'] })
  expect(ask(rows, { isAgreed: true })).toEqual({ gone: ['C03'], inDoubt: ['C03'] })
  expect(ask([row('C01'), row('C02', 'rejected')])).toEqual({ gone: ['C03'], inDoubt: [] })
})

it('takes nothing away for a file of which nothing can be used, whatever somebody agreed to', () => {
  expect(ask([row(null, 'rejected')], { isAgreed: true })).toEqual({ gone: [], inDoubt: [] })
})
