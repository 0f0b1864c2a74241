import type { FlatShapes } from '@/analysis/shape/flat-shapes'
import { distanceToShapeM, nearestOnShape } from '@/analysis/shape/shape-distance'
import { crossesBarrier } from '@/analysis/street/build-barriers'
import type { Barriers } from '@/analysis/street/build-barriers'
import { collectWays, listGateWays } from '@/analysis/street/gate-ways'
import { createStreetFinder } from '@/analysis/street/street-of-shape'
import type { Connectors, Gates, Streets } from '@/analysis/street/streets'

/**
 * Joins shapes to the network by the shortest straight way from the boundary to a street, at most `maxConnectorM` long and
 * across no water or rails; 0 where a street touches the shape or runs inside it. A shape with gates goes from its
 * boundary straight to each of its gates instead, however far, and from there to the street.
 */
export function connectShapes(
  streets: Streets, barriers: Barriers, shapes: FlatShapes, maxConnectorM: number, gates: Gates | null = null,
): Connectors {
  const ways = collectWays(shapes.count)
  const gateWays = gates && listGateWays(streets, barriers, gates, maxConnectorM)
  const foot = { edge: -1, alongM: NaN, connectorM: Infinity }
  const findStreet = createStreetFinder(streets, barriers, shapes, maxConnectorM)
  for (let s = 0; s < shapes.count; s++) {
    const group = gates ? gates.groupOf[s]! : -1
    if (gates === null || gateWays === null || group < 0) {
      if (findStreet(s, foot)) ways.add(s, foot.edge, foot.alongM, foot.connectorM)
      continue
    }
    for (let gate = gates.starts[group]!; gate < gates.starts[group + 1]!; gate++) {
      const [gateLon, gateLat] = [gates.lon[gate]!, gates.lat[gate]!]
      const toGateM = distanceToShapeM(gateLon, gateLat, shapes, s)
      if (gateWays.edge[gate]! < 0 || !Number.isFinite(toGateM)) continue
      const from = toGateM > 0 ? nearestOnShape(gateLon, gateLat, shapes, s) : null
      if (from && crossesBarrier(barriers, from[0]!, from[1]!, gateLon, gateLat)) continue
      ways.add(s, gateWays.edge[gate]!, gateWays.alongM[gate]!, toGateM + gateWays.connectorM[gate]!)
    }
  }
  return ways.finish()
}
