import type { Site, SiteFit } from '@/domain/land'
import type { FacilityForm, FacilityStandard, LandRules } from '@/domain/land-rules'
import type { FacilityType } from '@/domain/place'

type SiteGround = Pick<Site, 'landAreaM2' | 'floorAreaM2'>

/** Services of which the guide to embedded services (2024) wants two in a complex: a site for one may hold the complex. */
const PARTS_OF_A_COMPLEX: readonly FacilityType[] = ['elderlyCare', 'childcare', 'canteen']
const COMPLEX: FacilityType = 'serviceCentre'

/** To the square millimetre, so that binary fractions make no site short by nothing. */
const STEPS_PER_M2 = 1e6

/** Floor area a site can hold, m²: land × storeys × density, and its rooms; null if a room's is unknown. */
export function floorAreaOf(site: SiteGround, rules: LandRules): number | null {
  return floorAreaAt(site, rules.storeys.value * rules.densityShare.value)
}

/**
 * What the site can hold of each form of the facility, and of a service complex where the service is part of one:
 * room to spare, or what is missing. A form with a site area of its own (a nursery with its playground) is built no
 * denser than its smallest floor area on that site, so that it fits exactly if the land is as large as asked.
 */
export function judgeFit(site: SiteGround, standard: FacilityStandard, rules: LandRules): SiteFit[] {
  return formsFor(standard, rules).map((form) => {
    const floorAreaM2 = floorAreaAt(site, densityOf(form, rules))
    const neededFloorAreaM2 = form.minFloorAreaM2
    const spareFloorAreaM2 = floorAreaM2 === null ? null : rounded(floorAreaM2 - neededFloorAreaM2)
    return { formId: form.id, floorAreaM2, neededFloorAreaM2, spareFloorAreaM2 }
  })
}

/** Forms of the type itself, then those of a complex. */
export function formsFor(standard: FacilityStandard, rules: LandRules): readonly FacilityForm[] {
  const complex = PARTS_OF_A_COMPLEX.includes(standard.type) ? rules.facilities.find(({ type }) => type === COMPLEX) : undefined
  return [...standard.forms, ...complex?.forms ?? []]
}

/** Floor area per m² of land. */
function densityOf({ minFloorAreaM2, minSiteAreaM2 }: FacilityForm, { storeys, densityShare }: LandRules): number {
  const density = storeys.value * densityShare.value
  return minSiteAreaM2 === null ? density : Math.min(density, minFloorAreaM2 / minSiteAreaM2)
}

function floorAreaAt({ landAreaM2, floorAreaM2 }: SiteGround, density: number): number | null {
  return floorAreaM2 === null ? null : rounded(landAreaM2 * density + floorAreaM2)
}

function rounded(areaM2: number): number {
  return Math.round(areaM2 * STEPS_PER_M2) / STEPS_PER_M2
}
