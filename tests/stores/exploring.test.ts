import { createPinia, setActivePinia } from 'pinia'
import { nextTick } from 'vue'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { DEFAULT_LAYERS, useExploringStore } from '@/stores/exploring'
import { useFiguresStore } from '@/stores/figures'
import { useGeodataStore } from '@/stores/geodata'
import { done, makeProgramme } from '../fixtures/made-programme'

vi.mock('@/workers/client', () => ({ geodataWorker: {} }))

/** On day 150 C01 is done, C02 at 0.1 and late, C03 in the west not reported. */
const programme = makeProgramme({
  dataDate: 150, communities: { C03: { districtId: 'west' } },
  baseline: [['C01', 'J02', 100, 200, 1], ['C02', 'J02', 100, 200, 1], ['C03', 'J02', 100, 200, 1]],
  buildings: { 'C01-B1': {}, 'C02-B1': {}, 'C02-B2': {} },
  reports: [done(120, 'C01', 'J02', 0.5), done(120, 'C02', 'J02', 0.1), done(150, 'C01', 'J02', 1)],
})

function store() {
  useGeodataStore().programme = programme
  return useExploringStore()
}
const kept = (exploring: ReturnType<typeof useExploringStore>) => [...exploring.keptCommunityIds].sort()

beforeEach(() => setActivePinia(createPinia()))

describe('useExploringStore, the filter', () => {
  it('keeps all by default', () => expect(kept(store())).toEqual(['C01', 'C02', 'C03']))

  it('keeps what is in the chosen categories', () => {
    const exploring = store()
    exploring.toggleCategory('100')
    expect(kept(exploring)).toEqual(['C01'])
    exploring.toggleCategory('unknown')
    expect(kept(exploring)).toEqual(['C01', 'C03'])
    exploring.toggleCategory('100')
    exploring.toggleCategory('unknown')
    expect(kept(exploring)).toEqual(['C01', 'C02', 'C03'])
  })

  it('replaces the set, so that watchers see it', () => {
    const exploring = store()
    const before = exploring.keptCategories
    exploring.toggleCategory('100')
    expect(exploring.keptCategories).not.toBe(before)
    expect(before.size).toBe(0)
  })

  it('follows the day', () => {
    const exploring = store()
    exploring.toggleCategory('100')
    useFiguresStore().chooseDay(149)
    expect(kept(exploring)).toEqual([])
  })

  it('ends with its colouring', () => {
    const exploring = store()
    exploring.toggleCategory('100')
    exploring.colourBy('progress')
    expect(exploring.keptCategories.size).toBe(1)
    exploring.colourBy('lamp')
    expect([exploring.colouring, exploring.keptCategories.size]).toEqual(['lamp', 0])
  })

  it('keeps one district, but not one that does not exist', () => {
    const exploring = store()
    exploring.districtId = 'west'
    expect(kept(exploring)).toEqual(['C03'])
    exploring.districtId = 'nowhere' // as an old link may say
    expect(kept(exploring)).toEqual(['C01', 'C02', 'C03'])
  })

  it('keeps the communities behind a number, also when it counts buildings', () => {
    const exploring = store()
    exploring.showFootprint({ title: '', kind: 'community', ids: ['C01', 'C03'] })
    expect(kept(exploring)).toEqual(['C01', 'C03'])
    exploring.showFootprint({ title: '', kind: 'building', ids: ['C02-B1', 'C02-B2', 'C99-B1'] })
    expect(kept(exploring)).toEqual(['C02'])
    exploring.showFootprint({ title: '', kind: 'building', ids: [] })
    expect(kept(exploring)).toEqual([])
    exploring.showFootprint(null)
    expect(kept(exploring)).toEqual(['C01', 'C02', 'C03'])
  })

  it('lets all filters hold together', () => {
    const exploring = store()
    exploring.showFootprint({ title: '', kind: 'community', ids: ['C01', 'C02'] })
    exploring.toggleCategory('1-25')
    exploring.districtId = 'east'
    expect(kept(exploring)).toEqual(['C02'])
  })
})

describe('useExploringStore, the selection', () => {
  it('is a community, or a building in its community', () => {
    const exploring = store()
    exploring.select({ kind: 'community', id: 'C01' })
    expect([exploring.selectedCommunityId, exploring.selectedBuildingId]).toEqual(['C01', null])
    exploring.select({ kind: 'building', id: 'C02-B2' })
    expect([exploring.selectedCommunityId, exploring.selectedBuildingId]).toEqual(['C02', 'C02-B2'])
    exploring.select(null)
    expect([exploring.selectedCommunityId, exploring.selectedBuildingId]).toEqual([null, null])
  })

  it('is nothing where the data have no such feature', () => {
    const exploring = store()
    exploring.select({ kind: 'community', id: 'C99' })
    expect([exploring.selectedCommunityId, exploring.selectedBuildingId]).toEqual([null, null])
    exploring.select({ kind: 'building', id: 'C99-B1' })
    expect([exploring.selectedCommunityId, exploring.selectedBuildingId]).toEqual([null, null])
  })

  it('of a link waits for the data', () => {
    const exploring = useExploringStore()
    exploring.selected = { kind: 'community', id: 'C01' }
    expect(exploring.selectedCommunityId).toBeNull()
    useGeodataStore().programme = programme
    expect(exploring.selectedCommunityId).toBe('C01')
  })
})

describe('useExploringStore, colouring by change', () => {
  it('ends when the comparison ends', async () => {
    const [exploring, figures] = [store(), useFiguresStore()]
    figures.sinceDay = 120
    await nextTick()
    exploring.colourBy('change')
    await nextTick()
    expect(exploring.colouring).toBe('change')
    figures.sinceDay = null
    await nextTick()
    expect(exploring.colouring).toBe('progress')
  })

  it('is not possible without a day to compare with', async () => {
    const exploring = store()
    exploring.colouring = 'change' // as a link may say
    await nextTick()
    expect(exploring.colouring).toBe('progress')
  })

  it('of a link waits for the data', async () => {
    const [exploring, figures] = [useExploringStore(), useFiguresStore()]
    exploring.colouring = 'change'
    figures.sinceDay = 120
    await nextTick()
    useGeodataStore().programme = programme
    await nextTick()
    expect([exploring.colouring, figures.since]).toEqual(['change', 120])
  })
})

describe('useExploringStore, the rest', () => {
  it('switches layers', () => {
    const exploring = store()
    expect([...exploring.layers]).toEqual([...DEFAULT_LAYERS])
    exploring.toggleLayer('spareSpaces')
    exploring.toggleLayer('lamps')
    expect(exploring.layers.has('spareSpaces')).toBe(true)
    expect(exploring.layers.has('lamps')).toBe(false)
    expect(DEFAULT_LAYERS).toContain('lamps')
  })

  it('steps back one thing at a time', () => {
    const exploring = store()
    exploring.isTableOpen = true
    exploring.showFootprint({ title: '', kind: 'community', ids: ['C01'] })
    exploring.select({ kind: 'community', id: 'C01' })
    exploring.toggleCategory('100')
    exploring.districtId = 'west'
    const state = () => [exploring.isTableOpen, exploring.footprint !== null, exploring.selected !== null, exploring.keptCategories.size, exploring.districtId]
    const seen = [1, 2, 3, 4, 5].map(() => { exploring.stepBack(); return state() })
    expect(seen).toEqual([
      [false, true, true, 1, 'west'], [false, false, true, 1, 'west'], [false, false, false, 1, 'west'], [false, false, false, 0, null],
      [false, false, false, 0, null],
    ])
  })
})
