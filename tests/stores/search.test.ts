import { createPinia, setActivePinia } from 'pinia'
import { nextTick } from 'vue'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Road } from '@/domain/place'
import { useGeodataStore } from '@/stores/geodata'
import { useSearchStore } from '@/stores/search'
import { makeProgramme } from '../fixtures/made-programme'
import { held, settle } from '../fixtures/worker-answers'

const worker = vi.hoisted(() => ({ pinyinKeys: vi.fn() }))
vi.mock('@/workers/client', () => ({ geodataWorker: worker }))

const road = (id: string, name: string | null) => ({ id, name }) as Road
const programme = makeProgramme({
  communities: { C01: { name: '国槐里', neighbourhood: '城东社区' }, C02: { name: '海棠里', districtId: 'west' } }, buildings: { 'C01-B1': { name: '1号楼' } },
})

/** A store with a programme and two pieces of one street. */
function store() {
  const geodata = useGeodataStore()
  geodata.programme = programme
  geodata.values = { roads: [road('RD001', '文化路'), road('RD002', '文化路'), road('RD003', null)] }
  return { geodata, search: useSearchStore() }
}
const found = (search: ReturnType<typeof useSearchStore>, query: string) => {
  search.query = query
  return search.results.map(({ kind, name }) => `${kind} ${name}`)
}
/** Pinyin of a name as the worker gives it, by hand. */
const keysOf = (name: string) => [name, name.replaceAll('国槐里', 'guohuaili').replaceAll('海棠里', 'haitangli'), name.replaceAll('国槐里', 'ghl').replaceAll('海棠里', 'htl')]

beforeEach(() => {
  setActivePinia(createPinia())
  vi.spyOn(console, 'error').mockImplementation(() => {})
  worker.pinyinKeys.mockReset()
  worker.pinyinKeys.mockImplementation(async (names: string[]) => names.map(keysOf))
})

describe('useSearchStore', () => {
  it('finds nothing before it is prepared or without data', async () => {
    expect(found(useSearchStore(), '国槐')).toEqual([])
    await useSearchStore().prepare()
    expect(found(useSearchStore(), '国槐')).toEqual([])
  })

  it('finds districts, communities, buildings and streets, each street once', async () => {
    const { search } = store()
    await search.prepare()
    expect(found(search, '国槐里')).toEqual(['community 国槐里', 'building 国槐里1号楼'])
    expect(found(search, '文化')).toEqual(['road 文化路'])
    expect(found(search, '东街')).toEqual(['district 东街'])
    expect(search.results[0]!.detail).toBe('')
    found(search, '国槐里')
    expect(search.results[0]!.detail).toBe('东街 城东社区')
  })

  it('finds names while the pinyin dictionary is still read, and by pinyin afterwards', async () => {
    const keys = held<string[][]>()
    worker.pinyinKeys.mockReturnValueOnce(keys.promise)
    const { search } = store()
    const preparing = search.prepare()
    expect(found(search, '海棠')).toEqual(['community 海棠里'])
    expect(found(search, 'htl')).toEqual([])
    keys.release((worker.pinyinKeys.mock.calls[0]![0] as string[]).map(keysOf))
    await preparing
    expect(found(search, 'htl')).toEqual(['community 海棠里'])
  })

  it('goes on with names when the dictionary cannot be read', async () => {
    worker.pinyinKeys.mockRejectedValueOnce(new Error('worker died'))
    const { search } = store()
    await expect(search.prepare()).resolves.toBeUndefined()
    expect(found(search, '海棠')).toEqual(['community 海棠里'])
  })

  it('does not mind spaces in a name, with or without pinyin', async () => {
    const { geodata, search } = store()
    geodata.programme = makeProgramme({ communities: { C01: { name: 'Old  Town 里' } } })
    worker.pinyinKeys.mockRejectedValueOnce(new Error('worker died'))
    await search.prepare()
    expect(found(search, 'old town里')).toEqual(['community Old  Town 里'])
  })

  it('follows data that arrive later, but only once it was used', async () => {
    const { geodata, search } = store()
    geodata.values = { ...geodata.values, roads: [] }
    await nextTick()
    expect(worker.pinyinKeys).not.toHaveBeenCalled()
    await search.prepare()
    expect(found(search, '文化')).toEqual([])
    geodata.values = { ...geodata.values, roads: [road('RD009', '文化路')] }
    await nextTick()
    await settle()
    expect(found(search, '文化')).toEqual(['road 文化路'])
  })

  it('keeps the newest index when an older answer comes last', async () => {
    const slow = held<string[][]>()
    worker.pinyinKeys.mockReturnValueOnce(slow.promise)
    const { geodata, search } = store()
    const first = search.prepare()
    const olderNames = worker.pinyinKeys.mock.calls[0]![0] as string[]
    geodata.programme = makeProgramme({ communities: { C01: { name: '石榴里' } } })
    await search.prepare()
    slow.release(olderNames.map(keysOf))
    await first
    expect(found(search, '石榴')).toEqual(['community 石榴里'])
    expect(found(search, '国槐')).toEqual([])
  })

  it('does not begin anew while nothing has changed', async () => {
    const { search } = store()
    await search.prepare()
    await search.prepare()
    expect(worker.pinyinKeys).toHaveBeenCalledTimes(1)
  })

  it('tries the dictionary again after a failure', async () => {
    worker.pinyinKeys.mockRejectedValueOnce(new Error('worker died'))
    const { search } = store()
    await search.prepare()
    await search.prepare()
    expect(found(search, 'htl')).toEqual(['community 海棠里'])
  })

  it('sends the worker data it can clone', async () => {
    worker.pinyinKeys.mockImplementation(async (names: string[]) => structuredClone(names).map(keysOf))
    const { search } = store()
    await search.prepare()
    expect(found(search, 'ghl')).toEqual(['community 国槐里', 'building 国槐里1号楼'])
  })
})
