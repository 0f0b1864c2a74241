// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import ShareBar from '@/ui/ShareBar.vue'

const bar = (actualShare: number | null, plannedShare: number | null) => mount(ShareBar, { props: { actualShare, plannedShare, label: '兴安街道 42%' } })

describe('ShareBar', () => {
  it('is a picture with words', () => {
    expect(bar(0.4, 0.5).attributes()).toMatchObject({ role: 'img', 'aria-label': '兴安街道 42%' })
  })

  it('fills the actual and marks the plan', () => {
    const wrapper = bar(0.25, 0.5)
    expect(wrapper.find('.fill').attributes('width')).toBe('25')
    expect([wrapper.find('.tick').attributes('x1'), wrapper.find('.tick').attributes('x2')]).toEqual(['50', '50'])
  })

  it('keeps within its box', () => {
    const wrapper = bar(1.2, -0.5)
    expect(wrapper.find('.fill').attributes('width')).toBe('100')
    expect(wrapper.find('.tick').attributes('x1')).toBe('0')
  })

  it('looks different for nothing done and nothing known', () => {
    expect(bar(0, 0.5).find('.fill').attributes('width')).toBe('0')
    expect(bar(0, 0.5).find('.track').classes()).not.toContain('unknown')
    expect(bar(null, 0.5).find('.fill').exists()).toBe(false)
    expect(bar(null, 0.5).find('.track').classes()).toContain('unknown')
  })

  it('has no mark without a plan', () => expect(bar(0.4, null).find('.tick').exists()).toBe(false))
})
