import { onBeforeUnmount, onMounted, watch } from 'vue'
import { useImportStore } from '@/stores/import'

/** Where to go on when what had the focus is gone, the best first. */
const LANDINGS = ['[data-test=next-question]', '[data-test=accept]', '[data-test=drop]']
/** A button that cannot be pressed keeps the focus until the next frame, and loses it then. */
const canHold = (element: Element | null): element is HTMLElement => element instanceof HTMLElement && element.isConnected && !element.matches(':disabled') && element.offsetParent !== null

/** An answer moves its question or takes it away, and the focus with it: whoever works by keyboard would begin anew at the top of the page. */
export function useKeptFocus(): void {
  const store = useImportStore()
  let last: HTMLElement | null = null

  function note({ target }: FocusEvent): void {
    if (target instanceof HTMLElement && target !== document.body) last = target
  }
  // While the files are judged anew, buttons cannot be pressed: the focus is looked for once that is over.
  watch(() => [store.busy, store.judgement], () => {
    if (store.busy !== null || last === null || canHold(document.activeElement)) return
    const landings = LANDINGS.map((selector) => document.querySelector<HTMLElement>(selector))
    for (const element of [last, ...landings]) if (canHold(element)) return element.focus({ preventScroll: element !== last })
  }, { flush: 'post' })
  onMounted(() => window.addEventListener('focusin', note))
  onBeforeUnmount(() => window.removeEventListener('focusin', note))
}
