/**
 * When an item is done within the works of a community, and what it usually weighs.
 *
 * Works run underground → buildings → road surface → facilities and greening. Times are shares of
 * the span from start of works (0) to planned finish (1). The road surface has no line: it follows
 * what lies under it.
 */
export interface ItemUsage {
  /** How often a community whose plan reaches this class has the item, 0…1. */
  chance: number
  /** Usual share of cost, only ratios matter. */
  weight: number
  start: number
  finish: number
}

export const ITEM_USAGE: Readonly<Record<string, ItemUsage>> = {
  // Removal happens before the works; its days are set apart.
  J01: { chance: 1, weight: 2, start: 0, finish: 0 },
  J02: { chance: 0.95, weight: 8, start: 0, finish: 0.4 },
  J03: { chance: 1, weight: 14, start: 0, finish: 0.5 },
  J04: { chance: 0.5, weight: 6, start: 0.1, finish: 0.5 },
  J05: { chance: 0.45, weight: 5, start: 0.06, finish: 0.46 },
  J06: { chance: 0.55, weight: 9, start: 0.05, finish: 0.5 },
  J07: { chance: 0.92, weight: 5, start: 0.12, finish: 0.55 },
  J08: { chance: 0.6, weight: 2, start: 0.35, finish: 0.68 },
  J09: { chance: 1, weight: 13, start: 0, finish: 0.96 },
  J10: { chance: 0.75, weight: 4, start: 0.35, finish: 0.74 },
  J11: { chance: 0.85, weight: 4, start: 0.62, finish: 0.94 },
  J12: { chance: 0.8, weight: 2, start: 0.66, finish: 0.94 },
  J13: { chance: 0.8, weight: 2, start: 0.72, finish: 0.94 },
  J14: { chance: 0.95, weight: 11, start: 0.05, finish: 0.68 },
  J15: { chance: 0.95, weight: 10, start: 0.22, finish: 0.93 },
  W01: { chance: 0.9, weight: 7, start: 0.8, finish: 1 },
  W02: { chance: 0.65, weight: 4, start: 0.74, finish: 0.98 },
  W03: { chance: 0.75, weight: 2, start: 0.74, finish: 0.98 },
  W04: { chance: 0.2, weight: 2, start: 0.74, finish: 0.98 },
  W05: { chance: 0.3, weight: 2, start: 0.8, finish: 1 },
  W06: { chance: 0.4, weight: 3, start: 0.78, finish: 0.99 },
  // Residents pay for these: only where PAID_BY_RESIDENTS says so.
  W07: { chance: 0, weight: 20, start: 0.08, finish: 0.86 },
  W08: { chance: 0, weight: 10, start: 0.14, finish: 0.7 },
  W09: { chance: 0, weight: 10, start: 0.25, finish: 0.92 },
  W10: { chance: 0.3, weight: 2, start: 0.66, finish: 0.92 },
  W11: { chance: 0.25, weight: 2, start: 0.74, finish: 0.98 },
  W12: { chance: 0.2, weight: 3, start: 0.6, finish: 0.96 },
  W13: { chance: 0.3, weight: 1, start: 0.85, finish: 1 },
  T01: { chance: 0.35, weight: 5, start: 0.58, finish: 1 },
  T02: { chance: 0.2, weight: 4, start: 0.58, finish: 1 },
  T03: { chance: 0.25, weight: 4, start: 0.58, finish: 1 },
  T04: { chance: 0.25, weight: 4, start: 0.62, finish: 1 },
  T05: { chance: 0.35, weight: 4, start: 0.58, finish: 1 },
  T06: { chance: 0.6, weight: 4, start: 0.68, finish: 1 },
  T07: { chance: 0.25, weight: 4, start: 0.58, finish: 1 },
  T08: { chance: 0.2, weight: 2, start: 0.78, finish: 1 },
}

/** Communities whose residents agreed and raised their part: few, as everywhere. */
export const PAID_BY_RESIDENTS: Readonly<Record<string, readonly string[]>> = {
  C04: ['W07'],
  C07: ['W07'],
  C19: ['W07', 'W09'],
  C28: ['W08'],
  C32: ['W07'],
}

/** Where one trouble of a community is far larger or smaller than usual, so that its weight is multiplied. */
export const EMPHASIS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  C02: { J03: 1.4, J09: 0.8 },
  C12: { J02: 2.2, J09: 0.6 },
  C13: { J14: 1.4 },
  C14: { J01: 4 },
  C15: { J07: 2.6, J09: 0.6 },
  C16: { J09: 1.2 },
}

/** What the two showcase communities (精品小区) promise beyond the others. */
export const SHOWCASE_ITEMS: readonly string[] = ['J07', 'J11', 'W01', 'W02', 'W03', 'T01', 'T05', 'T06']
