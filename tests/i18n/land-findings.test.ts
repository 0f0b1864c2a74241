import { describe, expect, it } from 'vitest'
import type { RuleFinding } from '@/domain/land'
import { ruleFindingText } from '@/i18n/land-findings'
import { landEn } from '@/i18n/land-en'
import { landZh } from '@/i18n/land-zh'

const names = { place: (id: string) => (id === 'H01' ? '加油站' : null), landUse: (code: string) => (code === '1401' ? '公园绿地' : null) }
const finding = (more: Partial<RuleFinding>): RuleFinding => (
  { ruleId: 'min-area', id: 'S1', isHard: true, actual: 211, limit: 440, unit: 'm2', missingBy: 229, because: null, ...more }
)
const zh = (more: Partial<RuleFinding>) => ruleFindingText(finding(more), landZh, names)
const en = (more: Partial<RuleFinding>) => ruleFindingText(finding(more), landEn, names)

describe('ruleFindingText', () => {
  it('says how far from a danger, how far it should be, and what is missing', () => {
    const near: Partial<RuleFinding> = { ruleId: 'hazard', actual: 32, limit: 50, unit: 'm', missingBy: 18, because: 'H01 某某加油站' }
    expect(zh(near)).toBe('距加油站 32 m，应 ≥ 50 m，差 18 m')
    expect(zh({ ...near, because: 'H09 别处' })).toBe('距别处 32 m，应 ≥ 50 m，差 18 m')
    expect(zh({ ...near, because: null })).toBe('距危险源 32 m，应 ≥ 50 m，差 18 m')
  })

  it('never rounds a failure away', () => {
    expect(zh({ ruleId: 'hazard', actual: 49.97, limit: 50, unit: 'm', missingBy: 0.03 })).toBe('距危险源 49.97 m，应 ≥ 50 m，差 0.03 m')
    expect(zh({ actual: 437.6, missingBy: 2.4 })).toBe('最小面积 437.6 ㎡，应 ≥ 440 ㎡，差 2.4 ㎡')
  })

  it('writes areas, widths and years in their unit', () => {
    expect(zh({ actual: 1211, limit: 1440 })).toBe('最小面积 1,211 ㎡，应 ≥ 1,440 ㎡，差 229 ㎡')
    expect(zh({ ruleId: 'min-width', actual: 8, limit: 12, unit: 'm', missingBy: 4 })).toBe('最小宽度 8 m，应 ≥ 12 m，差 4 m')
    expect(zh({ ruleId: 'availability', actual: 2, limit: 5, unit: 'year', missingBy: 3 })).toBe('可用年限 2 年，应 ≥ 5 年，差 3 年')
  })

  it('calls a basement a basement, and too high too high', () => {
    expect(zh({ ruleId: 'storey', actual: -1, limit: 1, unit: 'storey', missingBy: 1 })).toBe('楼层 地下 1 层，应 ≥ 1 层，差 1')
    expect(zh({ ruleId: 'storey', actual: 4, limit: 2, unit: 'storey', missingBy: 2 })).toBe('楼层 4 层，应 ≤ 2 层')
  })

  it('names use and tenure in words, and tells what excludes from what must be checked', () => {
    const use: Partial<RuleFinding> = { ruleId: 'land-use', actual: '1401', limit: 'forbidden', unit: 'code', missingBy: null, because: 'plannedUseCode' }
    expect(zh(use)).toBe('规划用途为公园绿地 1401，不可用')
    expect(zh({ ...use, actual: '99', isHard: false, because: 'landUseCode' })).toBe('现状用途为99，须核对')
    expect(zh({ ruleId: 'tenure', actual: 'collectiveOther', limit: null, unit: 'tenure' })).toBe('权属为集体其他，不可用')
  })

  it('does not take the unknown for a failure', () => {
    expect(zh({ ruleId: 'availability', actual: null, isHard: false, unit: 'year' })).toBe('可用年限未知，暂按通过，须核实')
  })

  it('speaks of place and shape without numbers', () => {
    expect(zh({ ruleId: 'outside-area', actual: 12, limit: 0, unit: 'm' })).toBe('在规划范围之外')
    expect(zh({ ruleId: 'invalid-shape', actual: 'self-crossing', limit: null, unit: 'code' })).toBe('图形无效，未参与计算')
  })

  it('says the same in English', () => {
    expect(en({})).toBe('Least area 211 m², at least 440 m² asked, 229 m² short')
    expect(en({ ruleId: 'neighbour', actual: 12, limit: 30, unit: 'm', missingBy: 18, because: 'F02' })).toBe('12 m from F02, at least 30 m asked, 18 m short')
  })
})
