import { area, difference, feature, featureCollection } from '@turf/turf'
import { distanceOutsideM } from '@/analysis/shape/distance-outside'
import { findSelfIntersections } from '@/analysis/shape/find-self-intersections'
import { findOverlaps } from '@/analysis/totals/find-overlaps'
import type { Finding } from '@/domain/finding'
import type { SpareSpace } from '@/domain/place'
import type { Building, Community } from '@/domain/programme'

/** A building may stand over the line by so much: surveys and drawings differ. */
const OUTSIDE_TOLERANCE_M = 0.5
/** Drawn and stated area may differ by this share: balconies, set-backs, shops. */
const AREA_TOLERANCE_SHARE = 0.25

/** What is checked in space; leave a list empty if it could not be read. */
export interface GeometryParts {
  communities: readonly Community[]
  buildings: readonly Building[]
  spareSpaces: readonly SpareSpace[]
  paths: { communities: string; buildings: string; spareSpaces: string }
}

/**
 * Check how communities, buildings and spare spaces lie in space.
 *
 * An area that crosses itself has no inside: it is reported and takes no part in the other checks.
 */
export function checkGeometry({ communities, buildings, spareSpaces, paths }: GeometryParts): Finding[] {
  const crossed = [
    ...findSelfIntersections(communities, paths.communities),
    ...findSelfIntersections(buildings, paths.buildings),
    ...findSelfIntersections(spareSpaces, paths.spareSpaces),
  ]
  const isPlain = ({ id }: { id: string }) => !crossed.some(({ feature: crossedId }) => crossedId === id)
  const plainCommunities = communities.filter(isPlain)
  const plainBuildings = buildings.filter(isPlain)
  return [
    ...crossed,
    ...findOverlaps(plainCommunities, 'communities-overlap', paths.communities),
    ...findOverlaps(plainBuildings, 'buildings-overlap', paths.buildings),
    ...buildingsOutside(plainBuildings, plainCommunities, paths.buildings),
    ...plainBuildings.flatMap((building) => floorAreaDiffers(building, paths.buildings)),
    ...spareSpaces.filter(isPlain).flatMap((space) => registeredAreaDiffers(space, paths.spareSpaces)),
  ]
}

function buildingsOutside(buildings: readonly Building[], communities: readonly Community[], file: string): Finding[] {
  const byId = new Map(communities.map((community) => [community.id, community]))
  return buildings.flatMap((building): Finding[] => {
    const community = byId.get(building.communityId)
    if (!community) return []
    const outside = difference(featureCollection([feature(building.geometry), feature(community.geometry)]))
    if (outside === null) return []
    const distanceM = distanceOutsideM(outside.geometry, community.geometry)
    if (distanceM <= OUTSIDE_TOLERANCE_M) return []
    const params = { community: community.id, distanceM: Math.round(distanceM * 10) / 10, areaM2: Math.round(area(outside) * 10) / 10 }
    return [{ code: 'building-outside-community', severity: 'error', file, feature: building.id, field: 'geometry', params }]
  })
}

function floorAreaDiffers({ id, geometry, floors, floorAreaM2 }: Building, file: string): Finding[] {
  return areaDiffers(area(geometry) * floors, floorAreaM2, { file, feature: id, field: 'floorAreaM2' })
}

/** Rooms are drawn as the building they are in, so only open ground is compared. */
function registeredAreaDiffers({ id, geometry, kind, registeredAreaM2 }: SpareSpace, file: string): Finding[] {
  if (kind === 'room' || registeredAreaM2 === null) return []
  return areaDiffers(area(geometry), registeredAreaM2, { file, feature: id, field: 'registeredAreaM2' })
}

function areaDiffers(drawnM2: number, statedM2: number, place: { file: string; feature: string; field: string }): Finding[] {
  const share = drawnM2 / statedM2 - 1
  if (Math.abs(share) <= AREA_TOLERANCE_SHARE) return []
  const params = { drawnM2: Math.round(drawnM2), statedM2: Math.round(statedM2), percent: Math.round(share * 100) }
  return [{ code: 'area-differs', severity: 'warning', ...place, params }]
}
