import type { Reach } from '@/analysis/reach/reach'

/** Norm and what is missing of it per site (配建缺口); one index, one site. */
export interface Shortfall {
  /** Households in reach. */
  households: Float64Array
  /** Floor area the norm asks for these households (应配建筑面积), m². */
  normFloorAreaM2: Float64Array
  /** Part of the existing facilities' known floor area that falls to these households, m². */
  knownSupplyM2: Float64Array
  /** Norm without supply, at least 0, m²; NaN if a facility of unknown floor area could make it smaller. */
  shortfallM2: Float64Array
  /** The same if all unknown floor areas were 0: no shortfall can be larger, m². */
  largestShortfallM2: Float64Array
  /** 1 where a facility of unknown floor area serves some of the households. */
  hasUnknownSupply: Uint8Array
}

export interface ShortfallParts {
  /** Site → demand points. */
  siteReach: Reach
  /** Existing facility of the same service → demand points, same radius and mode. */
  facilityReach: Reach
  /** Floor area per existing facility, m²; NaN unknown. */
  facilityFloorAreaM2: Float64Array
  /** Per demand point. */
  households: Float64Array
  per100HouseholdsM2: number
}

/**
 * How much floor area the norm asks for in the catchment of each site, and how much of it is not there today.
 *
 * An existing facility gives each household in its own reach the same part of its floor area; a site's catchment has
 * what its households have. So a facility that shares a third of its households with a site supplies a third there.
 */
export function measureShortfall({ siteReach, facilityReach, facilityFloorAreaM2, households, per100HouseholdsM2 }: ShortfallParts): Shortfall {
  const { perHouseholdM2, isUnknown } = supplyPerHousehold(facilityReach, facilityFloorAreaM2, households)
  const siteCount = siteReach.starts.length - 1
  const column = () => new Float64Array(siteCount)
  const result: Shortfall = {
    households: column(), normFloorAreaM2: column(), knownSupplyM2: column(), shortfallM2: column(), largestShortfallM2: column(),
    hasUnknownSupply: new Uint8Array(siteCount),
  }
  for (let s = 0; s < siteCount; s++) {
    let inReach = 0
    let supplyM2 = 0
    for (let k = siteReach.starts[s]!; k < siteReach.starts[s + 1]!; k++) {
      const i = siteReach.point[k]!
      inReach += households[i]!
      supplyM2 += households[i]! * perHouseholdM2[i]!
      if (isUnknown[i] === 1 && households[i]! > 0) result.hasUnknownSupply[s] = 1
    }
    const normM2 = (inReach / 100) * per100HouseholdsM2
    const largestM2 = Math.max(0, normM2 - supplyM2)
    result.households[s] = inReach
    result.normFloorAreaM2[s] = normM2
    result.knownSupplyM2[s] = supplyM2
    result.largestShortfallM2[s] = largestM2
    // Where the known supply is enough, more of it changes nothing.
    result.shortfallM2[s] = result.hasUnknownSupply[s] === 1 && largestM2 > 0 ? NaN : largestM2
  }
  return result
}

/** Floor area per household at each demand point, m², and where a facility of unknown floor area adds to it. */
function supplyPerHousehold(
  { starts, point }: Reach, floorAreaM2: Float64Array, households: Float64Array,
): { perHouseholdM2: Float64Array; isUnknown: Uint8Array } {
  const perHouseholdM2 = new Float64Array(households.length)
  const isUnknown = new Uint8Array(households.length)
  for (let f = 0; f < floorAreaM2.length; f++) {
    const isKnown = floorAreaM2[f]! >= 0 && floorAreaM2[f]! < Infinity
    let inReach = 0
    for (let k = starts[f]!; k < starts[f + 1]!; k++) inReach += households[point[k]!]!
    if (inReach === 0) continue
    for (let k = starts[f]!; k < starts[f + 1]!; k++) {
      if (isKnown) perHouseholdM2[point[k]!]! += floorAreaM2[f]! / inReach
      else isUnknown[point[k]!] = 1
    }
  }
  return { perHouseholdM2, isUnknown }
}
