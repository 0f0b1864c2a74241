import type { PropertyService } from '@/domain/programme'
import type { BuildingSpec, CommunitySpec } from '@/cli/synthesize/specs'

/** Seed of the shipped programme: every generator that needs the communities must start from it. */
export const PROGRAMME_SEED = 20240509

const TOTAL_HOUSEHOLDS = 4419
const TOTAL_FLOOR_AREA_M2 = 508_100
const STOREY_HEIGHT_M = 2.9
/** Plinth and parapet, m: six floors make 18 m. */
const ROOF_AND_PLINTH_M = 0.6

/** District, neighbourhood, name, number of buildings, year of the first building. */
type Outline = readonly [districtId: string, neighbourhood: string, name: string, buildingCount: number, builtYear: number]

/**
 * The official plan names two communities only; their names and neighbourhoods are its words.
 * All other names are invented on one visible pattern so that nobody takes them for real places.
 * Sizes are skewed as in reality: 21 of 35 have one to three buildings, five have seven or eight.
 */
const OUTLINES: readonly Outline[] = [
  ['jingkai', '示例七社区', '国槐里', 3, 1995],
  ['jingkai', '示例七社区', '海棠里', 5, 1991],
  ['jingkai', '示例七社区', '白蜡里', 2, 1998],
  ['jingkai', '示例八社区', '雪松里', 7, 1997],
  ['jingkai', '示例八社区', '樱花里', 1, 1989],
  ['jingkai', '示例八社区', '黄杨里', 4, 2001],
  ['xingan', '城东社区', '商场路国税局家属院', 7, 1996],
  ['xingan', '示例一社区', '石榴里', 3, 1986],
  ['xingan', '示例一社区', '银杏里', 2, 1983],
  ['xingan', '示例一社区', '玉兰里', 8, 1994],
  ['xingan', '示例一社区', '腊梅里', 1, 1981],
  ['xingan', '示例二社区', '丁香里', 4, 1988],
  ['xingan', '示例二社区', '梧桐里', 3, 1990],
  ['xingan', '示例二社区', '流苏里', 2, 1985],
  ['xingan', '示例二社区', '红枫里', 5, 1993],
  ['xingan', '示例三社区', '木瓜里', 1, 1979],
  ['xingan', '示例三社区', '合欢里', 3, 1987],
  ['xingan', '示例三社区', '翠竹里', 2, 1992],
  ['xingan', '示例三社区', '桂花里', 8, 1999],
  ['xingan', '示例四社区', '女贞里', 3, 1984],
  ['xingan', '示例四社区', '月季里', 4, 1996],
  ['xingan', '示例四社区', '杜仲里', 2, 1982],
  ['xingan', '示例四社区', '连翘里', 5, 2000],
  ['xingan', '示例五社区', '芙蓉里', 1, 1978],
  ['xingan', '示例五社区', '核桃里', 3, 1994],
  ['xingan', '示例五社区', '栾树里', 2, 1989],
  ['xingan', '示例五社区', '木槿里', 4, 1998],
  ['xingan', '示例六社区', '紫藤里', 3, 2003],
  ['xingan', '示例六社区', '香椿里', 2, 1986],
  ['dawenhe', '示例九社区', '山楂里', 5, 1995],
  ['dawenhe', '示例九社区', '紫荆里', 3, 1990],
  ['dawenhe', '贾戈社区', '网通邮电新村', 4, 1994],
  ['dawenhe', '示例十社区', '石楠里', 2, 1997],
  ['dawenhe', '示例十社区', '垂柳里', 8, 2002],
  ['dawenhe', '示例十社区', '枇杷里', 1, 1988],
]
const SHOWCASE_NAMES: readonly string[] = ['商场路国税局家属院', '网通邮电新村']

/**
 * Make the communities and buildings of the synthetic programme, in id order, without a place on the ground.
 *
 * Their sums are the control totals of the official plan: 35 communities, 123 buildings, 4,419 households, 508,100 m².
 */
