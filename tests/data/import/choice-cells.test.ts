import { describe, expect, it } from 'vitest'
import { readChoice, readFlag, readLandUse } from '@/data/import/choice-cells'
import { FACILITY_TYPES, TENURES } from '@/domain/place'
import { PROPERTY_SERVICES } from '@/domain/programme'

describe('readChoice', () => {
  it('knows our values and the words of our exports in both languages', () => {
    for (const text of ['stateAllocated', 'STATEALLOCATED', '国有划拨', 'state, allocated', ' 国有 划拨']) {
      expect(readChoice('spare-spaces', 'tenure', TENURES, text)).toEqual({ value: 'stateAllocated', isVague: false })
    }
  })

  it('knows words of bureaus', () => {
    expect(readChoice('facilities', 'type', FACILITY_TYPES, '老年人日间照料中心')?.value).toBe('elderlyCare')
    expect(readChoice('facilities', 'type', FACILITY_TYPES, '菜市场')?.value).toBe('market')
    expect(readChoice('communities', 'propertyService', PROPERTY_SERVICES, '业主自管')?.value).toBe('self')
  })

  it('says where a word leaves more than one possibility', () => {
    expect(readChoice('spare-spaces', 'tenure', TENURES, '国有')).toEqual({ value: 'unknown', isVague: true })
    expect(readChoice('communities', 'propertyService', PROPERTY_SERVICES, '安丘某某物业服务有限公司')).toEqual({ value: 'market', isVague: true })
  })

  it('does not know what it does not know', () => {
    for (const text of ['飞地', '', 'constructor', '__proto__']) expect(readChoice('spare-spaces', 'tenure', TENURES, text)).toBeNull()
  })
})

describe('readFlag', () => {
  it.each([['是', true], ['有', true], ['√', true], ['Y', true], ['１', true], ['yes', true], ['TRUE', true], ['否', false], ['无', false], ['×', false], ['no', false], ['0', false], ['也许', null], ['', null]])('of %s is %s', (text, flag) => {
    expect(readFlag(text)).toBe(flag)
  })
})

describe('readLandUse', () => {
  it.each([['2301', '2301'], ['2301 空闲地', '2301'], ['空闲地', '2301'], ['居住用地', '0701'], ['080701老年人社会福利用地', '080701'], ['荒地', null], ['1', null], ['', null]])('of %s is %s', (text, code) => {
    expect(readLandUse(text)).toBe(code)
  })
})
