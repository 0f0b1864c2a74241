import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openHeldDatabase } from '@/data/import/held-database'

beforeEach(() => vi.spyOn(console, 'warn').mockImplementation(() => {}))
afterEach(() => vi.restoreAllMocks())

describe('what lies aside', () => {
  it('is nothing at first', async () => {
    expect(await openHeldDatabase().read()).toBe(null)
  })

  it('is there again for whoever opens it anew, until it is cleared', async () => {
    expect(await openHeldDatabase<{ name: string }>().write({ name: '台账.xlsx' })).toBe(true)
    expect(await openHeldDatabase().read()).toEqual({ name: '台账.xlsx' })
    await openHeldDatabase().clear()
    expect(await openHeldDatabase().read()).toBe(null)
  })

  it('keeps bytes as they are', async () => {
    const database = openHeldDatabase<Uint8Array>()
    await database.write(Uint8Array.of(0, 255, 10))
    expect([...(await database.read())!]).toEqual([0, 255, 10])
  })

  it('says so when a value cannot be kept', async () => {
    expect(await openHeldDatabase<unknown>().write(() => {})).toBe(false)
  })

  it('says so when the browser refuses, and asks again the next time', async () => {
    const database = openHeldDatabase<number>()
    const refused = vi.spyOn(indexedDB, 'open').mockImplementation(() => { throw new DOMException('refused', 'SecurityError') })
    expect(await database.write(1)).toBe(false)
    expect(await database.read()).toBe(null)
    refused.mockRestore()
    expect(await database.write(1)).toBe(true)
  })
})
