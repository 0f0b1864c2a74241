import { onBeforeUnmount, onMounted } from 'vue'

/** Keys of the clerks' view: undo and redo the work; Escape goes one step back. */
export function useDataKeys(keys: { stepBack: () => void; undo: () => void; redo: () => void }): void {
  function press(event: KeyboardEvent): void {
    // An open dialog has its own keys.
    if (document.querySelector('dialog[open]')) return
    if (event.key === 'Escape') return keys.stepBack()
    if (!(event.ctrlKey || event.metaKey) || isTyping(event.target)) return
    const key = event.key.toLowerCase()
    if (key !== 'z' && key !== 'y') return
    event.preventDefault()
    if (key === 'y' || event.shiftKey) keys.redo()
    else keys.undo()
  }
  onMounted(() => window.addEventListener('keydown', press))
  onBeforeUnmount(() => window.removeEventListener('keydown', press))
}

/** A field undoes its own words; a slider or a box has none. */
function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !['range', 'checkbox', 'radio', 'file'].includes(target.type)
  return target instanceof HTMLTextAreaElement
}
