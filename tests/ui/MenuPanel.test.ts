// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import CopyLink from '@/ui/CopyLink.vue'
import MenuPanel from '@/ui/MenuPanel.vue'

const mounted: ReturnType<typeof mount>[] = []
function open() {
  const wrapper = mount(MenuPanel, { props: { label: '方案' }, slots: { default: () => '内容' }, attachTo: document.body })
  mounted.push(wrapper)
  return wrapper
}
const isOpen = (wrapper: ReturnType<typeof open>) => [wrapper.find('.panel').exists(), wrapper.find('button').attributes('aria-expanded')]
afterEach(() => mounted.splice(0).forEach((wrapper) => wrapper.unmount()))

describe('MenuPanel', () => {
  it('opens and closes at its button', async () => {
    const wrapper = open()
    expect(isOpen(wrapper)).toEqual([false, 'false'])
    await wrapper.find('button').trigger('click')
    expect([...isOpen(wrapper), wrapper.find('.panel').text()]).toEqual([true, 'true', '内容'])
    await wrapper.find('button').trigger('click')
    expect(isOpen(wrapper)).toEqual([false, 'false'])
  })

  it('closes at a press outside, not at one inside', async () => {
    const wrapper = open()
    await wrapper.find('button').trigger('click')
    await wrapper.find('.panel').trigger('pointerdown')
    expect(isOpen(wrapper)[0]).toBe(true)
    document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }))
    await wrapper.vm.$nextTick()
    expect(isOpen(wrapper)[0]).toBe(false)
  })

  it('takes Escape for itself while it is open, and gives the focus back', async () => {
    const below = vi.fn()
    window.addEventListener('keydown', below)
    const wrapper = open()
    const escape = () => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
    await wrapper.find('button').trigger('click')
    escape()
    await wrapper.vm.$nextTick()
    expect([isOpen(wrapper)[0], below.mock.calls.length, document.activeElement === wrapper.find('button').element]).toEqual([false, 0, true])
    escape()
    expect(below).toHaveBeenCalledTimes(1)
    window.removeEventListener('keydown', below)
  })
})

describe('CopyLink', () => {
  const words = { copy: '复制链接', copied: '链接已复制', failed: '请从地址栏复制' }

  it.each([['says that the address is copied', async () => {}, '链接已复制'], ['says where the link stands where copying is not allowed', async () => Promise.reject(new Error('no')), '请从地址栏复制']])('%s', async (_, writeText, said) => {
    const copy = vi.fn(writeText)
    vi.stubGlobal('navigator', { clipboard: { writeText: copy } })
    const wrapper = mount(CopyLink, { props: { words } })
    mounted.push(wrapper)
    await wrapper.find('button').trigger('click')
    await vi.waitFor(() => expect(wrapper.text()).toBe(said))
    expect(copy).toHaveBeenCalledWith(location.href)
    vi.unstubAllGlobals()
  })
})
