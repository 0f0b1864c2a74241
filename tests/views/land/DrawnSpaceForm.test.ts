// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest'
import { useDrawnSpacesStore } from '@/stores/drawn-spaces'
import DrawnSpaceForm from '@/views/land/DrawnSpaceForm.vue'
import DrawTools from '@/views/land/DrawTools.vue'
import { mountPart, openLand } from './open-land'

vi.mock('@/workers/client', () => ({ geodataWorker: {} }))

function open() {
  openLand()
  const drawn = useDrawnSpacesStore()
  drawn.add({ type: 'Polygon', coordinates: [[[119.2, 36.4], [119.201, 36.4], [119.201, 36.401], [119.2, 36.4]]] }, '手绘地块 1')
  const wrapper = mountPart(DrawnSpaceForm, { spaceId: 'D01' })
  return { drawn, wrapper, entry: (fact: string) => wrapper.find<HTMLInputElement>(`[data-fact=${fact}]`) }
}

describe('DrawnSpaceForm', () => {
  it('says what a planner knows, each entry one step to undo', async () => {
    const { drawn, wrapper, entry } = open()
    await entry('name').setValue('路口 东南角')
    await entry('tenure').setValue('stateReserve')
    await entry('landUseCode').setValue('2301')
    await entry('plannedUseCode').setValue('0702')
    await entry('availableYears').setValue('10')
    expect(drawn.spaces[0]).toMatchObject({ name: '路口 东南角', tenure: 'stateReserve', landUseCode: '2301', plannedUseCode: '0702', availableYears: 10 })
    expect(wrapper.find('legend').text()).toBe('手绘：路口 东南角')
    for (let i = 0; i < 5; i++) drawn.undo()
    expect(drawn.spaces[0]).toMatchObject({ name: '手绘地块 1', tenure: 'unknown', landUseCode: null, availableYears: null })
  })

  it('asks for floor and storey of rooms only', async () => {
    const { drawn, entry } = open()
    expect(entry('storey').exists()).toBe(false)
    await entry('kind').setValue('room')
    expect(entry('storey').element.value).toBe('1')
    await entry('floorAreaM2').setValue('350')
    await entry('storey').setValue('-1')
    expect(drawn.spaces[0]).toMatchObject({ floorAreaM2: 350, storey: -1 })
  })

  it('puts back what makes no sense, and takes an empty entry for unknown', async () => {
    const { drawn, wrapper, entry } = open()
    await entry('landUseCode').setValue('2301')
    for (const [fact, typed, kept] of [['landUseCode', 'meadow', '2301'], ['availableYears', '-3', ''], ['name', ' ', '手绘地块 1']] as const) {
      await entry(fact).setValue(typed)
      await wrapper.vm.$nextTick()
      expect(entry(fact).element.value).toBe(kept)
    }
    await entry('landUseCode').setValue('')
    expect(drawn.spaces[0]!.landUseCode).toBeNull()
  })

  it('removes the space', async () => {
    const { drawn, wrapper } = open()
    await wrapper.find('[data-test=remove-drawn]').trigger('click')
    expect(drawn.spaces).toEqual([])
    expect(wrapper.find('fieldset').exists()).toBe(false)
  })
})

describe('DrawTools', () => {
  it('offers to move corners while there is something drawn, and stops with the last one', async () => {
    const { drawn } = open()
    const wrapper = mountPart(DrawTools, { mode: 'off', problem: null })
    await wrapper.find('[data-test=edit-drawn]').trigger('click')
    expect(wrapper.emitted('update:mode')).toEqual([['edit']])
    await wrapper.setProps({ mode: 'edit' })
    expect(wrapper.find('[role=status]').text()).toContain('拖动各角')
    drawn.remove('D01')
    await wrapper.vm.$nextTick()
    expect(wrapper.emitted('update:mode')!.at(-1)).toEqual(['off'])
    expect(wrapper.find('[data-test=edit-drawn]').exists()).toBe(false)
  })
})
