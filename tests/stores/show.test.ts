import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { BUILT_IN_TOUR } from '@/analysis/show/built-in-tour'
import { useFiguresStore } from '@/stores/figures'
import type { useGeodataStore } from '@/stores/geodata'
import { useRefreshStore } from '@/stores/refresh'
import type { useShowStore } from '@/stores/show'
import { startWall } from '../views/display/start-wall'

vi.mock('@/workers/client', () => ({ geodataWorker: {} }))

let geodata: ReturnType<typeof useGeodataStore>
let show: ReturnType<typeof useShowStore>
beforeEach(() => {
  vi.useFakeTimers({ now: new Date(2024, 7, 26, 10) })
  ;({ geodata, show } = startWall())
})
afterEach(() => {
  show.stop()
  vi.useRealTimers()
})
const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000)

describe('useShowStore', () => {
  it('goes on when a scene is over', async () => {
    await pass(19)
    expect(show.current?.id).toBe('overview')
    await pass(2)
    expect(show.current?.id).toBe('district-east')
  })

  it('tells the time of the next scene while it plays', () => {
    expect(show.nextAtEpochMs).toBe(new Date(2024, 7, 26, 10, 0, 20).getTime())
    show.steer({ kind: 'pause' })
    expect([show.nextAtEpochMs, show.resumeInMs]).toEqual([null, 60_000])
  })

  it('shows the nearest scene of a tour that became shorter', async () => {
    show.steer({ kind: 'jump', sceneId: 'plan' })
    geodata.values = { tour: { ...BUILT_IN_TOUR, scenes: BUILT_IN_TOUR.scenes.slice(0, 2) } }
    expect(show.current?.id).toBe('district-west')
    await pass(1)
    expect([show.current?.id, show.upcoming?.id]).toEqual(['district-west', 'overview'])
  })

  it('shows the figures of a newer data date at once', () => {
    geodata.programme = { ...geodata.programme!, dataDate: 310 }
    expect(useFiguresStore().day).toBe(310)
  })

  it('runs through the days of a replay', async () => {
    show.steer({ kind: 'jump', sceneId: 'replay' })
    const early = useFiguresStore().day
    await pass(24)
    expect([early, useFiguresStore().day]).toEqual([100, 300])
  })

  it('asks the server at once when the machine seems to have slept, or its clock was set', async () => {
    const asked = vi.spyOn(useRefreshStore(), 'checkNow').mockResolvedValue()
    await pass(2)
    expect(asked).not.toHaveBeenCalled()
    vi.setSystemTime(new Date(2024, 7, 26, 11))
    await pass(1)
    expect(asked).toHaveBeenCalledTimes(1)
  })

  it('leaves no clock behind', () => {
    show.stop()
    expect([show.current, vi.getTimerCount()]).toEqual([null, 0])
  })
})
