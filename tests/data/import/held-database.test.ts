import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openHeldDatabase } from '@/data/import/held-database'

let names = 0
let name: string
const open = <T>() => openHeldDatabase<T>(name)
beforeEach(() => {
  name = `held ${++names}`
  vi.spyOn(console, 'warn').mockImplementation(() => {})
})
afterEach(() => vi.restoreAllMocks())

describe('what lies aside', () => {
  it('is nothing at first', async () => {
    expect(await open().read()).toBe(null)
  })

  it('is there again for whoever opens it anew, until it is cleared', async () => {
    expect(await open<{ name: string }>().write({ name: '台账.xlsx' }, 'one', null)).toBe('kept')
    expect(await open().read()).toEqual({ mark: 'one', value: { name: '台账.xlsx' } })
    await open().clear('one')
    expect(await open().read()).toBe(null)
  })

  it('does not go for another one, and is not cleared in its place', async () => {
    await open<number>().write(1, 'one', null)
    expect([await open<number>().write(2, 'two', null), await open<number>().write(2, 'two', 'older')]).toEqual(['other', 'other'])
    await open().clear('two')
    expect(await open().read()).toEqual({ mark: 'one', value: 1 })
    expect(await open<number>().write(2, 'two', 'one')).toBe('kept')
    expect(await open().read()).toEqual({ mark: 'two', value: 2 })
  })

  it('is another one for another folder', async () => {
    await open<number>().write(1, 'one', null)
    expect(await openHeldDatabase('held elsewhere').read()).toBe(null)
  })

  it('keeps bytes as they are', async () => {
    const database = open<Uint8Array>()
    await database.write(Uint8Array.of(0, 255, 10), 'one', null)
    expect([...(await database.read())!.value]).toEqual([0, 255, 10])
  })

  it('says so when a value cannot be kept, and keeps the one before', async () => {
    await open<number>().write(1, 'one', null)
    expect(await open<unknown>().write(() => {}, 'two', 'one')).toBe('failed')
    expect(await open().read()).toEqual({ mark: 'one', value: 1 })
  })

  it('says so when the browser refuses, and asks again the next time', async () => {
    const database = open<number>()
    const refused = vi.spyOn(indexedDB, 'open').mockImplementation(() => { throw new DOMException('refused', 'SecurityError') })
    expect(await database.write(1, 'one', null)).toBe('failed')
    expect(await database.read()).toBe(null)
    refused.mockRestore()
    expect(await database.write(1, 'one', null)).toBe('kept')
  })
})
