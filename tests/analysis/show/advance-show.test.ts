import { describe, expect, it } from 'vitest'
import {
  currentScene, remainingMs, startShow, steerShow, tickShow, upcomingScene, type ShowCommand, type ShowState,
} from '@/analysis/show/advance-show'
import { newsScene } from '@/analysis/show/news-scene'
import type { Scene } from '@/domain/tour'
import { makeNews, makeScene } from './made-scenes'

const A = makeScene('a')
const B = makeScene('b', 20)
const C = makeScene('c')
const ABC = [A, B, C]
const T0 = 1_000_000
const NEWS = newsScene(makeNews({ finishedIds: ['C07'] }))

const steer = (state: ShowState, command: ShowCommand, nowMs: number, scenes: readonly Scene[] = ABC) => steerShow(state, scenes, command, nowMs)

/** Ticks at each time and tells what was on after each. */
function play(state: ShowState, times: readonly number[], scenes: readonly Scene[] = ABC): [ShowState, (string | null)[]] {
  const seen: (string | null)[] = []
  for (const time of times) {
    state = tickShow(state, scenes, T0 + time)
    seen.push(state.sceneId)
  }
  return [state, seen]
}

describe('startShow', () => {
  it('begins with the first scene, or the one asked for', () => {
    expect(startShow(ABC, T0)).toMatchObject({ sceneId: 'a', index: 0, mode: 'playing', startedAtMs: T0, round: 0 })
    expect(startShow(ABC, T0, 'c')).toMatchObject({ sceneId: 'c', index: 2 })
  })

  it('finds the scene asked for when the list comes later', () => {
    expect(tickShow(startShow([], T0, 'c'), ABC, T0 + 5000)).toMatchObject({ sceneId: 'c', index: 2, startedAtMs: T0 + 5000 })
    expect(tickShow(startShow([], T0, 'gone'), ABC, T0 + 5000).sceneId).toBe('a')
  })

  it('begins with the first scene if there is none of that name', () => {
    expect(startShow(ABC, T0, 'gone').sceneId).toBe('a')
  })
})

describe('tickShow', () => {
  it('stays until the dwell is over and counts the rounds', () => {
    const [state, seen] = play(startShow(ABC, T0), [9999, 10_000, 29_999, 30_000, 40_000])
    expect(seen).toEqual(['a', 'b', 'b', 'c', 'a'])
    expect(state).toMatchObject({ round: 1, index: 0 })
  })

  it('returns the same state while nothing changes', () => {
    const state = startShow(ABC, T0)
    expect(tickShow(state, ABC, T0 + 9000)).toBe(state)
  })

  it('counts from when a scene was due, not from the late tick', () => {
    const [state] = play(startShow(ABC, T0), [10_240])
    expect(state.startedAtMs).toBe(T0 + 10_000)
    expect(remainingMs(state, ABC, T0 + 10_240)).toBe(19_760)
  })

  it('does not drift: 5,760 scenes at late ticks end within a second of the plan', () => {
    const scenes = [makeScene('a', 15), makeScene('b', 15), makeScene('c', 15)]
    let state = startShow(scenes, T0)
    let [now, changes] = [T0, 0]
    while (changes < 5760) {
      // 250 ms and up to 90 ms more, not a divisor of the dwell.
      now += 250 + ((now * 7) % 91)
      const next = tickShow(state, scenes, now)
      if (next.startedAtMs !== state.startedAtMs) changes++
      state = next
    }
    expect(state.startedAtMs).toBe(T0 + 5760 * 15_000)
    expect(now - state.startedAtMs).toBeLessThan(1000)
    expect(state.round).toBe(1920)
  })

  it('goes on by one scene after an hour of sleep, and gives that one its whole time', () => {
    const [state, seen] = play(startShow(ABC, T0), [3_600_000, 3_600_250, 3_619_999, 3_620_000])
    expect(seen).toEqual(['b', 'b', 'b', 'c'])
    expect(state.round).toBe(0)
  })

  it('never has less than nothing left, nor more than the dwell', () => {
    const state = startShow(ABC, T0)
    expect(remainingMs(state, ABC, T0 + 3_600_000)).toBe(0)
    expect(remainingMs(state, ABC, T0 - 5000)).toBe(10_000)
  })

  it('waits for the next scene to be ready, then gives it its whole time', () => {
    let state = tickShow(startShow(ABC, T0), ABC, T0 + 10_000, false)
    state = tickShow(state, ABC, T0 + 16_000, false)
    expect(state.sceneId).toBe('a')
    expect(remainingMs(state, ABC, T0 + 16_000)).toBe(0)
    state = tickShow(state, ABC, T0 + 16_500, true)
    expect(state).toMatchObject({ sceneId: 'b', startedAtMs: T0 + 16_500, waitingSinceMs: null })
  })

  it('waits ten seconds at most', () => {
    let state = tickShow(startShow(ABC, T0), ABC, T0 + 10_100, false)
    state = tickShow(state, ABC, T0 + 20_099, false)
    expect(state.sceneId).toBe('a')
    expect(tickShow(state, ABC, T0 + 20_100, false).sceneId).toBe('b')
  })

  it('does not take a sleep for a wait', () => {
    const state = tickShow(startShow(ABC, T0), ABC, T0 + 3_600_000, false)
    expect(state.sceneId).toBe('a')
    expect(tickShow(state, ABC, T0 + 3_600_250, true).sceneId).toBe('b')
  })

  it('plays one scene again and again', () => {
    const [state, seen] = play(startShow([A], T0), [10_000, 20_000], [A])
    expect(seen).toEqual(['a', 'a'])
    expect(state).toMatchObject({ round: 2, startedAtMs: T0 + 20_000 })
  })

  it('has nothing to show without scenes, and begins when there are some', () => {
    const empty = startShow([], T0)
    expect(empty.sceneId).toBeNull()
    expect(remainingMs(empty, [], T0)).toBe(0)
    expect(tickShow(empty, [], T0 + 60_000)).toBe(empty)
    expect(tickShow(empty, ABC, T0 + 60_000)).toMatchObject({ sceneId: 'a', startedAtMs: T0 + 60_000 })
  })
})

