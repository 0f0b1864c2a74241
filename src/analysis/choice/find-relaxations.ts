import type { Relaxation } from '@/domain/land'

/** One number of the question that may give way, such as the radius. */
export interface Give {
  kind: Relaxation['kind']
  unit: Relaxation['unit']
  /** What is asked now. */
  from: number
  /** Values to try, the nearest to `from` first. */
  values: readonly number[]
  /** People newly covered with the value, all else as asked. */
  peopleWith: (value: number) => number
  /** True if a value further away never covers fewer people: then halving finds the first one with few trials. */
  isMonotone: boolean
}

/**
 * The smallest single changes that are enough: for each number that may give way the nearest value with which enough people
 * are covered. Numbers that cannot help alone are left out.
 *
 * @returns In the order of `gives`.
 */
export function findRelaxations(gives: readonly Give[], isEnough: (people: number) => boolean): Relaxation[] {
  return gives.flatMap(({ kind, unit, from, values, peopleWith, isMonotone }) => {
    const tried = new Map<number, number>()
    const people = (at: number): number => {
      if (!tried.has(at)) tried.set(at, peopleWith(values[at]!))
      return tried.get(at)!
    }
    const test = (at: number): boolean => isEnough(people(at))
    const first = isMonotone ? firstByHalving(values.length, test) : values.findIndex((_, at) => test(at))
    return first === -1 ? [] : [{ kind, unit, from, to: values[first]!, newlyCoveredPeople: people(first) }]
  })
}

/** The first index that passes, where all after one that passes do; −1 if none does. */
function firstByHalving(count: number, test: (at: number) => boolean): number {
  if (count === 0 || !test(count - 1)) return -1
  let [from, to] = [0, count - 1]
  while (from < to) {
    const middle = (from + to) >> 1
    if (test(middle)) to = middle
    else from = middle + 1
  }
  return from
}
