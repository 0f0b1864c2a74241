import { bend, bendLine } from '@/cli/synthesize/bend'
import { cutOut } from '@/cli/synthesize/clip'
import type { Corridor, CorridorId } from '@/cli/synthesize/corridors'
import { smoothLine } from '@/cli/synthesize/curves'
import { isUrban, OLD_CORE, WIDTH_M, type Street } from '@/cli/synthesize/layout'
import { makeCoreLanes } from '@/cli/synthesize/old-core'
import type { Point } from '@/cli/synthesize/plane'
import { between, pick, type Random } from '@/cli/synthesize/random'
import type { RoadClass } from '@/domain/place'

interface MainStreet { at: number; name: string | null; class: RoadClass; crosses: readonly CorridorId[] }

/** North–south streets by their place on the plan. Real road names of the town, their position is invented. */
const AVENUES: readonly MainStreet[] = [
  { at: -3300, name: null, class: 'lane', crosses: [] },
  { at: -2740, name: null, class: 'lane', crosses: [] },
  { at: -2150, name: '云湖路', class: 'secondary', crosses: [] },
  { at: -1480, name: '莲花山路', class: 'arterial', crosses: ['river'] },
  { at: -820, name: '新安路', class: 'secondary', crosses: ['creek'] },
  { at: -230, name: '兴安路', class: 'arterial', crosses: ['river'] },
  { at: 330, name: '商场路', class: 'secondary', crosses: [] },
  { at: 820, name: '文化路', class: 'secondary', crosses: ['river'] },
  { at: 1330, name: '锦湖路', class: 'arterial', crosses: ['river'] },
  { at: 2560, name: '金汶路', class: 'arterial', crosses: ['river'] },
  { at: 3150, name: null, class: 'lane', crosses: [] },
]
/** East–west streets. 学府街, 育才街, 汶水街 and 北环路 are invented. */
const CROSS_STREETS: readonly MainStreet[] = [
  { at: -2850, name: null, class: 'lane', crosses: [] },
  { at: -2300, name: null, class: 'lane', crosses: [] },
  { at: -1790, name: '双丰大道', class: 'arterial', crosses: ['rail'] },
  { at: -1330, name: '育才街', class: 'secondary', crosses: [] },
  { at: -880, name: '世贸大街', class: 'arterial', crosses: ['rail'] },
  { at: -330, name: '学府街', class: 'secondary', crosses: ['creek'] },
  { at: 190, name: '青云大街', class: 'arterial', crosses: ['creek'] },
  { at: 560, name: '汶水街', class: 'secondary', crosses: ['creek', 'rail'] },
  { at: 1600, name: '青龙湖路', class: 'arterial', crosses: ['rail'] },
  { at: 2060, name: '北环路', class: 'secondary', crosses: [] },
  { at: 2600, name: null, class: 'lane', crosses: [] },
]
const REACH = { west: -3550, east: 3550, south: -3150, north: 3150 }
/** The old highway, from before the grid: it cuts through blocks on its way from the old core to the south-east. */
const OLD_HIGHWAY: readonly Point[] = [
  [330, -330], [560, -590], [820, -880], [1080, -1075], [1330, -1330], [1520, -1560], [1650, -1790], [1760, -2300], [1700, -3150],
]

/** Side streets: plan positions between the main streets, names invented. */
const SIDE_AVENUES: readonly (readonly [at: number, name: string])[] = [
  [-1935, '芳华路'], [-1700, '清泉路'], [-1265, '康宁路'], [-1050, '文昌路'], [-625, '府西路'], [-430, '府前路'],
  [-45, '永和路'], [150, '永乐路'], [490, '城东路'], [655, '吉祥路'], [990, '向阳路'], [1160, '锦绣路'], [1520, '振兴路'],
  [1710, '创业路'], [2250, '兴工路'], [2870, '工业东路'],
]
const SIDE_STREETS: readonly (readonly [at: number, name: string])[] = [
  [-1560, '富民街'], [-1105, '和平街'], [-700, '建设街'], [-515, '健康街'], [-155, '平安街'], [20, '永安街'],
  [375, '人民街'], [760, '河滨街'], [950, '东关街'], [1390, '汶阳街'], [1830, '桃园街'],
]

