import type { RuleFinding } from '@/domain/land'
import { TENURES, type Tenure } from '@/domain/place'
import type { LandText } from '@/i18n/land-zh'

/** Names of what a finding speaks of; null if there is none. */
export interface FindingNames {
  /** Of a hazard or a facility, by its id. */
  place: (id: string) => string | null
  /** Of a land-use code. */
  landUse: (code: string) => string | null
}

/** One sentence for what a rule found: what, how much, and by how much it failed. */
export function ruleFindingText(finding: RuleFinding, text: LandText, names: FindingNames): string {
  const { ruleId, actual, limit, missingBy, because } = finding
  const what = because === 'plannedUseCode' ? text.finding.plannedUse : because === 'landUseCode' ? text.finding.presentUse : text.rule[ruleId]
  if (ruleId === 'outside-area') return text.finding.outside
  if (ruleId === 'invalid-shape') return text.finding.invalid
  if (actual === null) return text.finding.unknown(what)
  if (typeof actual === 'string' || typeof limit !== 'number') {
    const word = wordOf(String(actual), finding, text, names)
    return finding.isHard ? text.finding.isNot(what, word) : text.finding.check(what, word)
  }
  const [written, least, missing] = writeAlike(actual, limit, missingBy ?? Math.abs(limit - actual))
  if (ruleId === 'hazard' || ruleId === 'neighbour') return text.finding.distance(placeOf(because, names) ?? what, written, least, missing)
  const unit = unitOf(finding, text)
  if (actual > limit) return text.finding.atMost(what, unit(written), unit(least))
  return text.finding.atLeast(what, unit(written), unit(least), finding.unit === 'storey' ? missing : unit(missing))
}

/** `H01 加油站`: the id, and the name as it stands in the data. */
function placeOf(because: string | null, names: FindingNames): string | null {
  if (because === null) return null
  const [id = '', ...name] = because.split(' ')
  return names.place(id) ?? (name.join(' ') || id)
}

const NUMBER = new Intl.NumberFormat('en-US')

/** As many decimals as show that something is missing: 49.97 of 50 is 0.03 short, not 0. */
function writeAlike(actual: number, limit: number, missing: number): [string, string, string] {
  const digits = missing < 0.1 ? 2 : missing < 10 ? 1 : 0
  const write = (value: number): string => NUMBER.format(Number(value.toFixed(digits)))
  return [write(actual), write(limit), write(missing)]
}

function unitOf({ unit }: RuleFinding, text: LandText): (value: string) => string {
  if (unit === 'm2') return text.unit.m2
  if (unit === 'm') return text.unit.m
  if (unit === 'year') return text.unit.years
  if (unit === 'storey') return (value) => (value.startsWith('-') ? text.unit.basement(value.slice(1)) : text.unit.storey(value))
  return (value) => value
}

function wordOf(actual: string, { unit }: RuleFinding, text: LandText, names: FindingNames): string {
  if (unit === 'tenure' && TENURES.some((tenure) => tenure === actual)) return text.tenure[actual as Tenure]
  if (unit === 'code') return [names.landUse(actual), actual].filter((part) => part !== null).join(' ')
  if (unit === 'facility') return names.place(actual) ?? actual
  return actual
}
