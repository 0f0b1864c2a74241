import { nextTick, onBeforeUnmount, shallowRef, watch } from 'vue'
import type { SpareSpace } from '@/domain/place'
import { useLandText } from '@/i18n/use-land-text'
import type { DrawnShape } from '@/stores/drawn-address'
import { numberOf, useDrawnSpacesStore } from '@/stores/drawn-spaces'
import { useLandStore } from '@/stores/land'
import { fromLandQuery, toLandQuery, type LandAddressState } from '@/stores/land-address'
import type { Viewpoint } from '@/stores/query'
import { useSettingsStore } from '@/stores/settings'
import { rememberAddress, useHashAddress } from '@/ui/hash-address'
import { preferredLanguage } from '@/ui/preferred-language'

/** Wait for a drag to pause before the address changes: browsers limit how often it may. */
const WRITE_DELAY_MS = 250
const PATH = '/land'

/**
 * Keep the planner's question, rules, drawings and selection in the address, both ways.
 *
 * @param look - Turns the map to where a new address looks from.
 */
export function useLandAddress(look: (viewpoint: Viewpoint) => void) {
  const { address, replace } = useHashAddress()
  const land = useLandStore()
  const drawn = useDrawnSpacesStore()
  const settings = useSettingsStore()
  const text = useLandText()
  const viewpoint = shallowRef<Viewpoint | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined

  const nameOf = (number: number): string => text.value.demand.drawnName(String(number))

  function apply(state: LandAddressState): void {
    land.restore({ question: state.question, ruleChanges: state.ruleChanges })
    drawn.replace(state.drawn, nameOf)
    land.select(state.selectedId)
    settings.themeChoice = state.theme
    settings.language = state.language ?? preferredLanguage()
    viewpoint.value = state.viewpoint
  }

  /** A name that nobody gave is made anew, in the language of who opens the link. */
  function linkOf({ id, name, geometry, ...facts }: SpareSpace): DrawnShape[] {
    const isGiven = name !== nameOf(numberOf(id)) && name !== id
    return geometry.type === 'Polygon' ? [{ ...facts, id, geometry, ...(isGiven ? { name } : {}) }] : []
  }

  const current = (): LandAddressState => ({
    question: land.asked, ruleChanges: land.ruleChanges,
    drawn: drawn.spaces.flatMap(linkOf),
    selectedId: land.selectedId, viewpoint: viewpoint.value,
    theme: settings.themeChoice, language: settings.language === preferredLanguage() ? null : settings.language,
  })
  const written = () => ({ path: PATH, query: toLandQuery(current()) })

  apply(fromLandQuery(address.value.query))
  // Whatever changes is replaced as a whole: nothing needs to be looked through.
  watch(current, () => {
    clearTimeout(timer)
    timer = setTimeout(() => replace(written()), WRITE_DELAY_MS)
  })
  watch(address, async ({ path, query }) => {
    // Another view takes over.
    if (path !== PATH) return
    const state = fromLandQuery(query)
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
