import { nextTick, onBeforeUnmount, shallowRef, watch } from 'vue'
import { fromQuery, toQuery, type AddressState } from '@/stores/address'
import type { Viewpoint } from '@/stores/query'
import { useExploringStore } from '@/stores/exploring'
import { useFiguresStore } from '@/stores/figures'
import { useSettingsStore } from '@/stores/settings'
import { rememberAddress, useHashAddress } from '@/ui/hash-address'
import { preferredLanguage } from '@/ui/preferred-language'
import { isOtherPath } from '@/ui/view-links'

/** Wait for a drag to pause before the address changes: browsers limit how often it may. */
const WRITE_DELAY_MS = 250

/**
 * Keep the whole state of the view in the address, both ways: a copied link opens the same view,
 * and back, forward or a typed address change the view.
 *
 * @param look - Turns the map to where a new address looks from, after everything else has taken effect.
 */
export function useAddress(look: (viewpoint: Viewpoint) => void) {
  const { address, replace } = useHashAddress()
  const figures = useFiguresStore()
  const exploring = useExploringStore()
  const settings = useSettingsStore()
  const viewpoint = shallowRef<Viewpoint | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined

  function apply(state: AddressState): void {
    figures.chosenDay = state.day
    figures.sinceDay = state.since
    figures.weighting = state.weighting
    exploring.colouring = state.colouring
    exploring.keptCategories = new Set(state.keptCategories)
    exploring.districtId = state.districtId
    exploring.selected = state.selected
    exploring.layers = new Set(state.layers)
    exploring.isExtruded = state.isExtruded
    exploring.isTableOpen = state.isTableOpen
    settings.themeChoice = state.theme
    settings.language = state.language ?? preferredLanguage()
    viewpoint.value = state.viewpoint
  }

  const current = (): AddressState => ({
    day: figures.chosenDay, since: figures.sinceDay, weighting: figures.weighting, colouring: exploring.colouring,
    keptCategories: [...exploring.keptCategories], districtId: exploring.districtId, selected: exploring.selected,
    viewpoint: viewpoint.value, layers: [...exploring.layers], isExtruded: exploring.isExtruded, isTableOpen: exploring.isTableOpen,
    theme: settings.themeChoice, language: settings.language === preferredLanguage() ? null : settings.language,
  })

  const written = () => ({ path: '/progress', query: toQuery(current()) })

  apply(fromQuery(address.value.query))
  watch(current, () => {
    clearTimeout(timer)
    timer = setTimeout(() => replace(written()), WRITE_DELAY_MS)
  }, { deep: true })
  watch(address, async ({ path, query }) => {
    // Another view takes over.
    if (isOtherPath(path)) return
    const state = fromQuery(query)
    apply(state)
    await nextTick()
    if (state.viewpoint) look(state.viewpoint)
  })
  onBeforeUnmount(() => {
    clearTimeout(timer)
    rememberAddress(written())
  })

  return { viewpoint }
}
