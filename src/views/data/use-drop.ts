import { onBeforeUnmount, onMounted, ref } from 'vue'

/** A file that is dragged over the window, from outside of the page. */
const hasFiles = (event: DragEvent): boolean => [...event.dataTransfer?.types ?? []].includes('Files')

/** Files, and folders to be walked; after the event the browser shows neither any more. */
function droppedIn({ items }: DataTransfer): (File | FileSystemDirectoryEntry)[] {
  return [...items].flatMap((item): (File | FileSystemDirectoryEntry)[] => {
    const entry = item.webkitGetAsEntry?.() ?? null
    if (entry?.isDirectory) return [entry as FileSystemDirectoryEntry]
    return [item.getAsFile()].filter((file) => file !== null)
  })
}

/**
 * Accept files and folders that are dropped anywhere on the window.
 *
 * @param take - Gets them; without this the browser would open them in the place of the page.
 */
export function useDrop(take: (dropped: readonly (File | FileSystemDirectoryEntry)[]) => void) {
  const isOver = ref(false)
  /** Entering a child leaves its parent: only the balance tells. */
  let depth = 0

  function enter(event: DragEvent): void {
    if (!hasFiles(event)) return
    depth++
    isOver.value = true
  }
  function over(event: DragEvent): void {
    if (!hasFiles(event)) return
    event.preventDefault()
    event.dataTransfer!.dropEffect = 'copy'
  }
  function leave(event: DragEvent): void {
    if (hasFiles(event) && --depth <= 0) end()
  }
  function drop(event: DragEvent): void {
    if (!hasFiles(event)) return
    event.preventDefault()
    end()
    take(droppedIn(event.dataTransfer!))
  }
  function end(): void {
    depth = 0
    isOver.value = false
  }
  const listeners = { dragenter: enter, dragover: over, dragleave: leave, drop } as const
  onMounted(() => Object.entries(listeners).forEach(([type, listener]) => window.addEventListener(type, listener as EventListener)))
  onBeforeUnmount(() => Object.entries(listeners).forEach(([type, listener]) => window.removeEventListener(type, listener as EventListener)))
  return { isOver }
}
