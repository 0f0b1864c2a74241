import { onBeforeUnmount, watch } from 'vue'
import { useShowStore } from '@/stores/show'
import { folderAddress } from '@/stores/folder-address'

/** Have the photos of the next scene read and decoded before it begins, so that nothing pops up; one that cannot be read is not waited for. */
export function useNextPhotos(): void {
  const show = useShowStore()
  let run = 0
  /** Of the scene that comes and the one that is on: a decoded picture that nobody holds is thrown away before it is shown. */
  let held: readonly (readonly HTMLImageElement[])[] = []

  async function prepare(paths: readonly string[]): Promise<void> {
    const mine = ++run
    show.isNextReady = paths.length === 0
    const photos = paths.map((path) => {
      const photo = new Image()
      photo.src = new URL(path, folderAddress()).href
      return photo
    })
    held = [...held.slice(-1), photos]
    await Promise.all(photos.map((photo) => photo.decode().catch(() => {})))
    if (mine === run) show.isNextReady = true
  }

  watch(() => [show.upcoming?.photos?.before, show.upcoming?.photos?.after].filter((path) => typeof path === 'string').join('\n'), (paths) => {
    void prepare(paths === '' ? [] : paths.split('\n'))
  }, { immediate: true })
  onBeforeUnmount(() => {
    run++
    show.isNextReady = true
  })
}
