import type { Map as MapLibreMap } from 'maplibre-gl'
import { onBeforeUnmount, watch } from 'vue'
import type { MapLayer } from '@/map/feature-layer'
import { useMap } from '@/map/use-map'

/**
 * Draw a layer while the calling component lives, and again whenever its view changes.
 *
 * @param view - What to show; read reactively.
 */
export function useFeatureLayer<View>(add: (map: MapLibreMap, first: View) => MapLayer<View>, view: () => View): void {
  const layer = add(useMap(), view())
  watch(view, (next) => layer.show(next))
  onBeforeUnmount(() => layer.remove())
}
