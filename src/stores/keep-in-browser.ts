import { shallowRef, type ShallowRef } from 'vue'

/** A value that survives a reload, and whether it really is kept. */
export interface Kept<T> {
  value: Readonly<ShallowRef<T>>
  /** False when the browser refused or ran out of room: the page then says that it is not saved. */
  isSaved: Readonly<ShallowRef<boolean>>
  set: (next: T) => void
}

/**
 * Keep a small value in this browser. What another tab of the page saves arrives here too, so that neither overwrites
 * what it has not seen.
 *
 * @param read - Makes a value of what was kept; gets `null` if there is nothing, or nothing that is JSON, and must not trust the rest.
 */
export function keepInBrowser<T>(key: string, read: (kept: unknown) => T): Kept<T> {
  const name = `renovation-map.${key}`
  const value = shallowRef(read(load(name)))
  const isSaved = shallowRef(true)
  globalThis.addEventListener?.('storage', (event: StorageEvent) => {
    if (event.key === name) value.value = read(parse(event.newValue))
  })
  return {
    value,
    isSaved,
    set(next) {
      value.value = next
      try {
        localStorage.setItem(name, JSON.stringify(next))
        isSaved.value = true
      } catch (error) {
        console.warn(`Keeping ${name} failed`, error)
        isSaved.value = false
      }
    },
  }
}

function load(name: string): unknown {
  try {
    return parse(localStorage.getItem(name))
  } catch {
    return null
  }
}

function parse(text: string | null): unknown {
  try {
    return text === null ? null : (JSON.parse(text) as unknown)
  } catch {
    return null
  }
}
