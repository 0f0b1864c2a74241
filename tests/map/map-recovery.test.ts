// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { dispatcher, FakeMap, GPUInitializationError, log } from './fake-library'
import { camera, open, useFakeLibrary } from './mounted-canvas'

vi.mock('maplibre-gl', async () => (await import('./fake-library')).library)
useFakeLibrary()

describe('a lost context', () => {
  it('that comes back is told, and the base repainted', async () => {
    const { latest, load, state, emitted } = open()
    await load()
    latest().fire('webglcontextlost')
    await nextTick()
    expect([state(), emitted('lost').length]).toEqual(['loading', 1])

    latest().fire('style.load')
    await nextTick()
    expect([state(), emitted('restored').length]).toEqual(['ready', 1])
    vi.advanceTimersByTime(10_000)
    expect(FakeMap.all.length).toBe(1)
  })

  it('that does not come back leads to a new map where the old one looked', async () => {
    const { latest, load, emitted } = open()
    await load()
    latest().fire('webglcontextlost')
    await vi.advanceTimersByTimeAsync(5_000)

    expect(log).toEqual(['layer', 'map'])
    expect(FakeMap.all.length).toBe(2)
    expect(latest().options).toMatchObject({ zoom: 15.123, bearing: -18 })
    await load()
    expect(emitted('restored').length).toBe(1)
    expect(emitted('failed')).toEqual([])
  })

  it('ends in a failure after two new maps, until someone retries', async () => {
    const { latest, load, state, emitted, exposed } = open()
    for (let loss = 0; loss < 3; loss++) {
      await load()
      latest().fire('webglcontextlost')
      await vi.advanceTimersByTimeAsync(5_000)
    }
    expect([state(), emitted('failed')]).toEqual(['failed', [['context-lost']]])

    await exposed.retry()
    await load()
    expect(state()).toBe('ready')
  })

  it('that comes back after ten good minutes counts anew', async () => {
    const { latest, load, emitted } = open()
    for (let loss = 0; loss < 6; loss++) {
      await load()
      await vi.advanceTimersByTimeAsync(601_000)
      latest().fire('webglcontextlost')
      await vi.advanceTimersByTimeAsync(5_000)
    }
    expect([FakeMap.all.length, emitted('failed')]).toEqual([7, []])
  })

  it('is asked for again while there is none for anyone, and given up after that', async () => {
    const { latest, load, emitted } = open()
    await load()
    latest().fire('webglcontextlost')
    FakeMap.failure = new GPUInitializationError('no')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(emitted('failed')).toEqual([])
    await vi.advanceTimersByTimeAsync(5_000)
    expect(emitted('failed')).toEqual([['context-lost']])
  })

  it('is waited for while the page is hidden', async () => {
    const { latest, load } = open()
    await load()
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
    latest().fire('webglcontextlost')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(FakeMap.all.length).toBe(1)
    hidden.mockReturnValue(false)
    await vi.advanceTimersByTimeAsync(5_000)
    expect(FakeMap.all.length).toBe(2)
  })

  it('leads a new map to where the flight went', async () => {
    const { latest, load, exposed } = open()
    await load()
    const flight = exposed.flyTo({ ...camera, zoom: 17 }, { durationMs: 6_000 })
    latest().fire('webglcontextlost')
    await vi.advanceTimersByTimeAsync(5_000)
    expect([await flight, latest().options.zoom]).toEqual([false, 17])
  })
})

describe('a dead worker', () => {
  const silent = () => new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 5_000))

  it('is told and replaced, which the map tells like a lost context', async () => {
    const { latest, load, state, emitted } = open()
    await load()
    dispatcher.ping = silent
    dispatcher.ensureWorkers = async () => {
      dispatcher.ping = async () => true
      latest().fire('webglcontextlost')
      latest().fire('style.load')
    }
    await vi.advanceTimersByTimeAsync(17_900)
    expect(emitted('lost')).toEqual([])
    await vi.advanceTimersByTimeAsync(12_000)
    expect([emitted('lost'), emitted('restored').length, state(), FakeMap.all.length]).toEqual([[['worker']], 1, 'ready', 1])
  })

  it('that was only slow is told as well again', async () => {
    const { load, emitted } = open()
    await load()
    dispatcher.ping = silent
    dispatcher.ensureWorkers = async () => void (dispatcher.ping = async () => true)
    await vi.advanceTimersByTimeAsync(30_000)
    expect([emitted('lost'), emitted('restored').length]).toEqual([[['worker']], 1])
  })

  it('that stays dead is a failure', async () => {
    const { load, state, emitted } = open()
    await load()
    dispatcher.ping = silent
    await vi.advanceTimersByTimeAsync(60_000)
    expect([state(), emitted('failed')]).toEqual(['failed', [['worker-lost']]])
  })

  it('is not found where tiles still come from it', async () => {
    const { latest, load, emitted } = open()
    await load()
    dispatcher.ping = silent
    const tiles = setInterval(() => latest().fire('sourcedata', { tile: {} }), 2_000)
    await vi.advanceTimersByTimeAsync(60_000)
    clearInterval(tiles)
    expect(emitted('lost')).toEqual([])
  })
})
