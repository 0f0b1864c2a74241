import type { Map as MapLibreMap } from 'maplibre-gl'
import { inject, type InjectionKey, type ShallowRef } from 'vue'

export const MAP: InjectionKey<ShallowRef<MapLibreMap | null>> = Symbol('map')

/**
 * The loaded map of the enclosing `MapCanvas`.
 *
 * @throws Error outside a `MapCanvas` slot, the only place where the map is sure to be loaded.
 */
export function useMap(): MapLibreMap {
  const map = inject(MAP, null)?.value
  if (!map) throw new Error('useMap() needs a loaded MapCanvas around the component, got none')
  return map
}
