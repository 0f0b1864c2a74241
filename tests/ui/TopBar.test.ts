// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import TopBar from '@/ui/TopBar.vue'
import { preferredLanguage } from '@/ui/preferred-language'

const other = preferredLanguage() === 'zh' ? 'en' : 'zh'
const bar = (more: Partial<InstanceType<typeof TopBar>['$props']> = {}) => mount(TopBar, {
  props: { view: 'land', isPhone: false, mark: { words: '示意数据', hint: '程序生成', isWarning: true }, theme: 'light', themeChoice: 'system', language: preferredLanguage(), ...more },
})
const hrefs = (wrapper: ReturnType<typeof bar>) => wrapper.findAll('nav a[data-test^=view-]').map((link) => link.attributes('href'))

describe('TopBar', () => {
  it('links the views and marks the one that is open', () => {
    const wrapper = bar()
    expect(hrefs(wrapper)).toEqual(['#/progress', '#/land', '#/data'])
    expect(wrapper.findAll('nav a[data-test^=view-]').map((link) => link.attributes('aria-current'))).toEqual([undefined, 'page', undefined])
  })

  it('opens the public screen in a window of its own, but not from a phone', () => {
    const { href, target, rel } = bar().find('[data-test=open-wall]').attributes()
    expect({ href, target, rel }).toEqual({ href: '#/display', target: '_blank', rel: 'noopener' })
    expect(bar({ isPhone: true }).find('[data-test=open-wall]').exists()).toBe(false)
  })

  it('takes appearance and language along', () => {
    expect(hrefs(bar({ themeChoice: 'dark', language: other }))).toEqual([`#/progress?theme=dark&lang=${other}`, `#/land?theme=dark&lang=${other}`, `#/data?theme=dark&lang=${other}`])
  })

  it('does not open the open view again: that would drop its state', async () => {
    const wrapper = bar()
    await wrapper.find('[data-test=view-land]').trigger('click')
    await wrapper.find('[data-test=view-progress]').trigger('click')
    expect(wrapper.emitted('top')?.length).toBe(1)
  })

  it('asks for the other appearance and language', async () => {
    const wrapper = bar({ theme: 'dark', language: 'zh' })
    await wrapper.find('[data-test=theme]').trigger('click')
    await wrapper.find('[data-test=language]').trigger('click')
    expect([wrapper.emitted('update:themeChoice'), wrapper.emitted('update:language')]).toEqual([[['light']], [['en']]])
  })

  it('says that the data are samples, on the phone too', () => {
    for (const isPhone of [false, true]) expect(bar({ isPhone }).find('[data-test=synthetic]').text()).toBe('示意数据')
    expect(bar({ mark: { words: '', hint: '', isWarning: false } }).find('[data-test=synthetic]').exists()).toBe(false)
  })
})
