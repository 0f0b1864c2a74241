import { EMPHASIS, ITEM_USAGE, PAID_BY_RESIDENTS, SHOWCASE_ITEMS } from '@/cli/synthesize/item-calendar'
import { PLAN_ITEMS } from '@/cli/synthesize/plan-items'
import type { CommunitySpec } from '@/cli/synthesize/specs'
import { dayOf } from '@/cli/synthesize/day-of'
import type { Day } from '@/domain/day'
import type { ItemClass } from '@/domain/plan'
import type { BaselineRow } from '@/domain/programme'

const REMOVAL_START = dayOf('2024-05-08')
const REMOVAL_FINISH = dayOf('2024-05-31')
const WORKS_START = dayOf('2024-06-15')
const FIRST_FINISH = dayOf('2024-09-22')
const LAST_FINISH = dayOf('2024-11-30')
const MAX_ITEMS = 20

/** What one community needs to be scheduled. */
interface Span {
  start: Day
  finish: Day
}

/**
 * Make the frozen baseline: one plan per community (一小区一方案), rows in order of community and item.
 *
 * Small old communities carry basic items only, most reach the improved class, the large and the
 * showcase ones the enhanced class. Larger communities finish later; all by 30 November.
 */
export function makeBaseline(specs: readonly CommunitySpec[], random: () => number): BaselineRow[] {
  return specs.flatMap((spec) => {
    const span = spanOf(spec, random)
    const codes = chooseItems(spec, random)
    const rows = codes.filter((code) => code !== 'J09').map((code) => scheduleItem(spec.id, code, span, random))
    rows.push(scheduleSurface(spec.id, rows, span, random))
    return rows.sort((a, b) => codes.indexOf(a.itemCode) - codes.indexOf(b.itemCode))
  })
}

/** Highest class the plan of a community reaches; for the basic class residents want the necessary only. */
function highestClass({ showcase, buildings, builtYear }: CommunitySpec): ItemClass {
  if (showcase || buildings.length >= 5) return 'enhanced'
  return buildings.length === 1 || (buildings.length === 2 && builtYear < 1986) ? 'basic' : 'improved'
}

function spanOf({ buildings }: CommunitySpec, random: () => number): Span {
  const bySize = Math.sqrt((buildings.length - 1) / 7)
  const share = Math.min(1, 0.9 * bySize + 0.25 * random())
  return {
    start: WORKS_START + Math.floor(5 * random()),
    finish: Math.round(FIRST_FINISH + share * (LAST_FINISH - FIRST_FINISH)),
  }
}

function chooseItems(spec: CommunitySpec, random: () => number): string[] {
  const highest = highestClass(spec)
  const allowed: readonly ItemClass[] = highest === 'basic' ? ['basic'] : highest === 'improved'
    ? ['basic', 'improved'] : ['basic', 'improved', 'enhanced']
  const certain = new Set([...(PAID_BY_RESIDENTS[spec.id] ?? []), ...(spec.showcase ? SHOWCASE_ITEMS : [])])
  const chosen = new Set<string>()
  for (const item of PLAN_ITEMS) {
    const drawn = random() < ITEM_USAGE[item.code]!.chance && allowed.includes(item.class)
    if (drawn || certain.has(item.code)) chosen.add(item.code)
  }
  // A class that is promised has at least one item; greening and smart gates are the usual ones.
  if (highest !== 'basic' && ![...chosen].some((code) => code.startsWith('W'))) chosen.add('W01')
  if (highest === 'enhanced' && ![...chosen].some((code) => code.startsWith('T'))) chosen.add('T06')
  dropLightest(chosen, certain)
  return PLAN_ITEMS.map(({ code }) => code).filter((code) => chosen.has(code))
}

/** Keep a plan at 20 items: the lightest that are neither basic nor promised go first. */
function dropLightest(chosen: Set<string>, certain: ReadonlySet<string>): void {
  const spare = [...chosen].filter((code) => !code.startsWith('J') && !certain.has(code))
  spare.sort((a, b) => ITEM_USAGE[a]!.weight - ITEM_USAGE[b]!.weight)
  while (chosen.size > MAX_ITEMS && spare.length > 0) chosen.delete(spare.shift()!)
}

function scheduleItem(communityId: string, itemCode: string, span: Span, random: () => number): BaselineRow {
  if (itemCode === 'J01') {
    const plannedStart = REMOVAL_START + Math.floor(5 * random())
    const plannedFinish = REMOVAL_FINISH - Math.floor(6 * random())
    return { communityId, itemCode, plannedStart, plannedFinish, weight: weigh(communityId, itemCode, random) }
  }
  const { start, finish } = ITEM_USAGE[itemCode]!
  const length = span.finish - span.start
  const plannedStart = Math.round(span.start + length * start + 5 * random())
  const plannedFinish = Math.round(span.start + length * finish + 6 * (random() - 0.5))
  const weight = weigh(communityId, itemCode, random)
  return { communityId, itemCode, plannedStart, plannedFinish: Math.min(plannedFinish, span.finish), weight }
}

/** Plan the road surface after the last pipe or cable below it. */
function scheduleSurface(
  communityId: string, rows: readonly BaselineRow[], span: Span, random: () => number,
): BaselineRow {
  const underground = PLAN_ITEMS.filter((item) => item.underground).map(({ code }) => code)
  const below = rows.filter(({ itemCode }) => underground.includes(itemCode))
  const ready = Math.max(...below.map(({ plannedFinish }) => plannedFinish))
  const plannedStart = ready + 5 + Math.floor(4 * random())
  const finish = Math.round(span.start + (span.finish - span.start) * ITEM_USAGE.J09!.finish + 4 * random())
  const plannedFinish = Math.min(span.finish, Math.max(finish, plannedStart + 18))
  return { communityId, itemCode: 'J09', plannedStart, plannedFinish, weight: weigh(communityId, 'J09', random) }
}

/** The usual weight times the emphasis of the community, up to a fifth more or less, one decimal. */
function weigh(communityId: string, itemCode: string, random: () => number): number {
  const emphasis = EMPHASIS[communityId]?.[itemCode] ?? 1
  return Math.round(ITEM_USAGE[itemCode]!.weight * emphasis * (0.8 + 0.4 * random()) * 10) / 10
}
