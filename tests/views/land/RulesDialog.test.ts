// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest'
import RulesDialog from '@/views/land/RulesDialog.vue'
import { mountPart, openLand } from './open-land'

vi.mock('@/workers/client', () => ({ geodataWorker: {} }))

function open() {
  const { geodata, land } = openLand()
  geodata.values = { ...geodata.values, plan: { demandDefaults: { personsPerHousehold: 2.7, share60Plus: 0.209, shareUnder3: 0.0193 } } as never }
  vi.spyOn(geodata, 'programme', 'get').mockReturnValue({ communities: [{ id: 'C01', name: '国槐里' }, { id: 'C02', name: '海棠里' }] } as never)
  const wrapper = mountPart(RulesDialog)
  return { land, wrapper, entry: (path: string) => wrapper.find<HTMLInputElement>(`input[data-rule="${path}"]`) }
}

describe('RulesDialog', () => {
  it('changes what a land-use code means', async () => {
    const { land, wrapper } = open()
    await wrapper.find('[data-rule=land-use-2301] select').setValue('forbidden')
    expect(land.rules.landUses[0]!.verdict).toBe('forbidden')
    expect(wrapper.find('[data-rule=land-use-2301] .badge').text()).toBe('已修改')
  })

  it('switches a class of roads and a pair of tenures', async () => {
    const { land, wrapper, entry } = open()
    await entry('assembly.blockingRoadClasses.lane').trigger('change')
    expect(land.rules.assembly.blockingRoadClasses).toEqual(['arterial', 'lane'])
    expect(wrapper.find('[data-rule=incompatible]').text()).toContain('1 对')
    await entry('assembly.incompatibleTenures.workUnit-ownersCommon').trigger('change')
    expect(land.rules.assembly.incompatibleTenures).toContainEqual(['workUnit', 'ownersCommon'])
    expect(wrapper.find('[data-rule=incompatible]').text()).toContain('2 对')
  })

  it('puts back what the rules do not take', async () => {
    const { land, wrapper } = open()
    const input = wrapper.find<HTMLInputElement>('[data-rule=walkSpeedMPerMin] input')
    for (const typed of ['0', '-5', '']) {
      await input.setValue(typed)
      await wrapper.vm.$nextTick()
      expect([input.element.value, land.areRulesEdited]).toEqual(['60', false])
    }
    await input.setValue('50')
    expect(land.rules.walkSpeedMPerMin.value).toBe(50)
  })

  it('shows the plan beside what a community has of its own', () => {
    const { entry } = open()
    const [own, none] = [entry('communityDemand.C01.share60Plus').element, entry('communityDemand.C02.share60Plus').element]
    expect([own.value, own.placeholder, none.value, none.placeholder]).toEqual(['30', '20.9', '', '20.9'])
    expect(entry('communityDemand.C02.shareUnder3').element.placeholder).toBe('1.93')
  })

  it('takes people of a community in per cent, refuses what cannot be, and resets', async () => {
    const { land, wrapper, entry } = open()
    await entry('communityDemand.C02.share60Plus').setValue('41.5')
    expect(land.ruleChanges).toEqual([['communityDemand.C02.share60Plus', 0.415]])
    await entry('communityDemand.C02.share60Plus').setValue('120')
    await wrapper.vm.$nextTick()
    expect([entry('communityDemand.C02.share60Plus').element.value, land.ruleChanges.length]).toEqual(['41.5', 1])
    await wrapper.find('[data-test=reset-community]').trigger('click')
    expect(land.ruleChanges).toEqual([])
  })

  it('gives a community of the file back to the plan, and to the file again', async () => {
    const { land, wrapper, entry } = open()
    await entry('communityDemand.C01.share60Plus').setValue('')
    expect(land.rules.communityDemand).toEqual([{ communityId: 'C01', personsPerHousehold: 2.4, share60Plus: null, shareUnder3: null }])
    await wrapper.find('[data-test=reset-community]').trigger('click')
    expect(land.areRulesEdited).toBe(false)
  })
})
