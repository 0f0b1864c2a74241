// @vitest-environment happy-dom
import type { Map as MapLibreMap } from 'maplibre-gl'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { startFlights } from '@/map/flight'

vi.mock('maplibre-gl', () => ({ Map: class {}, GPUInitializationError: class {}, setWorkerUrl: () => {}, prewarm: () => {}, ScaleControl: class {} }))

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const padding = { top: 0, right: 0, bottom: 0, left: 0 }
const camera = (lon: number) => ({ lon, lat: 36.43, zoom: 14, pitchDeg: 50, bearingDeg: 0 })

/** A map whose flights arrive when told. */
function flying() {
  const moves: string[] = []
  const landings = new Set<() => void>()
  const land = () => [...landings].forEach((landing) => landing())
  const map = {
    on: (_: string, landing: () => void) => {
      landings.add(landing)
      return { unsubscribe: () => landings.delete(landing) }
    },
    flyTo: ({ center, ...more }: { center: number[]; duration: number; curve?: number }) => {
      land()
      moves.push(`fly ${center[0]} ${more.duration}${more.curve ? ` ${more.curve}` : ''}`)
    },
    jumpTo: ({ center }: { center: number[] }) => {
      moves.push(`jump ${center[0]}`)
      land()
    },
  } as unknown as MapLibreMap
  const flights = startFlights()
  const fly = (lon: number, more: { durationMs?: number; curve?: number } = {}) => flights.fly(map, { camera: camera(lon), padding, durationMs: 6_000, ...more })
  return { flights, fly, moves, land, landings }
}

it('says when it is there', async () => {
  const { fly, land, moves, flights, landings } = flying()
  const flight = fly(119.2, { curve: 1.1 })
  expect(flights.goal()).toEqual(camera(119.2))
  land()
  expect([await flight, moves, flights.goal(), landings.size]).toEqual([true, ['fly 119.2 6000 1.1'], null, 0])
})

it('says that another flight took its place', async () => {
  const { fly, land } = flying()
  const first = fly(119.2)
  const second = fly(119.3)
  expect(await first).toBe(false)
  land()
  expect(await second).toBe(true)
})

it('jumps where no flight is wanted, or nobody sees one', async () => {
  const { fly, moves } = flying()
  expect(await fly(119.2, { durationMs: 0 })).toBe(true)
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
  expect(await fly(119.3)).toBe(true)
  expect(moves).toEqual(['jump 119.2', 'jump 119.3'])
})

it('is put down at its goal by a map that draws no frames', async () => {
  const { fly, moves } = flying()
  const flight = fly(119.2)
  await vi.advanceTimersByTimeAsync(8_000)
  expect([await flight, moves]).toEqual([true, ['fly 119.2 6000', 'jump 119.2']])
})

it('never arrives on a map that goes away', async () => {
  const { fly, flights, moves } = flying()
  const flight = fly(119.2)
  flights.abandon()
  await vi.advanceTimersByTimeAsync(60_000)
  expect([await flight, moves]).toEqual([false, ['fly 119.2 6000']])
})
