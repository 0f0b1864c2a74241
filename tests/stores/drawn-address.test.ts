import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDrawn, readWithin, toLinkName, writeDrawn, type DrawnShape } from '@/stores/drawn-address'

const geometry = { type: 'Polygon' as const, coordinates: [[[1, 2], [3, 4], [5, 6], [1, 2]]] }
const FULL: DrawnShape = {
  kind: 'room', geometry, tenure: 'workUnit', landUseCode: '2301', id: 'D02', plannedUseCode: '0702', availableYears: 12.5, floorAreaM2: 350, storey: -1, name: '老锅炉房 2',
}

describe('a drawn space in a link', () => {
  it('brings back everything that was said of it', () => {
    expect(writeDrawn(FULL)).toBe('room:1,2,3,4,5,6:workUnit:2301:D02:0702:12.5:350:-1:老锅炉房 2')
    expect(readDrawn(writeDrawn(FULL))).toEqual([FULL])
  })

  it('is short where nothing is known', () => {
    expect(writeDrawn({ kind: 'parcel', geometry, tenure: 'unknown', landUseCode: null, availableYears: null })).toBe('parcel:1,2,3,4,5,6')
    expect(readDrawn('parcel:1,2,3,4,5,6:::D01')).toEqual([{ kind: 'parcel', geometry, id: 'D01' }])
  })

  it('takes no fact that makes no sense', () => {
    expect(readDrawn('room:1,2,3,4,5,6:king:7:S001:x:101:0:2.5:')).toEqual([{ kind: 'room', geometry }])
  })

  it('may have any name', () => {
    expect(toLinkName(' 甲:乙~丙\n')).toBe('甲 乙 丙')
    const typedNames = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom('𠮷', 'a', ':', '~', ' '), minLength: 50, maxLength: 70 }))
    fc.assert(fc.property(typedNames, (typed) => {
      const name = toLinkName(typed)
      expect(readDrawn(writeDrawn({ kind: 'parcel', geometry, name }))[0]!.name ?? '').toBe(name)
    }))
  })
})

describe('readWithin', () => {
  it('takes numbers within their limits, and whole storeys', () => {
    expect([readWithin('storey', '-5'), readWithin('storey', '1.5'), readWithin('storey', '61')]).toEqual([-5, null, null])
    expect([readWithin('floorAreaM2', '0'), readWithin('floorAreaM2', '12.5'), readWithin('availableYears', '1e1'), readWithin('availableYears', '')]).toEqual([null, 12.5, null, null])
  })
})
