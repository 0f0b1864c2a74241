import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { LandInput } from '@/analysis/land/land-input'
import { BUILT_IN_RULES } from '@/analysis/siting/built-in-rules'
import { LAND_DATA } from '@/data/assemble-land'
import type { LandAnswer, LandQuestion } from '@/domain/land'
import { useGeodataStore } from '@/stores/geodata'
import { useLandStore } from '@/stores/land'
import { good, held, manifestOf, WORKER_BOUNDS } from '../fixtures/worker-answers'

const worker = vi.hoisted(() => ({ loadManifest: vi.fn(), loadDataset: vi.fn(), assembleProgramme: vi.fn() }))
vi.mock('@/workers/client', () => ({ geodataWorker: worker }))

const thread = vi.hoisted(() => ({ prepare: vi.fn(), changeSpaces: vi.fn(), ask: vi.fn(), prove: vi.fn(), isochrone: vi.fn(), end: vi.fn() }))
const opening = vi.hoisted(() => ({ count: 0 }))
const { WorkerBroken } = vi.hoisted(() => ({ WorkerBroken: class extends Error {} }))
vi.mock('@/workers/land-client', () => ({ WorkerBroken, openLandWorker: () => (opening.count++, { ...thread }) }))

const PLAN = { bounds: WORKER_BOUNDS, demandDefaults: {} }
const answerTo = (question: LandQuestion, word = 'quick'): LandAnswer =>
  ({ question, sites: [{ id: 'S1' }], exclusions: [], choice: { word } }) as unknown as LandAnswer
const settle = () => vi.advanceTimersByTimeAsync(0)
const asked = () => thread.ask.mock.calls.map(([question]) => (question as LandQuestion).radiusM)

beforeEach(async () => {
  vi.useFakeTimers()
  setActivePinia(createPinia())
  vi.stubGlobal('document', { baseURI: 'http://localhost/app/' })
  vi.spyOn(console, 'error').mockImplementation(() => {})
  for (const call of [...Object.values(worker), ...Object.values(thread)]) call.mockReset()
  opening.count = 0
  worker.loadManifest.mockResolvedValue(good(manifestOf(LAND_DATA)))
  worker.loadDataset.mockImplementation(async (_, { id }) => good(id === 'plan' ? PLAN : id === 'land-rules' ? BUILT_IN_RULES : []))
  worker.assembleProgramme.mockResolvedValue({ value: null, findings: [] })
  thread.prepare.mockResolvedValue(undefined)
  thread.changeSpaces.mockResolvedValue(undefined)
  thread.isochrone.mockResolvedValue(null)
  thread.ask.mockImplementation(async (question: LandQuestion) => ({ answer: answerTo(question), elapsedMs: 5 }))
  thread.prove.mockResolvedValue(null)
})

async function opened() {
  const land = useLandStore()
  land.open()
  await useGeodataStore().load()
  await settle()
  return land
}

