import { describe, expect, it, vi } from 'vitest'
import { useGeodataStore } from '@/stores/geodata'
import { useRefreshStore } from '@/stores/refresh'
import { BROKEN, complete, failed, folderOf, keptOf, LOST, MINUTE_MS, partial, unchanged } from '../fixtures/wall-folders'
import { held } from '../fixtures/worker-answers'
import { asked, online, pass, prepareRefresh, questions, shownName, started } from '../fixtures/refresh-harness'
import { worker } from '../fixtures/refresh-worker'

vi.mock('@/workers/client', async () => ({ geodataWorker: (await import('../fixtures/refresh-worker')).worker }))
vi.mock('@/analysis/show/compare-programmes', async () => ({ findNews: (await import('../fixtures/refresh-worker')).findNews }))
prepareRefresh()

describe('start', () => {
  it('shows what the server has, and keeps it', async () => {
    const store = await started(complete('A'))
    expect([store.status, shownName(), store.isKept, store.keeping]).toEqual(['ok', 'A', false, 'on'])
    expect(store.checkedAtMs).toBe(performance.now())
    expect(worker.readFolder.mock.calls[0]![0]).toBe('http://localhost/app/geodata/')
    expect(worker.keepFolder).toHaveBeenCalledWith('http://localhost/app/geodata/', 'A', Date.now())
  })

  it('shows the kept copy while the server fails, and says so', async () => {
    worker.readKeptFolder.mockResolvedValue(keptOf('K'))
    const store = await started(failed)
    expect([store.status, shownName(), store.isKept, store.keptAtEpochMs]).toEqual(['failing', 'K', true, 7])
    expect([store.failure, store.checkedAtMs, store.failingSinceMs]).toEqual([LOST, null, performance.now()])
  })

  it('takes the kept copy for fresh when the server confirms it', async () => {
    worker.readKeptFolder.mockResolvedValue(keptOf('K'))
    const store = await started(unchanged)
    expect(questions()[0]!.knownManifestSha256).toBe('K')
    expect([store.status, shownName(), store.isKept]).toEqual(['ok', 'K', false])
  })

  it('prefers the kept copy to a newer one that is not complete', async () => {
    worker.readKeptFolder.mockResolvedValue(keptOf('K'))
    const store = await started(partial('A'))
    expect([store.status, shownName(), store.failure]).toEqual(['failing', 'K', BROKEN])
  })

  it('without a kept copy shows what there is, and names what is missing', async () => {
    const store = await started(partial('A'))
    expect([store.status, shownName(), store.failure, store.isKept]).toEqual(['failing', 'A', BROKEN, false])
    expect(useGeodataStore().failures).toEqual([BROKEN])
    expect(worker.keepFolder).not.toHaveBeenCalled()
  })

  it('shows nothing whose core is not whole', async () => {
    const folder = folderOf('A', [{ ...BROKEN, file: 'data/ledger.x' }])
    delete (folder.values as Record<string, unknown>).ledger
    const store = await started({ kind: 'partial', folder, failure: folder.failures[0] })
    expect([store.status, shownName()]).toEqual(['empty', null])
  })

  it('with nothing to show goes on asking, soon', async () => {
    const store = await started(failed)
    expect([store.status, shownName()]).toEqual(['empty', null])
    worker.readFolder.mockResolvedValue(complete('A'))
    await pass(5000)
    expect([store.status, shownName(), store.failure, store.failingSinceMs]).toEqual(['ok', 'A', null, null])
  })

  it('shows the kept copy when the server is slow, and holds its answer back', async () => {
    worker.readKeptFolder.mockResolvedValue(keptOf('K'))
    const answer = held<unknown>()
    const store = await started(answer.promise)
    expect(shownName()).toBeNull()
    await pass(3000)
    expect([shownName(), store.isKept, store.status]).toEqual(['K', true, 'starting'])
    answer.release(complete('A'))
    await pass(0)
    expect([shownName(), store.staged?.manifestSha256, store.isKept, store.status]).toEqual(['K', 'A', true, 'ok'])
    store.adoptStaged()
    expect([shownName(), store.isKept]).toEqual(['A', false])
  })

  it('does not wait for a store that never answers', async () => {
    worker.readKeptFolder.mockReturnValue(new Promise(() => {}))
    const store = await started(complete('A'))
    await pass(2000)
    expect([store.status, shownName()]).toEqual(['ok', 'A'])
  })

  it('runs without a store, and says that nothing is kept', async () => {
    worker.readKeptFolder.mockRejectedValue(new Error('worker died'))
    worker.keepFolder.mockResolvedValue('unavailable')
    const store = await started(complete('A'))
    expect([store.status, shownName(), store.keeping]).toEqual(['ok', 'A', 'off'])
  })
})

