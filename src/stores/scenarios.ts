import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { applyRuleChanges, type RuleChange } from '@/analysis/land/change-rules'
import { defaultQuestion } from '@/analysis/land/default-question'
import type { LandAnswer, LandQuestion } from '@/domain/land'
import type { SpareSpace } from '@/domain/place'
import { useDrawnSpacesStore } from '@/stores/drawn-spaces'
import { useGeodataStore } from '@/stores/geodata'
import { keepInBrowser } from '@/stores/keep-in-browser'
import { useLandStore } from '@/stores/land'
import { fromLandQuery, toLandQuery } from '@/stores/land-address'
import { landInput } from '@/stores/land-data'
import { openLandWorker } from '@/workers/land-client'

/** A question that was given a name, with everything that answers it again. */
export interface Scenario {
  name: string
  question: Partial<LandQuestion>
  ruleChanges: readonly RuleChange[]
  drawn: readonly SpareSpace[]
}

export const MAX_SCENARIOS = 30

/** Scenarios (方案): kept by name in this browser, opened again, and compared two at a time. */
export const useScenariosStore = defineStore('scenarios', () => {
  const geodata = useGeodataStore()
  const land = useLandStore()
  const drawn = useDrawnSpacesStore()
  const kept = keepInBrowser<readonly Scenario[]>('scenarios', readScenarios)
  const compared = shallowRef<readonly { name: string; answer: LandAnswer }[]>([])
  const isComparing = ref(false)
  const comparisonFailed = ref(false)
  let latest = 0

  const names = computed(() => kept.value.value.map(({ name }) => name))

  /** Keep what is asked now. The same name again replaces what it stood for. */
  function keep(name: string): void {
    const scenario: Scenario = { name, question: land.asked, ruleChanges: land.ruleChanges, drawn: drawn.spaces }
    kept.set([...kept.value.value.filter((other) => other.name !== name), scenario].slice(-MAX_SCENARIOS))
  }

  function remove(name: string): void {
    kept.set(kept.value.value.filter((other) => other.name !== name))
    if (compared.value.some((side) => side.name === name)) close()
  }

  /** Ask what the scenario asked. */
  function open(name: string): void {
    const scenario = kept.value.value.find((other) => other.name === name)
    if (!scenario) return
    drawn.restore(scenario.drawn)
    land.restore(scenario)
  }

  /** Answer two scenarios on the present data, each in a worker of its own, so that the view's answer stays as it is. */
  async function compare(first: string, second: string): Promise<void> {
    const run = ++latest
    isComparing.value = true
    comparisonFailed.value = false
    try {
      const sides = await Promise.all([first, second].map(async (name) => ({ name, answer: await answerOf(name) })))
      if (run === latest) compared.value = sides
    } catch (error) {
      console.error('Comparing scenarios failed', error)
      if (run === latest) comparisonFailed.value = true
    } finally {
      if (run === latest) isComparing.value = false
    }
  }

  function close(): void {
    latest++
    compared.value = []
    isComparing.value = false
  }

  async function answerOf(name: string): Promise<LandAnswer> {
    const scenario = kept.value.value.find((other) => other.name === name)
    if (!scenario) throw new Error(`No scenario ${name}`)
    const rules = applyRuleChanges(land.originalRules, scenario.ruleChanges)
    const input = landInput(geodata, scenario.ruleChanges.length > 0 ? rules : null, scenario.drawn)
    if (!input) throw new Error('No data to compare on')
    const worker = openLandWorker()
    try {
      await worker.prepare(input)
      const question = { ...defaultQuestion(rules, scenario.question.facilityType ?? 'elderlyCare', input.defaults), ...scenario.question }
      const { answer } = await worker.ask(JSON.parse(JSON.stringify(question)) as LandQuestion)
      return (await worker.prove(() => {})) ?? answer
    } finally {
      worker.end()
    }
  }

  return { scenarios: kept.value, isSaved: kept.isSaved, names, compared, isComparing, comparisonFailed, keep, remove, open, compare, close }
})

/** What is no scenario is left out, and so is every part of its question that a link could not carry. */
function readScenarios(stored: unknown): readonly Scenario[] {
  return Array.isArray(stored) ? stored.flatMap(readScenario) : []
}

function readScenario(entry: unknown): Scenario[] {
  if (typeof entry !== 'object' || entry === null) return []
  const { name, question, ruleChanges, drawn } = entry as Scenario
  if (typeof name !== 'string' || name === '' || !Array.isArray(drawn)) return []
  try {
    const state = { question, ruleChanges, drawn: [], selectedId: null, viewpoint: null, theme: 'system', language: null } as const
    const read = fromLandQuery(toLandQuery(state))
    return [{ name, question: read.question, ruleChanges: read.ruleChanges, drawn }]
  } catch {
    return []
  }
}
