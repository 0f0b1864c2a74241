import type { PreparedLand } from '@/analysis/land/prepare-spaces'
import { traceIsochrone } from '@/analysis/street/trace-isochrone'
import type { Isochrone } from '@/domain/land'

/**
 * How far people walk to a site, per band.
 *
 * @param siteId - Part ids joined by `+`.
 * @param bandsM - Metres, widest first.
 * @returns Null without streets, or if a part is unknown.
 */
export function traceSite({ town, connectors, indexOf }: PreparedLand, siteId: string, bandsM: readonly number[]): Isochrone | null {
  const indices = siteId.split('+').map((id) => indexOf.get(id))
  if (!town.streets || !connectors || indices.some((index) => index === undefined)) return null
  const { streets, barriers, input } = town
  return { siteId, bands: traceIsochrone(streets, barriers, connectors, indices as number[], bandsM, input.rules.walkSpeedMPerMin.value) }
}
