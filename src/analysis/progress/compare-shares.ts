import type { ShareComparison } from '@/domain/progress'

/** One thing in a weighted mean: how much it counts, what was planned, what is done (null: not known). */
export interface WeightedShare {
  weight: number
  plannedShare: number
  actualShare: number | null
}

/**
 * Weighted mean of planned and of actual shares.
 *
 * What has no known share is left out of the actual mean and of the planned share it is compared
 * with, so that a missing report neither counts as nothing done nor hides in the difference.
 *
 * @param parts - Weights ≥ 0, shares 0…1. Without any part the planned share is 0 and the rest null.
 * @see PMI (2019), Practice Standard for Earned Value Management: SPI = earned / planned value.
 */
export function compareShares(parts: Iterable<WeightedShare>): ShareComparison {
  let weight = 0
  let planned = 0
  let knownWeight = 0
  let knownPlanned = 0
  let actual = 0
  for (const part of parts) {
    weight += part.weight
    planned += part.weight * part.plannedShare
    if (part.actualShare === null) continue
    knownWeight += part.weight
    knownPlanned += part.weight * part.plannedShare
    actual += part.weight * part.actualShare
  }
  const plannedShare = weight > 0 ? planned / weight : 0
  if (knownWeight <= 0) {
    return { plannedShare, actualShare: null, comparablePlannedShare: null, gapShare: null, spi: null }
  }
  const actualShare = actual / knownWeight
  const comparablePlannedShare = knownPlanned / knownWeight
  return {
    plannedShare,
    actualShare,
    comparablePlannedShare,
    gapShare: comparablePlannedShare - actualShare,
    spi: comparablePlannedShare > 0 ? actualShare / comparablePlannedShare : null,
  }
}

/** A thing with a share that may be 0 only because it is not due. */
export interface ReportedShare extends WeightedShare {
  isReported: boolean
}

/**
 * `compareShares` of things one owner reports on, the items of a community or of a building.
 *
 * While nothing is reported at all and something is due, nothing is known: the zeros of what is not
 * due yet would make silence look like a site that has not begun, and pull down every mean above it.
 */
export function compareReported(parts: readonly ReportedShare[]): ShareComparison {
  const isSilent = parts.some(({ actualShare }) => actualShare === null) && !parts.some(({ isReported }) => isReported)
  return compareShares(isSilent ? parts.map((part) => ({ ...part, actualShare: null })) : parts)
}
