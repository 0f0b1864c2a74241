import { watch } from 'vue'
import { useDrawnSpacesStore } from '@/stores/drawn-spaces'
import { useLandStore } from '@/stores/land'

/**
 * Keep selected what was selected while sites fall apart and grow together: the site or exclusion that holds one of
 * its parts. What these data do not have, as an old link may name, selects nothing.
 *
 * @param showsFirst - True: the very first answer opens with its best site, unless something is selected. Whoever
 *   closes it has the list to themselves from then on.
 */
export function useSelection(showsFirst: () => boolean = () => false): void {
  const land = useLandStore()
  const drawn = useDrawnSpacesStore()

  watch(() => land.answer, (answer, before) => {
    const id = land.selectedId
    if (!answer || land.selectedSite || land.selectedExclusion) return
    if (id === null) {
      if (before === null && showsFirst()) land.select(answer.sites.find(({ rank }) => rank === 1)?.id ?? null)
      return
    }
    const parts = id.split('+')
    const holder = [...answer.sites, ...answer.exclusions].find(({ partIds }) => parts.some((part) => partIds.includes(part)))
    // A space that was drawn a moment ago is in the next answer.
    if (holder || !drawn.spaces.some((space) => parts.includes(space.id))) land.select(holder?.id ?? null)
  })
}
