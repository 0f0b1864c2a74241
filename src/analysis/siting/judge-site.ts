import type { LandQuestion, RuleFinding, Site } from '@/domain/land'

type SiteSize = Pick<Site, 'id' | 'kinds' | 'landAreaM2' | 'floorAreaM2' | 'widthM'>
type SiteMinima = Pick<LandQuestion, 'minLandAreaM2' | 'minFloorAreaM2' | 'minWidthM'>

/**
 * What is too small about a site. Land and rooms are two ways to pass: enough land, wide enough to build on, or enough
 * floor area in rooms, which need no width. Where a room's floor area is unknown, what it could still pass is advice.
 *
 * `because` of min-area names what was measured, `landAreaM2` or `floorAreaM2`: of a site with both, what is nearer to passing.
 */
export function judgeSite(site: SiteSize, { minLandAreaM2, minFloorAreaM2, minWidthM }: SiteMinima): RuleFinding[] {
  const hasRooms = site.kinds.includes('room')
  const hasLand = site.kinds.some((kind) => kind !== 'room')
  if (hasRooms && site.floorAreaM2 !== null && site.floorAreaM2 >= minFloorAreaM2) return []
  const isHard = !hasRooms || site.floorAreaM2 !== null
  const findings: RuleFinding[] = []
  if (!hasLand || !(site.landAreaM2 >= minLandAreaM2)) findings.push(areaFinding(site, { minLandAreaM2, minFloorAreaM2 }, isHard))
  if (hasLand && !(site.widthM >= minWidthM)) {
    const missingBy = minWidthM - site.widthM
    findings.push({ ruleId: 'min-width', id: site.id, isHard, actual: site.widthM, limit: minWidthM, unit: 'm', missingBy, because: null })
  }
  return findings
}

function areaFinding(site: SiteSize, { minLandAreaM2, minFloorAreaM2 }: Omit<SiteMinima, 'minWidthM'>, isHard: boolean): RuleFinding {
  const landShare = site.landAreaM2 / minLandAreaM2
  const floorShare = site.floorAreaM2 === null ? Infinity : site.floorAreaM2 / minFloorAreaM2
  const isRooms = site.kinds.every((kind) => kind === 'room') || (site.kinds.includes('room') && floorShare > landShare)
  const [actual, limit, because] = isRooms
    ? [site.floorAreaM2, minFloorAreaM2, 'floorAreaM2']
    : [site.landAreaM2, minLandAreaM2, 'landAreaM2']
  return { ruleId: 'min-area', id: site.id, isHard, actual, limit, unit: 'm2', missingBy: actual === null ? null : limit - actual, because }
}
