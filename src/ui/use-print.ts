import { nextTick, onBeforeUnmount, onMounted, ref } from 'vue'

/** Print with a picture of the map: taken first, because a WebGL canvas prints blank. */
export function usePrint(takePicture: () => Promise<Blob> | undefined) {
  const picture = ref<string | null>(null)

  async function print(): Promise<void> {
    try {
      const blob = await takePicture()
      picture.value = blob ? await toDataUrl(blob) : null
    } catch (error) {
      console.error('Taking a picture of the map failed', error)
      picture.value = null
    }
    await nextTick()
    await Promise.all([...document.querySelectorAll<HTMLImageElement>('.print-sheet img')].map((image) => image.decode().catch(() => {})))
    window.print()
  }
  function shortcut(event: KeyboardEvent): void {
    if (event.key.toLowerCase() === 'p' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      void print()
    }
  }
  onMounted(() => window.addEventListener('keydown', shortcut))
  onBeforeUnmount(() => window.removeEventListener('keydown', shortcut))
  return { picture, print }
}

/** The security policy allows `data:` images, not `blob:`. */
function toDataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(new Error('The picture could not be read', { cause: reader.error }))
    reader.readAsDataURL(blob)
  })
}
