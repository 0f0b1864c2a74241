import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { searchPlaces, type SearchEntry } from '@/analysis/search-places'
import { useGeodataStore } from '@/stores/geodata'
import { geodataWorker } from '@/workers/client'

const MAX_RESULTS = 12

/** Search over everything with a name: communities, buildings, roads, landmarks, districts; also by pinyin. */
export const useSearchStore = defineStore('search', () => {
  const geodata = useGeodataStore()
  const query = ref('')
  const entries = shallowRef<readonly SearchEntry[]>([])
  let isPrepared = false

  const results = computed(() => searchPlaces(entries.value, query.value, MAX_RESULTS))

  watch(() => [geodata.programme, geodata.values.roads, geodata.values.landmarks], () => {
    if (isPrepared) void prepare()
  })

  /** Make the index; called when the search is first used, because pinyin is not needed before. */
  async function prepare(): Promise<void> {
    isPrepared = true
    const plain = namedPlaces()
    // Names alone can be searched at once; pinyin follows when its dictionary is read.
    entries.value = plain.map((entry) => ({ ...entry, keys: [entry.name.toLowerCase()] }))
    try {
      const keys = await geodataWorker.pinyinKeys(plain.map(({ name }) => name))
      entries.value = plain.map((entry, i) => ({ ...entry, keys: keys[i]! }))
    } catch (error) {
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
