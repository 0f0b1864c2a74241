import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CRITERIA, type CriterionId, type CriterionSetting } from '@/domain/land-rules'
import { fromLandQuery, toLandQuery, type LandAddressState } from '@/stores/land-address'

const EMPTY: LandAddressState = { question: {}, ruleChanges: [], drawn: [], selectedId: null, viewpoint: null, theme: 'system', language: null }
const criteria = Object.fromEntries(CRITERIA.map((id, i) => [id, { weight: i * 10, worst: i, best: i + 1.5 }])) as Record<CriterionId, CriterionSetting>

describe('the address of the planners\' view', () => {
  it('is empty for what is as by default', () => {
    expect(toLandQuery(EMPTY)).toEqual({})
    expect(fromLandQuery({})).toEqual(EMPTY)
  })

  it('brings back everything that was written', () => {
    const state: LandAddressState = {
      question: {
        facilityType: 'childcare', mode: 'line', radiusM: 300, gapM: 12.5, minLandAreaM2: 400, minFloorAreaM2: 200, minWidthM: 8, siteCount: 4,
        wantedShare: 0.9, criteria, isCapacityLimited: true, mustInclude: ['S001+S002'], mustExclude: ['S005', 'S009+S010'],
      },
      ruleChanges: [
        ['walkSpeedMPerMin.value', 50], ['hazards.0.isHard', false], ['landUses.3.verdict', 'toCheck'], ['assembly.incompatibleTenures.workUnit-ownersCommon', true],
        ['communityDemand.C01.share60Plus', 0.4], ['communityDemand.国槐里 2.shareUnder3', 'default'],
      ],
      drawn: [
        { kind: 'room', geometry: { type: 'Polygon', coordinates: [[[119.2, 36.4], [119.2001, 36.4], [119.2001, 36.4001], [119.2, 36.4]]] } },
        { kind: 'parcel', geometry: { type: 'Polygon', coordinates: [[[119.3, 36.4], [119.3001, 36.4], [119.3001, 36.4001], [119.3, 36.4]]] }, tenure: 'stateReserve', landUseCode: '0702', id: 'D04' },
      ],
      selectedId: 'S001+S002',
      viewpoint: { lon: 119.2, lat: 36.43, zoom: 15, pitchDeg: 0, bearingDeg: 0 },
      theme: 'dark', language: 'en',
    }
    expect(fromLandQuery(toLandQuery(state))).toEqual(state)
  })

  it.each([
    ['type', 'castle'], ['mode', 'fly'], ['radius', '0'], ['radius', '1e9'], ['radius', 'NaN'], ['gap', '-1'], ['k', '2.5'], ['k', '0'],
    ['share', '1.2'], ['criteria', '1,2'], ['criteria', CRITERIA.map(() => '5,1,1').join('~')], ['rules', '__proto__.x:1'], ['rules', 'a:b'], ['rules', 'landUses.0.verdict:perhaps'], ['rules', 'communityDemand.C01.share60Plus:half'],
    ['drawn', 'parcel:1,2,3,4'], ['drawn', 'parcel:500,1,2,3,4,5'], ['drawn', 'lake:1,2,3,4,5,6'], ['camera', '1,2'],
  ])('leaves %s=%s as by default', (key, value) => {
    expect(fromLandQuery({ [key]: value })).toEqual(EMPTY)
  })

  it('takes no fact of a drawn space that is none', () => {
    expect(fromLandQuery({ drawn: 'parcel:1,2,3,4,5,6:king:07x:S001' }).drawn).toEqual(fromLandQuery({ drawn: 'parcel:1,2,3,4,5,6' }).drawn)
  })

  it('never throws and reads back what it made of any text', () => {
    const keys = ['type', 'mode', 'radius', 'gap', 'area', 'k', 'criteria', 'rules', 'drawn', 'in', 'out', 'site', 'camera', 'share']
    fc.assert(fc.property(fc.dictionary(fc.constantFrom(...keys), fc.string()), (query) => {
      const state = fromLandQuery(query)
      expect(fromLandQuery(toLandQuery(state))).toEqual(state)
    }))
  })
})
