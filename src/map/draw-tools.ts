import type { Polygon } from 'geojson'
import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl'
import { type GeoJSONStoreFeatures, TerraDraw, TerraDrawPolygonMode, TerraDrawSelectMode } from 'terra-draw'
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter'
import { parseColour } from '@/map/colour'
import { type DrawnShape, LAST_CLICK_MS, type StartDrawing } from '@/map/drawing'
import { isCrossingPath, type ShapeProblem, toDrawnPolygon } from '@/map/drawn-polygon'
import { isSameGeometry } from '@/map/is-same-geometry'
import type { MapPalette } from '@/map/palette'
import { isWritable } from '@/map/slots'

/** Corners closer than this to the pointer are snapped to, or end the drawing, px. */
const REACH_PX = 16
/** Decimals of a coordinate: about a centimetre. */
const DECIMALS = 7

/** Switch drawing on. The map takes changes (see `isWritable`). */
export const startDrawing: StartDrawing = (map, first, listener) => {
  let view = first
  /** Per id the polygon as it stands in terra-draw. */
  const known = new Map<string, Polygon>()
  /** New polygons that were handed over and are shown until they come back as one of `polygons`. */
  let handedOver: string[] = []
  let isSyncing = false
  const draw = makeTerraDraw(map, view.palette, (problem) => listener.refuse(problem))

  /** What stands in terra-draw follows the view; what is the same is not touched, so that a selection lasts. */
  function sync(): void {
    isSyncing = true
    const wanted = new Map(view.polygons.map((shape) => [shape.id, shape.geometry]))
    const has = (id: string) => draw.hasFeature(id)
    const stale = [...known.keys()].filter((id) => !wanted.has(id))
    draw.removeFeatures([...stale, ...handedOver].filter(has))
    for (const id of stale) known.delete(id)
    handedOver = []
    for (const [id, geometry] of wanted) {
      if (has(id) && isSameGeometry(known.get(id)!, geometry)) continue
      if (has(id)) draw.removeFeatures([id])
      draw.addFeatures([toStored({ id, geometry })])
      known.set(id, geometry)
    }
    isSyncing = false
  }

  draw.on('finish', (id) => {
    const shape = draw.getSnapshotFeature(id)?.geometry
    const polygon = shape?.type === 'Polygon' ? toDrawnPolygon(shape.coordinates[0]!) : 'too-few-corners'
    if (typeof polygon === 'string') return listener.refuse(polygon)
    if (known.has(String(id))) {
      known.set(String(id), polygon)
      listener.change(String(id), polygon)
    } else {
      handedOver.push(String(id))
      listener.finish(polygon)
    }
  })
  draw.on('change', (ids, type) => {
    if (type !== 'delete' || isSyncing) return
    for (const id of ids.map(String).filter((each) => known.delete(each))) listener.remove(id)
  })

  draw.start()
  sync()
  setMode()

  function setMode(): void {
    const mode = view.mode === 'edit' ? 'select' : 'polygon'
    if (draw.getMode() !== mode) draw.setMode(mode)
  }
  function restyle(): void {
    draw.updateModeOptions('polygon', { styles: polygonStyles(view.palette) } as never)
    draw.updateModeOptions('select', { styles: selectStyles(view.palette) } as never)
  }

  return {
    show(next) {
      const before = view
      view = next
      if (next.palette !== before.palette) restyle()
      if (next.polygons !== before.polygons || next.mode !== before.mode) sync()
      setMode()
    },
    drop() {
      draw.setMode(draw.getMode())
    },
    redraw: restyle,
    stop() {
      isSyncing = true
      // Stopping alone leaves its cursor and the double click as they are.
      draw.setMode('static')
      draw.stop()
    },
  }
}

function makeTerraDraw(map: MapLibreMap, palette: MapPalette, refuse: (problem: ShapeProblem) => void): TerraDraw {
  let nextId = 0
  const validation = (feature: GeoJSONStoreFeatures, { updateType }: { updateType: string }) => {
    const problem = feature.geometry.type === 'Polygon' ? problemOf(feature.geometry, updateType) : null
    if (problem) refuse(problem)
    return { valid: problem === null }
  }
  const isValid = (feature: GeoJSONStoreFeatures) => (
    { valid: feature.geometry.type === 'Polygon' && typeof toDrawnPolygon(feature.geometry.coordinates[0]!) !== 'string' }
  )
  return new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map: guarded(map), coordinatePrecision: DECIMALS, prefixId: 'draw' }),
    // Not the default: `crypto.randomUUID` is missing on plain http, and drawn spaces have ids of their own.
    idStrategy: { isValidId: (id) => typeof id === 'string', getId: () => `drawing-${nextId++}` },
    modes: [
      new TerraDrawPolygonMode({
        pointerDistance: REACH_PX, snapping: { toCoordinate: true }, keyEvents: { cancel: null, finish: 'Enter' },
        showCoordinatePoints: true, validation, styles: polygonStyles(palette),
      }),
      new TerraDrawSelectMode({
        pointerDistance: REACH_PX, keyEvents: { deselect: null, delete: 'Delete', rotate: null, scale: null },
        flags: { polygon: { feature: { draggable: false, validation: isValid, coordinates: { draggable: true, deletable: true, midpoints: true, snappable: true } } } },
        styles: selectStyles(palette),
      }),
    ],
  })
}

