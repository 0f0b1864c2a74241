import { joinNews } from '@/analysis/show/news-scene'
import type { Scene } from '@/domain/tour'

/** `playing` goes on by itself, `paused` goes on again after a while, `pinned` stays until it is unpinned. */
export type ShowMode = 'playing' | 'paused' | 'pinned'

/** Where a show stands. All times are ms on a monotonic clock: setting the clock of the machine changes nothing. */
export interface ShowState {
  /** What is on; null while there is nothing to show. */
  sceneId: string | null
  /** Last scene of the tour that was on: what is on, unless that is news. Where the tour goes on. */
  placeId: string | null
  /** Position of `placeId` in the list; finds the nearest scene when the list no longer has it. */
  index: number
  /** When the scene was due to begin, moved on by pauses. */
  startedAtMs: number
  mode: ShowMode
  /** When the scene was halted; null while it runs. A pinned scene runs to its end, so that a replay arrives at the last day, and stays. */
  pausedAtMs: number | null
  /** When a pause ends by itself; null while playing or pinned. */
  resumeAtMs: number | null
  /** Since when the scene is over and waits for the next one to be ready; null while it does not wait. */
  waitingSinceMs: number | null
  /** How often the tour has come to its end. */
  round: number
  /** News that are on, or come next. */
  news: Scene | null
  /** News that came while others were on: they come after the next scene. */
  laterNews: Scene | null
}

export type ShowCommand =
  | { kind: 'next' | 'previous' | 'pause' | 'resume' | 'touch' | 'unpin' }
  | { kind: 'jump' | 'pin'; sceneId: string }
  | { kind: 'news'; scene: Scene }

/** A late tick still counts from when the scene was due, so that lateness does not add up; later than this (ms) it was a sleep. */
const LATE_AT_MOST_MS = 2000
/** For so long (ms) a scene that is over waits for the next one to be ready. */
const WAIT_AT_MOST_MS = 10_000
/** A pause by hand ends after so long (ms), unless the tour says otherwise. */
const RESUME_AFTER_MS = 60_000

/** Begin with the first scene, or with the one asked for if there is such a scene; without scenes it is looked for when there are. */
export function startShow(scenes: readonly Scene[], nowMs: number, at?: string): ShowState {
  const index = Math.max(0, scenes.findIndex(({ id }) => id === at))
  const id = scenes[index]?.id ?? null
  return {
    sceneId: id, placeId: id ?? at ?? null, index, startedAtMs: nowMs, mode: 'playing', pausedAtMs: null, resumeAtMs: null, waitingSinceMs: null,
    round: 0, news: null, laterNews: null,
  }
}

/** What is on: the scene itself, or the nearest one if the list no longer has it; null if there is nothing to show. */
export function currentScene(state: ShowState, scenes: readonly Scene[]): Scene | null {
  if (areNewsOn(state)) return state.news
  return scenes[placeIn(state, scenes)] ?? null
}

/** What comes next if nobody steers; the same scene again if it is the only one. */
export function upcomingScene(state: ShowState, scenes: readonly Scene[]): Scene | null {
  if (scenes.length === 0) return null
  if (state.news && !areNewsOn(state)) return state.news
  return scenes[(placeIn(state, scenes) + 1) % scenes.length]!
}

/** What is left of the scene, ms, from 0 to its dwell; stands still while paused; 0 once a pinned scene has run to its end. */
export function remainingMs(state: ShowState, scenes: readonly Scene[], nowMs: number): number {
  const dwellMs = currentScene(state, scenes)?.dwellMs ?? 0
  const left = state.startedAtMs + dwellMs - (state.pausedAtMs ?? nowMs)
  return Math.min(dwellMs, Math.max(0, left))
}

/**
 * Let time pass. Goes on by one scene at most, however long the machine slept.
 *
 * @param isNextReady - Whether the next scene could be drawn at once; it is waited for, but not for ever.
 * @returns The same object if nothing changed.
 */
export function tickShow(state: ShowState, scenes: readonly Scene[], nowMs: number, isNextReady = true): ShowState {
  const kept = followList(state, scenes, nowMs)
  if (kept !== state || kept.sceneId === null || kept.mode === 'pinned') return kept
  if (kept.mode === 'paused') return kept.resumeAtMs !== null && nowMs >= kept.resumeAtMs ? resume(kept, nowMs) : kept

  const dueMs = kept.startedAtMs + currentScene(kept, scenes)!.dwellMs
  if (nowMs < dueMs) return kept
  if (!isNextReady) {
    // The wait counts from the first tick that found it over: a sleep is not a wait.
    if (kept.waitingSinceMs === null) return { ...kept, waitingSinceMs: nowMs }
    if (nowMs - kept.waitingSinceMs < WAIT_AT_MOST_MS) return kept
  }
  const lateAtMostMs = Math.min(LATE_AT_MOST_MS, upcomingScene(kept, scenes)!.dwellMs / 4)
  return goOn(kept, scenes, nowMs - dueMs <= lateAtMostMs ? dueMs : nowMs)
}

/**
 * Do what somebody asks for. What makes no sense changes nothing.
 *
 * Another scene in a pause lengthens the pause; another scene while pinned is pinned instead.
 *
 * @param resumeAfterMs - How long a pause lasts after the last touch.
 * @returns The same object if nothing changed.
 */
