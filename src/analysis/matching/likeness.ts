/** Weight of a shared beginning, and its longest length that counts (Winkler 1990). */
const PREFIX_WEIGHT = 0.1
const LONGEST_PREFIX = 4
/** Names are short; the time of a comparison grows with the square of their length. */
const LONGEST = 40

/**
 * How alike two names are, 0…1, 1 if equal: the measure of Jaro (1989) with Winkler's (1990) weight of the beginning, over
 * characters. It was made for names with typing errors, swapped and missing signs, and needs no knowledge of a language.
 *
 * Sources: M. A. Jaro, Advances in record-linkage methodology, J. Am. Stat. Assoc. 84 (1989) 414–420;
 * W. E. Winkler, String comparator metrics and enhanced decision rules, Proc. Survey Research Methods, ASA (1990) 354–359.
 */
export function likeness(one: string, other: string): number {
  if (one === other) return 1
  const [a, b] = [[...one].slice(0, LONGEST), [...other].slice(0, LONGEST)]
  const jaro = jaroOf(a, b)
  let prefix = 0
  while (prefix < LONGEST_PREFIX && prefix < a.length && a[prefix] === b[prefix]) prefix++
  return jaro + prefix * PREFIX_WEIGHT * (1 - jaro)
}

/** Mean of the shares of matching characters and of those that keep their order. */
function jaroOf(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1)
  const isTaken = new Array<boolean>(b.length).fill(false)
  const matched: string[] = []
  a.forEach((sign, at) => {
    const last = Math.min(b.length - 1, at + reach)
    for (let to = Math.max(0, at - reach); to <= last; to++) {
      if (isTaken[to] || b[to] !== sign) continue
      isTaken[to] = true
      matched.push(sign)
      return
    }
  })
  if (matched.length === 0) return 0
  const others = b.filter((_, at) => isTaken[at])
  const moved = matched.filter((sign, at) => sign !== others[at]).length / 2
  return (matched.length / a.length + matched.length / b.length + (matched.length - moved) / matched.length) / 3
}