describe('a list that changes', () => {
  it('keeps the scene of the same id where it was in time', () => {
    const [state] = play(startShow(ABC, T0), [10_000])
    const next = tickShow(state, [C, A, makeScene('x'), B], T0 + 15_000)
    expect(next).toMatchObject({ sceneId: 'b', index: 3, startedAtMs: T0 + 10_000 })
  })

  it('goes to the nearest scene if the one on show is gone', () => {
    const onB = startShow(ABC, T0, 'b')
    expect(tickShow(onB, [A, C], T0 + 5000)).toMatchObject({ sceneId: 'c', index: 1, startedAtMs: T0 + 5000 })
    const onC = startShow(ABC, T0, 'c')
    expect(tickShow(onC, [A, B], T0 + 5000)).toMatchObject({ sceneId: 'b', index: 1 })
  })

  it('comes back to the same scene after a list without any', () => {
    const gone = tickShow(startShow(ABC, T0, 'b'), [], T0 + 1000)
    expect(gone.sceneId).toBeNull()
    expect(tickShow(gone, ABC, T0 + 9000)).toMatchObject({ sceneId: 'b', startedAtMs: T0 + 9000 })
  })

  it('keeps a pause and a pin', () => {
    const pinned = steer(startShow(ABC, T0), { kind: 'pin', sceneId: 'b' }, T0 + 1000)
    expect(tickShow(pinned, [A, C], T0 + 2000)).toMatchObject({ sceneId: 'c', mode: 'pinned', resumeAtMs: null })
    const paused = steer(startShow(ABC, T0), { kind: 'pause' }, T0 + 1000)
    expect(tickShow(paused, [B], T0 + 2000)).toMatchObject({ sceneId: 'b', mode: 'paused', resumeAtMs: T0 + 61_000 })
  })

  it('always has something to draw, also before the next tick', () => {
    const onC = startShow(ABC, T0, 'c')
    expect(currentScene(onC, [A, B])).toBe(B)
    expect(currentScene(onC, [])).toBeNull()
  })
})

