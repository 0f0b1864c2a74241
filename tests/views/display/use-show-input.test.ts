// @vitest-environment happy-dom
import { mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h, nextTick, ref } from 'vue'
import { useShowInput, type ShowInput } from '@/views/display/use-show-input'

let acts: ShowInput[]
const isDialogOpen = ref(false)
let wall: VueWrapper

beforeEach(() => {
  vi.useFakeTimers()
  acts = []
  isDialogOpen.value = false
  wall = mount(defineComponent(() => {
    const { isPointerShown } = useShowInput((act) => acts.push(act), () => isDialogOpen.value)
    return () => h('p', String(isPointerShown.value))
  }))
})
afterEach(() => {
  wall.unmount()
  vi.useRealTimers()
})

const fire = (event: Event): Event => {
  window.dispatchEvent(event)
  return event
}
const key = (name: string, more: KeyboardEventInit = {}) => fire(new KeyboardEvent('keydown', { key: name, cancelable: true, ...more }))
const pointer = (kind: string, x: number, y: number, pointerType = 'mouse') => fire(new PointerEvent(`pointer${kind}`, { clientX: x, clientY: y, pointerType }))
const isHidden = (): boolean => document.documentElement.hasAttribute('data-no-pointer')

describe('useShowInput', () => {
  it.each([
    ['ArrowRight', 'next'], ['PageDown', 'next'], ['ArrowLeft', 'previous'], ['PageUp', 'previous'], [' ', 'togglePause'], ['p', 'togglePin'], ['P', 'togglePin'],
    ['s', 'setup'], ['Escape', 'back'], ['x', 'touch'], ['Enter', 'touch'],
  ] as const)('takes %j for %s, and the page does nothing else with it', (name, act) => {
    expect(key(name).defaultPrevented).toBe(true)
    expect(acts).toEqual([act])
  })

  it('leaves keys of the browser alone: print, reload, full screen, a lone modifier', () => {
    for (const event of [key('p', { ctrlKey: true }), key('r', { metaKey: true }), key('F11'), key('Shift')]) expect(event.defaultPrevented).toBe(false)
    expect(acts).toEqual([])
  })

  it('does not rush through the scenes while a key is held', () => {
    key('ArrowRight')
    key('ArrowRight', { repeat: true })
    expect(acts).toEqual(['next'])
  })

  it('leaves keys to an open dialog, and keeps the show paused', () => {
    isDialogOpen.value = true
    expect(key('ArrowRight').defaultPrevented).toBe(false)
    pointer('down', 10, 10)
    vi.advanceTimersByTime(5_000)
    expect(acts).toEqual(['touch', 'touch'])
  })

  it('opens the set-up after a long press, not after a tap or a stroke', () => {
    pointer('down', 10, 10, 'touch')
    pointer('up', 10, 10, 'touch')
    vi.advanceTimersByTime(5_000)
    pointer('down', 10, 10, 'touch')
    pointer('move', 40, 10, 'touch')
    vi.advanceTimersByTime(5_000)
    expect(acts).toEqual(['touch', 'touch'])
    pointer('down', 10, 10, 'touch')
    pointer('move', 12, 10, 'touch')
    vi.advanceTimersByTime(1_200)
    expect(acts).toEqual(['touch', 'touch', 'touch', 'setup'])
  })

  it('shows the pointer only while somebody moves it', async () => {
    expect([isHidden(), wall.text()]).toEqual([true, 'false'])
    pointer('move', 100, 100)
    pointer('move', 101, 100)
    expect(isHidden()).toBe(true)
    pointer('move', 110, 100)
    expect(isHidden()).toBe(false)
    vi.advanceTimersByTime(2_900)
    expect(isHidden()).toBe(false)
    vi.advanceTimersByTime(200)
    expect(isHidden()).toBe(true)
  })

  it('shows the pointer while the dialog is open, also one opened by a key, and hides it afterwards', async () => {
    isDialogOpen.value = true
    await nextTick()
    vi.advanceTimersByTime(20_000)
    expect(isHidden()).toBe(false)
    isDialogOpen.value = false
    vi.advanceTimersByTime(3_000)
    expect(isHidden()).toBe(true)
  })

  it('refuses menu, scroll and zoom; what has more than it shows may scroll but not zoom', () => {
    const wheel = (ctrlKey: boolean, target: EventTarget = window) => {
      const event = Object.assign(new Event('wheel', { cancelable: true, bubbles: true }), { ctrlKey })
      target.dispatchEvent(event)
      return event.defaultPrevented
    }
    expect(fire(new MouseEvent('contextmenu', { cancelable: true })).defaultPrevented).toBe(true)
    expect([wheel(false), wheel(true)]).toEqual([true, true])
    const list = document.body.appendChild(document.createElement('div'))
    list.style.overflowY = 'auto'
    expect(wheel(false, list)).toBe(true)
    Object.defineProperty(list, 'scrollHeight', { value: 900 })
    expect([wheel(false, list), wheel(true, list)]).toEqual([false, true])
    list.remove()
  })

  it('leaves nothing behind', () => {
    wall.unmount()
    key('ArrowRight')
    pointer('down', 10, 10)
    expect([acts, isHidden(), vi.getTimerCount()]).toEqual([[], false, 0])
  })
})
