import type { Geometry } from 'geojson'
import { computed } from 'vue'
import type { ImportRow } from '@/domain/import'
import type { PreviewShape } from '@/map/preview-layer'
import { useImportStore } from '@/stores/import'
import { useImportIndexStore } from '@/stores/import-index'
import { crsShort, isSameChoice } from '@/views/data/crs-words'
import type { DataFocus } from '@/views/data/use-data-focus'

/** More shapes or corners would hold up the map of a weak computer: it copies them on the page's own thread. */
const MAX_SHAPES = 5_000
const MAX_CORNERS = 60_000

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

/** The first of the shapes, as many as the map can take. */
function drawable(shapes: readonly PreviewShape[]): PreviewShape[] {
  let corners = 0
  const end = shapes.findIndex(({ geometry }) => (corners += countCorners(geometry)) > MAX_CORNERS)
  return shapes.slice(0, Math.min(MAX_SHAPES, end < 0 ? shapes.length : end))
}

function countCorners(geometry: Geometry): number {
  if (geometry.type === 'GeometryCollection') return geometry.geometries.reduce((sum, one) => sum + countCorners(one), 0)
  const depth = { Point: 0, MultiPoint: 1, LineString: 1, MultiLineString: 2, Polygon: 2, MultiPolygon: 3 }[geometry.type]
  return depth === 0 ? 1 : geometry.coordinates.flat(depth - 1).length
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
  const rows = computed<PreviewShape[]>(() => {
    const chosen = focus.rowKey.value
    const told = (store.judgement?.rows ?? []).filter((row) => row.change !== 'same' || row.verdict !== 'accepted' || row.key === chosen)
    // What is looked at is drawn in any case.
    const [looked, others] = [told.filter(({ key }) => key === chosen), told.filter(({ key }) => key !== chosen)]
    return [...looked.flatMap((row) => shapesOf(row, true)), ...drawable(others.flatMap((row) => shapesOf(row, false)))]
  })
  return { shapes: computed(() => [...candidates.value, ...rows.value]) }
}
