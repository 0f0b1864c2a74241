import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { LandToWrite } from '@/data/write-land'
import { useLandStore } from '@/stores/land'
import { useLandExportStore, type SiteWords } from '@/stores/land-export'
import { smallLandAnswer } from '../fixtures/small-land-answer'

const worker = vi.hoisted(() => ({ writeLand: vi.fn() }))
vi.mock('@/workers/client', () => ({ geodataWorker: worker }))
vi.mock('@/workers/land-client', () => ({ WorkerBroken: class extends Error {}, openLandWorker: vi.fn() }))

const WORDS = { kind: {}, contact: {}, criterion: {}, fact: {}, finding: ({ ruleId }: { ruleId: string }) => `因为 ${ruleId}` } as unknown as SiteWords

beforeEach(() => {
  setActivePinia(createPinia())
  worker.writeLand.mockReset().mockImplementation(async ({ kind }: LandToWrite) => `text of ${kind}`)
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

describe('exports', () => {
  it('write the shown answer in the worker, sentences made here', async () => {
    useLandStore().answer = smallLandAnswer()
    expect(await useLandExportStore().write('sites', 'public', WORDS)).toBe('text of sites')
    const sent = worker.writeLand.mock.calls[0]![0] as LandToWrite
    expect([sent.kind, sent.audience, sent.answer.question.radiusM]).toEqual(['sites', 'public', 500])
    expect(sent.sentences).toEqual(['因为 land-use', '因为 land-use', '因为 min-area', '因为 tenure'])
    expect(() => structuredClone(sent)).not.toThrow()
  })

  it('write nothing without an answer', async () => {
    expect(await useLandExportStore().write('geojson', 'public', WORDS)).toBeNull()
    expect(worker.writeLand).not.toHaveBeenCalled()
  })

  it('tell a failure, and forget it with the next try', async () => {
    useLandStore().answer = smallLandAnswer()
    const exports = useLandExportStore()
    worker.writeLand.mockRejectedValueOnce(new Error('gone'))
    expect([await exports.write('geojson', 'public', WORDS), exports.hasFailed, exports.writing]).toEqual([null, true, null])
    expect([await exports.write('geojson', 'public', WORDS), exports.hasFailed]).toEqual(['text of geojson', false])
  })
})
