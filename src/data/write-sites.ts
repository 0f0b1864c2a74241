import type { MultiPolygon } from 'geojson'
import { windRings } from '@/analysis/shape/wind-rings'
import { tidyJson } from '@/data/tidy-number'
import type { Contribution, Exclusion, LandAnswer, LandProvenance, RuleFinding, SiteAnswer } from '@/domain/land'
import type { CriterionId } from '@/domain/land-rules'
import type { Audience } from '@/domain/manifest'
import type { SpareSpace } from '@/domain/place'

/** Unit of each criterion's value, as exported. */
export const CRITERION_UNITS: Readonly<Record<CriterionId, string>> = {
  newlyReached: 'person', walkTime: 'min', areaFit: 'share', tenure: 'difficulty', shortfall: 'm2', hazard: 'm', sun: 'share',
}

export interface SitesToWrite {
  answer: LandAnswer
  /** Every space of the answer, drawn ones too: their shapes become the shapes of the sites. */
  spaces: readonly SpareSpace[]
  /** `internal` adds right holders, tenure and register; otherwise they are left out. */
  audience: Audience
}

/**
 * Sites and excluded spaces as GeoJSON (RFC 7946, WGS84), one feature per line, best site first.
 *
 * Without `internal` the tenure of a site is left out wherever it stands, but not what it adds to the
 * score: the points of a site always add up to its score. Unpublished spaces stay in, marked; the
 * collection says that it is internal if there is one. The same answer gives the same bytes.
 */
export function writeSites({ answer, spaces, audience }: SitesToWrite): string {
  const byId = new Map(spaces.map((space) => [space.id, space]))
  const partsOf = ({ partIds }: { partIds: readonly string[] }) => partIds.flatMap((id) => byId.get(id) ?? [])
  const isInternal = audience === 'internal'
  const features = [
    ...answer.sites.map((site) => featureLine(site.id, siteProperties(site, partsOf(site), isInternal), partsOf(site))),
    ...answer.exclusions.map((exclusion) => featureLine(exclusion.id, exclusionProperties(exclusion, partsOf(exclusion), isInternal), partsOf(exclusion))),
  ]
  const unpublished = [...answer.sites, ...answer.exclusions].filter((place) => !isPublished(partsOf(place))).length
  const { question, mode, group, before, after, choice, weightRanges, notes, communities, unroutableIds, provenance } = answer
  return collectionText({
    ...exportMarks(provenance), audience: isInternal || unpublished > 0 ? 'internal' : 'public', unpublishedFeatures: unpublished,
    provenance, question, mode, group, before, after, choice, weightRanges, notes, communities, unroutableIds,
  }, features)
}

/** What stands on every export: that it permits nothing and, if so, that nothing in it was measured. */
export function exportMarks({ disclaimer, isSynthetic }: LandProvenance): { disclaimer: string; mark: string | null } {
  return { disclaimer, mark: isSynthetic ? '示意数据，非实测' : null }
}

/** A FeatureCollection with foreign members, one member and one feature per line. */
export function collectionText(members: object, features: readonly string[]): string {
  const head = Object.entries(members).map(([name, value]) => `${JSON.stringify(name)}:${tidyJson(value)},\n`).join('')
  return `{"type":"FeatureCollection",\n${head}"features":[\n${features.join(',\n')}\n]}\n`
}

function siteProperties(site: SiteAnswer, parts: readonly SpareSpace[], isInternal: boolean): object {
  const { id, name, partIds, kinds, landAreaM2, gapAreaM2, floorAreaM2, widthM, compactness, holderCount, contact, widestGapM } = site
  return {
    id, status: 'candidate', rank: site.rank, isChosen: site.isChosen, score: site.score, name, partIds, kinds, contact,
    landAreaM2, gapAreaM2, widestGapM, floorAreaM2, widthM, compactness, holderCount,
    reachedPeople: site.reachedPeople, newlyReachedPeople: site.newlyReachedPeople, reachedHouseholds: site.reachedHouseholds,
    meanWalkMin: site.meanWalkMin, normFloorAreaM2: site.normFloorAreaM2, shortfallM2: site.shortfallM2, capacityPeople: site.capacityPeople,
    contributions: site.contributions.map((contribution) => contributionOf(contribution, isInternal)),
    fits: site.fits, advice: site.advice.map((finding) => findingOf(finding, isInternal)), missingFacts: site.missingFacts,
    firstThreeShare: site.firstThreeShare, isPublished: isPublished(parts),
    ...(isInternal ? { tenures: site.tenures, register: registerOf(parts) } : {}),
  }
}

function exclusionProperties({ id, partIds, name, landAreaM2, findings }: Exclusion, parts: readonly SpareSpace[], isInternal: boolean): object {
  return {
    id, status: 'excluded', name, partIds, landAreaM2, findings: findings.map((finding) => findingOf(finding, isInternal)),
    isPublished: isPublished(parts), ...(isInternal ? { register: registerOf(parts) } : {}),
  }
}

function contributionOf({ criterion, value, clampedShare, points }: Contribution, isInternal: boolean): object {
  const isHidden = criterion === 'tenure' && !isInternal
  return {
    criterion, value: isHidden ? null : value, unit: CRITERION_UNITS[criterion], clampedShare: isHidden ? null : clampedShare, points,
    ...(isHidden ? { isWithheld: true } : {}),
  }
}

function findingOf(finding: RuleFinding, isInternal: boolean): object {
  return isInternalFinding(finding) && !isInternal ? { ...finding, actual: null, limit: null, isWithheld: true } : finding
}

/** True if a finding names what stands in an internal field: the tenure, or the planned use. */
export function isInternalFinding({ ruleId, because }: RuleFinding): boolean {
  return ruleId === 'tenure' || because === 'plannedUseCode'
}

/** What only the office may know of each part. */
function registerOf(parts: readonly SpareSpace[]): object[] {
  return parts.map(({ id, tenure, holder, registeredAreaM2, plannedUseCode }) => ({ id, tenure, holder, registeredAreaM2, plannedUseCode }))
}

/** True if every part may be shown in public. What nobody knows may not. */
const isPublished = (parts: readonly SpareSpace[]): boolean => parts.length > 0 && parts.every(({ published }) => published)

function featureLine(id: string, properties: object, parts: readonly SpareSpace[]): string {
  return `{"type":"Feature","id":${JSON.stringify(id)},"properties":${tidyJson(properties)},"geometry":${JSON.stringify(shapeOf(parts))}}`
}

/** All parts of a site as one MultiPolygon; the gaps between them are no part of it. */
function shapeOf(parts: readonly SpareSpace[]): MultiPolygon | null {
  if (parts.length === 0) return null
  const polygons = parts.flatMap(({ geometry }) => (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates))
  return { type: 'MultiPolygon', coordinates: polygons.map(windRings) }
}