describe('steerShow', () => {
  it('goes forward and back, and round at the ends', () => {
    const state = steer(startShow(ABC, T0), { kind: 'previous' }, T0 + 4000)
    expect(state).toMatchObject({ sceneId: 'c', startedAtMs: T0 + 4000, round: 0, mode: 'playing' })
    expect(steer(state, { kind: 'next' }, T0 + 5000)).toMatchObject({ sceneId: 'a', startedAtMs: T0 + 5000, round: 1 })
  })

  it('jumps to a scene, and ignores one nobody knows', () => {
    const state = startShow(ABC, T0)
    expect(steer(state, { kind: 'jump', sceneId: 'c' }, T0 + 4000)).toMatchObject({ sceneId: 'c', startedAtMs: T0 + 4000 })
    expect(steer(state, { kind: 'jump', sceneId: 'nowhere' }, T0 + 4000)).toBe(state)
    expect(steer(state, { kind: 'pin', sceneId: 'nowhere' }, T0 + 4000)).toBe(state)
  })

  it.each(['touch', 'pause'] as const)('stands still after a %s, resumes by itself and shows the rest', (kind) => {
    const paused = steer(startShow(ABC, T0), { kind }, T0 + 4000)
    expect(paused).toMatchObject({ mode: 'paused', resumeAtMs: T0 + 64_000 })
    expect(remainingMs(paused, ABC, T0 + 40_000)).toBe(6000)
    const [state, seen] = play(paused, [63_999, 64_000, 69_999, 70_000])
    expect(seen).toEqual(['a', 'a', 'a', 'b'])
    expect(state.mode).toBe('playing')
  })

  it('begins the minute anew with each touch', () => {
    const once = steer(startShow(ABC, T0), { kind: 'touch' }, T0 + 4000)
    const twice = steer(once, { kind: 'touch' }, T0 + 30_000)
    expect(twice).toMatchObject({ resumeAtMs: T0 + 90_000, pausedAtMs: T0 + 4000 })
  })

  it('pauses as long as the tour says', () => {
    expect(steerShow(startShow(ABC, T0), ABC, { kind: 'touch' }, T0, 5000).resumeAtMs).toBe(T0 + 5000)
  })

  it('resumes when told to', () => {
    const paused = steer(startShow(ABC, T0), { kind: 'pause' }, T0 + 4000)
    const state = steer(paused, { kind: 'resume' }, T0 + 24_000)
    expect(state).toMatchObject({ mode: 'playing', resumeAtMs: null, pausedAtMs: null })
    expect(remainingMs(state, ABC, T0 + 24_000)).toBe(6000)
  })

  it('goes to another scene in a pause and stays paused, a minute more', () => {
    const paused = steer(startShow(ABC, T0), { kind: 'pause' }, T0 + 4000)
    const state = steer(paused, { kind: 'next' }, T0 + 30_000)
    expect(state).toMatchObject({ sceneId: 'b', mode: 'paused', resumeAtMs: T0 + 90_000 })
    expect(remainingMs(state, ABC, T0 + 80_000)).toBe(20_000)
  })

  it('keeps a pinned scene for ever, whatever is touched, until it is unpinned', () => {
    let state = steer(startShow(ABC, T0), { kind: 'pin', sceneId: 'b' }, T0 + 4000)
    for (const kind of ['touch', 'pause', 'resume'] as const) state = steer(state, { kind }, T0 + 5000)
    const [still, seen] = play(state, [60_000, 3_600_000, 30 * 86_400_000])
    expect(seen).toEqual(['b', 'b', 'b'])
    const free = steer(still, { kind: 'unpin' }, T0 + 30 * 86_400_000)
    expect(play(free, [30 * 86_400_000 + 250, 30 * 86_400_000 + 10_249, 30 * 86_400_000 + 10_250])[1]).toEqual(['c', 'c', 'a'])
  })

  it('lets a pinned scene run to its end, so that a replay arrives at the last day', () => {
    const pinned = steer(startShow(ABC, T0), { kind: 'pin', sceneId: 'b' }, T0 + 4000)
    expect([5000, 24_000, 99_000].map((time) => remainingMs(pinned, ABC, T0 + time))).toEqual([19_000, 0, 0])
  })

  it('runs on from where it stood if a pause becomes a pin', () => {
    const paused = steer(startShow(ABC, T0), { kind: 'pause' }, T0 + 4000)
    const pinned = steer(paused, { kind: 'pin', sceneId: 'a' }, T0 + 30_000)
    expect(pinned).toMatchObject({ mode: 'pinned', resumeAtMs: null, pausedAtMs: null })
    expect(remainingMs(pinned, ABC, T0 + 31_000)).toBe(5000)
  })

  it('pins the other scene if one steers while pinned', () => {
    const pinned = steer(startShow(ABC, T0), { kind: 'pin', sceneId: 'a' }, T0)
    expect(steer(pinned, { kind: 'next' }, T0 + 1000)).toMatchObject({ sceneId: 'b', mode: 'pinned' })
  })

  it('does nothing without scenes', () => {
    const empty = startShow([], T0)
    for (const kind of ['next', 'previous', 'pause', 'unpin'] as const) expect(steer(empty, { kind }, T0, [])).toBe(empty)
  })
})