describe('finding land', () => {
  it('loads what it needs, prepares once and answers the default question', async () => {
    const land = await opened()
    expect(land.status).toBe('ready')
    expect(thread.prepare).toHaveBeenCalledTimes(1)
    const input = thread.prepare.mock.calls[0]![0] as LandInput
    expect([input.areRulesBuiltIn, input.facilities, Object.keys(input.provenance.data).length]).toEqual([false, [], LAND_DATA.length])
    expect(land.answer?.question.radiusM).toBe(300)
    expect([land.elapsedMs, land.isBehind]).toEqual([5, false])
  })

  it('does not prepare again for a file that it does not use', async () => {
    worker.loadManifest.mockResolvedValue(good(manifestOf([...LAND_DATA, 'landmarks', 'greens'])))
    await opened()
    expect(thread.prepare).toHaveBeenCalledTimes(1)
  })

  it('asks for the newest question only, one at a time', async () => {
    const land = await opened()
    const first = held<unknown>()
    thread.ask.mockReset().mockImplementationOnce(() => first.promise).mockImplementation(async (question) => ({ answer: answerTo(question), elapsedMs: 1 }))
    for (const radiusM of [310, 320, 330, 340]) {
      land.change({ radiusM })
      await settle()
    }
    expect(asked()).toEqual([310])
    first.release({ answer: answerTo({ ...land.question, radiusM: 310 }), elapsedMs: 1 })
    await settle()
    expect(asked()).toEqual([310, 340])
    expect(land.answer?.question.radiusM).toBe(340)
  })

  it('proves the choice when the slider rests, and drops a proof that comes too late', async () => {
    const land = await opened()
    expect(thread.prove).not.toHaveBeenCalled()
    const proof = held<LandAnswer | null>()
    thread.prove.mockImplementationOnce(() => proof.promise)
    await vi.advanceTimersByTimeAsync(200)
    expect([thread.prove.mock.calls.length, land.isProving]).toEqual([1, true])
    land.change({ radiusM: 400 })
    await settle()
    proof.release(answerTo({ ...land.question, radiusM: 300 }, 'proven'))
    await settle()
    expect(land.answer?.question.radiusM).toBe(400)
    thread.prove.mockImplementationOnce(async () => answerTo(land.question, 'proven'))
    await vi.advanceTimersByTimeAsync(200)
    expect(land.answer?.choice).toEqual({ word: 'proven' })
    expect(land.isProving).toBe(false)
  })

  it('starts a new worker when one breaks, and asks again', async () => {
    const land = await opened()
    thread.ask.mockRejectedValueOnce(new WorkerBroken('gone'))
    land.change({ radiusM: 450 })
    await settle()
    expect(opening.count).toBe(2)
    expect(thread.prepare).toHaveBeenCalledTimes(2)
    expect([land.status, land.isBehind, land.answer?.question.radiusM]).toEqual(['ready', false, 450])
  })

  it('replaces a broken thread once, whatever else it was asked for', async () => {
    const land = await opened()
    thread.isochrone.mockRejectedValueOnce(new WorkerBroken('gone'))
    thread.ask.mockRejectedValueOnce(new WorkerBroken('gone'))
    land.select('S1')
    land.change({ radiusM: 450 })
    await settle()
    expect([opening.count, thread.end.mock.calls.length]).toEqual([2, 1])
    expect([land.status, land.answer?.question.radiusM]).toEqual(['ready', 450])
  })

  it('keeps the last good answer, marked, when workers break again and again', async () => {
    const land = await opened()
    thread.ask.mockRejectedValue(new WorkerBroken('gone'))
    land.change({ radiusM: 450 })
    await settle()
    expect([land.status, land.failure, land.isBehind, land.answer?.question.radiusM]).toEqual(['failed', 'worker', true, 300])
    thread.ask.mockImplementation(async (question) => ({ answer: answerTo(question), elapsedMs: 1 }))
    await land.retry()
    await settle()
    expect([land.status, land.failure, land.isBehind, land.answer?.question.radiusM]).toEqual(['ready', null, false, 450])
  })

  it('tells a question that makes no sense from a worker that is broken', async () => {
    const land = await opened()
    thread.ask.mockRejectedValueOnce(new RangeError('radiusM is 0'))
    vi.spyOn(console, 'warn').mockImplementation(() => {})
    land.change({ radiusM: 0 })
    await settle()
    expect([land.status, land.failure, land.isBehind, opening.count, land.answer?.question.radiusM]).toEqual(['ready', 'question', true, 1, 300])
    land.change({ radiusM: 200 })
    await settle()
    expect([land.failure, land.isBehind, land.answer?.question.radiusM]).toEqual([null, false, 200])
  })

  it('says that there are no data if the plan cannot be read', async () => {
    worker.loadDataset.mockImplementation(async (_, { id, path }) =>
      id === 'plan' ? { value: null, findings: [], failure: { code: 'missing', file: path, params: {} } } : good(id === 'land-rules' ? BUILT_IN_RULES : []))
    const land = await opened()
    expect([land.status, land.failure]).toEqual(['failed', 'no-data'])
    expect(thread.ask).not.toHaveBeenCalled()
  })

  it('takes the standard of another type and keeps how many and how far apart', async () => {
    const land = await opened()
    land.change({ siteCount: 5, radiusM: 999, minLandAreaM2: 1 })
    land.chooseFacility('childcare')
    expect(land.question).toMatchObject({ facilityType: 'childcare', siteCount: 5, radiusM: 300, minLandAreaM2: 400 })
  })

  it('names the type that is really asked if the rules do not know the one of a link', async () => {
    const land = await opened()
    land.restore({ question: { facilityType: 'fitness' }, ruleChanges: [] })
    expect(land.question.facilityType).toBe(BUILT_IN_RULES.facilities[0]!.type)
  })

  it('prepares anew when a rule changes, and goes back to the rules of the folder', async () => {
    const land = await opened()
    land.changeRules({ ...land.rules, walkSpeedMPerMin: { ...land.rules.walkSpeedMPerMin, value: 50 } })
    await settle()
    expect([land.areRulesEdited, land.ruleChanges]).toEqual([true, [['walkSpeedMPerMin.value', 50]]])
    expect((thread.prepare.mock.calls[1]![0] as LandInput).rules.walkSpeedMPerMin.value).toBe(50)
    land.resetRules()
    await settle()
    expect(land.areRulesEdited).toBe(false)
    expect((thread.prepare.mock.calls[2]![0] as LandInput).rules.walkSpeedMPerMin.value).toBe(60)
  })

  it('uses its own rules if the folder has none, and says so', async () => {
    worker.loadManifest.mockResolvedValue(good(manifestOf(LAND_DATA.filter((id) => id !== 'land-rules'))))
    await opened()
    expect((thread.prepare.mock.calls[0]![0] as LandInput).areRulesBuiltIn).toBe(true)
  })

  it('analyses a drawn space at once', async () => {
    const land = await opened()
    thread.ask.mockClear()
    land.addDrawn({ type: 'Polygon', coordinates: [[[1, 1], [2, 1], [2, 2], [1, 1]]] }, '手绘')
    await settle()
    expect(thread.changeSpaces.mock.calls[0]![0]).toMatchObject([{ id: 'D01', name: '手绘' }])
    expect(thread.ask).toHaveBeenCalledTimes(1)
    land.undo()
    await settle()
    expect(thread.changeSpaces.mock.calls[1]![0]).toEqual([])
  })

  it('puts a site in, out and back', async () => {
    const land = await opened()
    land.include('S1')
    expect(land.question).toMatchObject({ mustInclude: ['S1'], mustExclude: [] })
    land.exclude('S1')
    expect(land.question).toMatchObject({ mustInclude: [], mustExclude: ['S1'] })
    land.release('S1')
    expect(land.question).toMatchObject({ mustInclude: [], mustExclude: [] })
  })

  it('traces the way to the selected site, and drops a trace of another', async () => {
    const land = await opened()
    const trace = held<unknown>()
    thread.isochrone.mockImplementationOnce(() => trace.promise)
    land.select('S1')
    await settle()
    expect(thread.isochrone).toHaveBeenCalledWith('S1', [300, 180])
    land.select(null)
    trace.release({ siteId: 'S1', bands: [] })
    await settle()
    expect(land.isochrone).toBeNull()
  })
})
