import * as Comlink from 'comlink'
import { composeAnswer } from '@/analysis/land/answer-land'
import { chooseSites } from '@/analysis/land/choose-sites'
import type { LandInput } from '@/analysis/land/land-input'
import { measureLand, type MeasuredLand } from '@/analysis/land/measure-land'
import { prepareSpaces, type PreparedLand } from '@/analysis/land/prepare-spaces'
import { prepareTown, type PreparedTown } from '@/analysis/land/prepare-town'
import { traceSite } from '@/analysis/land/trace-site'
import type { Choice, Isochrone, LandAnswer, LandQuestion } from '@/domain/land'
import type { SpareSpace } from '@/domain/place'

/** Finding land, off the main thread. What was prepared stays here; only questions and answers travel. */

let town: PreparedTown | null = null
let land: PreparedLand | null = null
let latest: { measured: MeasuredLand; steps: Iterator<Choice, void>; choice: Choice } | null = null

/** Whom to tell how the proof goes. Messages leave the thread even while it computes. */
let report: (choice: Choice) => void = () => {}

export interface TimedAnswer {
  answer: LandAnswer
  /** Time of the computation, without the way here and back. */
  elapsedMs: number
}

const api = {
  /** Take up data and rules. Everything else needs this first. */
  prepare(input: LandInput): void {
    latest = null
    town = prepareTown(input)
    land = walked(prepareSpaces(town, input.spaces))
  },

  /** Other spaces in the same town, as when one is drawn by hand. */
  changeSpaces(spaces: readonly SpareSpace[]): void {
    latest = null
    land = walked(prepareSpaces(needed(town), spaces))
  },

  /** Assembly, reach, score, ranking, and a choice that is good but not proven yet. */
  ask(question: LandQuestion): TimedAnswer {
    const startedMs = performance.now()
    const measured = measureLand(needed(land), question)
    const steps = chooseSites(measured, (choice) => report(choice))
    const choice = steps.next().value as Choice
    latest = { measured, steps, choice }
    return { answer: composeAnswer(measured, choice), elapsedMs: performance.now() - startedMs }
  },

  /**
   * Prove or better the choice of the last question, and everything that hangs on it.
   *
   * Stops between steps when a newer question, or other data, arrive: then the answer is null.
   */
  async prove(onProgress: (choice: Choice) => void): Promise<LandAnswer | null> {
    const current = latest
    report = onProgress
    while (current) {
      await new Promise((resolve) => setTimeout(resolve, 0))
      if (latest !== current) return null
      const step = current.steps.next()
      if (step.done) return composeAnswer(current.measured, current.choice)
      current.choice = step.value
      onProgress(step.value)
    }
    return null
  },

  /** How far people walk to one of the sites of the last answer. Null in a straight line, or for an unknown site. */
  isochrone(siteId: string, bandsM: readonly number[]): Isochrone | null {
    return traceSite(needed(land), siteId, bandsM)
  },
}
export type LandApi = typeof api

/** Walks once to every space, so that the first question waits no longer than the others. */
function walked(prepared: PreparedLand): PreparedLand {
  prepared.reachOfSpaces('walk', 0)
  prepared.reachOfFacilities('walk', 0)
  return prepared
}

function needed<T>(value: T | null): T {
  if (value === null) throw new Error('The land worker was asked before it was prepared')
  return value
}

Comlink.expose(api)
