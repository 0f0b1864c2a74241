import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { categorize } from '@/analysis/progress/categorize'
import { compareDays } from '@/analysis/progress/compare-days'
import { findSequenceConflicts } from '@/analysis/progress/find-sequence-conflicts'
import { indexProgramme } from '@/analysis/progress/index-programme'
import { listRemarks, type Remark } from '@/analysis/progress/list-remarks'
import { measureProgress } from '@/analysis/progress/measure-progress'
import { traceCommunity, traceGroup } from '@/analysis/progress/trace-curve'
import { isDifferent, reconcileTotals } from '@/analysis/totals/reconcile-totals'
import type { Category, Colouring } from '@/domain/colouring'
import type { Day } from '@/domain/day'
import type { Weighting } from '@/domain/progress'
import { useGeodataStore } from '@/stores/geodata'

/**
 * All figures for the chosen day. One date rules everything: whatever is shown comes from `day`,
 * the ledger up to it and the frozen baseline.
 */
export const useFiguresStore = defineStore('figures', () => {
  const geodata = useGeodataStore()
  const chosenDay = ref<Day | null>(null)
  const sinceDay = ref<Day | null>(null)
  const weighting = ref<Weighting>('floorArea')

  const index = computed(() => (geodata.programme ? indexProgramme(geodata.programme) : null))
  /** First day of the time bar: the first report, or the first planned start. */
  const firstDay = computed<Day>(() => {
    const days = [...(geodata.programme?.reports.map((r) => r.reportedOn) ?? []), ...(geodata.programme?.baseline.map((b) => b.plannedStart) ?? [])]
    return days.reduce((first, day) => Math.min(first, day), dataDate.value)
  })
  /** Last day of the time bar: the last milestone of the plan. */
  const lastDay = computed<Day>(() =>
    (geodata.programme?.plan.milestones ?? []).reduce((last, { plannedOn }) => Math.max(last, plannedOn), dataDate.value),
  )
  const dataDate = computed<Day>(() => geodata.programme?.dataDate ?? 0)
  /** No figure is later than the data date. */
  const day = computed<Day>(() => clamp(chosenDay.value ?? dataDate.value))
  const since = computed<Day | null>(() =>
    sinceDay.value === null || clamp(sinceDay.value) >= day.value ? null : clamp(sinceDay.value),
  )

  const progress = computed(() => (index.value ? measureProgress(index.value, day.value, weighting.value) : null))
  const earlier = computed(() =>
    index.value && since.value !== null ? measureProgress(index.value, since.value, weighting.value) : null,
  )
  const change = computed(() => (earlier.value && progress.value ? compareDays(earlier.value, progress.value) : null))
  const conflicts = computed(() => (index.value ? findSequenceConflicts(index.value, day.value) : []))
  /** The four totals: in the plan and in the data. Buildings that were not read are not known, which is not 0. */
  const totals = computed(() => {
    const programme = geodata.programme
    const held = programme ? reconcileTotals(programme.plan, programme.communities, programme.buildings).totals : []
    return held.map((total) => (total.key === 'buildings' && !geodata.values.buildings ? { ...total, found: null, difference: null } : total))
  })
  const agreesWithTotals = computed(() =>
    totals.value.length > 0 && totals.value.every(({ key, difference }) => difference !== null && !isDifferent(key, difference)),
  )
  const communityById = computed(() => new Map((geodata.programme?.communities ?? []).map((c) => [c.id, c])))
  const buildingById = computed(() => new Map((geodata.programme?.buildings ?? []).map((b) => [b.id, b])))
  const itemByCode = computed(() => new Map((geodata.programme?.plan.items ?? []).map((item) => [item.code, item])))
  const milestoneByCode = computed(() => new Map((geodata.programme?.plan.milestones ?? []).map((m) => [m.code, m])))

  /** Actual curve up to the data date does not change with the chosen day: computed once per data set and weighting. */
  const programmeCurve = computed(() =>
    index.value ? traceGroup(index.value.communities, weighting.value, firstDay.value, lastDay.value, dataDate.value) : [],
  )

  function clamp(value: Day): Day {
    return Math.min(Math.max(value, Math.min(firstDay.value, dataDate.value)), dataDate.value)
  }

  /** Choose the day; days outside the data are moved to the nearest one inside. */
  function chooseDay(value: Day): void {
    chosenDay.value = clamp(value)
  }

  /** Plan-and-actual curve of one community, actual up to the data date. */
  function curveOf(communityId: string) {
    const indexed = index.value?.communities.find(({ community }) => community.id === communityId)
    return indexed ? traceCommunity(indexed, firstDay.value, lastDay.value, dataDate.value) : []
  }

  /** What was written beside the reports of a community, up to the chosen day, newest first. */
  function remarksOf(communityId: string, limit: number): Remark[] {
    return listRemarks(geodata.programme?.reports ?? [], communityId, day.value, limit)
  }

  /** Share a community or building gained since the day compared with; null without one or if not known. */
  function gainedOf(kind: 'community' | 'building', id: string): number | null {
    const [before, now] =
      kind === 'community'
        ? [earlier.value?.communities.get(id)?.actualShare, progress.value?.communities.get(id)?.actualShare]
        : [earlier.value?.buildings.get(id)?.actualShare, progress.value?.buildings.get(id)?.actualShare]
    return before == null || now == null ? null : now - before
  }

  /** Category of the legend a community falls into on the chosen day. */
  function categoryOf(communityId: string, colouring: Colouring): Category {
    const community = progress.value?.communities.get(communityId)
    return community ? categorize(community, colouring, gainedOf('community', communityId)) : 'unknown'
  }

  return {
    chosenDay, sinceDay, weighting, index, firstDay, lastDay, dataDate, day, since, progress, earlier, change, conflicts, totals, agreesWithTotals,
    communityById, buildingById, itemByCode, milestoneByCode, programmeCurve, chooseDay, curveOf, remarksOf, gainedOf, categoryOf,
  }
})
