import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createReloadGuard } from '@/stores/reload-guard'

const HOUR_MS = 3_600_000
const NOON_MS = Date.UTC(2024, 9, 28, 12)
let kept: Map<string, string>
let isFull: boolean

beforeEach(() => {
  kept = new Map()
  isFull = false
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => {
      if (isFull) throw new DOMException('full', 'QuotaExceededError')
      kept.set(key, text)
    },
  })
})
afterEach(() => vi.unstubAllGlobals())

/** As each reload makes a new page: what the page remembers is gone. */
const reloadAt = (nowMs: number) => createReloadGuard(true, nowMs).admit(nowMs)

describe('reload guard', () => {
  it('admits three reloads in an hour, across these reloads', () => {
    expect([0, 1, 2, 3, 59].map((minute) => reloadAt(NOON_MS + minute * 60_000))).toEqual([true, true, true, false, false])
  })

  it('admits the next as soon as the first is an hour ago', () => {
    for (const minute of [0, 10, 20]) reloadAt(NOON_MS + minute * 60_000)
    expect([reloadAt(NOON_MS + HOUR_MS - 1), reloadAt(NOON_MS + HOUR_MS), reloadAt(NOON_MS + HOUR_MS + 1)]).toEqual([false, true, false])
  })

  it('forgets nothing when the clock is set back, and is not blocked for a day', () => {
    for (const minute of [0, 1, 2]) reloadAt(NOON_MS + minute * 60_000)
    const dayBefore = NOON_MS - 24 * HOUR_MS
    expect([reloadAt(dayBefore), reloadAt(dayBefore + HOUR_MS - 1), reloadAt(dayBefore + HOUR_MS)]).toEqual([false, false, true])
  })

  it.each(['{', 'null', '{"a":1}', '["soon",null]'])('begins anew with %s', (text) => {
    kept.set('renovation-map.reloads', text)
    expect(reloadAt(NOON_MS)).toBe(true)
  })

  it.each([
    ['the browser keeps nothing', () => vi.stubGlobal('localStorage', undefined)],
    ['its storage is full', () => (isFull = true)],
  ])('admits one an hour where %s', (_, breakStorage) => {
    breakStorage()
    expect(createReloadGuard(false, NOON_MS).admit(NOON_MS + 1000)).toBe(true)
    const afterReload = createReloadGuard(true, NOON_MS + 1000)
    expect([afterReload.admit(NOON_MS + 2000), afterReload.admit(NOON_MS + 1000 + HOUR_MS)]).toEqual([false, true])
  })

  it('counts in memory too where nothing is kept', () => {
    isFull = true
    const guard = createReloadGuard(false, NOON_MS)
    expect([1, 2, 3, 4].map((second) => guard.admit(NOON_MS + second * 1000))).toEqual([true, true, true, false])
  })
})
