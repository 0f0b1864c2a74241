import { coverProblem, type CoverProblem } from '@/analysis/choice/cover-problem'
import type { MeasuredLand } from '@/analysis/land/measure-land'

/** Sites as candidates of a covering problem: who is served already cannot be newly covered. */
export function problemOf({ question, sites, reach, people, isServed, measures, standard }: MeasuredLand): CoverProblem {
  const indexOf = new Map(sites.map(({ id }, s) => [id, s]))
  const indices = (ids: readonly string[]): number[] => ids.flatMap((id) => indexOf.get(id) ?? [])
  return coverProblem({
    people, starts: reach.starts, point: reach.point, isServed,
    // Without a known floor area nobody can say how many fit: such a site then serves nobody. Without a norm there is no limit.
    capacity: question.isCapacityLimited && standard.per100HouseholdsM2 ? Float64Array.from(measures, ({ capacityPeople }) => capacityPeople ?? 0) : null,
    mustInclude: indices(question.mustInclude), mustExclude: indices(question.mustExclude),
  })
}
