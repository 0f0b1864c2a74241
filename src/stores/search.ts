import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { searchPlaces, type SearchEntry } from '@/analysis/search/search-places'
import { useGeodataStore } from '@/stores/geodata'
import { geodataWorker } from '@/workers/client'

const MAX_RESULTS = 12

/** Search over everything with a name: communities, buildings, roads, landmarks, districts; also by pinyin. */
export const useSearchStore = defineStore('search', () => {
  const geodata = useGeodataStore()
  const query = ref('')
  const entries = shallowRef<readonly SearchEntry[]>([])
  let isUsed = false
  /** The data the index is being or was made of; an answer for other data comes too late. */
  let madeOf: readonly unknown[] | null = null

  const results = computed(() => searchPlaces(entries.value, query.value, MAX_RESULTS))
  const sources = () => [geodata.programme, geodata.values.roads, geodata.values.landmarks]

  watch(sources, () => {
    if (isUsed) void prepare()
  })

  /** Make the index; called whenever the search is used, because pinyin is not needed before. */
  async function prepare(): Promise<void> {
    isUsed = true
    const data = sources()
    if (madeOf?.every((one, i) => one === data[i])) return
    madeOf = data
    const plain = namedPlaces()
    // Names alone can be searched at once; pinyin follows when its dictionary is read.
    entries.value = plain.map((entry) => ({ ...entry, keys: [entry.name.toLowerCase().replaceAll(/\s+/g, '')] }))
    try {
      const keys = await geodataWorker.pinyinKeys(plain.map(({ name }) => name))
      if (madeOf === data) entries.value = plain.map((entry, i) => ({ ...entry, keys: keys[i]! }))
    } catch (error) {
      if (madeOf === data) madeOf = null
      console.error('Reading the pinyin dictionary failed', error)
    }
  }

  function namedPlaces(): Omit<SearchEntry, 'keys'>[] {
    const { programme, values } = geodata
    if (!programme) return []
    const districts = new Map(programme.plan.districts.map(({ id, name }) => [id, name]))
    const communities = new Map(programme.communities.map((c) => [c.id, c.name]))
    const roads = new Map((values.roads ?? []).filter(({ name }) => name).map((road) => [road.name!, road.id]))
    return [
      ...programme.plan.districts.map(({ id, name }) => ({ id, kind: 'district' as const, name, detail: '' })),
      ...programme.communities.map(({ id, name, districtId, neighbourhood }) => ({ id, kind: 'community' as const, name, detail: `${districts.get(districtId) ?? ''} ${neighbourhood}` })),
      ...programme.buildings.map(({ id, name, communityId }) => ({ id, kind: 'building' as const, name: `${communities.get(communityId) ?? ''}${name}`, detail: '' })),
      ...[...roads].map(([name, id]) => ({ id, kind: 'road' as const, name, detail: '' })),
      ...(values.landmarks ?? []).map(({ id, name }) => ({ id, kind: 'landmark' as const, name, detail: '' })),
    ]
  }

  return { query, results, prepare }
})