export function makeStreets(corridors: readonly Corridor[], random: Random): Street[] {
  return [
    ...AVENUES.map((street) => mainStreet(street, bendLine([street.at, REACH.south], [street.at, REACH.north], 60))),
    ...CROSS_STREETS.map((street) => mainStreet(street, bendLine([REACH.west, street.at], [REACH.east, street.at], 60))),
    ...corridors.flatMap((corridor) => corridor.sideRoads.map((road): Street => ({
      name: road.name, class: road.class, widthM: WIDTH_M[road.class], line: road.line, beside: corridor.id,
      crosses: corridor.id === 'river' ? ['creek'] : [],
    }))),
    { name: '老安景路', class: 'secondary', widthM: 16, line: smoothLine(OLD_HIGHWAY.map(bend), 40), crosses: [], beside: null },
    ...makeSideStreets(corridors, random),
    ...makeCoreLanes(random),
  ]
}

function mainStreet({ name, class: roadClass, crosses }: MainStreet, line: Point[]): Street {
  return { name, class: roadClass, widthM: WIDTH_M[roadClass], line, crosses, beside: null }
}

/** Side streets of every field of main streets; some are moved or left out, so that corners and block sizes vary. */
function makeSideStreets(corridors: readonly Corridor[], random: Random): Street[] {
  const streets: Street[] = []
  const [us, vs] = [AVENUES.map(({ at }) => at), CROSS_STREETS.map(({ at }) => at)]
  for (let i = 0; i + 1 < us.length; i++) {
    for (let j = 0; j + 1 < vs.length; j++) {
      const field = { west: us[i]!, east: us[i + 1]!, south: vs[j]!, north: vs[j + 1]! }
      const middle: Point = [(field.west + field.east) / 2, (field.south + field.north) / 2]
      const isLakePark = isBetween(-1815, field.west, field.east) && isBetween(-600, field.south, field.north)
      if (!isUrban(middle) || isLakePark || field.west === OLD_CORE.west && field.south === OLD_CORE.south) continue
      const most = { u: 0.16 * 190, v: 0.16 * 190 }
      for (const [at, name] of SIDE_AVENUES) {
        const isBigYard = name === '城东路' && field.south === OLD_CORE.south
        if (isBigYard || !isBetween(at, field.west + 90, field.east - 90)) continue
        const shift = shiftOf(random, most.u)
        if (shift !== null) streets.push(sideStreet(name, shift, [at + shift, field.south], [at + shift, field.north]))
      }
      for (const [at, name] of SIDE_STREETS) {
        if (!isBetween(at, field.south + 90, field.north - 90)) continue
        const shift = shiftOf(random, most.v)
        if (shift === null) continue
        const street = sideStreet(name, shift, [field.west, at + shift], [field.east, at + shift])
        const lines = corridors.reduce((left, { nearby }) => left.flatMap((line) => cutOut(line, nearby)), [street.line])
        streets.push(...lines.map((line) => ({ ...street, line })))
      }
    }
  }
  return streets
}

function isBetween(value: number, low: number, high: number): boolean {
  return value > low && value < high
}

/** 0 in most fields, so that the street runs on; null where there is none. */
function shiftOf(random: Random, mostM: number): number | null {
  const chance = random()
  const shift = between(random, 14, mostM) * pick(random, [-1, 1])
  return chance < 0.11 ? null : chance < 0.4 ? shift : 0
}

function sideStreet(name: string, shift: number, from: Point, to: Point): Street {
  // A street that jumps aside is a street of its own, with the smaller word for its kind.
  const own = shift === 0 ? name : `${name.slice(0, -1)}${shift > 0 ? '一' : '二'}巷`
  return { name: own, class: 'local', widthM: WIDTH_M.local, line: bendLine(from, to, 60), crosses: [], beside: null }
}
