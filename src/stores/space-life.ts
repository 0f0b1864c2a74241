import { defineStore } from 'pinia'
import { SPACE_STAGES, type SpaceStage, type SpaceStep } from '@/domain/space-life'
import { keepInBrowser } from '@/stores/keep-in-browser'

type Lives = Readonly<Record<string, readonly SpaceStep[]>>

/** What became of the spaces, step by step. Kept in this browser; a space without a step is a candidate. */
export const useSpaceLifeStore = defineStore('spaceLife', () => {
  const kept = keepInBrowser<Lives>('space-life', readLives)

  // An id is a bureau's own: it may be called as something that every object has.
  const stepsOf = (spaceId: string): readonly SpaceStep[] => (Object.hasOwn(kept.value.value, spaceId) ? kept.value.value[spaceId]! : [])

  /** Where a site stands: as far as the part that is least far. */
  function stageOf(partIds: readonly string[]): SpaceStage {
    const reached = partIds.map((id) => SPACE_STAGES.indexOf(stepsOf(id).at(-1)?.stage ?? 'candidate'))
    return SPACE_STAGES[Math.min(...reached)] ?? 'candidate'
  }

  /** Every part of a site takes the step; earlier steps stay. */
  function add(partIds: readonly string[], step: SpaceStep): void {
    kept.set({ ...kept.value.value, ...Object.fromEntries(partIds.map((id) => [id, [...stepsOf(id), step]])) })
  }

  /** Take back the last step of every part. */
  function takeBack(partIds: readonly string[]): void {
    const shorter = partIds.map((id) => [id, stepsOf(id).slice(0, -1)] as const)
    const rest = Object.entries(kept.value.value).filter(([id]) => !partIds.includes(id))
    kept.set(Object.fromEntries([...rest, ...shorter.filter(([, steps]) => steps.length > 0)]))
  }

  return { lives: kept.value, isSaved: kept.isSaved, stepsOf, stageOf, add, takeBack }
})

/** What is not a step, or has an impossible day, is left out; the rest stays. */
function readLives(stored: unknown): Lives {
  if (typeof stored !== 'object' || stored === null) return {}
  const lives = Object.entries(stored).map(([id, steps]) => [id, Array.isArray(steps) ? steps.filter(isStep) : []] as const)
  return Object.fromEntries(lives.filter(([, steps]) => steps.length > 0))
}

function isStep(step: unknown): step is SpaceStep {
  if (typeof step !== 'object' || step === null) return false
  const { stage, date, remark } = step as Record<string, unknown>
  return SPACE_STAGES.includes(stage as SpaceStage) && typeof date === 'string' && /^\d{4}-\d\d-\d\d$/.test(date) && typeof remark === 'string'
}
