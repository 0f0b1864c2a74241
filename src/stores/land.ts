import type { Polygon } from 'geojson'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { BUILT_IN_RULES } from '@/analysis/siting/built-in-rules'
import { applyRuleChanges, listRuleChanges, type RuleChange, type RuleValue } from '@/analysis/siting/change-rules'
import { defaultQuestion, standardOf } from '@/analysis/siting/default-question'
import { LAND_DATA } from '@/data/assemble-land'
import { editLandRules } from '@/data/edit-land-rules'
import type { Choice, Isochrone, LandAnswer, LandQuestion } from '@/domain/land'
import type { CriterionId, CriterionSetting, FacilityStandard, LandRules } from '@/domain/land-rules'
import type { FacilityType, SpareSpace } from '@/domain/place'
import { useDrawnSpacesStore } from '@/stores/drawn-spaces'
import { useGeodataStore } from '@/stores/geodata'
import { landInput } from '@/stores/land-data'
import { openLandWorker, WorkerBroken, type LandWorker } from '@/workers/land-client'

/** A worker that breaks this often in a row will break again: the page then says so instead of trying for ever. */
const MAX_RESTARTS = 2
/** People rest a moment between two movements of a slider; the proof begins when they do. */
const PROVE_AFTER_MS = 160
/** The inner line of the isochrone, as a share of the radius. */
const INNER_BAND_SHARE = 0.6

/** `question`: what was asked makes no sense, such as a radius of 0; the worker is well. */
export type LandFailure = 'no-data' | 'worker' | 'question'

