import { describe, expect, it } from 'vitest'
import { BUILT_IN_RULES } from '@/analysis/siting/built-in-rules'
import { defaultQuestion } from '@/analysis/siting/default-question'
import { parseArguments, UsageError } from '@/cli/arguments'
import { checkSiteOptions, FACILITY_SPELLINGS, SITE_OPTIONS, siteQuestion } from '@/cli/site-arguments'
import { CRITERIA } from '@/domain/land-rules'
import { smallLandRules } from '../fixtures/small-land-rules'

const DEFAULTS = { personsPerHousehold: 2.7, share60Plus: 0.2, share65Plus: 0.15, share0To14: 0.19, shareUnder3: 0.02 }

function ask(...args: string[]) {
  const { options } = parseArguments(['site', ...args], { site: SITE_OPTIONS })
  checkSiteOptions(options)
  return siteQuestion(options, BUILT_IN_RULES, DEFAULTS)
}

describe('siteQuestion', () => {
  it('asks what the rules say where nothing is given', () => {
    expect(ask()).toEqual(defaultQuestion(BUILT_IN_RULES, 'elderlyCare', DEFAULTS))
    for (const [spelled, type] of Object.entries(FACILITY_SPELLINGS)) {
      expect(ask('--facility', spelled)).toEqual(defaultQuestion(BUILT_IN_RULES, type, DEFAULTS))
    }
  })

  it('takes every option', () => {
    expect(ask(
      '--facility', 'childcare', '--distance', '350.5', '--mode', 'line', '--gap', '0', '--k', '5', '--min-area', '300', '--min-floor-area', '0',
      '--min-width', '6', '--include', 'S002,S001+S003', '--exclude', ' S009 ,', '--capacity', '--wanted-share', '0.9',
    )).toMatchObject({
      facilityType: 'childcare', radiusM: 350.5, mode: 'line', gapM: 0, siteCount: 5, minLandAreaM2: 300, minFloorAreaM2: 0, minWidthM: 6,
      mustInclude: ['S001+S003', 'S002'], mustExclude: ['S009'], isCapacityLimited: true, wantedShare: 0.9,
    })
  })

  it('changes the named weights and leaves the others', () => {
    const { criteria } = ask('--weights', 'sun=0,newlyReached=12.5')
    const before = defaultQuestion(BUILT_IN_RULES, 'elderlyCare', DEFAULTS).criteria
    expect([criteria.sun.weight, criteria.newlyReached.weight, criteria.tenure]).toEqual([0, 12.5, before.tenure])
    expect(criteria.newlyReached.best).toBe(before.newlyReached.best)
  })

  const zeros = CRITERIA.map((id) => `${id}=0`).join(',')
  it.each([
    ['--facility', 'casino', 'elderly-care | childcare | health | market | canteen | service-centre'], ['--facility', 'elderlyCare', 'elderly-care'],
    ['--facility', 'toString', 'elderly-care'], ['--facility', '', 'elderly-care'], ['--mode', 'fly', 'walk | line'],
    ['--distance', '0', '> 0'], ['--distance', '-500', '> 0'], ['--distance', 'far', '> 0'], ['--distance', '', '> 0'], ['--distance', '0x10', '> 0'],
    ['--distance', 'Infinity', '> 0'], ['--distance', '1e999', '> 0'], ['--distance', '500m', '> 0'], ['--gap', '-1', '0…50'], ['--gap', '51', '0…50'],
    ['--k', '0', '1, 2, 3'], ['--k', '2.5', '1, 2, 3'], ['--k', '-3', '1, 2, 3'], ['--k', 'many', '1, 2, 3'], ['--min-area', '-1', '≥ 0'],
    ['--min-floor-area', 'x', '≥ 0'], ['--wanted-share', '0', '0…1'], ['--wanted-share', '90', '0…1'],
    ['--weights', 'beauty=3', 'newlyReached=N'], ['--weights', 'sun=-1', '≥ 0'], ['--weights', 'sun', '≥ 0'], ['--weights', '', 'newlyReached=N'],
    ['--weights', zeros, 'all weights are zero'], ['--out', '', 'file name'], ['--rules', '', 'file name'],
  ])('does not take %s %j', (name, value, message) => {
    expect(() => ask(name, value)).toThrow(UsageError)
    expect(() => ask(name, value)).toThrow(message)
  })

  it('says that rules do not know a type of facility', () => {
    const { options } = parseArguments(['site', '--facility', 'market'], { site: SITE_OPTIONS })
    expect(() => siteQuestion(options, smallLandRules(), DEFAULTS)).toThrow('not in the rules')
  })
})
