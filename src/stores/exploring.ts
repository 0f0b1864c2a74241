import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import type { Category, Colouring } from '@/domain/colouring'
import { useFiguresStore } from '@/stores/figures'

/** Something on the map that can be chosen. */
export interface FeatureRef {
  kind: 'community' | 'building'
  id: string
}

/** The features behind a number that was clicked. */
export interface Footprint {
  title: string
  kind: 'community' | 'building'
  ids: readonly string[]
}

export const LAYERS = ['context', 'spareSpaces', 'facilities', 'landmarks', 'roadNames', 'lamps'] as const
export type LayerId = (typeof LAYERS)[number]
export const DEFAULT_LAYERS: readonly LayerId[] = ['context', 'landmarks', 'roadNames', 'lamps']

/** What the leader is looking at: colouring, filter, selection, the footprint of a number, layers. */
export const useExploringStore = defineStore('exploring', () => {
  const figures = useFiguresStore()
  const colouring = ref<Colouring>('progress')
  /** Categories of the current colouring that stay; empty: all. */
  const keptCategories = shallowRef<ReadonlySet<Category>>(new Set())
  const districtId = ref<string | null>(null)
  const selected = shallowRef<FeatureRef | null>(null)
  const hovered = shallowRef<FeatureRef | null>(null)
  const footprint = shallowRef<Footprint | null>(null)
  const layers = shallowRef<ReadonlySet<LayerId>>(new Set(DEFAULT_LAYERS))
  const isExtruded = ref(true)
  const isTableOpen = ref(false)

  /** A link may name what the data do not have: that selects nothing. */
  const selectedCommunityId = computed(() => {
    if (!selected.value) return null
    const { kind, id } = selected.value
    return kind === 'community' ? (figures.communityById.get(id)?.id ?? null) : (figures.buildingById.get(id)?.communityId ?? null)
  })
  const selectedBuildingId = computed(() => (selected.value?.kind === 'building' ? (figures.buildingById.get(selected.value.id)?.id ?? null) : null))

  /** Ids of the communities that the legend filter and the footprint leave in front. */
  const keptCommunityIds = computed<ReadonlySet<string>>(() => {
    const shown = footprint.value
    const inFootprint = shown && new Set(shown.kind === 'community' ? shown.ids : shown.ids.map((id) => figures.buildingById.get(id)?.communityId))
    const communities = [...figures.communityById.values()]
    const isDistrictKnown = communities.some(({ districtId: district }) => district === districtId.value)
    const kept = communities.filter(
      ({ id, districtId: district }) =>
        (keptCategories.value.size === 0 || keptCategories.value.has(figures.categoryOf(id, colouring.value))) &&
        (!isDistrictKnown || district === districtId.value) &&
        (!inFootprint || inFootprint.has(id)),
    )
    return new Set(kept.map(({ id }) => id))
  })

  watch([() => figures.since, () => figures.index, colouring], ([since, index]) => {
    if (index && since === null && colouring.value === 'change') colourBy('progress')
  })

  /** Change the colouring; a filter belongs to its colouring and ends with it. */
  function colourBy(next: Colouring): void {
    if (next !== colouring.value) keptCategories.value = new Set()
    colouring.value = next
  }

  /** Keep or release one category of the legend. */
  function toggleCategory(category: Category): void {
    const next = new Set(keptCategories.value)
    if (!next.delete(category)) next.add(category)
    keptCategories.value = next
  }

  function toggleLayer(layer: LayerId): void {
    const next = new Set(layers.value)
    if (!next.delete(layer)) next.add(layer)
    layers.value = next
  }

  /** Select a feature, or nothing. */
  function select(feature: FeatureRef | null): void {
    selected.value = feature
  }

  /** Show the features behind a number, on the map and as a table. */
  function showFootprint(next: Footprint | null): void {
    footprint.value = next
  }

  /** One step back: footprint, then selection, then filter. */
  function stepBack(): void {
    if (isTableOpen.value) isTableOpen.value = false
    else if (footprint.value) footprint.value = null
    else if (selected.value) selected.value = null
    else {
      keptCategories.value = new Set()
      districtId.value = null
    }
  }

  return {
    colouring, keptCategories, districtId, selected, hovered, footprint, layers, isExtruded, isTableOpen,
    selectedCommunityId, selectedBuildingId, keptCommunityIds, colourBy, toggleCategory, toggleLayer, select, showFootprint, stepBack,
  }
})
