import { onBeforeUnmount, watch } from 'vue'
import { useShowStore } from '@/stores/show'
import { folderAddress } from '@/stores/folder-address'

/** Photos that were read and decoded for the next scene, by address: ScenePhoto puts these very elements on the wall. */
const prepared = new Map<string, HTMLImageElement>()

/** The element of a photo, decoded already if it was prepared; each call hands out an element once. */
export function takePhoto(address: string): HTMLImageElement {
  const photo = prepared.get(address) ?? Object.assign(new Image(), { src: address })
  prepared.delete(address)
  return photo
}

/** Have the photos of the next scene read and decoded before it begins, so that nothing pops up; one that cannot be read is not waited for. */
export function useNextPhotos(): void {
  const show = useShowStore()
  let run = 0
  let coming: string[] = []

  async function prepare(paths: readonly string[]): Promise<void> {
    const mine = ++run
    show.isNextReady = paths.length === 0
    // The scene that begins now takes its photos after this: those of the scene before it go.
    for (const address of prepared.keys()) if (!coming.includes(address)) prepared.delete(address)
    coming = paths.map((path) => new URL(path, folderAddress()).href)
    const photos = coming.map((src) => prepared.get(src) ?? Object.assign(new Image(), { src }))
    photos.forEach((photo, i) => prepared.set(coming[i]!, photo))
    await Promise.all(photos.map((photo) => photo.decode().catch(() => {})))
    if (mine === run) show.isNextReady = true
  }

  watch(() => [show.upcoming?.photos?.before, show.upcoming?.photos?.after].filter((path) => typeof path === 'string').join('\n'), (paths) => {
    void prepare(paths === '' ? [] : paths.split('\n'))
  }, { immediate: true })
  onBeforeUnmount(() => {
    run++
    prepared.clear()
    show.isNextReady = true
  })
}
