// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { LAMPS } from '@/domain/progress'
import LampMark from '@/ui/LampMark.vue'

describe('LampMark', () => {
  it.each([['normal', 'circle'], ['warning', 'path'], ['late', 'rect']] as const)('shows %s as a %s', (lamp, shape) => {
    const wrapper = mount(LampMark, { props: { lamp } })
    expect(wrapper.element.children).toHaveLength(1)
    expect(wrapper.element.children[0]!.tagName.toLowerCase()).toBe(shape)
    expect(wrapper.classes()).toContain(lamp)
  })

  it('shows no report as an empty ring', () => {
    expect(mount(LampMark, { props: { lamp: null } }).find('circle.ring').exists()).toBe(true)
  })

  it('tells all lamps apart without colour', () => {
    const shapes = [...LAMPS, null].map((lamp) => mount(LampMark, { props: { lamp } }).html().replace(/class="[^"]*"/g, ''))
    expect(new Set(shapes).size).toBe(4)
  })

  it('is a picture with words, or hidden beside words', () => {
    expect(mount(LampMark, { props: { lamp: 'late', label: '滞后' } }).attributes()).toMatchObject({ role: 'img', 'aria-label': '滞后' })
    const silent = mount(LampMark, { props: { lamp: 'late' } })
    expect(silent.attributes('aria-hidden')).toBe('true')
    expect(silent.attributes('aria-label')).toBeUndefined()
  })
})
