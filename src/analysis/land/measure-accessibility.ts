import type { Reach } from '@/analysis/land/reach'

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
  const isKnown = new Uint8Array(people.length)
  const isReachedUnknown = new Uint8Array(people.length)
  for (let f = 0; f < capacity.length; f++) {
    let inReach = 0
    for (let k = starts[f]!; k < starts[f + 1]!; k++) inReach += people[point[k]!]!
    const isShared = capacity[f]! >= 0 && capacity[f]! < Infinity && inReach > 0
    const share = isShared ? capacity[f]! / inReach : 0
    const told = isShared ? isKnown : isReachedUnknown
    for (let k = starts[f]!; k < starts[f + 1]!; k++) {
      perPerson[point[k]!]! += share
      told[point[k]!] = 1
    }
  }
  for (let i = 0; i < people.length; i++) if (isReachedUnknown[i] === 1 && isKnown[i] === 0) perPerson[i] = NaN
  return perPerson
}
