import { folderAddress } from '@/stores/folder-address'

/** Hear of what other tabs of the same folder do. @returns Tells them. Without BroadcastChannel nobody hears anything. */
export function useTabNews(topic: string, onNews: () => void): () => void {
  if (typeof BroadcastChannel === 'undefined') return () => {}
  const channel = new BroadcastChannel(`renovation-map.${topic} ${folderAddress()}`)
  channel.addEventListener('message', onNews)
  return () => channel.postMessage(1)
}

/** Have the browser ask before the page is left while something would be lost. */
export function warnBeforeLeaving(wouldLose: () => boolean): void {
  globalThis.addEventListener?.('beforeunload', (event) => {
    if (wouldLose()) event.preventDefault()
  })
}
