import { makeBlocks } from '@/cli/synthesize/blocks'
import { makeCorridors } from '@/cli/synthesize/corridors'
import { fillBlocks, plantLeftovers } from '@/cli/synthesize/fill-blocks'
import { plantGreens } from '@/cli/synthesize/green-land'
import { makeNetwork } from '@/cli/synthesize/network'
import { Occupancy } from '@/cli/synthesize/occupancy'
import { addFacilities, addHazards, addResidences } from '@/cli/synthesize/people'
import { placeCommunities } from '@/cli/synthesize/place-communities'
import { forkRandom } from '@/cli/synthesize/random'
import { addSpareSpaces } from '@/cli/synthesize/spare-spaces'
import type { CommunitySpec } from '@/cli/synthesize/specs'
import { makeStreets } from '@/cli/synthesize/streets'
import { addGreen, type Town } from '@/cli/synthesize/town'

/** Grow the town around the programme. What comes first keeps its ground; what comes later builds around it. */
export function growTown(specs: readonly CommunitySpec[], seed: number): Town {
  const corridors = makeCorridors()
  const network = makeNetwork(makeStreets(corridors, forkRandom(seed, 'streets')), corridors)
  const blocks = makeBlocks(network, corridors, forkRandom(seed, 'blocks'))
  const town: Town = {
    network, corridors, blocks, occupancy: new Occupancy(),
    communities: [], houses: [], greens: [], ponds: [], spares: [], facilities: [], residences: [], hazards: [], gates: [], landmarks: [],
  }
  for (const { place, frame } of blocks) {
    if (place) town.landmarks.push({ name: place.name, nameEn: place.nameEn, kind: place.kind, at: frame.origin })
  }
  const island = corridors.find(({ id }) => id === 'river')?.island
  if (island) addGreen(town, 'park', '示例汶心岛', island)
  placeCommunities(town, specs, forkRandom(seed, 'communities'))
  plantGreens(town, forkRandom(seed, 'greens'))
  addSpareSpaces(town, forkRandom(seed, 'spares'))
  fillBlocks(town, forkRandom(seed, 'houses'))
  plantLeftovers(town)
  addResidences(town, forkRandom(seed, 'residences'))
  addFacilities(town, forkRandom(seed, 'facilities'))
  addHazards(town, forkRandom(seed, 'hazards'))
  return town
}
