import type { CommunityProgress, LampCause } from '@/domain/progress'

/** What holds communities up, without saying which: an item or a milestone, and how many it holds up. */
export interface CauseCount {
  kind: LampCause['kind']
  code: string
  communities: number
}

/** Causes of all lamps that are not normal, the most frequent first, then by code. */
export function countCauses(progress: Iterable<CommunityProgress>): CauseCount[] {
  const counts = new Map<string, CauseCount>()
  for (const { cause } of progress) {
    if (!cause) continue
    const code = cause.kind === 'item' ? cause.itemCode : cause.code
    const key = `${cause.kind} ${code}`
    const count = counts.get(key) ?? { kind: cause.kind, code, communities: 0 }
    counts.set(key, { ...count, communities: count.communities + 1 })
  }
  return [...counts.values()].sort((a, b) => b.communities - a.communities || (a.code < b.code ? -1 : 1))
}
