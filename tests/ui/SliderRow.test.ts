// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import SliderRow from '@/ui/SliderRow.vue'

const slider = (modelValue: number) => mount(SliderRow, { props: { label: '步行距离', text: '500 m', min: 100, max: 1500, step: 10, modelValue } })

describe('SliderRow', () => {
  it('tells name and value in words to those who do not see it', () => {
    const input = slider(500).find('input')
    expect([input.attributes('aria-label'), input.attributes('aria-valuetext')]).toEqual(['步行距离', '500 m'])
  })

  it('reports a number with every movement, not only with the last', async () => {
    const wrapper = slider(500)
    for (const value of ['510', '520']) {
      wrapper.find('input').element.value = value
      await wrapper.find('input').trigger('input')
    }
    expect(wrapper.emitted('update:modelValue')).toEqual([[510], [520]])
  })

  it.each([[100, '0.00%'], [800, '50.00%'], [1500, '100.00%'], [2000, '100.00%']])('fills the track at %i to %s', (value, fill) => {
    expect(slider(value).find('input').element.style.getPropertyValue('--fill')).toBe(fill)
  })
})
