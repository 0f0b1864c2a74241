import type { FeatureTarget } from '@/data/import/work-row'

/** How ids of each dataset begin, and to how many digits they are filled up. */
const STYLES: Record<Exclude<FeatureTarget, 'buildings'>, readonly [prefix: string, digits: number]> = {
  communities: ['C', 2], 'spare-spaces': ['S', 3], facilities: ['F', 3], residences: ['R', 4], gates: ['E', 2], hazards: ['H', 2],
}

/**
 * Ids for what is new, in the style of the folder: `C36` after `C35`, `C07-B3` after `C07-B2`. The same rows get the same
 * ids, and none that is known is given again.
 *
 * @param known - Ids of the dataset, those of records that are gone included.
 */
export function nextIds(target: FeatureTarget, known: Iterable<string>): (communityId: string | null) => string {
  const taken = new Set(known)
  const highest = new Map<string, number>()
  const note = (id: string): void => {
    const match = /^(.*?)(\d+)$/.exec(id)
    if (match) highest.set(match[1]!, Math.max(highest.get(match[1]!) ?? 0, Number(match[2])))
  }
  for (const id of taken) note(id)
  return (communityId) => {
    const [prefix, digits] = target === 'buildings' ? [`${communityId ?? 'C00'}-B`, 1] : STYLES[target]
    let number = (highest.get(prefix) ?? 0) + 1
    while (taken.has(idOf(prefix, number, digits))) number++
    const id = idOf(prefix, number, digits)
    taken.add(id)
    highest.set(prefix, number)
    return id
  }
}

const idOf = (prefix: string, number: number, digits: number): string => `${prefix}${String(number).padStart(digits, '0')}`