export function makeCommunitySpecs(random: () => number): CommunitySpec[] {
  const communities = OUTLINES.map((outline, index) => makeCommunity(outline, index + 1, random))
  const buildings = communities.flatMap((community) => community.buildings)
  settleHouseholds(buildings, random)
  settleFloorArea(buildings)
  for (const community of communities) {
    community.households = sum(community.buildings.map((building) => building.households))
    community.floorAreaM2 = sum(community.buildings.map((building) => building.floorAreaM2))
  }
  return communities
}

function makeCommunity(outline: Outline, number: number, random: () => number): CommunitySpec {
  const [districtId, neighbourhood, name, buildingCount, builtYear] = outline
  const id = `C${String(number).padStart(2, '0')}`
  const usualFloors = builtYear < 1984 ? 4 : builtYear < 1988 ? 5 : random() < 0.3 ? 5 : 6
  const depthM = round1(11.5 + 2 * random())
  // One design institute, one stairwell: rows of a compound look alike, compounds differ.
  const stairwellLengthM = 18 + 2 * random()
  const buildings = Array.from({ length: buildingCount }, (_, index): BuildingSpec => {
    const floors = random() < 0.85 ? usualFloors : usualFloors === 6 ? 5 : usualFloors + 1
    const stairwells = pickStairwells(random())
    return {
      id: `${id}-B${index + 1}`,
      name: `${index + 1}号楼`,
      floors,
      stairwells,
      households: floors * stairwells * 2,
      floorAreaM2: 0,
      lengthM: stairwells * stairwellLengthM,
      depthM,
      heightM: round1(floors * STOREY_HEIGHT_M + ROOF_AND_PLINTH_M),
      // A compound grew over a few years, front row first.
      builtYear: Math.min(2003, builtYear + (index < 2 ? 0 : Math.floor(random() * 4))),
    }
  })
  return {
    id, name, districtId, neighbourhood, showcase: SHOWCASE_NAMES.includes(name), builtYear,
    households: 0, floorAreaM2: 0, propertyService: pickPropertyService(name, random()), buildings,
  }
}

function pickStairwells(chance: number): number {
  return chance < 0.2 ? 2 : chance < 0.65 ? 3 : 4
}

function pickPropertyService(name: string, chance: number): PropertyService {
  if (SHOWCASE_NAMES.includes(name)) return 'self'
  return chance < 0.5 ? 'none' : chance < 0.8 ? 'self' : chance < 0.92 ? 'municipal' : 'market'
}

/** Bring the sum of households to the control total: first by whole stairwells, then by one flat in some buildings. */
function settleHouseholds(buildings: BuildingSpec[], random: () => number): void {
  const excess = () => sum(buildings.map((building) => building.households)) - TOTAL_HOUSEHOLDS
  while (Math.abs(excess()) > 30) {
    const step = excess() > 0 ? -1 : 1
    const building = buildings[Math.floor(random() * buildings.length)]!
    const stairwells = building.stairwells + step
    if (stairwells < 2 || stairwells > 4) continue
    building.lengthM *= stairwells / building.stairwells
    building.stairwells = stairwells
    building.households = building.floors * stairwells * 2
  }
  const changed = new Set<BuildingSpec>()
  while (excess() !== 0) {
    const building = buildings[Math.floor(random() * buildings.length)]!
    if (changed.has(building)) continue
    changed.add(building)
    building.households += excess() > 0 ? -1 : 1
  }
}

/** Scale façades so that the floor areas, whole m² each, add up to the control total exactly. */
function settleFloorArea(buildings: BuildingSpec[]): void {
  const volumes = buildings.map(({ lengthM, depthM, floors }) => lengthM * depthM * floors)
  const scale = TOTAL_FLOOR_AREA_M2 / sum(volumes)
  let carried = 0
  buildings.forEach((building, index) => {
    // Carrying the rounding error on keeps the total exact without a correction at the end.
    const exact = volumes[index]! * scale + carried
    building.floorAreaM2 = Math.round(exact)
    carried = exact - building.floorAreaM2
    building.lengthM = round1(building.floorAreaM2 / (building.floors * building.depthM))
  })
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function round1(value: number): number {
  return Math.round(value * 10) / 10
}
