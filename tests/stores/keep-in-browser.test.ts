import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keepInBrowser } from '@/stores/keep-in-browser'

const read = (kept: unknown): string[] => (Array.isArray(kept) ? kept.filter((entry) => typeof entry === 'string') : [])
let stored: Map<string, string>
let listeners: ((event: Partial<StorageEvent>) => void)[]

beforeEach(() => {
  stored = new Map()
  listeners = []
  vi.stubGlobal('localStorage', { getItem: (key: string) => stored.get(key) ?? null, setItem: (key: string, text: string) => void stored.set(key, text) })
  vi.stubGlobal('addEventListener', (_: string, listener: (typeof listeners)[0]) => listeners.push(listener))
  vi.spyOn(console, 'warn').mockImplementation(() => {})
})
afterEach(() => vi.unstubAllGlobals())

describe('keepInBrowser', () => {
  it('brings back what was kept', () => {
    keepInBrowser('names', read).set(['甲', '乙'])
    expect(keepInBrowser('names', read).value.value).toEqual(['甲', '乙'])
    expect(stored.get('renovation-map.names')).toBe('["甲","乙"]')
  })

  it.each(['{', 'null', '{"a":1}', '[1,"甲"]'])('makes the best of %s', (text) => {
    stored.set('renovation-map.names', text)
    expect(keepInBrowser('names', read).value.value).toEqual(text.includes('甲') ? ['甲'] : [])
  })

  it('takes over what another tab saved', () => {
    const { value } = keepInBrowser('names', read)
    for (const listener of listeners) listener({ key: 'renovation-map.names', newValue: '["丙"]' })
    expect(value.value).toEqual(['丙'])
    for (const listener of listeners) listener({ key: 'other', newValue: '["丁"]' })
    expect(value.value).toEqual(['丙'])
  })

  it('keeps the value in the page and says so when the browser refuses', () => {
    vi.stubGlobal('localStorage', { getItem: () => { throw new Error('denied') }, setItem: () => { throw new Error('full') } })
    const kept = keepInBrowser('names', read)
    expect([kept.value.value, kept.isSaved.value]).toEqual([[], true])
    kept.set(['甲'])
    expect([kept.value.value, kept.isSaved.value]).toEqual([['甲'], false])
  })
})
