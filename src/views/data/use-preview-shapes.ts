import type { Geometry } from 'geojson'
import { computed } from 'vue'
import type { ImportRow } from '@/domain/import'
import type { PreviewShape } from '@/map/preview-layer'
import { useImportStore } from '@/stores/import'
import { useImportIndexStore } from '@/stores/import-index'
import { crsShort, isSameChoice } from '@/views/data/crs-words'
import type { DataFocus } from '@/views/data/use-data-focus'

/** More would fill the memory of a weak computer; what is looked at is drawn in any case. */
const MAX_SHAPES = 20_000

type Box = readonly [west: number, south: number, east: number, north: number]

/** A box on the ground; one without extent is still seen. */
function boxOf([west, south, east, north]: Box): Geometry {
  const pad = 2e-5
  const [w, s, e, n] = [west - pad, south - pad, east + pad, north + pad]
  return { type: 'Polygon', coordinates: [[[w, s], [e, s], [e, n], [w, n], [w, s]]] }
}

function shapesOf(row: ImportRow, isChosen: boolean): PreviewShape[] {
  const { key: id, geometry, before, verdict } = row
  // The two sides of a repair are shown while somebody looks at it; else a map of repairs would be a map of red lines.
  if (isChosen && before && geometry) return [{ id, kind: 'after', geometry }, { id, kind: 'before', geometry: before }]
  const shape = geometry ?? before
  return shape ? [{ id, kind: verdict === 'rejected' ? 'rejected' : verdict === 'open' ? 'open' : 'used', geometry: shape }] : []
}

/** What of an import is drawn on the map: its rows by what becomes of them, and where coordinate systems would put them. */
export function usePreviewShapes(focus: DataFocus) {
  const store = useImportStore()
  const index = useImportIndexStore()

  const candidates = computed<PreviewShape[]>(() => {
    const looked = focus.candidate.value
    const layer = looked ? index.layerById.get(looked.layerId) : index.layers.find(({ crs }) => crs.isOpen)
    if (!layer || (!looked && !layer.crs.isOpen)) return []
    return layer.crs.candidates.map(({ choice, bounds }) => (
      { id: `crs ${choice.crs}`, kind: looked && isSameChoice(choice, looked.choice) ? 'chosen' as const : 'candidate' as const, geometry: boxOf(bounds), label: crsShort(choice) }
    ))
  })
  const all = computed(() => {
    const chosen = focus.rowKey.value
    const told = (store.judgement?.rows ?? []).filter((row) => row.change !== 'same' || row.verdict !== 'accepted' || row.key === chosen)
    const [looked, others] = [told.filter(({ key }) => key === chosen), told.filter(({ key }) => key !== chosen)]
    return { looked: looked.flatMap((row) => shapesOf(row, true)), others: others.flatMap((row) => shapesOf(row, false)) }
  })
  return {
    shapes: computed(() => [...candidates.value, ...all.value.others.slice(0, MAX_SHAPES), ...all.value.looked]),
    /** How many are not drawn. */
    undrawnCount: computed(() => Math.max(0, all.value.others.length - MAX_SHAPES)),
  }
}
