import { onBeforeUnmount, onMounted, ref, watch, type Ref } from 'vue'

/** What a hand on the wall asks of the show; `toggle…` depends on what the show does now. */
export type ShowInput = 'touch' | 'next' | 'previous' | 'togglePause' | 'togglePin' | 'back' | 'setup'

/** Hold so long for the set-up; nobody rests a finger there by chance. */
const LONG_PRESS_MS = 1_200
/** A finger that moves further, px, does not press. */
const PRESS_SLIP_PX = 12
const POINTER_SHOWN_MS = 3_000
/** A mouse that is only shaken by a door or a passing train stays hidden, px. */
const POINTER_WAKE_PX = 4

/** Remote controls and presenters send some of these; case does not matter. */
const KEYS: Readonly<Record<string, ShowInput>> = {
  arrowright: 'next', arrowdown: 'next', pagedown: 'next', arrowleft: 'previous', arrowup: 'previous', pageup: 'previous',
  ' ': 'togglePause', mediaplaypause: 'togglePause', p: 'togglePin', s: 'setup', escape: 'back',
}
const MODIFIERS = ['control', 'shift', 'alt', 'meta', 'altgraph', 'capslock', 'fn', 'unidentified', 'dead', 'process']

/** Whether something around the target has more than it shows: the set-up on a small screen, the wall on a phone. */
function isInScrolling(target: EventTarget | null): boolean {
  for (let element = target instanceof Element ? target : null; element; element = element.parentElement) {
    if (element.scrollHeight > element.clientHeight && /auto|scroll/.test(getComputedStyle(element).overflowY)) return true
  }
  return false
}

/**
 * Hands on the wall: keys, touches, a long press; and what a page on a wall must not do: scroll, zoom, open a menu, or
 * show a pointer that nobody moves.
 *
 * @param act - Called once per input.
 * @param isDialogOpen - Then keys belong to the dialog and the pointer is shown; a touch still keeps the show paused.
 */
export function useShowInput(act: (input: ShowInput) => void, isDialogOpen: () => boolean): { isPointerShown: Readonly<Ref<boolean>> } {
  const isPointerShown = ref(false)
  let hiding: ReturnType<typeof setTimeout> | undefined
  let press: { timer: ReturnType<typeof setTimeout>; x: number; y: number } | null = null
  let restedAt: { x: number; y: number } | null = null

  function showPointer(isShown: boolean): void {
    isPointerShown.value = isShown
    // On the root element: the map and its canvas bring pointers of their own.
    document.documentElement.toggleAttribute('data-no-pointer', !isShown)
  }
  function hideLater(): void {
    clearTimeout(hiding)
    hiding = setTimeout(() => (isDialogOpen() ? hideLater() : showPointer(false)), POINTER_SHOWN_MS)
  }

  function key(event: KeyboardEvent): void {
    const name = event.key.toLowerCase()
    if (event.ctrlKey || event.metaKey || event.altKey || MODIFIERS.includes(name) || /^f\d+$/.test(name)) return
    if (isDialogOpen()) return act('touch')
    event.preventDefault()
    // Held down, a key would rush through the scenes.
    if (!event.repeat) act(KEYS[name] ?? 'touch')
  }
  function down(event: PointerEvent): void {
    act('touch')
    endPress()
    if (isDialogOpen()) return
    press = { x: event.clientX, y: event.clientY, timer: setTimeout(() => { endPress(); act('setup') }, LONG_PRESS_MS) }
  }
  function move(event: PointerEvent): void {
    const { clientX: x, clientY: y } = event
    if (press && Math.hypot(x - press.x, y - press.y) > PRESS_SLIP_PX) endPress()
    if (event.pointerType === 'touch') return
    // The first event only tells where the pointer rests: browsers send it when a page opens below it.
    restedAt ??= { x, y }
    if (!isPointerShown.value && Math.hypot(x - restedAt.x, y - restedAt.y) < POINTER_WAKE_PX) return
    restedAt = { x, y }
    showPointer(true)
    hideLater()
  }
  function endPress(): void {
    if (press) clearTimeout(press.timer)
    press = null
  }
  const refuse = (event: Event): void => event.preventDefault()
  /** Two fingers, or the wheel with a key, zoom the page; one finger drags it about, where nothing inside can scroll. */
  const refuseGesture = (event: Event): void => {
    const isZoom = (event as WheelEvent).ctrlKey || ('touches' in event && (event as TouchEvent).touches.length > 1)
    if (event.cancelable && (isZoom || !isInScrolling(event.target))) event.preventDefault()
  }

  const listeners: readonly (readonly [name: string, listener: (event: never) => void])[] = [
    ['keydown', key], ['pointerdown', down], ['pointermove', move], ['pointerup', endPress], ['pointercancel', endPress],
    ['contextmenu', refuse], ['dragstart', refuse], ['gesturestart', refuse], ['wheel', refuseGesture], ['touchmove', refuseGesture],
  ]
  watch(isDialogOpen, (isOpen) => {
    if (!isOpen) return
    showPointer(true)
    hideLater()
  })
  onMounted(() => {
    showPointer(false)
    for (const [name, listener] of listeners) window.addEventListener(name, listener as EventListener, { passive: false })
  })
  onBeforeUnmount(() => {
    for (const [name, listener] of listeners) window.removeEventListener(name, listener as EventListener)
    clearTimeout(hiding)
    endPress()
    document.documentElement.removeAttribute('data-no-pointer')
  })
  return { isPointerShown }
}