export function steerShow(
  state: ShowState, scenes: readonly Scene[], command: ShowCommand, nowMs: number, resumeAfterMs = RESUME_AFTER_MS,
): ShowState {
  const kept = followList(state, scenes, nowMs)
  if (command.kind === 'news') return announce(kept, command.scene)
  if (kept.sceneId === null) return kept
  switch (command.kind) {
    case 'pause': case 'touch': return pause(kept, nowMs, resumeAfterMs)
    case 'resume': return kept.mode === 'paused' ? resume(kept, nowMs) : kept
    case 'unpin': return kept.mode === 'pinned' ? { ...kept, mode: 'playing' } : kept
    case 'next': return held(goOn(kept, scenes, nowMs), nowMs, resumeAfterMs)
    case 'previous': {
      // From the news back to the scene before them.
      const index = areNewsOn(kept) ? kept.index : (kept.index + scenes.length - 1) % scenes.length
      return held(goTo(kept, scenes, index, nowMs), nowMs, resumeAfterMs)
    }
    case 'jump': {
      const index = scenes.findIndex(({ id }) => id === command.sceneId)
      return index < 0 ? kept : held(goTo(kept, scenes, index, nowMs), nowMs, resumeAfterMs)
    }
    case 'pin': {
      const index = scenes.findIndex(({ id }) => id === command.sceneId)
      if (index < 0 && command.sceneId !== kept.sceneId) return kept
      const there = command.sceneId === kept.sceneId ? kept : goTo(kept, scenes, index, nowMs)
      return { ...resume(there, nowMs), mode: 'pinned', waitingSinceMs: null }
    }
  }
}

const areNewsOn = ({ sceneId, news }: ShowState): boolean => news !== null && sceneId === news.id

/** Where the tour is in this list; the nearest position if its scene is not in it. */
function placeIn({ placeId, index }: ShowState, scenes: readonly Scene[]): number {
  const found = scenes.findIndex(({ id }) => id === placeId)
  return found >= 0 ? found : Math.max(0, Math.min(index, scenes.length - 1))
}

/** New data may bring another list: the same scene goes on where it was; if it is gone, the nearest one begins. */
function followList(state: ShowState, scenes: readonly Scene[], nowMs: number): ShowState {
  if (scenes.length === 0) return state.sceneId === null ? state : { ...state, ...withoutSeenNews(state), sceneId: null, waitingSinceMs: null }
  const index = placeIn(state, scenes)
  const placeId = scenes[index]!.id
  if (state.sceneId !== null && (areNewsOn(state) || state.sceneId === placeId)) {
    return index === state.index && placeId === state.placeId ? state : { ...state, index, placeId }
  }
  return goTo(state, scenes, index, nowMs)
}

/** The next scene of the tour, or the news that wait. */
function goOn(state: ShowState, scenes: readonly Scene[], startedAtMs: number): ShowState {
  if (state.news && !areNewsOn(state)) return begun({ ...state, sceneId: state.news.id }, startedAtMs)
  const isLast = state.index + 1 >= scenes.length
  const next = goTo(state, scenes, isLast ? 0 : state.index + 1, startedAtMs)
  return isLast ? { ...next, round: state.round + 1 } : next
}

/** A scene of the tour; news that were on are over. */
function goTo(state: ShowState, scenes: readonly Scene[], index: number, startedAtMs: number): ShowState {
  const { id } = scenes[index]!
  return begun({ ...state, ...withoutSeenNews(state), sceneId: id, placeId: id, index }, startedAtMs)
}

function withoutSeenNews(state: ShowState): Pick<ShowState, 'news' | 'laterNews'> {
  const { news, laterNews } = state
  return areNewsOn(state) ? { news: laterNews, laterNews: null } : { news, laterNews }
}

function begun(state: ShowState, startedAtMs: number): ShowState {
  return { ...state, startedAtMs, pausedAtMs: state.mode === 'paused' ? startedAtMs : null, waitingSinceMs: null }
}

function pause(state: ShowState, nowMs: number, resumeAfterMs: number): ShowState {
  if (state.mode === 'pinned') return state
  return { ...state, mode: 'paused', pausedAtMs: state.pausedAtMs ?? nowMs, resumeAtMs: nowMs + resumeAfterMs, waitingSinceMs: null }
}

/** Somebody is at it: a pause begins anew. */
function held(state: ShowState, nowMs: number, resumeAfterMs: number): ShowState {
  return state.mode === 'paused' ? pause(state, nowMs, resumeAfterMs) : state
}

function resume(state: ShowState, nowMs: number): ShowState {
  const startedAtMs = state.startedAtMs + nowMs - (state.pausedAtMs ?? nowMs)
  return { ...state, mode: 'playing', startedAtMs, pausedAtMs: null, resumeAtMs: null }
}

/** News come after what is on; while others are on, after the scene that follows these. What nobody has seen yet is joined. */
function announce(state: ShowState, scene: Scene): ShowState {
  return areNewsOn(state) ? { ...state, laterNews: joinNews(state.laterNews, scene) } : { ...state, news: joinNews(state.news, scene) }
}
