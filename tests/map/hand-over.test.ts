import type { Position } from 'geojson'
import type { GeoJSONSource, GeoJSONSourceDiff } from 'maplibre-gl'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { handOverInPieces, type OwnFeature } from '@/map/hand-over'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const line = (id: string, positions: number, kind = 'used'): OwnFeature => {
  const coordinates: Position[] = Array.from({ length: positions }, (_, i) => [i, 0])
  return { type: 'Feature', id, properties: { kind }, geometry: { type: 'LineString', coordinates } }
}

/** A source that answers each piece when it is told to, as MapLibre's worker does. */
function target() {
  const diffs: GeoJSONSourceDiff[] = []
  const answers: (() => void)[] = []
  const setDrawn = vi.fn()
  const source = { updateData: (diff: GeoJSONSourceDiff) => new Promise<void>((fulfil) => {
    diffs.push(diff)
    answers.push(fulfil)
  }) } as unknown as GeoJSONSource
  const state = { source: source as GeoJSONSource | undefined }
  const handOver = handOverInPieces({ findSource: () => state.source, setDrawn })
  /** Answer all pieces until none is left. */
  const answerAll = async () => {
    for (let quiet = 0; quiet < 3; quiet++) {
      await vi.advanceTimersByTimeAsync(5)
      for (const answer of answers.splice(0)) [answer(), (quiet = -1)]
    }
  }
  const added = () => diffs.map(({ add }) => add!.map(({ id }) => id).join(''))
  return { handOver, diffs, setDrawn, state, answerAll, added }
}

describe('handing features over', () => {
  it('takes one piece while they are few', async () => {
    const { handOver, added, setDrawn, answerAll } = target()
    handOver.show(() => [line('a', 2), line('b', 2)])
    await vi.advanceTimersByTimeAsync(5)
    expect(added()).toEqual(['ab'])
    await answerAll()
    expect([added(), setDrawn.mock.calls]).toEqual([['ab'], []])
  })

  it('takes several where they are many, in their order, and draws when all are there', async () => {
    const { handOver, added, setDrawn, answerAll } = target()
    handOver.show(() => ['a', 'b', 'c', 'd', 'e'].map((id) => line(id, 2500)))
    vi.advanceTimersToNextTimer()
    expect([added(), setDrawn.mock.calls]).toEqual([[], [[false]]])
    await answerAll()
    expect([added(), setDrawn.mock.calls]).toEqual([['ab', 'cd', 'e'], [[false], [true]]])
  })

  it('hands a feature over that is larger than a piece', async () => {
    const { handOver, added, answerAll } = target()
    handOver.show(() => [line('a', 50_000), line('b', 2)])
    await answerAll()
    expect(added()).toEqual(['a', 'b'])
  })

  it('tells only what differs: what is new, what is changed, what is gone', async () => {
    const { handOver, diffs, answerAll } = target()
    handOver.show(() => [line('a', 2), line('b', 2), line('c', 2)])
    await answerAll()
    handOver.show(() => [line('a', 2), line('b', 2, 'open'), line('d', 2)])
    await answerAll()
    expect(diffs[1]).toEqual({ remove: ['c'], add: [line('b', 2, 'open'), line('d', 2)] })
    handOver.show(() => [line('a', 2), line('b', 2, 'open'), line('d', 2)])
    await answerAll()
    expect(diffs.length).toBe(2)
  })

  it('goes on with the newest when another list comes in between', async () => {
    const { handOver, diffs, added, answerAll } = target()
    handOver.show(() => ['a', 'b', 'c', 'd', 'e'].map((id) => line(id, 2500)))
    await vi.advanceTimersByTimeAsync(5)
    expect(added()).toEqual(['ab'])
    handOver.show(() => [line('b', 2500), line('x', 2)])
    await answerAll()
    expect([added(), diffs[1]!.remove]).toEqual([['ab', 'x'], ['a']])
  })

  it('makes the features of the newest list only', async () => {
    const { handOver, added, answerAll } = target()
    const old = vi.fn(() => [line('a', 2)])
    handOver.show(old)
    handOver.show(() => [line('b', 2)])
    await answerAll()
    expect([old.mock.calls.length, added()]).toEqual([0, ['b']])
  })

  it('waits while there is no source, and hands all over to a new one', async () => {
    const { handOver, state, added, answerAll } = target()
    const { source } = state
    handOver.show(() => [line('a', 2)])
    await answerAll()
    state.source = undefined
    handOver.show(() => [line('a', 2), line('b', 2)])
    await answerAll()
    state.source = source
    handOver.forget()
    handOver.show(() => [line('a', 2), line('b', 2)])
    await answerAll()
    expect(added()).toEqual(['a', 'ab'])
  })
})
