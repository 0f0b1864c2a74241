import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { RuleChange } from '@/analysis/siting/change-rules'
import { defaultQuestion } from '@/analysis/siting/default-question'
import { editLandRules } from '@/data/edit-land-rules'
import type { LandAnswer, LandQuestion } from '@/domain/land'
import type { LandRules } from '@/domain/land-rules'
import type { SpareSpace } from '@/domain/place'
import { useDrawnSpacesStore } from '@/stores/drawn-spaces'
import { useGeodataStore } from '@/stores/geodata'
import { keepInBrowser } from '@/stores/keep-in-browser'
import { useLandStore } from '@/stores/land'
import { landInput } from '@/stores/land-data'
import { readScenarioFile, readScenarios, writeScenarioFile, type Scenario } from '@/stores/scenario-file'
import { openLandWorker } from '@/workers/land-client'

/** One of two scenarios that are compared: its answer, and what it was answered from. */
export interface ComparedSide {
  name: string
  answer: LandAnswer
  rules: LandRules
  ruleChanges: readonly RuleChange[]
  /** Spaces of the data and of its own. */
  spaces: readonly SpareSpace[]
  drawn: readonly SpareSpace[]
}

export const MAX_SCENARIOS = 30

/** Scenarios (方案): kept by name in this browser, opened again, and compared two at a time. */
export const useScenariosStore = defineStore('scenarios', () => {
  const geodata = useGeodataStore()
  const land = useLandStore()
  const drawn = useDrawnSpacesStore()
  const kept = keepInBrowser<readonly Scenario[]>('scenarios', readScenarios)
  const compared = shallowRef<readonly ComparedSide[]>([])
  const isComparing = ref(false)
  const comparisonFailed = ref(false)
  let latest = 0

  const names = computed(() => kept.value.value.map(({ name }) => name))
  const isFull = computed(() => kept.value.value.length >= MAX_SCENARIOS)

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

  /** The whole question that a scenario asks of the present data. */
  function questionOf({ question, ruleChanges }: Scenario): LandQuestion {
    const rules = editLandRules(land.originalRules, ruleChanges)
    return { ...defaultQuestion(rules, question.facilityType ?? 'elderlyCare', geodata.values.plan?.demandDefaults ?? null), ...question }
  }

  /** True if this is what is asked now. */
  function isNow(scenario: Scenario): boolean {
    const { asked, ruleChanges } = land
    const same = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
    return same(questionOf(scenario), questionOf({ name: '', question: asked, ruleChanges, drawn: [] })) && same(scenario.ruleChanges, ruleChanges) && same(scenario.drawn, drawn.spaces)
  }

  /** All kept scenarios as a file for colleagues. */
  const exportText = (): string => writeScenarioFile(kept.value.value)

  /**
   * Take over the scenarios of a file. A name that stands for something else already gets a number; nothing of one's own is lost.
   *
   * @returns How many were taken and how many found no room; null if the text is no file of scenarios.
   */
  function importText(text: string): { added: number; leftOut: number } | null {
    const read = readScenarioFile(text)
    if (!read) return null
    const taken = read.slice(0, MAX_SCENARIOS - kept.value.value.length)
    let next = kept.value.value
    for (const scenario of taken) next = [...next, { ...scenario, name: freeName(scenario.name, next.map(({ name }) => name)) }]
    if (taken.length > 0) kept.set(next)
    return { added: taken.length, leftOut: read.length - taken.length }
  }

  /** Answer two scenarios on the present data, each in a worker of its own, so that the view's answer stays as it is. */
  async function compare(first: string, second: string): Promise<void> {
    const run = ++latest
    isComparing.value = true
    comparisonFailed.value = false
    compared.value = []
    try {
      const sides = await Promise.all([first, second].map(answerOf))
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
    comparisonFailed.value = false
  }

  async function answerOf(name: string): Promise<ComparedSide> {
    const scenario = kept.value.value.find((other) => other.name === name)
    if (!scenario) throw new Error(`No scenario ${name}`)
    const rules = editLandRules(land.originalRules, scenario.ruleChanges)
    const input = landInput(geodata, scenario.ruleChanges.length > 0 ? rules : null, scenario.drawn)
    if (!input) throw new Error('No data to compare on')
    const worker = openLandWorker()
    try {
      await worker.prepare(input)
      const { answer } = await worker.ask(JSON.parse(JSON.stringify(questionOf(scenario))) as LandQuestion)
      const proven = await worker.prove(() => {})
      return { name, answer: proven ?? answer, rules, ruleChanges: scenario.ruleChanges, spaces: input.spaces, drawn: scenario.drawn }
    } finally {
      worker.end()
    }
  }

  return { scenarios: kept.value, isSaved: kept.isSaved, names, isFull, compared, isComparing, comparisonFailed, keep, remove, open, questionOf, isNow, exportText, importText, compare, close }
})

/** `甲`, or `甲 2` if that is taken. */
function freeName(name: string, taken: readonly string[]): string {
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? name : `${name} ${n}`
    if (!taken.includes(candidate)) return candidate
  }
}

/** The same value with its keys in one order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, part]) => [key, sorted(part)]))
}
