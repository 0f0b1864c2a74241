import type { SpaceStep } from '@/domain/space-life'

export interface LifeEntry {
  step: SpaceStep
  /** The parts that took it, in the order of the site. */
  partIds: readonly string[]
}

/** Steps of all parts of a site, the same step of several parts as one entry; by date, and as they were noted within a day. */
export function lifeHistory(partIds: readonly string[], stepsOf: (spaceId: string) => readonly SpaceStep[]): LifeEntry[] {
  const entries = new Map<string, { step: SpaceStep; partIds: string[] }>()
  for (const partId of partIds) {
    const seen = new Map<string, number>()
    for (const step of stepsOf(partId)) {
      // The same step noted twice of one part is two entries.
      const words = JSON.stringify([step.date, step.stage, step.remark])
      const n = (seen.get(words) ?? 0) + 1
      seen.set(words, n)
      const entry = entries.get(`${words}${n}`) ?? { step, partIds: [] }
      entry.partIds.push(partId)
      entries.set(`${words}${n}`, entry)
    }
  }
  return [...entries.values()].sort((a, b) => (a.step.date < b.step.date ? -1 : a.step.date > b.step.date ? 1 : 0))
}
