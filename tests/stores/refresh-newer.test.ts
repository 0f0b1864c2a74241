import { describe, expect, it, vi } from 'vitest'
import { useGeodataStore } from '@/stores/geodata'
import { BROKEN, complete, MINUTE_MS, partial } from '../fixtures/wall-folders'
import { pass, prepareRefresh, questions, shownName, started } from '../fixtures/refresh-harness'
import { findNews, worker } from '../fixtures/refresh-worker'

vi.mock('@/workers/client', async () => ({ geodataWorker: (await import('../fixtures/refresh-worker')).worker }))
vi.mock('@/analysis/show/compare-programmes', async () => ({ findNews: (await import('../fixtures/refresh-worker')).findNews }))
prepareRefresh()

describe('newer data', () => {
  it('are held back until they are adopted, with their news', async () => {
    const news = { finishedIds: ['C01'] }
    findNews.mockReturnValue(news)
    const store = await started(complete('A'))
    worker.readFolder.mockResolvedValueOnce(complete('B'))
    await pass(MINUTE_MS)
    expect([shownName(), store.staged?.manifestSha256, store.news, store.status]).toEqual(['A', 'B', news, 'ok'])
    expect(findNews).toHaveBeenCalledWith({ name: 'A' }, { name: 'B' })
    expect(worker.keepFolder).toHaveBeenCalledTimes(1)
    expect(store.adoptStaged()).toEqual(news)
    expect([shownName(), store.staged, store.news]).toEqual(['B', null, null])
    await pass(0)
    expect(worker.keepFolder.mock.lastCall![1]).toBe('B')
    expect(store.adoptStaged()).toBeNull()
  })

  it('are asked about as they are, not as what is shown', async () => {
    const store = await started(complete('A'))
    worker.readFolder.mockResolvedValueOnce(complete('B'))
    await pass(2 * MINUTE_MS)
    expect(questions().at(-1)!.knownManifestSha256).toBe('B')
    expect(store.staged?.manifestSha256).toBe('B')
  })

  it('are let go when the server goes back', async () => {
    const store = await started(complete('A'))
    worker.readFolder.mockResolvedValueOnce(complete('B')).mockResolvedValueOnce(complete('A'))
    await pass(2 * MINUTE_MS)
    expect([shownName(), store.staged, store.news]).toEqual(['A', null, null])
  })

  it('replace nothing while they are not complete', async () => {
    const store = await started(complete('A'))
    worker.readFolder.mockResolvedValueOnce(partial('B'))
    await pass(MINUTE_MS)
    expect([shownName(), store.staged, store.status, store.failure]).toEqual(['A', null, 'failing', BROKEN])
  })

  it('complete what was shown in part', async () => {
    const store = await started(partial('A'))
    worker.readFolder.mockResolvedValueOnce(complete('A'))
    await pass(MINUTE_MS)
    expect(questions()[1]!.knownManifestSha256).toBeNull()
    expect(store.staged?.failures).toEqual([])
    store.adoptStaged()
    expect([useGeodataStore().failures, store.status]).toEqual([[], 'ok'])
  })
})

describe('keeping', () => {
  it('goes on trying when there is no room', async () => {
    worker.keepFolder.mockResolvedValueOnce('full')
    const store = await started(complete('A'))
    expect(store.keeping).toBe('off')
    await pass(MINUTE_MS)
    expect(store.keeping).toBe('on')
  })

  it('reads the folder again when its bytes went with the worker', async () => {
    const store = await started(complete('A'))
    worker.keepFolder.mockResolvedValueOnce('gone')
    await pass(MINUTE_MS)
    expect(store.keeping).toBe('off')
    worker.readFolder.mockResolvedValueOnce(complete('A'))
    await pass(MINUTE_MS)
    expect(questions().at(-1)!.knownManifestSha256).toBeNull()
    expect([store.keeping, store.staged, shownName()]).toEqual(['on', null, 'A'])
  })
})
