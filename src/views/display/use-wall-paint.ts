import { computed, type ComputedRef } from 'vue'
import type { Scene } from '@/domain/tour'
import type { ShapePaint } from '@/map/shape-paint'
import { useFiguresStore } from '@/stores/figures'
import { formatPercent } from '@/ui/format'
import { featureColour, type ProgressColours } from '@/ui/progress-colours'

/** Kinds of scenes in which what is not in focus steps back. */
const FOCUSED: readonly Scene['kind'][] = ['district', 'showcase', 'finished', 'news']

/**
 * Colours and labels of communities and buildings for a scene.
 *
 * No lamp and no stop stands on the map: who is late is no matter for a public screen, whatever the tour asks for.
 */
export function useWallPaint(scene: () => Scene | null, colours: () => ProgressColours): ComputedRef<ReadonlyMap<string, ShapePaint>> {
  const figures = useFiguresStore()
  return computed(() => {
    const painted = new Map<string, ShapePaint>()
    const { progress } = figures
    const shown = scene()
    if (!progress) return painted
    const colouring = shown?.colouring === 'stage' || shown?.colouring === 'class' ? shown.colouring : 'progress'
    const inFocus = shown && FOCUSED.includes(shown.kind) ? new Set(shown.communityIds) : null
    for (const [id, { actualShare }] of progress.communities) {
      painted.set(id, {
        fill: featureColour(colours(), colouring, figures.categoryOf(id, colouring), actualShare, null),
        lamp: null, dim: inFocus !== null && !inFocus.has(id), label: formatPercent(actualShare), stopped: false,
      })
    }
    for (const [id, { communityId, actualShare }] of progress.buildings) {
      const community = painted.get(communityId)!
      const fill = colouring === 'progress' ? featureColour(colours(), colouring, 'unknown', actualShare, null) : community.fill
      painted.set(id, { ...community, fill, label: '' })
    }
    return painted
  })
}
