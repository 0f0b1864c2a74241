// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import StackedBar from '@/ui/StackedBar.vue'

const parts = [{ id: 'a', share: 0.34, text: '覆盖 34', series: 1 }, { id: 'b', share: 0.18, text: '就近 18', series: 2 }, { id: 'c', share: -1, text: '无', series: 3 }]
const rects = () => mount(StackedBar, { props: { parts, label: '得分构成' } }).findAll('rect').slice(1)

describe('StackedBar', () => {
  it('lays the parts side by side, nothing negative', () => {
    expect(rects().map((rect) => [Number(rect.attributes('x')), Number(rect.attributes('width'))])).toEqual([[0, 34], [34, 18], [52, 0]])
  })

  it('names the whole and every part', () => {
    const wrapper = mount(StackedBar, { props: { parts, label: '得分构成' } })
    expect([wrapper.attributes('role'), wrapper.attributes('aria-label'), wrapper.findAll('title').map((title) => title.text())]).toEqual(['img', '得分构成', ['覆盖 34', '就近 18', '无']])
  })
})
