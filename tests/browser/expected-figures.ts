import { makeBaseline } from '@/cli/synthesize/baseline'
import { makeLedger } from '@/cli/synthesize/ledger'
import { makeCommunitySpecs, PROGRAMME_SEED } from '@/cli/synthesize/programme-specs'
import { makeRandom } from '@/cli/synthesize/random'
import { type Day, parseDay } from '@/domain/day'
import { SimpleProgress } from '../cli/synthesize/simple-progress'

const specs = makeCommunitySpecs(makeRandom(PROGRAMME_SEED))
const baseline = makeBaseline(specs, makeRandom(PROGRAMME_SEED + 1))
const progress = new SimpleProgress(specs, baseline, makeLedger(specs, baseline, makeRandom(PROGRAMME_SEED + 2)))

/** As on screen: what is not quite finished is never 100 %. */
const percent = (share: number) => `${share < 1 ? Math.min(99, Math.round(share * 100)) : 100}%`

/** Day of a date that is known to be right. */
export const dayOf = (date: string): Day => parseDay(date)!

/** Share of the whole programme on a date, 0…1, unrounded. */
export const overallOn = (date: string): number => progress.programme(dayOf(date)).actual

/** Share of every community on a date, 0…1, unrounded. */
export function sharesOn(date: string): Map<string, number> {
  return new Map(standingsOn(date).map(({ id, actual }) => [id, actual]))
}

/** Every community on a date, with its unrounded share 0…1 and its lamp. */
export function standingsOn(date: string) {
  return specs.map(({ id, name }) => ({ id, name, ...progress.standing(id, dayOf(date)) }))
}

/**
 * What the page has to show on a date, by the second, independent reading of the rules.
 * Percentages are rounded as on screen.
 */
export function figuresOn(date: string) {
  const day = dayOf(date)
  const { actual, planned } = progress.programme(day)
  const standings = standingsOn(date)
  const countOf = (lamp: string) => standings.filter((standing) => standing.lamp === lamp).length
  const districts = [...new Set(specs.map(({ districtId }) => districtId))]
  return {
    actual: percent(actual),
    planned: percent(planned),
    behindPoints: Math.round((planned - actual) * 100),
    lamps: [countOf('normal'), countOf('warning'), countOf('late')],
    districts: districts.map((id) => percent(progress.programme(day, id).actual)).sort(),
    /** Actual share per community name. */
    communities: Object.fromEntries(standings.map(({ name, actual: share }) => [name, percent(share)])),
  }
}
