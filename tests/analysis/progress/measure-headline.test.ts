import { expect, it } from 'vitest'
import { measureHeadline } from '@/analysis/progress/measure-headline'
import { parseDay } from '@/domain/day'
import { folderOf } from '../../fixtures/import-town'
import { smallGeodata } from '../../fixtures/small-geodata'

it('tells the figures of the data date', async () => {
  const town = smallGeodata()
  // Both buildings of C01 are finished; C02 has no building item, so its building is as finished as it is.
  town.ledger.push(['2024-08-11', 'C01', 'C01-B1', 'progress', 'J14', '1', '', ''], ['2024-08-11', 'C01', 'C01-B2', 'progress', 'J14', '1', '', ''])
  const { programme } = await folderOf(town)
  const headline = measureHeadline(programme!)
  // On 28 October both lie far behind: trenches 55 % and unknown.
  expect(headline).toMatchObject({ dataDate: parseDay('2024-10-28'), finishedBuildings: 2, finishedCommunities: 0 })
  expect(headline.lateCommunities).toBe(2)
  // C01: J02 0.55 weight 2, J09 nothing reported since 1 September, J14 1 weight 1.5; C02 nothing known.
  expect(headline.actualShare).toBeCloseTo((0.55 * 2 + 1 * 1.5) / 3.5, 9)
})
