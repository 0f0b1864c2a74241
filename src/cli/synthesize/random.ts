/** Source of chance with a seed: the same seed gives the same town, byte for byte. */
export type Random = () => number

/** mulberry32 (Tommy Ettinger, public domain): 32 bits of state, good enough to scatter houses. Values in 0…1, 1 excluded. */
export function makeRandom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** An independent stream for one part of the town, so that a change in one part leaves the others as they were. */
export function forkRandom(seed: number, part: string): Random {
  let hash = seed >>> 0
  for (const letter of part) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return makeRandom(hash)
}

export function between(random: Random, low: number, high: number): number {
  return low + (high - low) * random()
}

/** A whole number, both ends included. */
export function integerBetween(random: Random, low: number, high: number): number {
  return Math.floor(between(random, low, high + 1))
}

/** One entry of a list that is not empty. */
export function pick<T>(random: Random, list: readonly T[]): T {
  const entry = list[Math.floor(random() * list.length)]
  if (entry === undefined) throw new Error('pick: got an empty list')
  return entry
}

/** One key of a table of weights. */
export function pickWeighted<K extends string>(random: Random, weights: Readonly<Record<K, number>>): K {
  const entries = Object.entries(weights) as [K, number][]
  let rest = random() * entries.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [key, weight] of entries) {
    rest -= weight
    if (rest < 0) return key
  }
  return entries[entries.length - 1]![0]
}

/** A shuffled copy (Fisher–Yates). */
export function shuffled<T>(random: Random, list: readonly T[]): T[] {
  const copy = [...list]
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[copy[i], copy[j]] = [copy[j]!, copy[i]!]
  }
  return copy
}
