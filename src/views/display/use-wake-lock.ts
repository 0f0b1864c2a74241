import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue'

/** `unavailable`: no such thing in this browser, or plain http; the machine's own settings must keep the screen on. */
export type WakeLockState = 'on' | 'off' | 'unavailable'

/** Keep the screen awake while the wall is open. The browser takes the lock back when the page is hidden; it is asked for again. */
export function useWakeLock(): Readonly<Ref<WakeLockState>> {
  const state = ref<WakeLockState>('off')
  let lock: WakeLockSentinel | null = null
  let isOpen = true

  async function ask(): Promise<void> {
    if (!('wakeLock' in navigator)) return void (state.value = 'unavailable')
    if (document.visibilityState !== 'visible' || lock) return
    try {
      const got = await navigator.wakeLock.request('screen')
      if (!isOpen || lock) return void (await got.release())
      lock = got
      state.value = 'on'
      got.addEventListener('release', () => {
        if (lock !== got) return
        lock = null
        state.value = 'off'
      })
    } catch {
      // A low battery or a setting refuses: shown in the set-up, and tried again when the page comes back.
      state.value = 'off'
    }
  }
  onMounted(() => {
    void ask()
    document.addEventListener('visibilitychange', ask)
  })
  onBeforeUnmount(() => {
    isOpen = false
    document.removeEventListener('visibilitychange', ask)
    void lock?.release().catch(() => {})
  })
  return state
}