describe('while it runs', () => {
  it('asks at the pace of the tour, knowing what is shown', async () => {
    await started(complete('A'))
    await pass(59_999)
    expect(asked()).toBe(1)
    await pass(1)
    expect(asked()).toBe(2)
    expect(questions()[1]).toMatchObject({ knownManifestSha256: 'A', fresh: false })
    await pass(MINUTE_MS)
    expect(asked()).toBe(3)
  })

  it('keeps the last good data on a failure, since when it counts, and recovers by itself', async () => {
    const store = await started(complete('A'))
    const checkedAtMs = store.checkedAtMs
    worker.readFolder.mockResolvedValue(failed)
    await pass(MINUTE_MS)
    const sinceMs = performance.now()
    await pass(3 * MINUTE_MS)
    expect([store.status, shownName(), store.failure, store.checkedAtMs, store.failingSinceMs]).toEqual(['failing', 'A', LOST, checkedAtMs, sinceMs])
    worker.readFolder.mockResolvedValue(unchanged)
    await pass(10 * MINUTE_MS)
    expect([store.status, store.failure, store.failingSinceMs]).toEqual(['ok', null, null])
  })

  it('doubles the pause after failures up to the limit, and starts anew after a success', async () => {
    await started(complete('A'))
    worker.readFolder.mockResolvedValue(failed)
    const times: number[] = []
    worker.readFolder.mockImplementation(async () => { times.push(performance.now() / MINUTE_MS); return times.length < 6 ? failed : unchanged })
    await pass(40 * MINUTE_MS)
    const pauses = times.slice(1).map((time, i) => Math.round((time - times[i]!) * 100) / 100)
    expect(pauses.slice(0, 7)).toEqual([1, 2, 4, 5, 5, 1, 1])
  })

  it('asks past the caches after a failure', async () => {
    await started(complete('A'))
    worker.readFolder.mockResolvedValueOnce(failed)
    await pass(3 * MINUTE_MS)
    expect(questions().map(({ fresh }) => fresh)).toEqual([false, false, true, false])
  })

  it('asks at once when the browser is online again, but never twice at a time', async () => {
    await started(complete('A'))
    const slow = held<unknown>()
    worker.readFolder.mockReturnValueOnce(slow.promise)
    online.dispatchEvent(new Event('online'))
    online.dispatchEvent(new Event('online'))
    void useRefreshStore().checkNow()
    await pass(5 * MINUTE_MS)
    expect(asked()).toBe(2)
    slow.release(failed)
    await pass(0)
    expect(asked()).toBe(3)
    expect(useRefreshStore().status).toBe('ok')
  })

  it('says so when the worker dies in mid-work, and asks a new one', async () => {
    const store = await started(complete('A'))
    worker.readFolder.mockRejectedValueOnce(new Error('The data worker does not answer'))
    await pass(MINUTE_MS)
    expect([store.status, store.failure?.code, shownName()]).toEqual(['failing', 'stopped', 'A'])
    await pass(MINUTE_MS)
    expect(store.status).toBe('ok')
  })

  it('does not care for a clock that jumps by a day either way', async () => {
    const store = await started(complete('A'))
    for (const jumpMs of [86_400_000, -2 * 86_400_000, 3_600_000]) {
      vi.setSystemTime(Date.now() + jumpMs)
      const before = asked()
      await pass(59_999)
      expect(asked() - before).toBe(0)
      await pass(1)
      expect(asked() - before).toBe(1)
      expect(store.checkedAtMs).toBe(performance.now())
    }
  })

  it('has one question to come at any time, so that none pile up while the machine sleeps', async () => {
    await started(complete('A'))
    await pass(10_000)
    expect(vi.getTimerCount()).toBe(1)
    await pass(30 * MINUTE_MS)
    expect(vi.getTimerCount()).toBe(1)
  })

  it('stops, and drops the answer that comes too late', async () => {
    const store = await started(complete('A'))
    const slow = held<unknown>()
    worker.readFolder.mockReturnValueOnce(slow.promise)
    await pass(MINUTE_MS)
    store.stop()
    slow.release(complete('B'))
    await pass(60 * MINUTE_MS)
    expect([store.staged, asked()]).toEqual([null, 2])
  })
})
