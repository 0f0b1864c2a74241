import type { TownBlock } from '@/cli/synthesize/blocks'
import { divideLot, groundOf, splitLot, type Lot } from '@/cli/synthesize/lots'
import { plantLakePark, plantPark } from '@/cli/synthesize/parks'
import { areaOf, centroidOf, distance, rectangle, toPlane, type Point } from '@/cli/synthesize/plane'
import { between, type Random } from '@/cli/synthesize/random'
import { drawStyle, fillWithRows } from '@/cli/synthesize/rows'
import { addGreen, addHouse, type Town } from '@/cli/synthesize/town'

/** Parks, banks, belts and squares inside the town, the station, and the fields and villages around it. */
export function plantGreens(town: Town, random: Random): void {
  for (const block of town.blocks) {
    switch (block.purpose) {
      case 'green': plantPark(town, block, random); break
      case 'lakePark': plantLakePark(town, block); break
      case 'bank': addGreen(town, 'bank', isRiverPark(block) ? '示例汶河公园' : null, block.ring); break
      case 'belt': plantBelt(town, block); break
      case 'open': plantFields(town, block, random); break
    }
  }
}

/** The long green banks in town have a name. */
function isRiverPark({ ring, plan }: TownBlock): boolean {
  return areaOf(ring) > 45_000 && Math.abs(plan[0]) < 1500
}

/** On the plan: the street that ends at the station. */
const STATION_AT: Point = [1930, 190]

function plantBelt(town: Town, block: TownBlock): void {
  const holdsStation = Math.abs(block.plan[0] - STATION_AT[0]) < 120 && block.lot.ring.length > 8 && isWestOfTrack(block)
  const parts = holdsStation ? carveStation(town, block) : [block.lot]
  for (const part of parts) {
    const ring = groundOf(part, 0)
    if (ring && areaOf(ring) > 200) addGreen(town, 'belt', null, ring)
  }
}

function isWestOfTrack(block: TownBlock): boolean {
  return block.edges.some(({ street }) => street?.name === '站前路')
}

/** A square in front of a long station house beside the track. */
function carveStation(town: Town, block: TownBlock): Lot[] {
  const corners = block.lot.ring.filter((_, i) => block.edges[i]?.street?.name === '站前路')
  const middle = corners.reduce((best, corner) => (Math.abs(corner[1] - 235) < Math.abs(best[1] - 235) ? corner : best))
  const south = splitLot(block.lot, [middle[0], middle[1] - 95], [middle[0] + 1, middle[1] - 95], 0.4)
  const north = south && splitLot(south.left, [middle[0], middle[1] + 95], [middle[0] + 1, middle[1] + 95], 0.4)
  if (!south || !north) return [block.lot]
  const whole = groundOf(north.right, 0.6)
  if (!whole) return [block.lot]
  const [x, y] = centroidOf(whole)
  const angle = Math.PI / 2 - 0.045
  const frame = { origin: [x + 7, y] as const, angle }
  const parts = splitLot(north.right, toPlane(frame, [0, 13]), toPlane(frame, [1, 13]), 0.3)
  const square = parts && groundOf(parts.left, 0.6)
  if (!square) return [block.lot]
  addHouse(town, { ring: rectangle(frame, -66, -10, 132, 20), heightM: 19, landUse: 'public', households: 0 }, 1)
  addGreen(town, 'square', '示例站前广场', square)
  town.landmarks.push({ name: '示例火车站', nameEn: 'Sample Railway Station', kind: 'station', at: frame.origin })
  return [south.right, north.left]
}

/** Long narrow fields, fewer of them the farther from town, and a village here and there. */
function plantFields(town: Town, block: TownBlock, random: Random): void {
  const parcels = divideLot(block.lot, block.frame, {
    mostM2: between(random, 26_000, 60_000), share: () => between(random, 0.36, 0.64), insetM: () => between(random, 1.5, 3.5),
  })
  const village = areaOf(block.ring) > 90_000 && random() < 0.2 ? Math.floor(random() * parcels.length) : -1
  parcels.forEach((parcel, i) => {
    const ring = groundOf(parcel, i === village ? 6 : 2)
    if (!ring) return
    const far = distance(centroidOf(ring), [100, 0])
    if (i === village) fillWithRows(town, ring, block.frame, drawStyle('village', random), 1.5, random)
    else if (random() > Math.max(0.12, Math.min(0.62, (far - 1700) / 3200))) addGreen(town, 'field', null, ring)
  })
}