/** Corners set so far must not cross; while the pointer moves anything goes, as the last edge still moves. */
function problemOf(polygon: Polygon, updateType: string): ShapeProblem | null {
  const ring = polygon.coordinates[0]!
  if (updateType === 'commit') return isCrossingPath(ring.slice(0, -1)) ? 'self-crossing' : null
  if (updateType !== 'finish') return null
  const drawn = toDrawnPolygon(ring)
  return typeof drawn === 'string' ? drawn : null
}

const toStored = ({ id, geometry }: DrawnShape): GeoJSONStoreFeatures => ({
  type: 'Feature', id, properties: { mode: 'polygon' },
  geometry: { type: 'Polygon', coordinates: [geometry.coordinates[0]!.map(([lon, lat]) => [round(lon!), round(lat!)])] },
})
const round = (degrees: number) => Number(degrees.toFixed(DECIMALS))

/**
 * The map as the adapter may see it. Between a lost context and its restoration MapLibre has no
 * sources and throws; and a double click that ends a drawing must not zoom.
 */
function guarded(map: MapLibreMap) {
  let zoomAgain: ReturnType<typeof setTimeout> | undefined
  const nothing = { setData: () => {} } as unknown as GeoJSONSource
  return {
    version: map.version, dragRotate: map.dragRotate, dragPan: map.dragPan,
    doubleClickZoom: {
      disable() {
        clearTimeout(zoomAgain)
        map.doubleClickZoom.disable()
      },
      // The double click that ended the drawing is still to come.
      enable: () => void (zoomAgain = setTimeout(() => map.doubleClickZoom.enable(), LAST_CLICK_MS)),
    },
    getContainer: () => map.getContainer(),
    getCanvas: () => map.getCanvas(),
    project: (place: Parameters<MapLibreMap['project']>[0]) => map.project(place),
    unproject: (point: Parameters<MapLibreMap['unproject']>[0]) => map.unproject(point),
    getSource: (id: string) => (isWritable(map) ? map.getSource(id) : undefined) ?? nothing,
    addSource: (...args: Parameters<MapLibreMap['addSource']>) => map.addSource(...args),
    addLayer: (...args: Parameters<MapLibreMap['addLayer']>) => map.addLayer(...args),
    removeLayer: (id: string) => isWritable(map) && map.getLayer(id) && map.removeLayer(id),
    removeSource: (id: string) => isWritable(map) && map.getSource(id) && map.removeSource(id),
    hasImage: () => true,
  }
}

/** terra-draw takes colours only as six hex digits. */
const hex = (colour: string) => `#${parseColour(colour).map((value) => value.toString(16).padStart(2, '0')).join('')}` as `#${string}`

function polygonStyles({ draw, halo }: MapPalette) {
  const [ink, rim] = [hex(draw), hex(halo)]
  const corner = (name: string, width: number) => ({
    [`${name}Width`]: width, [`${name}Color`]: ink, [`${name}OutlineColor`]: rim, [`${name}OutlineWidth`]: 2,
  })
  return {
    fillColor: ink, fillOpacity: 0.14, outlineColor: ink, outlineWidth: 2.5,
    ...corner('closingPoint', 6), ...corner('snappingPoint', 6), ...corner('coordinatePoint', 3.5),
  }
}

function selectStyles({ draw, halo }: MapPalette) {
  const [ink, rim] = [hex(draw), hex(halo)]
  return {
    selectedPolygonColor: ink, selectedPolygonFillOpacity: 0.22, selectedPolygonOutlineColor: ink, selectedPolygonOutlineWidth: 3.5,
    selectionPointColor: rim, selectionPointOutlineColor: ink, selectionPointOutlineWidth: 2.5, selectionPointWidth: 5.5,
    midPointColor: ink, midPointOutlineColor: rim, midPointOutlineWidth: 1.5, midPointWidth: 4,
  }
}
