import { onBeforeUnmount, onMounted, shallowRef, type ShallowRef } from 'vue'

/** What stands behind `#` in the address: `#/progress?date=2024-08-26`. */
export interface HashAddress {
  path: string
  query: Readonly<Record<string, string>>
}

/** What the views share: it goes along when one leaves for another. */
const SHARED = ['theme', 'lang'] as const
export type SharedQuery = Readonly<Partial<Record<(typeof SHARED)[number], string>>>

/** Read the part behind `#`; an address that cannot be read is the first page without parameters. */
export function parseHash(hash: string): HashAddress {
  const [path = '', search = ''] = hash.replace(/^#/, '').split(/\?(.*)/s)
  return { path: path === '' ? '/' : path, query: Object.fromEntries(new URLSearchParams(search)) }
}

/** Write an address; characters that are safe in a fragment stay readable. */
export function formatHash({ path, query }: HashAddress): string {
  const search = new URLSearchParams(query).toString().replaceAll('%2C', ',')
  return `#${path}${search === '' ? '' : `?${search}`}`
}

/** What each view last wrote, so that a link back leads to what was left. */
const lastQueries = shallowRef<ReadonlyMap<string, HashAddress['query']>>(new Map())

/** Keep what a view would write, also when it leaves before it could. */
export function rememberAddress({ path, query }: HashAddress): void {
  lastQueries.value = new Map(lastQueries.value).set(path, query)
}

/** Link to a view as it was left, with what the views share as it is now. */
export function linkTo(path: string, shared: SharedQuery): string {
  const own = Object.entries(lastQueries.value.get(path) ?? {}).filter(([key]) => !SHARED.some((name) => name === key))
  return formatHash({ path, query: { ...Object.fromEntries(own), ...shared } })
}

/**
 * The address behind `#`, followed and replaced. No router: one page, its state in the query, and any
 * static server will do.
 */
export function useHashAddress(): { address: Readonly<ShallowRef<HashAddress>>; replace: (next: HashAddress) => void } {
  const address = shallowRef(parseHash(location.hash))
  const follow = (): void => void (address.value = parseHash(location.hash))
  onMounted(() => window.addEventListener('hashchange', follow))
  onBeforeUnmount(() => window.removeEventListener('hashchange', follow))
  return {
    address,
    // replaceState tells nobody, so that writing the address does not read it again.
    replace(next) {
      rememberAddress(next)
      history.replaceState(history.state, '', formatHash(next))
    },
  }
}
