import { expect, it } from 'vitest'
import { isRefused, notThere, pathOf } from '@/data/workspace/edit/edit-context'
import { smallWork } from '../../../fixtures/edit-bench'

it('knows where a dataset lies in its folder', async () => {
  const { folder } = await smallWork()
  expect([pathOf(folder, 'ledger'), pathOf(folder, 'nothing')]).toEqual(['ledger.csv', null])
})

it('tells an edit that is refused from one that is done', () => {
  expect(isRefused(notThere('ledger.csv', null, 'communityId', 'communities', 'C99'))).toBe(true)
  expect(isRefused({ changed: new Map(), reportedOn: null, params: {} })).toBe(false)
})
