import { describe, expect, it } from 'vitest'
import { en } from '@/i18n/en'
import { landEn } from '@/i18n/land-en'
import { landZh } from '@/i18n/land-zh'
import { zh } from '@/i18n/zh'
import { toPairRows, toRoadSwitches, toVerdictRows } from '@/views/land/word-rows'
import { put, smallLandRules } from '../../fixtures/small-land-rules'

function changed(path: string, value: unknown) {
  const rules = smallLandRules()
  put(rules, path, value)
  return rules
}

describe('toVerdictRows', () => {
  it('says what a code means and how sure that is, in both languages', () => {
    const [row] = toVerdictRows(smallLandRules(), smallLandRules(), { text: landZh, isChinese: true })
    expect(row).toMatchObject({ path: 'landUses.0.verdict', name: '2301 空闲地', word: 'allowed', source: { state: 'assumption' }, isEdited: false })
    expect(row!.words.map(({ text }) => text)).toEqual(['可用', '须核对', '不可用'])
    expect(toVerdictRows(smallLandRules(), smallLandRules(), { text: landEn, isChinese: false })[0]!.name).toBe('2301 vacant land')
  })

  it('marks what was changed', () => {
    expect(toVerdictRows(changed('landUses.0.verdict', 'forbidden'), smallLandRules(), { text: landZh, isChinese: true })[0]).toMatchObject({ word: 'forbidden', isEdited: true })
  })
})

describe('toRoadSwitches', () => {
  it('has every class of road, the widest first', () => {
    expect(toRoadSwitches(smallLandRules(), smallLandRules(), zh.roadClass).map(({ name, isOn, isEdited }) => [name, isOn, isEdited])).toEqual([
      ['主干路', true, false], ['次干路', false, false], ['支路', false, false], ['巷路', false, false],
    ])
    expect(toRoadSwitches(changed('assembly.blockingRoadClasses', []), smallLandRules(), en.roadClass)[0]).toMatchObject({ isOn: false, isEdited: true })
  })
})

describe('toPairRows', () => {
  it('has every pair of the eight tenures once', () => {
    expect(toPairRows(smallLandRules(), smallLandRules(), landZh).map(({ switches }) => switches.length)).toEqual([1, 2, 3, 4, 5, 6, 7])
  })

  it('finds a pair whichever of the two the rules name first', () => {
    // The rules write [collectiveOther, stateReserve].
    const isOn = toPairRows(smallLandRules(), smallLandRules(), landZh).flatMap(({ switches }) => switches).filter((pair) => pair.isOn)
    expect(isOn).toEqual([{ path: 'assembly.incompatibleTenures.stateReserve-collectiveOther', name: '国有储备与集体其他不能拼合', isOn: true, isEdited: false }])
  })

  it('marks what was changed', () => {
    const edited = toPairRows(changed('assembly.incompatibleTenures', [['workUnit', 'unknown']]), smallLandRules(), landZh).flatMap(({ switches }) => switches).filter((pair) => pair.isEdited)
    expect(edited.map(({ path, isOn }) => [path.split('.').at(-1), isOn])).toEqual([['stateReserve-collectiveOther', false], ['workUnit-unknown', true]])
  })
})
