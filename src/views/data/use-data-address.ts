import { nextTick, onBeforeUnmount, shallowRef, watch } from 'vue'
import { oneOf, readViewpoint, writeViewpoint, type Query, type Viewpoint } from '@/stores/query'
import { THEMES, useSettingsStore } from '@/stores/settings'
import { rememberAddress, useHashAddress } from '@/ui/hash-address'
import { preferredLanguage } from '@/ui/preferred-language'
import type { DataFocus } from '@/views/data/use-data-focus'

/** Wait for a drag to pause before the address changes: browsers limit how often it may. */
const WRITE_DELAY_MS = 250
const PATH = '/data'
/** Ids are a bureau's own: any printable text as long as the data allow. */
const ID = /^[^\p{C}]{1,60}$/u

/**
 * Keep in the address where the map looks and which community is being edited. Files stay on the computer: a link cannot hold them.
 *
 * @param look - Turns the map to where a new address looks from.
 */
export function useDataAddress(focus: DataFocus, look: (viewpoint: Viewpoint) => void) {
  const { address, replace } = useHashAddress()
  const settings = useSettingsStore()
  const viewpoint = shallowRef<Viewpoint | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined

  function apply(query: Readonly<Record<string, string>>): void {
    const id = query.community ?? ''
    focus.communityId.value = ID.test(id) ? id : null
    if (focus.communityId.value !== null) focus.panel.value = 'edit'
    viewpoint.value = readViewpoint(query.camera ?? '')
    settings.themeChoice = oneOf(THEMES, query.theme ?? '') ?? 'system'
    settings.language = oneOf(['zh', 'en'] as const, query.lang ?? '') ?? preferredLanguage()
  }
  function written() {
    const query: Query = {}
    if (focus.communityId.value !== null) query.community = focus.communityId.value
    if (viewpoint.value) query.camera = writeViewpoint(viewpoint.value)
    if (settings.themeChoice !== 'system') query.theme = settings.themeChoice
    if (settings.language !== preferredLanguage()) query.lang = settings.language
    return { path: PATH, query }
  }

  apply(address.value.query)
  watch([focus.communityId, viewpoint, () => settings.themeChoice, () => settings.language], () => {
    clearTimeout(timer)
    timer = setTimeout(() => replace(written()), WRITE_DELAY_MS)
  })
  watch(address, async ({ path, query }) => {
    // Another view takes over.
    if (path !== PATH) return
    apply(query)
    await nextTick()
    if (viewpoint.value) look(viewpoint.value)
  })
  onBeforeUnmount(() => {
    clearTimeout(timer)
    rememberAddress(written())
  })
  return { viewpoint }
}
