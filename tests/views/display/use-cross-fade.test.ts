// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h, nextTick } from 'vue'
import { useCrossFade } from '@/views/display/use-cross-fade'

const Fading = defineComponent({
  props: { id: { type: String, required: true } },
  setup(props) {
    const shown = useCrossFade(() => ({ id: props.id }))
    return () => h('ul', shown.value.map(({ item, isLeaving }) => h('li', { key: item.id }, `${item.id}${isLeaving ? ' goes' : ''}`)))
  },
})
const texts = (wrapper: ReturnType<typeof mount>) => wrapper.findAll('li').map((item) => item.text())

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('what fades', () => {
  it('is there with what comes, below it, and then gone', async () => {
    const wrapper = mount(Fading, { props: { id: 'a' } })
    expect(texts(wrapper)).toEqual(['a'])
    await wrapper.setProps({ id: 'b' })
    expect(texts(wrapper)).toEqual(['a goes', 'b'])
    vi.advanceTimersByTime(1000)
    await nextTick()
    expect(texts(wrapper)).toEqual(['b'])
  })

  it('is never more than one, however fast things change', async () => {
    const wrapper = mount(Fading, { props: { id: 'a' } })
    for (const id of ['b', 'c', 'd']) await wrapper.setProps({ id })
    expect(texts(wrapper)).toEqual(['c goes', 'd'])
  })

  it('does not stand beside itself when it comes back at once', async () => {
    const wrapper = mount(Fading, { props: { id: 'a' } })
    await wrapper.setProps({ id: 'b' })
    await wrapper.setProps({ id: 'a' })
    expect(texts(wrapper)).toEqual(['b goes', 'a'])
  })

  it('leaves no timer behind', async () => {
    const wrapper = mount(Fading, { props: { id: 'a' } })
    await wrapper.setProps({ id: 'b' })
    wrapper.unmount()
    expect(vi.getTimerCount()).toBe(0)
  })
})
