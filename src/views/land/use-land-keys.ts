import { onBeforeUnmount, onMounted } from 'vue'
import { useDrawnSpacesStore } from '@/stores/drawn-spaces'

/** Keys of the planners' view: undo and redo a drawing; Escape goes one step back. */
export function useLandKeys(stepBack: () => void): void {
  const drawn = useDrawnSpacesStore()

  function press(event: KeyboardEvent): void {
    if (event.key === 'Escape') return stepBack()
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z' || isTyping(event.target)) return
    event.preventDefault()
    if (event.shiftKey) drawn.redo()
    else drawn.undo()
  }
  onMounted(() => window.addEventListener('keydown', press))
  onBeforeUnmount(() => window.removeEventListener('keydown', press))
}

/** A field undoes its own words; a slider or a box has none. */
function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !['range', 'checkbox'].includes(target.type)
  return target instanceof HTMLTextAreaElement
}
