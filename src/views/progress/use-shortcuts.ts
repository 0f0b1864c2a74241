import { onBeforeUnmount, onMounted } from 'vue'
import { COLOURINGS } from '@/domain/colouring'
import { useExploringStore } from '@/stores/exploring'
import { useFiguresStore } from '@/stores/figures'

/** Keys of the leaders' view: [ ] step the date, 1–5 colour, T the table, Escape one step back. */
export function useShortcuts(): void {
  const figures = useFiguresStore()
  const exploring = useExploringStore()

  function press(event: KeyboardEvent): void {
    const isTyping = event.target instanceof HTMLElement && /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Escape') return exploring.stepBack()
    if (isTyping && (event.target as HTMLInputElement).type !== 'range') return
    if (event.key === '[') figures.chooseDay(figures.day - 1)
    if (event.key === ']') figures.chooseDay(figures.day + 1)
    if (event.key.toLowerCase() === 't') exploring.isTableOpen = !exploring.isTableOpen
    const colouring = COLOURINGS[Number(event.key) - 1]
    if (colouring && (colouring !== 'change' || figures.since !== null)) exploring.colourBy(colouring)
  }
  onMounted(() => window.addEventListener('keydown', press))
  onBeforeUnmount(() => window.removeEventListener('keydown', press))
}
