/** Something that can be searched for. Keys are lower case: the name, its pinyin, its pinyin initials. */
export interface SearchEntry {
  id: string
  kind: 'community' | 'building' | 'road' | 'landmark' | 'district'
  name: string
  /** Second line: where it is. */
  detail: string
  keys: readonly string[]
}

/**
 * Find entries by name, part of a name, pinyin or pinyin initials.
 *
 * Best first: whole key, then beginning, then part; communities before buildings before roads when
 * equally good; then by name.
 *
 * @param query - As typed; spaces at the ends and case do not matter. Empty finds nothing.
 */
export function searchPlaces(entries: readonly SearchEntry[], query: string, limit: number): SearchEntry[] {
  const wanted = query.trim().toLowerCase().replaceAll(/\s+/g, '')
  if (wanted === '') return []
  const found = entries.flatMap((entry) => {
    const rank = Math.min(...entry.keys.map((key) => rankOf(key, wanted)))
    return Number.isFinite(rank) ? [{ entry, rank }] : []
  })
  found.sort((a, b) => a.rank - b.rank || order(a.entry) - order(b.entry) || (a.entry.name < b.entry.name ? -1 : 1))
  return found.slice(0, limit).map(({ entry }) => entry)
}

function rankOf(key: string, wanted: string): number {
  if (key === wanted) return 0
  if (key.startsWith(wanted)) return 1
  return key.includes(wanted) ? 2 : Infinity
}

function order({ kind }: SearchEntry): number {
  return ['district', 'community', 'landmark', 'road', 'building'].indexOf(kind)
}
