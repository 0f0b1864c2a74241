import { onBeforeUnmount, watch } from 'vue'
import { useShowStore } from '@/stores/show'
import { folderAddress } from '@/stores/folder-address'

/** Have the photos of the next scene read and decoded before it begins, so that nothing pops up; one that cannot be read is not waited for. */
export function useNextPhotos(): void {
  const show = useShowStore()
  let run = 0

  async function prepare(paths: readonly string[]): Promise<void> {
    const mine = ++run
    show.isNextReady = paths.length === 0
    await Promise.all(paths.map(async (path) => {
      const photo = new Image()
      photo.src = new URL(path, folderAddress()).href
      await photo.decode().catch(() => {})
    }))
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
