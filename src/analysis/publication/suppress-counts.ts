/**
 * Which counts of people may not be told.
 *
 * Threshold rule of statistical disclosure control: a count from 0 to 9 could point at somebody, so it is suppressed
 * (primary). Where a total is told, one suppressed part could be found by subtraction, and so could the sum of several
 * small ones; therefore more cells are suppressed until that is impossible (complementary or secondary suppression).
 * @see Hundepool et al. (2012), Statistical Disclosure Control, sections 4.2 and 4.4.
 */

/** Smaller counts of people are not told. */
export const SMALLEST_TOLD_COUNT = 10

/** One count of a table. */
export interface CountCell {
  id: string
  /** 0, 1, 2 … */
  count: number
  /** True if everybody knows it already: it cannot be suppressed any more. */
  isKnown?: boolean
}

/** A sum of the table: the total is exactly the sum of its parts. A cell is part of one total at most. */
export interface CountGroup {
  totalId: string
  partIds: readonly string[]
}

export interface Suppression {
  /** Cells that may not be told, in the order of the table. */
  suppressedIds: readonly string[]
  /** Totals that are known already and give something small away whatever is suppressed: the table cannot be told. */
  unprotectedTotalIds: readonly string[]
}

interface Table {
  counts: ReadonlyMap<string, number>
  known: ReadonlySet<string>
  groupOf: ReadonlyMap<string, CountGroup>
  suppressed: Set<string>
}

/**
 * Suppress what is small and what would give it away.
 *
 * Afterwards every sum has no suppressed cell or at least two, and what is left when all told cells are taken from a
 * told total is at least 10; so a suppressed cell can be anything from 0 to that. The smallest counts that help are taken.
 */
export function suppressCounts(cells: readonly CountCell[], groups: readonly CountGroup[]): Suppression {
  const table: Table = {
    counts: new Map(cells.map(({ id, count }) => [id, count])),
    known: new Set(cells.filter(({ isKnown }) => isKnown).map(({ id }) => id)),
    groupOf: new Map(groups.map((group) => [group.totalId, group])),
    suppressed: new Set(cells.filter(({ count, isKnown }) => count < SMALLEST_TOLD_COUNT && !isKnown).map(({ id }) => id)),
  }
  const unprotected = new Set<string>()
  for (;;) {
    const open = groups.filter(({ totalId }) => !unprotected.has(totalId))
    // A suppressed district gets its second cell below before anybody asks how much is hidden in it.
    const group = open.find((one) => hasOneSuppressed(one, table)) ?? open.find((one) => isSmallSumDerivable(one, table))
    if (!group) break
    const next = nextToSuppress(group, table)
    if (next === null) unprotected.add(group.totalId)
    else table.suppressed.add(next)
  }
  return { suppressedIds: cells.map(({ id }) => id).filter((id) => table.suppressed.has(id)), unprotectedTotalIds: [...unprotected] }
}

/** True if a subtraction or an addition finds the only suppressed cell of a sum. */
function hasOneSuppressed({ totalId, partIds }: CountGroup, { suppressed }: Table): boolean {
  return [totalId, ...partIds].filter((id) => suppressed.has(id)).length === 1
}

/** True if a subtraction finds a sum of suppressed cells that is small itself. */
function isSmallSumDerivable(group: CountGroup, table: Table): boolean {
  const isAnySuppressed = group.partIds.some((id) => table.suppressed.has(id))
  return isAnySuppressed && !table.suppressed.has(group.totalId) && suppressedMass(group, table) < SMALLEST_TOLD_COUNT
}

/** What is left of a total when all that is told below it is taken away. */
function suppressedMass({ partIds }: CountGroup, table: Table): number {
  return partIds.filter((id) => table.suppressed.has(id)).reduce((mass, id) => {
    const below = table.groupOf.get(id)
    return mass + (below ? suppressedMass(below, table) : table.counts.get(id)!)
  }, 0)
}

/** The smallest part that is still told, one without parts of its own first; else the total; null if nothing is left. */
function nextToSuppress({ totalId, partIds }: CountGroup, { counts, known, groupOf, suppressed }: Table): string | null {
  const isOpen = (id: string) => !suppressed.has(id) && !known.has(id)
  const rank = (id: string) => (groupOf.has(id) ? 1 : 0)
  const [smallest] = partIds.filter(isOpen).sort((a, b) => rank(a) - rank(b) || counts.get(a)! - counts.get(b)! || (a < b ? -1 : 1))
  return smallest ?? (isOpen(totalId) ? totalId : null)
}
