import { geodesicM } from '@/analysis/shape/metric'
import { crossesBarrier } from '@/analysis/street/build-barriers'
import type { Barriers } from '@/analysis/street/build-barriers'
import { collectWays, listGateWays } from '@/analysis/street/gate-ways'
import { nearestStreet } from '@/analysis/street/nearest-street'
import type { Connectors, Gates, Streets } from '@/analysis/street/streets'

/**
 * Joins points to the network by the straight way to the nearest street, at most `maxConnectorM` long and across no water
 * or rails. A point with gates goes straight to each of its gates instead, however far, and from there to the street.
 */
export function connectPoints(
  streets: Streets, barriers: Barriers, points: { lon: Float64Array; lat: Float64Array }, maxConnectorM: number, gates: Gates | null = null,
): Connectors {
  const { lon, lat } = points
  const ways = collectWays(lon.length)
  const gateWays = gates && listGateWays(streets, barriers, gates, maxConnectorM)
  const foot = { edge: -1, alongM: NaN, connectorM: Infinity }
  for (let i = 0; i < lon.length; i++) {
    const group = gates ? gates.groupOf[i]! : -1
    if (gates === null || gateWays === null || group < 0) {
      if (nearestStreet(streets, barriers, lon[i]!, lat[i]!, maxConnectorM, foot)) ways.add(i, foot.edge, foot.alongM, foot.connectorM)
      continue
    }
    for (let gate = gates.starts[group]!; gate < gates.starts[group + 1]!; gate++) {
      const [gateLon, gateLat] = [gates.lon[gate]!, gates.lat[gate]!]
      if (gateWays.edge[gate]! < 0 || crossesBarrier(barriers, lon[i]!, lat[i]!, gateLon, gateLat)) continue
      const toGateM = geodesicM(lon[i]!, lat[i]!, gateLon, gateLat)
      if (Number.isFinite(toGateM)) ways.add(i, gateWays.edge[gate]!, gateWays.alongM[gate]!, toGateM + gateWays.connectorM[gate]!)
    }
  }
  return ways.finish()
}
