// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import SegmentedControl from '@/ui/SegmentedControl.vue'

type Id = 'a' | 'b' | 'c' | 'gone'
const options: readonly { id: Id; text: string; count?: number }[] = [{ id: 'a', text: '进度' }, { id: 'b', text: '阶段', count: 3 }, { id: 'c', text: '类别', count: 0 }]
const control = (modelValue: Id) => {
  const wrapper = mount(SegmentedControl<Id>, {
    attachTo: document.body,
    props: { options, label: '着色方式', modelValue, 'onUpdate:modelValue': (next: Id | undefined) => wrapper.setProps({ modelValue: next! }) },
  })
  return wrapper
}
type Control = ReturnType<typeof control>
const radios = (wrapper: Control) => wrapper.findAll('[role=radio]')
const checked = (wrapper: Control) => radios(wrapper).filter((radio) => radio.attributes('aria-checked') === 'true').map((radio) => radio.text())
const tabbable = (wrapper: Control) => radios(wrapper).filter((radio) => radio.attributes('tabindex') === '0').map((radio) => radio.text())

afterEach(() => document.body.replaceChildren())

describe('SegmentedControl', () => {
  it('is a named group of radio buttons of which one is chosen', () => {
    const wrapper = control('b')
    expect(wrapper.find('[role=radiogroup]').attributes('aria-label')).toBe('着色方式')
    expect([checked(wrapper), tabbable(wrapper)]).toEqual([['阶段3'], ['阶段3']])
  })

  it('shows counts, also 0', () => expect(radios(control('a')).map((radio) => radio.text())).toEqual(['进度', '阶段3', '类别0']))

  it('chooses by click', async () => {
    const wrapper = control('a')
    await radios(wrapper)[2]!.trigger('click')
    expect(checked(wrapper)).toEqual(['类别0'])
  })

  it.each([['ArrowRight', ['b', 'c', 'a']], ['ArrowDown', ['b', 'c', 'a']], ['ArrowLeft', ['c', 'b', 'a']], ['ArrowUp', ['c', 'b', 'a']]])(
    'moves by %s, round and round, with the focus', async (key, ids) => {
      const wrapper = control('a')
      for (const id of ids) {
        await wrapper.find('[role=radiogroup]').trigger('keydown', { key })
        expect(wrapper.props('modelValue')).toBe(id)
        expect(document.activeElement).toBe(radios(wrapper)[options.findIndex((option) => option.id === id)]!.element)
      }
      expect(tabbable(wrapper)).toEqual(['进度'])
    },
  )

  it('leaves other keys alone', async () => {
    const wrapper = control('a')
    await wrapper.find('[role=radiogroup]').trigger('keydown', { key: 'Enter' })
    expect(wrapper.emitted('update:modelValue')).toBeUndefined()
  })

  it('can be reached by keyboard while none of the choices is chosen', async () => {
    const wrapper = control('gone')
    expect([checked(wrapper), tabbable(wrapper)]).toEqual([[], ['进度']])
    await wrapper.find('[role=radiogroup]').trigger('keydown', { key: 'ArrowLeft' })
    expect(wrapper.props('modelValue')).toBe('c')
  })
})
