import fc from 'fast-check'
import { expect, it } from 'vitest'
import { currentScene, remainingMs, startShow, steerShow, tickShow, upcomingScene, type ShowCommand } from '@/analysis/show/advance-show'
import { newsScene } from '@/analysis/show/news-scene'
import { makeNews, makeScene } from './made-scenes'

/** Properties that hold for whatever is done to a show, in whatever order. */

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'nowhere', 'news')
const scenes = fc.uniqueArray(
  fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e'), dwellS: fc.integer({ min: 1, max: 60 }) }), { selector: (one) => one.id, maxLength: 5 },
).map((list) => list.map((one) => makeScene(one.id, one.dwellS)))
const command: fc.Arbitrary<ShowCommand> = fc.oneof(
  fc.record({ kind: fc.constantFrom('next', 'previous', 'pause', 'resume', 'touch', 'unpin') }),
  fc.record({ kind: fc.constantFrom('jump', 'pin'), sceneId: id }),
  fc.record({ kind: fc.constant('news'), scene: fc.constantFrom('C1', 'C2').map((one) => newsScene(makeNews({ finishedIds: [one] }))) }),
)
/** Most steps are short, some are a sleep. */
const passed = fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 0, max: 20_000 }) }, { weight: 1, arbitrary: fc.integer({ min: 0, max: 7_200_000 }) })
const step = fc.record({
  passedMs: passed, scenes: fc.option(scenes, { freq: 5 }), command: fc.option(command), isNextReady: fc.boolean(),
})

it('shows a scene of the list, for no less than nothing and no more than its dwell, and goes on one by one', () => {
  fc.assert(fc.property(scenes, fc.array(step, { maxLength: 60 }), (first, steps) => {
    let [list, now] = [first, 0]
    let state = startShow(list, now)
    for (const one of steps) {
      now += one.passedMs
      list = one.scenes ?? list
      if (one.command) state = steerShow(state, list, one.command, now)
      const before = state
      state = tickShow(state, list, now, one.isNextReady)

      const ids = list.map((scene) => scene.id)
      if (state.sceneId === null) expect(ids).toEqual([])
      else expect([...ids, ...(state.news ? ['news'] : [])]).toContain(state.sceneId)
      if (ids.length > 0) expect(ids[state.index]).toBe(state.placeId)
      const current = currentScene(state, list)
      expect(current?.id ?? null).toBe(state.sceneId)

      const left = remainingMs(state, list, now)
      expect(left).toBeGreaterThanOrEqual(0)
      expect(left).toBeLessThanOrEqual(current?.dwellMs ?? 0)

      // One tick: the scene before, or the one that was to come, or (gone from the list) the nearest.
      if (before.sceneId !== null && ids.includes(before.placeId!)) {
        expect([before.sceneId, upcomingScene(before, list)?.id]).toContain(state.sceneId)
        expect(state.round - before.round).toBeLessThanOrEqual(1)
      }
      expect(state.mode === 'paused').toBe(state.pausedAtMs !== null)
      expect(state.mode === 'paused').toBe(state.resumeAtMs !== null)
      // No burst: a scene that has just begun is not over at the same moment.
      if (before.mode === 'playing' && state.startedAtMs !== before.startedAtMs) expect(tickShow(state, list, now).startedAtMs).toBe(state.startedAtMs)
    }
  }), { numRuns: 400 })
})

it('leaves a pinned scene alone, whatever passes, until it is unpinned', () => {
  fc.assert(fc.property(scenes.filter((list) => list.length > 0), fc.array(fc.tuple(passed, fc.boolean()), { maxLength: 30 }), (list, ticks) => {
    let state = steerShow(startShow(list, 0), list, { kind: 'pin', sceneId: list.at(-1)!.id }, 0)
    let now = 0
    for (const [passedMs, isReady] of ticks) {
      now += passedMs
      state = tickShow(state, list, now, isReady)
    }
    expect(state).toMatchObject({ sceneId: list.at(-1)!.id, mode: 'pinned' })
  }))
})

it('shows each piece of news exactly once', () => {
  fc.assert(fc.property(scenes.filter((list) => list.length > 0), fc.array(fc.boolean(), { minLength: 10, maxLength: 60 }), (list, hasNews) => {
    let state = startShow(list, 0)
    let now = 0
    const told: string[] = []
    const seen: string[] = []
    const tick = () => {
      now += 500_000
      const was = state
      state = tickShow(state, list, now)
      if (state.sceneId === 'news' && was.startedAtMs !== state.startedAtMs) seen.push(...state.news!.news!.finishedIds)
    }
    hasNews.forEach((isNew, i) => {
      if (isNew) {
        state = steerShow(state, list, { kind: 'news', scene: newsScene(makeNews({ finishedIds: [`C${i}`] })) }, now)
        told.push(`C${i}`)
      }
      tick()
    })
    for (let i = 0; i < 5; i++) tick()
    expect(seen).toEqual(told)
  }))
})
