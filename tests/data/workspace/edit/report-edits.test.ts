import { expect, it } from 'vitest'
import { parseDay } from '@/domain/day'
import type { WorkEdit } from '@/domain/workspace'
import { DATA_DATE, edited, refused, smallWork, TODAY } from '../../../fixtures/edit-bench'

type Of<K extends WorkEdit['kind']> = Extract<WorkEdit, { kind: K }>
const day = (text: string) => parseDay(text)!
const progress = (doneShare: number, more: Partial<Of<'progress'>> = {}): WorkEdit =>
  ({ kind: 'progress', communityId: 'C01', buildingId: null, itemCode: 'J02', doneShare, reportedOn: DATA_DATE, note: '', ...more })
const milestone = (date: string, more: Partial<Of<'milestone'>> = {}): WorkEdit =>
  ({ kind: 'milestone', communityId: 'C01', milestoneCode: 'M09', date: day(date), reportedOn: DATA_DATE, note: '', ...more })

it('reports more as progress and less as a correction', async () => {
  const more = await edited(progress(0.7))
  expect(more.composed.folder.programme!.reports.at(-1)).toMatchObject({ kind: 'progress', subject: 'J02', doneShare: 0.7, row: 9 })
  expect(more.params).toMatchObject({ community: '国槐里', item: 'J02', building: '', from: 0.55, to: 0.7, isCorrection: 0, reportedOn: '2024-10-28' })
  const less = await edited(progress(0.4))
  expect(less.composed.folder.programme!.reports.at(-1)).toMatchObject({ kind: 'correction', doneShare: 0.4 })
  expect(less.params).toMatchObject({ from: 0.55, to: 0.4, isCorrection: 1 })
})

it('compares with what was reported up to its day', async () => {
  // 0.2 was reported on 07-01, 0.55 on 08-01.
  expect((await edited(progress(0.3, { reportedOn: day('2024-07-15') }))).params).toMatchObject({ from: 0.2, isCorrection: 0 })
  // A higher share before a lower one: the later row would be left out.
  expect(await refused(progress(0.6, { reportedOn: day('2024-07-15') }))).toEqual(['row 4 doneShare share-decreases'])
})

it('knows of no share before the first report', async () => {
  expect((await edited(progress(0.1, { itemCode: 'J09' }))).params).toMatchObject({ from: '', to: 0.1 })
})

it('reports per building where the item is one of buildings', async () => {
  const { params } = await edited(progress(0.5, { itemCode: 'J14', buildingId: 'C01-B1' }))
  expect(params).toMatchObject({ building: '1号楼', buildingId: 'C01-B1', from: 0.3 })
  expect(await refused(progress(0.5, { itemCode: 'J14' }))).toEqual(['row 9 buildingId building-required'])
  expect(await refused(progress(0.5, { buildingId: 'C01-B1' }))).toEqual(['row 9 buildingId building-not-allowed'])
})

it.each([[1.2, 'share-out-of-range'], [-0.1, 'share-out-of-range'], [NaN, 'wrong-type']])('refuses a share of %s', async (share, code) => {
  expect(await refused(progress(share))).toEqual([`row 9 doneShare ${code}`])
})

it('refuses what is not there, not planned, or not yet', async () => {
  expect(await refused(progress(0.5, { communityId: 'C99' }))).toEqual(['null communityId dangling-reference'])
  expect(await refused(progress(0.5, { itemCode: 'J99' }))).toEqual(['null subject dangling-reference'])
  expect(await refused(progress(0.5, { communityId: 'C02', itemCode: 'J09' }))).toEqual(['row 9 subject subject-not-planned'])
  expect(await refused(progress(0.7, { reportedOn: TODAY + 1 }))).toEqual(['null reportedOn report-future'])
})

it('moves the data date to a later report, of folder and ledger alone', async () => {
  const { composed } = await edited(progress(0.7, { reportedOn: TODAY }))
  const { manifest, programme } = composed.folder
  expect([manifest.dataDate, programme!.dataDate]).toEqual([TODAY, TODAY])
  expect(manifest.files.filter(({ dataDate }) => dataDate === TODAY).map(({ id }) => id)).toEqual(['ledger'])
})

it('reports the day of a milestone, and once more if it was another one', async () => {
  const { composed, params } = await edited(milestone('2024-06-20'))
  expect(composed.folder.programme!.reports.at(-1)).toMatchObject({ kind: 'milestone', subject: 'M09', date: day('2024-06-20') })
  expect(params).toMatchObject({ community: '国槐里', milestone: 'M09', from: '2024-06-15', to: '2024-06-20' })
  expect((await edited(milestone('2024-06-01', { milestoneCode: 'M01' }))).params).toMatchObject({ from: '' })
})

it('refuses a milestone before its time or against the order', async () => {
  expect(await refused(milestone('2024-10-29', { milestoneCode: 'M11' }))).toEqual(['row 9 date dates-out-of-order'])
  expect(await refused(milestone('2024-06-01', { milestoneCode: 'M11' }))).toEqual(['row 9 date milestone-contradiction'])
  expect(await refused(milestone('2024-06-01', { milestoneCode: 'M99' }))).toEqual(['null subject dangling-reference'])
})

it('puts words about a community into the ledger', async () => {
  const remark = { kind: 'remark', communityId: 'C02', reportedOn: DATA_DATE, note: ' 吊车晚到，\n周五恢复 ' } as const
  const { composed } = await edited(remark)
  expect(composed.folder.programme!.reports.at(-1)).toMatchObject({ kind: 'remark', communityId: 'C02', subject: null, note: '吊车晚到，\n周五恢复' })
  expect(await refused({ ...remark, note: '  ' })).toEqual(['null note field-missing'])
})

it('does not write into a ledger that cannot be read', async () => {
  const before = await smallWork((geodata) => (geodata.ledger[0] = ['reportedOn', 'community', 'buildingId', 'kind', 'subject', 'doneShare', 'date', 'note']))
  expect(await refused(progress(0.7), before)).toContain('row 1 communityId field-missing')
})
