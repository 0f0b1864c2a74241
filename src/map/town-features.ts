import type { Feature, FeatureCollection } from 'geojson'
import { boundsOf } from '@/map/camera'
import { shortLabel } from '@/map/short-label'
import { toFeatures } from '@/map/to-features'
import type { LandmarkName, Town } from '@/map/town'
import { GROUND_PARTS } from '@/map/town-ground-style'
import type { NamedThing } from '@/map/town-name-style'
import { middleLine } from '@/map/water-line'

/** Everything flat of the town in one collection, told apart by `part`. Parts that are not loaded are left out. */
export function toGroundFeatures({ blocks, greens, water, railways, roads }: Town): FeatureCollection {
  const { blocks: block, greens: green, water: wet, railways: railway, roads: road } = GROUND_PARTS
  return {
    type: 'FeatureCollection',
    features: [
      ...toFeatures(blocks ?? [], ({ landUse }) => ({ part: block, landUse })).features,
      ...toFeatures(greens ?? [], ({ kind }) => ({ part: green, kind })).features,
      ...toFeatures(water ?? [], () => ({ part: wet })).features,
      ...toFeatures(railways ?? [], () => ({ part: railway })).features,
      ...toFeatures(roads ?? [], ({ name, class: roadClass, bridge, widthM }) => (
        { part: road, class: roadClass, bridge, widthM, ...(name ? { name } : {}) }
      )).features,
    ],
  }
}

export function toContextFeatures({ contextBuildings }: Town): FeatureCollection {
  return toFeatures(contextBuildings ?? [], ({ heightM }) => ({ heightM }))
}

/** Landmarks, and the names of waters: of a river along its middle, of a lake or pond in it. */
export function toNameFeatures({ landmarks, water }: Town, landmarkName: LandmarkName): FeatureCollection {
  const named = (of: NamedThing, name: string, geometry: Feature['geometry']): Feature => (
    { type: 'Feature', properties: { of, name: shortLabel(name) }, geometry }
  )
  return {
    type: 'FeatureCollection',
    features: [
      ...(landmarks ?? []).map((landmark) => named('landmark', landmark[landmarkName], landmark.geometry)),
      ...(water ?? []).flatMap(({ name, kind, geometry }) => {
        if (name === null) return []
        const line = kind === 'river' ? middleLine(geometry) : null
        if (line) return [named('river', name, line)]
        const bounds = boundsOf([geometry])
        if (!bounds) return []
        const [west, south, east, north] = bounds
        return [named('lake', name, { type: 'Point', coordinates: [(west + east) / 2, (south + north) / 2] })]
      }),
    ],
  }
}
