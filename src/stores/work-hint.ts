import { folderAddress } from '@/stores/folder-address'

const nameNow = (): string => `renovation-map.work ${folderAddress()}`

/**
 * Whether work on this folder was kept here: known at once, so that a page without any need not load what reads it.
 * Only a hint: the store itself may have been wiped since.
 */
export function hasWorkHint(): boolean {
  try {
    return localStorage.getItem(nameNow()) !== null
  } catch {
    return false
  }
}

export function setWorkHint(isThere: boolean): void {
  try {
    if (isThere) localStorage.setItem(nameNow(), '1')
    else localStorage.removeItem(nameNow())
  } catch {
    // Without it the work is found when the view of one's own data is opened.
  }
}
