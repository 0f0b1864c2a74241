import type { TownBlock } from '@/cli/synthesize/blocks'
import { fillWithCourtyards } from '@/cli/synthesize/courtyards'
import { buildInstitutions } from '@/cli/synthesize/institutions'
import { divideLot, groundOf } from '@/cli/synthesize/lots'
import { areaOf, distance, isInside, liesWithin, rectangle, strip, unit } from '@/cli/synthesize/plane'
import { between, pick, type Random } from '@/cli/synthesize/random'
import { drawStyle, drawStyleName, fillWithRows, type StyleName } from '@/cli/synthesize/rows'
import { addGreen, addHouse, addWay, type House, type Town } from '@/cli/synthesize/town'
import { buildCommerce, buildWorks } from '@/cli/synthesize/works'

const LANE_WIDTH_M = 5
const LANE_NAMES = ['安居', '乐业', '长青', '福寿', '春晖', '秋实', '民生', '团结', '友谊', '光明', '朝阳', '幸福', '惠民', '明礼']

/** Build every block of the town according to its purpose, around what is already there. */
export function fillBlocks(town: Town, random: Random): void {
  for (const block of town.blocks) {
    switch (block.purpose) {
      case 'residential': fillResidential(town, block, random); break
      case 'oldTown': fillOldTown(town, block, random); break
      case 'commercial':
        if (block.place) buildInstitutions(town, block, random)
        else buildCommerce(town, block.lot, block.frame, random)
        break
      case 'industrial': buildWorks(town, block.lot, block.frame, random); break
      case 'public': buildInstitutions(town, block, random); break
    }
  }
}

/** Corners too small to build on are planted. */
export function plantLeftovers(town: Town): void {
  for (const block of town.blocks) {
    if (!['residential', 'commercial', 'public', 'industrial', 'oldTown'].includes(block.purpose)) continue
    const isBuilt = [...town.houses, ...town.communities].some(({ ring }) => isInside(ring[0]!, block.ring))
    if (isBuilt || !town.occupancy.isFree(block.ring, 0.1)) continue
    block.purpose = 'green'
    addGreen(town, 'square', null, block.ring)
  }
}

/** Shops along the main streets, then compounds, each of one design, some with a public lane between them. */
function fillResidential(town: Town, block: TownBlock, random: Random): void {
  const heartM = Math.hypot(block.plan[0] - 50, block.plan[1])
  addShops(town, block, heartM, random)
  const mostM2 = between(random, 13_000, 24_000)
  const compounds = divideLot(block.lot, block.frame, {
    mostM2, share: () => between(random, 0.4, 0.6), insetM: () => LANE_WIDTH_M / 2 + 1, onCut: (from, to) => {
      if (distance(from, to) < 50 || random() < 0.35) return
      const free = town.occupancy.isFree(strip(from, to, LANE_WIDTH_M + 1), 0.5)
      if (free) addWay(town, [from, to], `${pick(random, LANE_NAMES)}巷`, LANE_WIDTH_M)
    },
  })
  for (const compound of compounds) {
    const ground = groundOf(compound, 4.5)
    if (!ground) continue
    let name: StyleName = drawStyleName(heartM, random)
    if (areaOf(ground) < 5_000 && (name === 'tower' || name === 'midRise')) name = 'shortWalkUp'
    fillWithRows(town, ground, block.frame, drawStyle(name, random), name === 'village' ? 1.5 : 6, random)
    // What is left beside the rows is room for short houses.
    if (name !== 'village') fillWithRows(town, ground, block.frame, drawStyle('shortWalkUp', random), 15, random)
  }
}

/** Two to four floors of shops, parallel to the kerb. */
function addShops(town: Town, block: TownBlock, heartM: number, random: Random): void {
  const ground = groundOf(block.lot, 0.8)
  if (!ground) return
  block.edges.forEach((edge, i) => {
    if (edge.street?.class !== 'arterial' && edge.street?.class !== 'secondary') return
    const [from, to] = [block.lot.ring[i]!, block.lot.ring[(i + 1) % block.lot.ring.length]!]
    const chance = heartM < 900 ? 0.42 : 0.2
    const [dx, dy] = unit(from, to)
    const frame = { origin: from, angle: Math.atan2(dy, dx) }
    for (let x = 0; x + 20 < distance(from, to);) {
      const lengthM = between(random, 22, 52)
      const ring = rectangle(frame, x, block.lot.insetsM[i]! + 1, lengthM, between(random, 9.5, 12))
      const heightM = Math.round(between(random, 6.5, 13.5) * 10) / 10
      const shop: House = { ring, heightM, landUse: 'commercial', households: 0 }
      const built = random() < chance && liesWithin(ring, ground) && addHouse(town, shop, 4)
      x += built ? lengthM + between(random, 3, 9) : 6
    }
  })
}

function fillOldTown(town: Town, block: TownBlock, random: Random): void {
  const isCore = block.edges.some(({ street }) => street?.class === 'lane')
  const frame = { origin: block.frame.origin, angle: block.frame.angle + between(random, -0.06, 0.06) }
  const compounds = isCore ? [block.lot] : divideLot(block.lot, frame, {
    mostM2: 6_500, share: () => between(random, 0.38, 0.62), insetM: () => 2.6, onCut: (from, to) => {
      if (town.occupancy.isFree(strip(from, to, 4.5), 0.4)) addWay(town, [from, to], null, 3.6)
    },
  })
  for (const compound of compounds) {
    const ground = groundOf(compound, 0.9)
    if (ground) fillWithCourtyards(town, ground, frame, random)
  }
}
