import { composeAnswer } from '@/analysis/land/answer-land'
import { chooseSites } from '@/analysis/land/choose-sites'
import type { LandInput } from '@/analysis/land/land-input'
import { measureLand } from '@/analysis/land/measure-land'
import { prepareSpaces } from '@/analysis/land/prepare-spaces'
import { prepareTown } from '@/analysis/land/prepare-town'
import type { Choice, LandAnswer, LandQuestion } from '@/domain/land'

/** Answer a question of land with the same steps as in the page, up to the last one. */
export function answerQuestion(input: LandInput, question: LandQuestion): LandAnswer {
  const measured = measureLand(prepareSpaces(prepareTown(input), input.spaces), question)
  let last: Choice | null = null
  for (const choice of chooseSites(measured)) last = choice
  if (last === null) throw new Error('chooseSites gave no choice')
  return composeAnswer(measured, last)
}
