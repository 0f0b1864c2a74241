import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue'

/** `unavailable`: no such thing in this browser, or plain http; the machine's own settings must keep the screen on. */
export type WakeLockState = 'on' | 'off' | 'unavailable'

/** Nobody comes by to show the page again: a lock that was refused or taken back is asked for again after so long, ms. */
const ASK_AGAIN_MS = 5 * 60_000

/** Keep the screen awake while the wall is open. The browser takes the lock back when the page is hidden; it is asked for again. */
export function useWakeLock(): Readonly<Ref<WakeLockState>> {
  const state = ref<WakeLockState>('off')
  let lock: WakeLockSentinel | null = null
  let isOpen = true
  let timer: ReturnType<typeof setInterval> | undefined

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
      // A low battery or a setting refuses: shown in the set-up, and tried again.
      state.value = 'off'
    }
  }
  onMounted(() => {
    void ask()
    document.addEventListener('visibilitychange', ask)
    timer = setInterval(() => void ask(), ASK_AGAIN_MS)
  })
  onBeforeUnmount(() => {
    isOpen = false
    clearInterval(timer)
    document.removeEventListener('visibilitychange', ask)
    void lock?.release().catch(() => {})
  })
  return state
}
