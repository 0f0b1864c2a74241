import type { LayerSpecification, Map as MapLibreMap } from 'maplibre-gl'

/**
 * Places in the drawing order, from bottom to top.
 *
 * Each is an invisible layer of the base style; what is added "into" a slot lands just below it.
 * So the order on the map does not depend on the order in which data arrive or components mount.
 * Everything flat comes before `volume`: a flat layer above an extrusion would be drawn over its walls.
 * `reach` tints the town, not the communities (`place`), residents (`dot`) and sites that are judged by it.
 */
export const SLOTS = ['ground', 'flat', 'reach', 'place', 'dot', 'site', 'link', 'volume', 'name', 'label'] as const
export type Slot = (typeof SLOTS)[number]

const layerOfSlot = (slot: Slot) => `slot-${slot}`

/** The invisible layers to put into the base style. */
export const SLOT_LAYERS: readonly LayerSpecification[] = SLOTS.map((slot) => (
  { id: layerOfSlot(slot), type: 'background', layout: { visibility: 'none' } }
))

/**
 * True while the map takes changes.
 *
 * Between a lost graphics context and the end of its restoration MapLibre has no style: it drops
 * changes or throws. Layers keep their input then and apply it at the next `style.load`.
 */
export function isWritable(map: MapLibreMap): boolean {
  return map.getLayer(layerOfSlot('ground')) !== undefined
}

/**
 * Change the map, or as soon as it takes changes again. For what must be taken off: MapLibre brings back after
 * a lost context what was on the map before, also what nobody shows any more.
 */
export function whenWritable(map: MapLibreMap, change: () => void): void {
  if (isWritable(map)) return change()
  const restoration = map.on('style.load', () => {
    restoration.unsubscribe()
    change()
  })
}

/** Layers of one slot, from bottom to top. */
export type SlotLayers = Partial<Record<Slot, readonly LayerSpecification[]>>

/**
 * Make the map show exactly these specifications: add layers that are missing, update the others.
 *
 * A specification must name every paint and layout property it ever sets, as nothing is unset.
 * Properties that did not change cost a comparison and nothing else.
 */
export function applyLayers(map: MapLibreMap, slots: SlotLayers): void {
  for (const slot of SLOTS) {
    for (const spec of slots[slot] ?? []) {
      if (!map.getLayer(spec.id)) map.addLayer(spec, layerOfSlot(slot))
      else updateLayer(map, spec)
    }
  }
}

function updateLayer(map: MapLibreMap, spec: LayerSpecification): void {
  for (const [name, value] of Object.entries(spec.paint ?? {})) {
    map.setPaintProperty(spec.id, name as Parameters<MapLibreMap['setPaintProperty']>[1], value)
  }
  for (const [name, value] of Object.entries(spec.layout ?? {})) {
    map.setLayoutProperty(spec.id, name as Parameters<MapLibreMap['setLayoutProperty']>[1], value)
  }
  if ('filter' in spec) map.setFilter(spec.id, spec.filter ?? null)
}

/** The same layers, but those that are chosen invisible. */
export function hideLayers(slots: SlotLayers, isChosen: (spec: LayerSpecification) => boolean): SlotLayers {
  const hide = (spec: LayerSpecification) => (isChosen(spec) ? { ...spec, layout: { ...spec.layout, visibility: 'none' } } as LayerSpecification : spec)
  return Object.fromEntries(Object.entries(slots).map(([slot, specs]) => [slot, specs.map(hide)]))
}

/** Take the layers off the map; those that are not on it are skipped. */
export function removeLayers(map: MapLibreMap, slots: SlotLayers): void {
  for (const slot of SLOTS) {
    for (const { id } of slots[slot] ?? []) if (map.getLayer(id)) map.removeLayer(id)
  }
}

export const visibility = (visible: boolean): 'visible' | 'none' => (visible ? 'visible' : 'none')