describe('news', () => {
  const announced = steer(startShow(ABC, T0), { kind: 'news', scene: NEWS }, T0 + 3000)

  it('come after the scene that is on, once, and then the tour goes on', () => {
    expect(announced).toMatchObject({ sceneId: 'a', startedAtMs: T0 })
    expect(upcomingScene(announced, ABC)).toBe(NEWS)
    const [state, seen] = play(announced, [9999, 10_000, 29_999, 30_000, 50_000, 60_000])
    expect(seen).toEqual(['a', 'news', 'news', 'b', 'c', 'a'])
    expect(state.news).toBeNull()
  })

  it('are what is on and what time is left of', () => {
    const [state] = play(announced, [10_000])
    expect(currentScene(state, ABC)).toBe(NEWS)
    expect(remainingMs(state, ABC, T0 + 12_000)).toBe(18_000)
    expect(upcomingScene(state, ABC)).toBe(B)
  })

  it('are not lost by the new list they come with', () => {
    const [state] = play(announced, [10_000])
    const next = tickShow(state, [makeScene('x'), A, B], T0 + 11_000)
    expect(next).toMatchObject({ sceneId: 'news', index: 1, startedAtMs: T0 + 10_000 })
    expect(upcomingScene(next, [makeScene('x'), A, B])).toBe(B)
  })

  it('that nobody has seen yet are told together', () => {
    const both = steer(announced, { kind: 'news', scene: newsScene(makeNews({ finishedIds: ['C08'] })) }, T0 + 4000)
    expect(both.news?.news?.finishedIds).toEqual(['C07', 'C08'])
  })

  it('that come while others are on wait for the scene after them', () => {
    const [state] = play(announced, [10_000])
    const later = newsScene(makeNews({ finishedIds: ['C09'] }))
    const two = steer(state, { kind: 'news', scene: later }, T0 + 11_000)
    expect(currentScene(two, ABC)).toBe(NEWS)
    const [, seen] = play(two, [30_000, 50_000, 70_000, 80_000])
    expect(seen).toEqual(['b', 'news', 'c', 'a'])
  })

  it('are what next leads to, and previous leads back from them', () => {
    const on = steer(announced, { kind: 'next' }, T0 + 5000)
    expect(on.sceneId).toBe('news')
    expect(steer(on, { kind: 'previous' }, T0 + 6000)).toMatchObject({ sceneId: 'a', news: null })
    expect(steer(on, { kind: 'next' }, T0 + 6000)).toMatchObject({ sceneId: 'b', news: null })
  })

  it('can be pinned while they are on', () => {
    const [on] = play(announced, [10_000])
    const pinned = steer(on, { kind: 'pin', sceneId: 'news' }, T0 + 12_000)
    expect(play(pinned, [900_000])[1]).toEqual(['news'])
  })

  it('wait while the wall is pinned, and while there is nothing to show', () => {
    const pinned = steer(steer(startShow(ABC, T0), { kind: 'pin', sceneId: 'a' }, T0), { kind: 'news', scene: NEWS }, T0 + 1000)
    expect(play(pinned, [900_000])[1]).toEqual(['a'])
    const empty = steer(startShow([], T0), { kind: 'news', scene: NEWS }, T0, [])
    expect(play(empty, [0, 10_000], ABC)[1]).toEqual(['a', 'news'])
  })
})
