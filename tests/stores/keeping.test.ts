import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { useKeepingStore } from '@/stores/keeping'

const worker = vi.hoisted(() => ({ readKeptFolder: vi.fn(), keepFolder: vi.fn(), readScene: vi.fn(), keepScene: vi.fn() }))
vi.mock('@/workers/client', () => ({ geodataWorker: worker }))

beforeEach(() => {
  setActivePinia(createPinia())
  vi.stubGlobal('document', { baseURI: 'http://localhost/app/' })
  vi.spyOn(console, 'error').mockImplementation(() => {})
  for (const call of Object.values(worker)) call.mockReset()
})

describe('useKeepingStore', () => {
  it('does not know at first whether anything can be kept', () => {
    expect(useKeepingStore().keeping).toBe('starting')
  })

  it('says since when the kept copy is known to be current', async () => {
    const folder = { manifestSha256: 'A' }
    worker.readKeptFolder.mockResolvedValue({ value: { folder, savedAtEpochMs: 5, checkedAtEpochMs: 7 }, failure: null })
    const store = useKeepingStore()
    expect(await store.readFolder(['plan'])).toEqual(folder)
    expect([store.keeping, store.savedAtEpochMs, store.confirmedAtEpochMs]).toEqual(['on', 5, 7])
  })

  it.each(['full', 'unavailable', 'blocked', 'aborted', 'damaged'] as const)('says why nothing is kept: %s', async (failure) => {
    worker.keepFolder.mockResolvedValue(failure)
    const store = useKeepingStore()
    expect(await store.keepFolder('A')).toBe(failure)
    expect([store.keeping, store.keepFailure, store.confirmedAtEpochMs]).toEqual(['off', failure, null])
  })

  it('is well again when keeping works again', async () => {
    worker.keepFolder.mockResolvedValueOnce('full').mockResolvedValueOnce(null)
    const store = useKeepingStore()
    await store.keepFolder('A')
    await store.keepFolder('A')
    expect([store.keeping, store.keepFailure]).toEqual(['on', null])
  })

  it('gives the scene back, and none if the store fails', async () => {
    worker.readScene.mockResolvedValueOnce({ value: { sceneId: 'overview', isPinned: true, savedAtEpochMs: 1 }, failure: null })
    worker.readScene.mockRejectedValueOnce(new Error('worker died'))
    worker.keepScene.mockResolvedValue('full')
    const store = useKeepingStore()
    expect([await store.readScene(), await store.readScene()]).toEqual([{ sceneId: 'overview', isPinned: true, savedAtEpochMs: 1 }, null])
    await expect(store.keepScene('overview', true)).resolves.toBeUndefined()
    expect(store.keeping).toBe('starting')
  })

  it('rejects nothing when the worker dies', async () => {
    worker.readKeptFolder.mockRejectedValue(new Error('worker died'))
    worker.keepFolder.mockRejectedValue(new Error('worker died'))
    const store = useKeepingStore()
    expect(await store.readFolder(['plan'])).toBeNull()
    expect(await store.keepFolder('A')).toBe('stopped')
    expect(store.keeping).toBe('off')
  })
})
