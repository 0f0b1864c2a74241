import type { MultiPolygon, Polygon } from 'geojson'
import type { Map as MapLibreMap } from 'maplibre-gl'
import { addFeatureLayer, type IdListener, type MapLayer } from '@/map/feature-layer'
import type { MapPalette } from '@/map/palette'

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
  /** From 1; shown in the badge of a chosen site. */
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

export function addSiteLayer(map: MapLibreMap, first: SiteView, listener: IdListener): MapLayer<SiteView> {
  return addFeatureLayer(map, first, { sources: {}, look: ['palette'], toLayers: () => ({}) }, listener)
}
