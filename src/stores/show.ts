import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { currentScene, remainingMs, startShow, steerShow, tickShow, upcomingScene, type ShowCommand, type ShowState } from '@/analysis/show/advance-show'
import { BUILT_IN_TOUR } from '@/analysis/show/built-in-tour'
import { newsScene } from '@/analysis/show/news-scene'
import { countdownDay, nextMilestone } from '@/analysis/show/next-milestone'
import { planScenes } from '@/analysis/show/plan-scenes'
import { isInWindow } from '@/analysis/show/is-in-window'
import { judgeFreshness, type Freshness } from '@/analysis/show/judge-freshness'
import { replayDay } from '@/analysis/show/replay-day'
import type { Day } from '@/domain/day'
import type { Scene, ShowNews, Tour } from '@/domain/tour'
import { useFiguresStore } from '@/stores/figures'
import { useGeodataStore } from '@/stores/geodata'
import { minuteOfDayAt } from '@/stores/minute-of-day'
import { useRefreshStore } from '@/stores/refresh'

/** How often the show looks at the clock; a scene begins at most so much late, which does not add up. */
const TICK_MS = 250
/** The two clocks drift apart by seconds in a day; by more only if one was set or the other stood still. */
const SLEPT_MS = 60_000
const MS_PER_DAY = 86_400_000

/**
 * The show of a wall: which scene is on, what comes next, and the day its figures are of.
 *
 * All durations are on the monotonic clock (`performance.now`), so that a machine whose clock is set
 * shows neither a burst of scenes nor a negative countdown. The day rules the figures: whoever draws
 * a scene reads them from there.
 */
export const useShowStore = defineStore('show', () => {
  const geodata = useGeodataStore()
  const figures = useFiguresStore()
  const refresh = useRefreshStore()
  const state = shallowRef<ShowState | null>(null)
  const nowMs = ref(performance.now())
  const nowEpochMs = ref(Date.now())
  /** Whether the next scene could begin: its pictures are there. Set by who draws. */
  const isNextReady = ref(true)
  let timer: ReturnType<typeof setInterval> | undefined

  const tour = computed<Tour>(() => geodata.values.tour ?? BUILT_IN_TOUR)
  /** True if the folder has no usable tour and the built-in one is shown. */
  const isTourBuiltIn = computed(() => geodata.programme !== null && !geodata.values.tour)
  const scenes = computed<readonly Scene[]>(() => {
    const { programme } = geodata
    if (!programme || !figures.index) return []
    const proposedSites = geodata.values['proposed-sites'] ?? []
    return planScenes({ tour: tour.value, programme, index: figures.index, firstDay: figures.firstDay, proposedSites })
  })

  const current = computed<Scene | null>(() => (state.value ? currentScene(state.value, scenes.value) : null))
  const remainsMs = computed(() => (state.value ? remainingMs(state.value, scenes.value, nowMs.value) : 0))
  /** How much of the scene is over, 0…1; stands still while paused. */
  const positionShare = computed(() => (current.value ? Math.min(1, Math.max(0, 1 - remainsMs.value / current.value.dwellMs)) : 0))
  const day = computed<Day>(() => {
    const scene = current.value
    if (!scene) return figures.dataDate
    return scene.fromDay === null ? scene.day : replayDay(scene, positionShare.value)
  })

  const mode = computed(() => state.value?.mode ?? 'paused')
  const round = computed(() => state.value?.round ?? 0)
  const resumeInMs = computed(() => (state.value?.resumeAtMs == null ? null : Math.max(0, state.value.resumeAtMs - nowMs.value)))
  /** Time of the next scene on the machine's clock; null while nothing goes on. */
  const nextAtEpochMs = computed(() => (mode.value === 'playing' && current.value ? nowEpochMs.value + remainsMs.value : null))
  const upcoming = computed<Scene | null>(() => (state.value ? upcomingScene(state.value, scenes.value) : null))

  /** The day of the machine, in its time zone. */
  const today = computed<Day>(() => Math.floor((nowEpochMs.value - new Date(nowEpochMs.value).getTimezoneOffset() * 60_000) / MS_PER_DAY))
  /** Whether a new version of the program may be taken in the middle of a round. */
  const isUpdateTime = computed(() => isInWindow(tour.value.updateWindow, minuteOfDayAt(nowEpochMs.value)))
  /** The next milestone and the days to it; null after the last one. */
  const countdown = computed(() => nextMilestone(geodata.programme?.plan.milestones ?? [], countdownDay(tour.value, day.value, today.value)))
  /** Whether what is shown may pass as new. */
  const freshness = computed<Freshness>(() => judgeFreshness({
    checkedAtMs: refresh.checkedAtMs, failingSinceMs: refresh.failingSinceMs, nowMs: nowMs.value, tour: tour.value,
    dataDate: figures.dataDate, today: today.value, isKept: refresh.isKept,
  }))

  // The day rules the figures of everything on the wall.
  watch(day, (value) => figures.chooseDay(value), { flush: 'sync' })

  function look(): void {
    const [atMs, atEpochMs] = [performance.now(), Date.now()]
    // A machine that slept may not have counted it: what is shown is older than it seems until the server says otherwise.
    const unseenMs = atEpochMs - nowEpochMs.value - (atMs - nowMs.value)
    nowMs.value = atMs
    nowEpochMs.value = atEpochMs
    if (Math.abs(unseenMs) > SLEPT_MS) void refresh.checkNow()
  }

  /** Read the clock and go on if it is time. */
  function tick(): void {
    look()
    if (!state.value || scenes.value.length === 0) return
    state.value = tickShow(state.value, scenes.value, nowMs.value, isNextReady.value)
  }

  /** Let the clock run. Without data there is no scene, but how long they have been missing is told. */
  function open(): void {
    look()
    clearInterval(timer)
    timer = setInterval(tick, TICK_MS)
  }

  /**
   * Begin, or begin again.
   *
   * @param sceneId - First scene; unknown or left out: the first of the tour.
   */
  function start(sceneId?: string): void {
    open()
    state.value = startShow(scenes.value, nowMs.value, sceneId)
  }

  function stop(): void {
    clearInterval(timer)
    timer = undefined
    state.value = null
  }

  /** Obey a hand on the wall or the remote; what makes no sense changes nothing. */
  function steer(command: ShowCommand): void {
    if (!state.value) return
    look()
    state.value = steerShow(state.value, scenes.value, command, nowMs.value, tour.value.resumeAfterS * 1000)
  }

  /** News of a refresh come forward as a scene of their own. */
  function announce(news: ShowNews): void {
    steer({ kind: 'news', scene: newsScene(news) })
  }

  return {
    nowMs, nowEpochMs, isNextReady, tour, isTourBuiltIn, scenes, current, upcoming, positionShare, day, mode, round, resumeInMs, nextAtEpochMs,
    countdown, isUpdateTime, freshness, open, start, stop, steer, announce,
  }
})
