import { area } from '@turf/turf'
import type { Position } from 'geojson'
import { areaOf, partsOf } from '@/analysis/repair/area-of'
import { dropSlivers } from '@/analysis/repair/drop-slivers'
import { measureShift } from '@/analysis/repair/measure-shift'
import { closeRing, withoutRepeats, withoutSpikes, withoutStubs } from '@/analysis/repair/tidy-rings'
import { unkinkArea } from '@/analysis/repair/unkink-area'
import { findSelfIntersections } from '@/analysis/shape/find-self-intersections'
import { windRings } from '@/analysis/shape/wind-rings'
import type { AreaGeometry, Repair } from '@/domain/import'

/** Why an area cannot be repaired, and where to look. */
export interface AreaProblem {
  reason: 'no-area' | 'crosses-itself'
  lon: number
  lat: number
}

export interface AreaRepair {
  /** As it would be used; null if it cannot be. The very object that was given if nothing was repaired. */
  geometry: AreaGeometry | null
  /** In the order in which they were done. */
  repairs: Repair[]
  problem: AreaProblem | null
}

const UNCHANGED = { areaChangeM2: 0, shiftM: 0, isHarmless: true }

/**
 * Repair an area: rings closed, repeated vertices and slivers left out, crossings cut apart, rings wound as RFC 7946 wants.
 * An area without faults comes back as it is; a repaired one stays as it is when it is repaired again.
 *
 * @param geometry - Positions of finite numbers, degrees.
 */
export function repairArea(geometry: AreaGeometry): AreaRepair {
  const given = partsOf(geometry)
  const repairs: Repair[] = []
  let parts = given

  /** One step over every ring; the parts stay the same object if none changed. */
  const eachRing = (step: (ring: Position[]) => Position[]): Position[][][] => {
    const next = parts.map((rings) => rings.map(step))
    return next.every((rings, p) => rings.every((ring, r) => ring === parts[p]![r])) ? parts : next
  }
  const take = (next: Position[][][], kind: Repair['kind'], change?: Partial<Repair>): void => {
    if (next === parts) return
    repairs.push({ kind, ...(change ? { ...UNCHANGED, ...change } : { ...measureChange(parts, next), isHarmless: false }) })
    parts = next
  }
  // A ring that is not closed has no area to compare with.
  take(eachRing(closeRing), 'ring-closed', { areaChangeM2: null })
  take(eachRing(withoutRepeats), 'duplicate-vertices', {})
  take(withoutStubs(parts), 'sliver')
  take(eachRing(withoutSpikes), 'sliver')
  take(withoutStubs(parts), 'sliver')
  if (parts.length === 0) return { geometry: null, repairs, problem: problemAt('no-area', given) }

  const [crossing] = findSelfIntersections([{ id: '', geometry: areaOf(parts) }], '')
  if (crossing) {
    const unkinked = unkinkArea(parts)
    const { lon, lat } = crossing.params as { lon: number; lat: number }
    if (unkinked === null) return { geometry: null, repairs, problem: { reason: 'crosses-itself', lon, lat } }
    take(unkinked, 'self-intersection')
  }
  take(dropSlivers(parts), 'sliver')
  // Holes that are as large as what they are in, such as a copy of the outer ring, leave nothing of it.
  if (parts.length === 0 || parts.some(isAllHole)) return { geometry: null, repairs, problem: problemAt('no-area', given) }
  const wound = parts.map((rings) => windRings(rings))
  if (JSON.stringify(wound) !== JSON.stringify(parts)) take(wound, 'winding', {})
  return { geometry: repairs.length === 0 ? geometry : areaOf(parts), repairs: together(repairs), problem: null }
}

const isAllHole = (rings: Position[][]): boolean => rings.length > 1 && area(areaOf([rings])) <= 0

/** What a repair did to the ground, m² and m. */
export function measureChange(before: Position[][][], after: Position[][][]): Pick<Repair, 'areaChangeM2' | 'shiftM'> {
  const [was, is] = [areaOf(before), areaOf(after)]
  return { areaChangeM2: after.length === 0 ? null : area(is) - area(was), shiftM: measureShift(was, is) }
}

/** Slivers may be left out in several steps: told once, changes added up. */
function together(repairs: readonly Repair[]): Repair[] {
  const kinds = [...new Set(repairs.map(({ kind }) => kind))]
  return kinds.map((kind) => repairs.filter((repair) => repair.kind === kind).reduce((sum, repair) => ({
    ...sum,
    areaChangeM2: sum.areaChangeM2 === null || repair.areaChangeM2 === null ? null : sum.areaChangeM2 + repair.areaChangeM2,
    shiftM: sum.shiftM === null || repair.shiftM === null ? null : Math.max(sum.shiftM, repair.shiftM),
  })))
}

function problemAt(reason: AreaProblem['reason'], parts: Position[][][]): AreaProblem {
  const [lon = 0, lat = 0] = parts.flat(2)[0] ?? []
  return { reason, lon, lat }
}
