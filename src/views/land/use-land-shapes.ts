import type { MultiPolygon, Polygon, Position } from 'geojson'
import { computed } from 'vue'
import type { SpareSpace } from '@/domain/place'
import { boundsOf } from '@/map/camera'
import type { HazardShape } from '@/map/hazard-layer'
import type { Link } from '@/map/link-layer'
import { toResidenceStates } from '@/map/residence-states'
import type { ExcludedShape, SiteShape } from '@/map/site-layer'
import { useFiguresStore } from '@/stores/figures'
import { useGeodataStore } from '@/stores/geodata'
import { useLandStore } from '@/stores/land'
import { useCommunityWords } from '@/views/land/use-community-words'
import { useLandWords } from '@/views/land/use-land-words'

const NO_POINTS = { ids: [], positions: [], people: new Float64Array() }
const NO_STATES = new Uint8Array()

/** The newest answer as shapes for the map. Geometries stay the same objects, so that the map sees what did not change. */
export function useLandShapes() {
  const land = useLandStore()
  const geodata = useGeodataStore()
  const figures = useFiguresStore()
  const { spaceById, siteName, siteById } = useLandWords()
  const { answerById } = useCommunityWords()
  /** Several parts as one shape, by the spaces they are made of. */
  const joined = new WeakMap<SpareSpace, Map<string, MultiPolygon>>()

  const partsOf = (ids: readonly string[]) => ids.flatMap((id) => spaceById.value.get(id) ?? [])
  function areaOf(ids: readonly string[]): Polygon | MultiPolygon | null {
    const parts = partsOf(ids)
    const first = parts[0]
    if (!first || parts.length === 1) return first?.geometry ?? null
    const known = joined.get(first) ?? new Map<string, MultiPolygon>()
    joined.set(first, known)
    const key = ids.join('+')
    const area = known.get(key) ?? { type: 'MultiPolygon', coordinates: parts.flatMap(({ geometry }) => (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates)) }
    known.set(key, area)
    return area
  }

  const sites = computed<SiteShape[]>(() => (land.answer?.sites ?? []).map((site) => ({
    id: site.id, label: siteName(site), partGeometries: partsOf(site.partIds).map(({ geometry }) => geometry), gaps: site.gaps,
    score: site.score, rank: site.rank, isChosen: site.isChosen,
  })))
  const excluded = computed<ExcludedShape[]>(() => (land.answer?.exclusions ?? []).flatMap(({ id, partIds }) => {
    const geometry = areaOf(partIds)
    return geometry ? [{ id, geometry }] : []
  }))
  const residences = computed(() => land.answer?.demand ?? NO_POINTS)
  const residenceStates = computed(() => (land.answer ? toResidenceStates(land.answer.demand) : NO_STATES))
  const hazards = computed<HazardShape[]>(() => (geodata.values.hazards ?? []).map((hazard) => {
    const rule = land.rules.hazards.find(({ kind, facilityTypes }) =>
      kind === hazard.kind && (facilityTypes.length === 0 || facilityTypes.includes(land.question.facilityType)))
    return { ...hazard, setbackM: rule?.setbackM ?? null, isHard: rule?.isHard ?? false }
  }))

  /** Middle of a site, a facility or a community. */
  function middleOf(id: string): Position | null {
    const facility = geodata.values.facilities?.find((known) => known.id === id)
    if (facility) return facility.geometry.coordinates
    const geometries = siteById.value.has(id) ? partsOf(siteById.value.get(id)!.partIds).map(({ geometry }) => geometry) : [figures.communityById.get(id)?.geometry].filter((geometry) => geometry !== undefined)
    const bounds = boundsOf(geometries)
    return bounds ? [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2] : null
  }
  const link = computed<Link | null>(() => {
    const id = land.hoveredCommunityId
    const nearestId = id === null ? null : answerById.value.get(id)?.nearestId ?? null
    if (id === null || nearestId === null) return null
    const [from, to] = [middleOf(id), middleOf(nearestId)]
    return from && to ? { from, to } : null
  })

  /** Geometry of whatever may be selected. */
  function geometryOf(id: string): Polygon | MultiPolygon | null {
    const site = siteById.value.get(id)
    const exclusion = land.answer?.exclusions.find((known) => known.id === id)
    return areaOf(site?.partIds ?? exclusion?.partIds ?? [])
  }

  return { sites, excluded, residences, residenceStates, hazards, link, geometryOf }
}
