import { describe, expect, it } from 'vitest'
import { BUILT_IN_RULES } from '@/analysis/siting/built-in-rules'
import { assembleLand, type LandParts } from '@/data/assemble-land'
import { parseDay } from '@/domain/day'
import type { SpareSpace } from '@/domain/place'

const plan = { demandDefaults: { personsPerHousehold: 2.7 }, bounds: [1, 2, 3, 4] }
const parts = (values: object, more: Partial<LandParts> = {}): LandParts =>
  ({ values: values as LandParts['values'], dataDate: parseDay('2024-10-28'), isSynthetic: true, hashes: {}, ...more })
const space = (id: string) => ({ id }) as SpareSpace

describe('assembleLand', () => {
  it('needs a plan', () => {
    expect(assembleLand(parts({ roads: [] }))).toBeNull()
  })

  it('tells a file that is not there from one that is empty', () => {
    expect(assembleLand(parts({ plan }))).toMatchObject({ facilities: null, hazards: null, contextBuildings: null, gates: null, roads: [], residences: [] })
    expect(assembleLand(parts({ plan, facilities: [], hazards: [] }))).toMatchObject({ facilities: [], hazards: [] })
  })

  it('prefers given rules to those of the folder, and those to the built-in ones', () => {
    const [own, given] = [{ ...BUILT_IN_RULES, title: '本市' }, { ...BUILT_IN_RULES, title: '试算' }]
    const rulesOf = (values: object, more?: Partial<LandParts>) => {
      const { rules, areRulesBuiltIn } = assembleLand(parts(values, more))!
      return [rules.title, areRulesBuiltIn]
    }
    expect(rulesOf({ plan, 'land-rules': own }, { rules: given })).toEqual(['试算', false])
    expect(rulesOf({ plan, 'land-rules': own })).toEqual(['本市', false])
    expect(rulesOf({ plan })).toEqual([BUILT_IN_RULES.title, true])
  })

  it('puts drawn spaces beside those of the folder', () => {
    expect(assembleLand(parts({ plan, 'spare-spaces': [space('S1')] }, { drawn: [space('D1')] }))!.spaces).toEqual([space('S1'), space('D1')])
  })

  it('names the rules that were changed and the spaces that were drawn', () => {
    const changed = { ...BUILT_IN_RULES, walkSpeedMPerMin: { ...BUILT_IN_RULES.walkSpeedMPerMin, value: 50 } }
    const drawn = [{ ...space('D1'), kind: 'parcel', geometry: { type: 'Polygon', coordinates: [] } } as unknown as SpareSpace]
    const { provenance } = assembleLand(parts({ plan }, { rules: changed, drawn }))!
    expect(provenance.ruleChanges).toEqual([['walkSpeedMPerMin.value', 50]])
    expect(provenance.drawn).toEqual([{ id: 'D1', kind: 'parcel', geometry: { type: 'Polygon', coordinates: [] } }])
    expect(assembleLand(parts({ plan }))!.provenance).toMatchObject({ ruleChanges: [], drawn: [] })
  })

  it('names what it was made of, in one order', () => {
    const { provenance } = assembleLand(parts({ plan }, { hashes: { roads: 'b', plan: 'a' } }))!
    expect(provenance).toMatchObject({ dataDate: '2024-10-28', isSynthetic: true, disclaimer: '辅助分析，不作为规划许可依据' })
    expect(Object.entries(provenance.data)).toEqual([['plan', 'a'], ['roads', 'b']])
  })
})
