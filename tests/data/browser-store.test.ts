import type { DBSchema } from 'idb'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { abortQuietly, openBrowserStore, together } from '@/data/browser-store'
import { stubBrowserStore } from '../fixtures/fake-browser-store'

interface Schema extends DBSchema {
  words: { key: string; value: string }
}
const open = () => openBrowserStore<Schema>('words', (database) => void database.createObjectStore('words'))

beforeEach(stubBrowserStore)
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

it('gives what was asked for, and makes its stores the first time', async () => {
  const store = open()
  expect(await store.attempt((database) => database.put('words', 'one', 'a'))).toEqual({ value: 'a', failure: null })
  expect(await open().attempt(async (database) => (await database.get('words', 'a')) ?? null)).toEqual({ value: 'one', failure: null })
})

it('gives a reason as a value', async () => {
  const fail = (name: string) => open().attempt(() => Promise.reject(new DOMException('no', name)))
  expect((await fail('QuotaExceededError')).failure).toBe('full')
  expect((await fail('VersionError')).failure).toBe('unavailable')
  expect((await fail('DataError')).failure).toBe('unknown')
})

it('tries once more on a new connection if the old one had ended', async () => {
  let tries = 0
  const answer = await open().attempt(async () => {
    if (++tries === 1) throw new DOMException('closing', 'InvalidStateError')
    return 'done'
  })
  expect([answer, tries]).toEqual([{ value: 'done', failure: null }, 2])
})

it('writes all steps of a transaction or none', async () => {
  const store = open()
  const answer = await store.attempt(async (database) => {
    const transaction = database.transaction('words', 'readwrite')
    await together(transaction, [() => transaction.store.put('one', 'a'), () => { throw new DOMException('no', 'DataError') }])
    return true
  })
  expect(answer.failure).toBe('unknown')
  expect((await store.attempt((database) => database.count('words'))).value).toBe(0)
})

it('gives up a transaction that has ended already in silence', async () => {
  await open().attempt(async (database) => {
    const transaction = database.transaction('words')
    await transaction.done
    expect(() => abortQuietly(transaction)).not.toThrow()
    return true
  })
})