/** Finding land: the question, the newest answer, and the worker that finds it. */
export const useLandStore = defineStore('land', () => {
  const geodata = useGeodataStore()
  const drawn = useDrawnSpacesStore()

  const isOpen = ref(false)
  const status = ref<'waiting' | 'preparing' | 'ready' | 'failed'>('waiting')
  const failure = ref<LandFailure | null>(null)
  const ruleChanges = shallowRef<readonly RuleChange[]>([])
  const asked = shallowRef<Partial<LandQuestion>>({})
  const answer = shallowRef<LandAnswer | null>(null)
  const isProving = ref(false)
  /** How far the proof is: what is covered and what no choice can exceed. */
  const proof = shallowRef<Choice | null>(null)
  const isBehind = ref(false)
  const elapsedMs = ref<number | null>(null)
  const selectedId = ref<string | null>(null)
  const hoveredCommunityId = ref<string | null>(null)
  const isochrone = shallowRef<Isochrone | null>(null)

  const originalRules = computed<LandRules>(() => geodata.values['land-rules'] ?? BUILT_IN_RULES)
  const rules = computed<LandRules>(() => editLandRules(originalRules.value, ruleChanges.value))
  /** A link may name changes that these rules do not take. */
  const areRulesEdited = computed(() => listRuleChanges(originalRules.value, rules.value).length > 0)
  const question = computed<LandQuestion>(() => {
    const asDefault = defaultQuestion(rules.value, asked.value.facilityType ?? 'elderlyCare', geodata.values.plan?.demandDefaults ?? null)
    // A type that the rules do not know is answered as their first, under its own name.
    return { ...asDefault, ...asked.value, facilityType: asDefault.facilityType }
  })
  const standard = computed<FacilityStandard>(() => standardOf(rules.value, question.value.facilityType))
  const offeredTypes = computed<readonly FacilityType[]>(() => rules.value.facilities.map(({ type }) => type))
  const spaces = computed<readonly SpareSpace[]>(() => [...geodata.values['spare-spaces'] ?? [], ...drawn.spaces])
  const selectedSite = computed(() => answer.value?.sites.find(({ id }) => id === selectedId.value) ?? null)
  const selectedExclusion = computed(() => answer.value?.exclusions.find(({ id }) => id === selectedId.value) ?? null)
  /** True when every file that is there was read, or could not be. */
  const isSettled = computed(() => LAND_DATA.every((id) => {
    const state = geodata.states.get(id)
    return geodata.manifest !== null && (state === undefined || state.status === 'ready' || state.status === 'failed')
  }))

  let worker: LandWorker | null = null
  let restarts = 0
  /** The newest thread that replaces a broken one takes up the data. */
  let renewal: Promise<void> = Promise.resolve()
  let wantedRun = 0
  let isAsking = false
  let preparation = 0
  let proveTimer: ReturnType<typeof setTimeout> | undefined

  /** Called by the view that needs it: loads what the other views do not and starts the worker. */
  function open(): void {
    isOpen.value = true
    geodata.need(LAND_DATA)
  }

  // Each file for itself: what the land view does not use may arrive without a new preparation.
  watch([isOpen, isSettled, rules, ...LAND_DATA.map((id) => () => geodata.values[id])], () => {
    if (isOpen.value && isSettled.value && status.value !== 'failed') void prepare()
  })
  watch(() => drawn.spaces, async () => {
    if (status.value !== 'ready') return
    await guarded(async (thread) => thread.changeSpaces(spaces.value))
    void ask()
  })
  watch(question, () => void ask())
  watch([selectedSite, () => question.value.radiusM], () => void trace())

  /** Hand the data to the worker; with data of its own again whenever they or the rules change. */
  async function prepare(): Promise<void> {
    const run = ++preparation
    const input = landInput(geodata, areRulesEdited.value ? rules.value : null, drawn.spaces)
    if (!input) {
      status.value = 'failed'
      failure.value = 'no-data'
      return
    }
    if (status.value !== 'ready') status.value = 'preparing'
    const isDone = await guarded((thread) => thread.prepare(input))
    if (run !== preparation || !isDone) return
    status.value = 'ready'
    failure.value = null
    await ask()
  }

  /**
   * Do something in the worker. If it breaks, a new one takes its place, takes up the data and tries again;
   * the last good answer stays meanwhile.
   *
   * @returns False if it could not be done.
   */
  async function guarded(work: (thread: LandWorker) => Promise<unknown>): Promise<boolean> {
    for (;;) {
      await renewal
      const thread = (worker ??= openLandWorker())
      try {
        await work(thread)
        restarts = 0
        return true
      } catch (error) {
        isBehind.value = answer.value !== null
        if (error instanceof Error && error.name === 'RangeError') {
          console.warn('The question cannot be answered', error)
          failure.value = 'question'
          return false
        }
        // Whoever was asked for something else of the same thread has replaced it already.
        if (worker !== thread) {
          if (status.value === 'failed') return false
          continue
        }
        if (!(error instanceof WorkerBroken)) console.error('Finding land failed', error)
        thread.end()
        worker = null
        if (restarts++ >= MAX_RESTARTS) {
          status.value = 'failed'
          failure.value = 'worker'
          return false
        }
        renewal = renew()
      }
    }
  }

  /** A new thread with the data of now; if it breaks too, the next call will tell. */
  async function renew(): Promise<void> {
    worker = openLandWorker()
    const input = landInput(geodata, areRulesEdited.value ? rules.value : null, drawn.spaces)
    if (input) await worker.prepare(input).catch(() => {})
  }

  /** Ask for the present question. One at a time is under way; what changed meanwhile is asked next, the rest is skipped. */
  async function ask(): Promise<void> {
    wantedRun++
    if (status.value !== 'ready' || isAsking) return
    isAsking = true
    clearTimeout(proveTimer)
    let answeredRun = 0
    try {
      while (answeredRun !== wantedRun) {
        const run = wantedRun
        const isDone = await guarded(async (thread) => {
          const timed = await thread.ask(toPlain(question.value))
          answer.value = timed.answer
          elapsedMs.value = timed.elapsedMs
          isBehind.value = false
          failure.value = null
          proof.value = timed.answer.choice
        })
        if (!isDone) return
        answeredRun = run
      }
    } finally {
      isAsking = false
    }
    proveTimer = setTimeout(() => void prove(wantedRun), PROVE_AFTER_MS)
  }

  async function prove(run: number): Promise<void> {
    if (run !== wantedRun || status.value !== 'ready') return
    isProving.value = true
    await guarded(async (thread) => {
      const proven = await thread.prove((choice) => void (run === wantedRun && (proof.value = choice)))
      if (proven && run === wantedRun) answer.value = proven
    })
    if (run === wantedRun) isProving.value = false
  }

  async function trace(): Promise<void> {
    const site = selectedSite.value
    const { radiusM, mode } = question.value
    if (!site || mode === 'line' || status.value !== 'ready') return void (isochrone.value = null)
    await guarded(async (thread) => {
      const traced = await thread.isochrone(site.id, [radiusM, Math.round(radiusM * INNER_BAND_SHARE)])
      if (selectedSite.value?.id === site.id && question.value.radiusM === radiusM) isochrone.value = traced
    })
  }

  /** Change part of the question; everything else stays as it was asked. */
  function change(partial: Partial<LandQuestion>): void {
    asked.value = { ...asked.value, ...partial }
  }

  function changeCriterion(id: CriterionId, partial: Partial<CriterionSetting>): void {
    const { criteria } = question.value
    change({ criteria: { ...criteria, [id]: { ...criteria[id], ...partial } } })
  }

  /** Another type of facility, with the radius and minima of its standard. */
  function chooseFacility(facilityType: FacilityType): void {
    const { siteCount, gapM, mode, isCapacityLimited, wantedShare, criteria } = asked.value
    const kept = Object.entries({ siteCount, gapM, mode, isCapacityLimited, wantedShare, criteria }).filter(([, value]) => value !== undefined)
    asked.value = { ...Object.fromEntries(kept), facilityType }
  }

  function changeRules(next: LandRules): void {
    ruleChanges.value = listRuleChanges(originalRules.value, editLandRules(rules.value, listRuleChanges(rules.value, next)))
  }
  function changeRule(path: string, value: RuleValue): void {
    changeRules(applyRuleChanges(rules.value, [[path, value]]))
  }
  function resetRules(): void {
    ruleChanges.value = []
  }

  function select(id: string | null): void {
    selectedId.value = id
  }

  /** Must be among the chosen, must not, or as it comes out best. */
  const without = (ids: readonly string[], id: string): string[] => ids.filter((other) => other !== id)
  function include(id: string): void {
    const { mustInclude, mustExclude } = question.value
    change({ mustInclude: [...without(mustInclude, id), id], mustExclude: without(mustExclude, id) })
  }
  function exclude(id: string): void {
    const { mustInclude, mustExclude } = question.value
    change({ mustInclude: without(mustInclude, id), mustExclude: [...without(mustExclude, id), id] })
  }
  function release(id: string): void {
    const { mustInclude, mustExclude } = question.value
    change({ mustInclude: without(mustInclude, id), mustExclude: without(mustExclude, id) })
  }

  /** Take over a whole question, as a link or a kept scenario has it. */
  function restore(next: { question: Partial<LandQuestion>; ruleChanges: readonly RuleChange[] }): void {
    asked.value = next.question
    ruleChanges.value = next.ruleChanges
  }

  /** Once more after a failure. */
  async function retry(): Promise<void> {
    restarts = 0
    status.value = 'waiting'
    failure.value = null
    geodata.need(LAND_DATA)
    if (isSettled.value) await prepare()
  }

  return {
    status, failure, question, asked, rules, originalRules, areRulesEdited, ruleChanges, answer, isProving, proof, isBehind, elapsedMs,
    selectedId, hoveredCommunityId, isochrone, spaces, selectedSite, selectedExclusion, standard, offeredTypes,
    open, change, changeCriterion, chooseFacility, changeRules, changeRule, resetRules, select, include, exclude, release, restore, retry,
    addDrawn: (geometry: Polygon, name?: string) => drawn.add(geometry, name), changeDrawn: drawn.change, removeDrawn: drawn.remove, undo: drawn.undo, redo: drawn.redo,
  }
})

/** Reactive proxies cannot be cloned to another thread. */
const toPlain = (question: LandQuestion): LandQuestion => JSON.parse(JSON.stringify(question)) as LandQuestion
