import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { LandInput } from '@/analysis/land/land-input'
import { LAND_DATA } from '@/data/assemble-land'
import type { LandQuestion } from '@/domain/land'
import { useDrawnSpacesStore } from '@/stores/drawn-spaces'
import { useGeodataStore } from '@/stores/geodata'
import { useLandStore } from '@/stores/land'
import { MAX_SCENARIOS, useScenariosStore } from '@/stores/scenarios'
import { good, manifestOf, settle, WORKER_BOUNDS } from '../fixtures/worker-answers'

const worker = vi.hoisted(() => ({ loadManifest: vi.fn(), loadDataset: vi.fn(), assembleProgramme: vi.fn() }))
vi.mock('@/workers/client', () => ({ geodataWorker: worker }))
const threads = vi.hoisted(() => ({ opened: 0, ended: 0, prepared: [] as unknown[], broken: false }))
vi.mock('@/workers/land-client', () => ({
  WorkerBroken: class extends Error {},
  openLandWorker() {
    threads.opened++
    return {
      prepare: async (input: LandInput) => void threads.prepared.push(input),
      ask: async (question: LandQuestion) => {
        if (threads.broken) throw new Error('gone')
        return { answer: { question, sites: [], exclusions: [] }, elapsedMs: 1 }
      },
      prove: async () => null, changeSpaces: async () => {}, isochrone: async () => null, end: () => void threads.ended++,
    }
  },
}))

const stored = new Map<string, string>()
beforeEach(async () => {
  stored.clear()
  Object.assign(threads, { opened: 0, ended: 0, prepared: [], broken: false })
  vi.stubGlobal('localStorage', { getItem: (key: string) => stored.get(key) ?? null, setItem: (key: string, text: string) => void stored.set(key, text) })
  vi.stubGlobal('document', { baseURI: 'http://localhost/app/' })
  vi.spyOn(console, 'error').mockImplementation(() => {})
  setActivePinia(createPinia())
  worker.loadManifest.mockResolvedValue(good(manifestOf(LAND_DATA.filter((id) => id !== 'land-rules'))))
  worker.loadDataset.mockImplementation(async (_, { id }) => good(id === 'plan' ? { bounds: WORKER_BOUNDS, demandDefaults: {} } : []))
  worker.assembleProgramme.mockResolvedValue({ value: null, findings: [] })
  useLandStore().open()
  await useGeodataStore().load()
  await settle()
})

const shape = { type: 'Polygon' as const, coordinates: [[[1, 1], [2, 1], [2, 2], [1, 1]]] }

describe('scenarios', () => {
  it('keep question, rules and drawn spaces under a name, also after a reload', () => {
    const [land, drawn] = [useLandStore(), useDrawnSpacesStore()]
    land.change({ radiusM: 450, siteCount: 5 })
    land.changeRules({ ...land.rules, walkSpeedMPerMin: { ...land.rules.walkSpeedMPerMin, value: 50 } })
    drawn.add(shape)
    useScenariosStore().keep('甲')
    setActivePinia(createPinia())
    expect(useScenariosStore().names).toEqual(['甲'])
    useScenariosStore().open('甲')
    expect(useLandStore().question).toMatchObject({ radiusM: 450, siteCount: 5 })
    expect(useLandStore().rules.walkSpeedMPerMin.value).toBe(50)
    expect(useDrawnSpacesStore().spaces.map(({ id }) => id)).toEqual(['D01'])
  })

  it('replace what the same name stood for', () => {
    const [land, scenarios] = [useLandStore(), useScenariosStore()]
    scenarios.keep('甲')
    land.change({ siteCount: 7 })
    scenarios.keep('甲')
    expect(scenarios.scenarios.map(({ name, question }) => [name, question.siteCount])).toEqual([['甲', 7]])
  })

  it('compare two, each with its own rules and in a worker that is ended', async () => {
    const [land, scenarios] = [useLandStore(), useScenariosStore()]
    land.change({ radiusM: 400 })
    scenarios.keep('甲')
    land.change({ radiusM: 600 })
    land.changeRules({ ...land.rules, maxConnectorM: { ...land.rules.maxConnectorM, value: 80 } })
    scenarios.keep('乙')
    await settle()
    Object.assign(threads, { opened: 0, prepared: [] })
    await scenarios.compare('甲', '乙')
    expect(scenarios.compared.map(({ name, answer }) => [name, answer.question.radiusM])).toEqual([['甲', 400], ['乙', 600]])
    expect((threads.prepared as LandInput[]).map(({ rules }) => rules.maxConnectorM.value)).toEqual([100, 80])
    expect([threads.opened, threads.ended, scenarios.isComparing]).toEqual([2, 2, false])
    scenarios.remove('乙')
    expect(scenarios.compared).toEqual([])
  })

  it('say when a comparison failed', async () => {
    const scenarios = useScenariosStore()
    scenarios.keep('甲')
    threads.broken = true
    await scenarios.compare('甲', '甲')
    expect([scenarios.comparisonFailed, scenarios.compared, threads.ended]).toEqual([true, [], 2])
  })

  it('come from a file beside one\'s own, which stay as they are', () => {
    const [land, scenarios] = [useLandStore(), useScenariosStore()]
    land.change({ siteCount: 7 })
    scenarios.keep('甲')
    const file = scenarios.exportText()
    land.change({ siteCount: 3 })
    scenarios.keep('甲')
    expect(scenarios.importText(file)).toEqual({ added: 1, leftOut: 0 })
    expect(scenarios.scenarios.map(({ name, question }) => [name, question.siteCount])).toEqual([['甲', 3], ['甲 2', 7]])
    expect(scenarios.importText('{}')).toBeNull()
  })

  it('say how many of a file find no room', () => {
    const scenarios = useScenariosStore()
    for (let i = 0; i < MAX_SCENARIOS - 1; i++) scenarios.keep(`方案${i}`)
    const file = scenarios.exportText()
    expect(scenarios.isFull).toBe(false)
    expect(scenarios.importText(file)).toEqual({ added: 1, leftOut: MAX_SCENARIOS - 2 })
    expect(scenarios.isFull).toBe(true)
  })

  it('know which of them is asked now', () => {
    const [land, scenarios] = [useLandStore(), useScenariosStore()]
    land.change({ siteCount: 7 })
    scenarios.keep('甲')
    expect(scenarios.isNow(scenarios.scenarios[0]!)).toBe(true)
    land.change({ siteCount: 6 })
    expect(scenarios.isNow(scenarios.scenarios[0]!)).toBe(false)
    // The same said in full is the same.
    land.change({ siteCount: 7, radiusM: land.question.radiusM })
    expect(scenarios.isNow(scenarios.scenarios[0]!)).toBe(true)
  })

  it.each([['no list', {}], ['no name', [{ question: {}, ruleChanges: [], drawn: [] }]], ['no question', [{ name: '甲', question: null, ruleChanges: [], drawn: [] }]]])(
    'leave out what is none: %s', (_, kept) => {
      stored.set('renovation-map.scenarios', JSON.stringify(kept))
      setActivePinia(createPinia())
      expect(useScenariosStore().names).toEqual([])
    })

  it('leave out what a question cannot be', () => {
    stored.set('renovation-map.scenarios', JSON.stringify([{ name: '甲', question: { radiusM: -5, siteCount: 2 }, ruleChanges: [['a b', 1]], drawn: [] }]))
    setActivePinia(createPinia())
    expect(useScenariosStore().scenarios[0]).toMatchObject({ question: { siteCount: 2 }, ruleChanges: [] })
    expect(useScenariosStore().scenarios[0]!.question.radiusM).toBeUndefined()
  })
})
