import { findLinks } from '@/analysis/assembly/find-links'
import { groupSpaces } from '@/analysis/assembly/group-spaces'
import { indexLine } from '@/analysis/reach/line-candidates'
import { lineReach } from '@/analysis/reach/line-reach'
import type { Reach } from '@/analysis/reach/reach'
import { measureAccessibility } from '@/analysis/siting/measure-accessibility'
import { buildBarriers } from '@/analysis/street/build-barriers'
import { connectPoints } from '@/analysis/street/connect-points'
import { connectShapes } from '@/analysis/street/connect-shapes'
import { streetsOfArrays } from '@/analysis/street/streets-of-arrays'
import { walkReach } from '@/analysis/street/walk-reach'
import { COUNTRY, makeLand, middlesOf, PROVINCE, type LandScale, type MadeLand } from './make-land'

export const RADIUS_M = 500
export const GAP_M = 10
const MAX_CONNECTOR_M = 100
const BARRIERS = buildBarriers({ water: [], railways: [] })

/** Times in ms and counts of one scale. */
export interface ScaleFigures extends LandScale {
  indexMs: number
  /** Points against points with the arranging, and points against boundaries once arranged. */
  middlesMs: number
  boundariesMs: number
  streetsMs: number
  connectMs: number
  walkMs: number
  assemblyMs: number
  accessibilityMs: number
  uncoveredMs: number
  middlePairs: number
  pairs: number
  walkPairs: number
  links: number
  groups: number
  uncovered: number
}

/**
 * What a process of its own measures, printed as JSON: `times` all scales, `memory` the country once.
 * A process of its own, because what others left in memory would count.
 */
export function main([what]: readonly string[]): void {
  if (what === 'memory') {
    const toolMb = process.resourceUsage().maxRSS / 1024
    measureScale(makeLand(COUNTRY), () => 1)
    console.log(JSON.stringify({ toolMb, peakMb: process.resourceUsage().maxRSS / 1024 }))
    return
  }
  // Let the compiler warm up: the page asks more than once.
  measureScale(makeLand(PROVINCE), () => 3)
  const scales = [PROVINCE, ...[1 / 8, 1 / 4, 1 / 2].map((share): LandScale => ({
    name: `${share} of the country`, buildings: Math.round(COUNTRY.buildings * share), spaces: Math.round(COUNTRY.spaces * share), nodes: Math.round(COUNTRY.nodes * share),
  })), COUNTRY]
  console.log(JSON.stringify(scales.map((scale) => measureScale(makeLand(scale), (most) => (scale === PROVINCE ? most : Math.min(3, most))))))
}

function measureScale(land: MadeLand, runs: (most: number) => number): ScaleFigures {
  const { name, buildings, spaces, nodes, points, shapes, people, capacity } = land
  const index = timed(runs(15), () => indexLine(points, shapes, RADIUS_M))
  const middles = middlesOf(shapes)
  const middleJoin = timed(runs(15), () => lineReach(points, middles, RADIUS_M))
  const join = timed(runs(15), () => lineReach(points, shapes, RADIUS_M, index.result))
  const assembly = timed(runs(9), () => {
    const links = findLinks(shapes, GAP_M)
    return { links, groups: groupSpaces(spaces, links, () => true, GAP_M) }
  })
  const streets = timed(1, () => streetsOfArrays(land.streets))
  const connectors = timed(1, () => ({
    points: connectPoints(streets.result, BARRIERS, points, MAX_CONNECTOR_M), spaces: connectShapes(streets.result, BARRIERS, shapes, MAX_CONNECTOR_M),
  }))
  const walk = timed(runs(7), () => walkReach(streets.result, connectors.result.points, connectors.result.spaces, RADIUS_M))
  const accessibility = timed(runs(25), () => measureAccessibility(walk.result, capacity, people))
  const uncovered = timed(runs(25), () => countUncovered(walk.result, people))
  return {
    name, buildings, spaces, nodes, indexMs: index.ms, middlesMs: middleJoin.ms, boundariesMs: join.ms, streetsMs: streets.ms, connectMs: connectors.ms, walkMs: walk.ms,
    assemblyMs: assembly.ms, accessibilityMs: accessibility.ms, uncoveredMs: uncovered.ms,
    middlePairs: middleJoin.result.point.length, pairs: join.result.point.length, walkPairs: walk.result.point.length, links: assembly.result.links.a.length,
    groups: assembly.result.groups.reduce((count, label, s) => (label === s ? count + 1 : count), 0), uncovered: uncovered.result.buildings,
  }
}

/** Buildings and people that no space reaches. */
export function countUncovered({ point }: Pick<Reach, 'point'>, people: Float64Array): { buildings: number; people: number } {
  const isCovered = new Uint8Array(people.length)
  for (let k = 0; k < point.length; k++) isCovered[point[k]!] = 1
  const uncovered = { buildings: 0, people: 0 }
  for (let p = 0; p < people.length; p++) {
    if (isCovered[p] === 1) continue
    uncovered.buildings++
    uncovered.people += people[p]!
  }
  return uncovered
}

/** Median processor time of several runs, which other programs beside it hardly change, and the result of the last. */
export function timed<T>(runs: number, work: () => T): { ms: number; result: T } {
  const times: number[] = []
  let result = null as T
  for (let run = 0; run < runs; run++) {
    const start = process.cpuUsage()
    result = work()
    const { user, system } = process.cpuUsage(start)
    times.push((user + system) / 1000)
  }
  return { ms: times.sort((a, b) => a - b)[Math.floor(runs / 2)]!, result }
}
