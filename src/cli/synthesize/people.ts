import { areaOf, centroidOf, distance, type Point } from '@/cli/synthesize/plane'
import { between, integerBetween, pick, type Random } from '@/cli/synthesize/random'
import type { House, Town } from '@/cli/synthesize/town'
import type { FacilityType, Hazard } from '@/domain/place'

/** One point per house with homes; courtyard houses are counted together, about a dozen to a point. */
export function addResidences(town: Town, random: Random): void {
  const add = (at: Point, households: number): void => {
    const known = random() < 0.34
    town.residences.push({
      name: null, households,
      personsPerHousehold: known ? round(between(random, 2.3, 3), 2) : null,
      share60Plus: known ? round(between(random, 0.14, 0.32), 3) : null,
      shareUnder3: known ? round(between(random, 0.012, 0.03), 3) : null,
      at,
    })
  }
  let yards: House[] = []
  for (const house of town.houses) {
    if (house.households > 0) add(centroidOf(house.ring), house.households)
    if (house.landUse !== 'oldTown' && !(house.landUse === 'residential' && house.households === 0)) continue
    const last = yards[yards.length - 1]
    if (last && (yards.length >= 12 || distance(last.ring[0]!, house.ring[0]!) > 90)) {
      add(middleHouse(yards), yards.length + integerBetween(random, 0, 4))
      yards = []
    }
    yards.push(house)
  }
  if (yards.length > 0) add(middleHouse(yards), yards.length)
}

function middleHouse(yards: readonly House[]): Point {
  return centroidOf(yards[Math.floor(yards.length / 2)]!.ring)
}

function round(value: number, decimals: number): number {
  return Math.round(value * 10 ** decimals) / 10 ** decimals
}

/** Type, what it is called, how many there are, floor area m² and places (0: has none). */
const FACILITIES: readonly (readonly [FacilityType, string, number, readonly [number, number], readonly [number, number]])[] = [
  ['elderlyCare', '社区日间照料中心', 5, [260, 780], [18, 40]],
  ['childcare', '托育园', 3, [280, 620], [30, 70]],
  ['kindergarten', '幼儿园', 6, [1400, 3200], [180, 330]],
  ['health', '社区卫生服务站', 5, [150, 600], [0, 0]],
  ['market', '便民市场', 4, [600, 2400], [0, 0]],
  ['canteen', '社区食堂', 3, [120, 320], [40, 90]],
  ['serviceCentre', '社区服务中心', 4, [350, 1100], [0, 0]],
  ['fitness', '健身活动室', 3, [90, 400], [0, 0]],
]

/** Existing facilities, in houses spread over the town. */
export function addFacilities(town: Town, random: Random): void {
  const hosts = town.houses.filter(({ landUse, ring }) => ['residential', 'commercial'].includes(landUse)
    && areaOf(ring) > 150 && distance(centroidOf(ring), [0, 100]) < 1900)
  const taken: Point[] = []
  for (const [type, word, count, area, places] of FACILITIES) {
    for (let n = 0; n < count; n++) {
      let at = centroidOf(pick(random, hosts).ring)
      for (let k = 0; k < 60 && taken.some((other) => distance(other, at) < 260); k++) at = centroidOf(pick(random, hosts).ring)
      taken.push(at)
      town.facilities.push({
        name: `示例${'一二三四五六'[n]}${word}`, type,
        floorAreaM2: random() < 0.15 ? null : Math.round(between(random, ...area) / 10) * 10,
        capacity: places[1] === 0 || random() < 0.2 ? null : integerBetween(random, ...places),
        at,
      })
    }
  }
}

const HAZARDS: readonly (readonly [Hazard['kind'], string, number])[] = [
  ['fuelStation', '示例加油站', 3], ['substation', '示例变电站', 1], ['gasRegulator', '示例燃气调压站', 2],
  ['wasteStation', '示例垃圾中转站', 2], ['dangerousGoods', '示例危化品仓库', 1],
]

/** What care facilities keep away from. */
export function addHazards(town: Town, random: Random): void {
  const works = town.houses.filter(({ landUse }) => landUse === 'industrial')
  const shops = town.houses.filter(({ landUse, heightM }) => landUse === 'commercial' && heightM < 9)
  for (const [kind, name, count] of HAZARDS) {
    for (let n = 0; n < count; n++) {
      const host = pick(random, kind === 'fuelStation' || kind === 'gasRegulator' || kind === 'wasteStation' ? shops : works)
      town.hazards.push({ kind, name: count > 1 ? `${name}${'一二三'[n]}` : name, at: centroidOf(host.ring) })
    }
  }
  const market = town.landmarks.find(({ kind }) => kind === 'market')
  if (market) town.hazards.push({ kind: 'crowdedMarket', name: market.name, at: market.at })
  const pylons: Point[] = [[2980, -2600], [2940, -1500], [2960, -400], [2990, 700], [3040, 1900], [3080, 2900]]
  town.hazards.push({ kind: 'powerLine', name: '示例 110 千伏线路', at: pylons })
}
