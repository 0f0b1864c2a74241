import type { FeatureCollection, MultiPolygon, Point, Polygon } from 'geojson'
import type { Map as MapLibreMap } from 'maplibre-gl'
import { addFeatureLayer, type IdListener, type MapLayer } from '@/map/feature-layer'
import { isSameGeometry, isSameList } from '@/map/is-same-geometry'
import { labelPoint } from '@/map/label-point'
import type { MapPalette } from '@/map/palette'
import { PICK_LAYERS } from '@/map/pick'
import { scoreStep } from '@/map/score-step'
import { SITE_SOURCES, siteImages, siteLayers } from '@/map/site-style'
import { toFeatures } from '@/map/to-features'

type Area = Polygon | MultiPolygon

/** A site as the map needs it: fragments put together, or one space alone. */
export interface SiteShape {
  id: string
  /** First line of its label. */
  label: string
  partGeometries: readonly Area[]
  /** Ground between its parts, which is not its land. */
  gaps: readonly Polygon[]
  /** 0…100; null: unscored. */
  score: number | null
  /** From 1; shown in the badge of a chosen site. Null: chosen without a score, shown as a tick. */
  rank: number | null
  isChosen: boolean
}

/** A space or an assembled site that a rule put out. */
export interface ExcludedShape {
  id: string
  geometry: Area
}

export interface SiteView {
  sites: readonly SiteShape[]
  excluded: readonly ExcludedShape[]
  /** Of a site or of an excluded one. */
  selectedId: string | null
  hoveredId: string | null
  palette: MapPalette
  visible: boolean
  textScale: number
}

/** Concrete values for one site or excluded space, given to MapLibre as its feature-state. */
type SiteState = Record<string, string | number>

/**
 * Draw sites by score and what was excluded, and report which one is clicked or under the pointer.
 *
 * While weights are dragged only feature-state changes; shapes are handed over when other parts are
 * put together, and labels when the sliders rest.
 *
 * @param map - Loaded (its `load` event has fired).
 */
export function addSiteLayer(map: MapLibreMap, first: SiteView, listener: IdListener): MapLayer<SiteView> {
  const states = new Map<string, SiteState>()

  function setState(id: string, state: SiteState): void {
    const before = states.get(id)
    if (before && Object.keys(state).every((name) => before[name] === state[name])) return
    states.set(id, state)
    map.setFeatureState({ source: SITE_SOURCES.shapes, id }, state)
  }

  return addFeatureLayer<SiteView>(map, first, {
    sources: {
      [SITE_SOURCES.shapes]: {
        options: { promoteId: 'id', maxzoom: 16, buffer: 16 },
        toFeatures: toShapes,
        isSame: (a, b) => isSameList(a.sites, b.sites, hasSameShapes) && isSameList(a.excluded, b.excluded, hasSameShape),
      },
      [SITE_SOURCES.labels]: {
        options: { maxzoom: 14 },
        toFeatures: toLabels,
        isSame: (a, b) => isSameList(a.sites, b.sites, (one, other) => hasSameLabel(one, other) && hasSameShapes(one, other)),
        canWait: true,
      },
    },
    look: ['palette', 'visible', 'textScale', 'selectedId'],
    toImages: siteImages,
    toLayers: siteLayers,
    drawStates(view, isBlank) {
      if (isBlank) states.clear()
      for (const site of view.sites) setState(site.id, toSiteState(site, view))
      for (const { id } of view.excluded) setState(id, toExcludedState(id, view))
    },
    pickable: PICK_LAYERS.site,
  }, listener)
}

const hasSameShapes = (a: SiteShape, b: SiteShape) => a.id === b.id
  && isSameList(a.partGeometries, b.partGeometries, isSameGeometry) && isSameList(a.gaps, b.gaps, isSameGeometry)

const hasSameShape = (a: ExcludedShape, b: ExcludedShape) => a.id === b.id && isSameGeometry(a.geometry, b.geometry)

const hasSameLabel = (a: SiteShape, b: SiteShape) => a.label === b.label
  && figureOf(a) === figureOf(b) && badgeOf(a) === badgeOf(b) && orderOf(a) === orderOf(b)

const figureOf = ({ score }: SiteShape) => (score === null ? '—' : String(Math.round(score)))
const badgeOf = ({ isChosen, rank }: SiteShape) => (isChosen ? String(rank ?? '✓') : '')
/** Chosen sites win a place for their label, then the better ones. */
const orderOf = ({ isChosen, rank }: SiteShape) => (isChosen ? 0 : 1e5) + (rank ?? 1e4)

function toShapes({ sites, excluded }: SiteView): FeatureCollection {
  return toFeatures([
    ...excluded.map(({ id, geometry }) => ({ id, part: 'out', geometry })),
    ...sites.flatMap(({ id, partGeometries, gaps }) => [
      ...gaps.map((geometry) => ({ id, part: 'gap', geometry })),
      ...partGeometries.map((geometry) => ({ id, part: 'land', geometry })),
    ]),
  ], ({ id, part }) => ({ id, part }))
}

/** A name below each site, and a badge above the chosen ones. */
function toLabels({ sites }: SiteView): FeatureCollection<Point> {
  const features = sites.filter(({ partGeometries }) => partGeometries.length > 0).flatMap((site) => {
    const { id, label, isChosen } = site
    const land = together(site.partGeometries)
    const name = { geometry: labelPoint(land, 180), properties: { id, label, figure: figureOf(site), order: orderOf(site) } }
    const badge = { geometry: labelPoint(land, 0), properties: { id, badge: badgeOf(site), order: orderOf(site) } }
    return isChosen ? [name, badge] : [name]
  })
  return toFeatures(features, ({ properties }) => properties) as FeatureCollection<Point>
}

const together = (areas: readonly Area[]): MultiPolygon => ({
  type: 'MultiPolygon',
  coordinates: areas.flatMap((area) => (area.type === 'Polygon' ? [area.coordinates] : area.coordinates)),
})

function toSiteState(site: SiteShape, { palette, selectedId, hoveredId }: SiteView): SiteState {
  const isSelected = site.id === selectedId
  const isHovered = site.id === hoveredId
  const isAssembled = site.partGeometries.length > 1
  const width = isSelected ? 9 : site.isChosen ? 6.5 : isAssembled ? 3.4 : 0
  const ringWidth = isHovered && !isSelected ? Math.max(width + 2, 5) : width
  return {
    fill: site.score === null ? palette.paper : palette.site.score[scoreStep(site.score)],
    dots: site.score === null ? 0.9 : 0,
    ring: isSelected ? palette.selected : site.isChosen ? palette.site.chosen : palette.site.line,
    ringWidth,
    haloWidth: isSelected || site.isChosen || isHovered ? ringWidth + 3.5 : 0,
    lineWidth: isSelected || isHovered ? 2 : 1.4,
  }
}

const toExcludedState = (id: string, { selectedId, hoveredId }: SiteView): SiteState => ({
  opacity: id === selectedId || id === hoveredId ? 1 : 0.7,
  markWidth: id === selectedId ? 4 : id === hoveredId ? 2 : 0,
})
