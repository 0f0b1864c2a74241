import { composeAnswer } from '@/analysis/land/answer-land'
import { chooseSites } from '@/analysis/land/choose-sites'
import { measureLand } from '@/analysis/land/measure-land'
import { prepareSpaces } from '@/analysis/land/prepare-spaces'
import type { PreparedTown } from '@/analysis/land/prepare-town'
import type { Choice, LandAnswer, LandQuestion } from '@/domain/land'
import type { SpareSpace } from '@/domain/place'

/** Answer a question of land with the same steps as in the page, up to the last one. */
export function answerQuestion(town: PreparedTown, spaces: readonly SpareSpace[], question: LandQuestion): LandAnswer {
  const measured = measureLand(prepareSpaces(town, spaces), question)
  let last: Choice | null = null
  for (const choice of chooseSites(measured)) last = choice
  if (last === null) throw new Error('chooseSites gave no choice')
  return composeAnswer(measured, last)
}
