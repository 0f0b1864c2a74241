import type { Reach } from '@/analysis/reach/reach'

/**
 * Two-step floating catchment area (2SFCA; Luo & Wang 2003, Environment and Planning B 30, 865–884).
 *
 * Step 1: every facility shares its capacity among all people in its reach. Step 2: every demand point adds up the
 * shares of the facilities that reach it. The result is places per person, at each point; times the people, it sums
 * to the capacity of all facilities that have anybody in reach.
 *
 * `capacity` per facility, NaN if unknown: such a facility takes no part. A point that only such facilities reach is
 * NaN, not 0; 0 means that no facility reaches it. A facility that reaches nobody shares with nobody.
 */
export function measureAccessibility(reach: Reach, capacity: Float64Array, people: Float64Array): Float64Array {
  const { starts, point } = reach
  const perPerson = new Float64Array(people.length)
  const unshared: number[] = []
  for (let f = 0; f < capacity.length; f++) {
    const end = starts[f + 1]!
    let inReach = 0
    for (let k = starts[f]!; k < end; k++) inReach += people[point[k]!]!
    if (!(capacity[f]! >= 0 && capacity[f]! < Infinity && inReach > 0)) {
      unshared.push(f)
      continue
    }
    const share = capacity[f]! / inReach
    for (let k = starts[f]!; k < end; k++) perPerson[point[k]!]! += share
  }
  return unshared.length > 0 ? withoutUnknown(perPerson, reach, unshared) : perPerson
}

/** NaN for the points that none but these facilities reach. */
function withoutUnknown(perPerson: Float64Array, { starts, point }: Reach, unshared: readonly number[]): Float64Array {
  const facilityCount = starts.length - 1
  const isUnshared = new Uint8Array(facilityCount)
  for (const f of unshared) isUnshared[f] = 1
  const isKnown = new Uint8Array(perPerson.length)
  for (let f = 0; f < facilityCount; f++) {
    if (isUnshared[f] === 1) continue
    for (let k = starts[f]!; k < starts[f + 1]!; k++) isKnown[point[k]!] = 1
  }
  for (const f of unshared) {
    for (let k = starts[f]!; k < starts[f + 1]!; k++) if (isKnown[point[k]!] === 0) perPerson[point[k]!] = NaN
  }
  return perPerson
}
