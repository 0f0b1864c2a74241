import { describe, expect, it } from 'vitest'
import { findLeftOutside, fitAmong, fitInCommunities } from '@/data/import/fit-rows'
import { NO_DECISIONS, type AreaGeometry } from '@/domain/import'
import { folderOf } from '../../fixtures/import-town'
import { rectangle, smallGeodata } from '../../fixtures/small-geodata'
import { layerOf, rowOf } from '../../fixtures/work-rows'

const box = (...size: [number, number, number, number]): AreaGeometry => ({ type: 'Polygon', coordinates: [rectangle(...size)] })
const drawn = (number: number, geometry: AreaGeometry) => rowOf(layerOf(), 'buildings', { number }, { recordId: `B${number}`, communityId: 'C01', geometry })
const verdicts = (rows: ReturnType<typeof drawn>[]) => rows.map(({ verdict }) => verdict)

describe('fitAmong', () => {
  it('lets the later of two fit the earlier, and both what stands', () => {
    const rows = [drawn(1, box(0, 0, 100, 80)), drawn(2, box(99.5, 0, 100, 80)), drawn(3, box(150, 0, 100, 80))]
    fitAmong(rows, [{ id: 'C09', geometry: box(300, 0, 50, 50) }], 'communities-overlap', NO_DECISIONS)
    expect(verdicts(rows)).toEqual(['accepted', 'open', 'rejected'])
    expect(rows[2]!.findings).toMatchObject([{ code: 'communities-overlap', params: { other: 'B2' } }])
    const late = [drawn(1, box(280, 0, 50, 50))]
    fitAmong(late, [{ id: 'C09', geometry: box(300, 0, 50, 50) }], 'communities-overlap', NO_DECISIONS)
    expect(late[0]!.findings).toMatchObject([{ params: { other: 'C09' } }])
  })

  it('takes no notice of rows that are left out', () => {
    const rows = [drawn(1, box(0, 0, 100, 80)), drawn(2, box(50, 0, 100, 80)), drawn(3, box(100, 0, 100, 80))]
    rows[0]!.verdict = 'rejected'
    fitAmong(rows, [], 'buildings-overlap', NO_DECISIONS)
    expect(verdicts(rows)).toEqual(['rejected', 'accepted', 'rejected'])
  })
})

describe('fitInCommunities', () => {
  it('holds buildings against the outline of their community', () => {
    const rows = [drawn(1, box(10, 10, 50, 12)), drawn(2, box(-1, 10, 50, 12)), drawn(3, box(-9, 40, 50, 12))]
    fitInCommunities(rows, () => box(0, 0, 100, 80), NO_DECISIONS)
    expect(verdicts(rows)).toEqual(['accepted', 'open', 'rejected'])
    expect(rows[2]!.findings).toMatchObject([{ code: 'building-outside-community', params: { community: 'C01', distanceM: 9 } }])
  })

  it('says nothing where no outline is known', () => {
    const rows = [drawn(1, box(10, 10, 50, 12))]
    fitInCommunities(rows, () => null, NO_DECISIONS)
    expect(verdicts(rows)).toEqual(['accepted'])
  })
})

describe('findLeftOutside', () => {
  it('tells of buildings that a new outline leaves outside, unless they were drawn anew too', async () => {
    const { values } = await folderOf(smallGeodata())
    // C01 now ends at 45 m north; its second building stands from 40 m to 52 m.
    const communities = values.communities!.map((one) => (one.id === 'C01' ? { ...one, geometry: { type: 'Polygon' as const, coordinates: [rectangle(0, 0, 100, 45)] } } : one))
    expect(findLeftOutside(values, { ...values, communities })).toMatchObject([{ code: 'building-outside-community', severity: 'warning', feature: 'C01-B2', params: { community: 'C01', distanceM: 7 } }])
    const buildings = values.buildings!.map((one) => ({ ...one, geometry: structuredClone(one.geometry) }))
    expect(findLeftOutside(values, { ...values, communities, buildings })).toEqual([])
    expect(findLeftOutside(values, values)).toEqual([])
  })
})
