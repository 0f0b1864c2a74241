import { LAND_USE_VERDICTS, type LandRules, type Source } from '@/domain/land-rules'
import { ROAD_CLASSES, TENURES, type RoadClass, type Tenure } from '@/domain/place'
import type { LandText } from '@/i18n/land-zh'

/** A rule that is one of a few words: what a land-use code means. */
export interface WordRow {
  /** Where it stands in the rules, as a change names it. */
  path: string
  id: string
  name: string
  word: string
  words: readonly { id: string; text: string }[]
  source: Source
  isEdited: boolean
}

/** One word that may be in a list of the rules. */
export interface WordSwitch {
  path: string
  name: string
  isOn: boolean
  isEdited: boolean
}

type Verdicts = { text: LandText; isChinese: boolean }

/** What each land-use code means. */
export function toVerdictRows(rules: LandRules, original: LandRules, { text, isChinese }: Verdicts): WordRow[] {
  const words = LAND_USE_VERDICTS.map((id) => ({ id, text: text.rules.verdict[id] }))
  return rules.landUses.map((rule, i) => ({
    path: `landUses.${i}.verdict`, id: `land-use-${rule.codePrefix}`, name: `${rule.codePrefix} ${isChinese ? rule.name : rule.nameEn}`,
    word: rule.verdict, words, source: rule, isEdited: original.landUses[i] !== undefined && original.landUses[i].verdict !== rule.verdict,
  }))
}

/** Which roads keep fragments apart. */
export function toRoadSwitches(rules: LandRules, original: LandRules, names: Readonly<Record<RoadClass, string>>): WordSwitch[] {
  return ROAD_CLASSES.map((known) => {
    const [isOn, wasOn] = [rules, original].map(({ assembly }) => assembly.blockingRoadClasses.includes(known))
    return { path: `assembly.blockingRoadClasses.${known}`, name: names[known], isOn: isOn!, isEdited: isOn !== wasOn }
  })
}

/** Which tenures cannot be joined: below its own heading each tenure stands against those before it. */
export function toPairRows(rules: LandRules, original: LandRules, text: LandText): { tenure: Tenure; switches: WordSwitch[] }[] {
  const has = ({ assembly }: LandRules, one: Tenure, other: Tenure): boolean =>
    assembly.incompatibleTenures.some(([a, b]) => (a === one && b === other) || (a === other && b === one))
  return TENURES.slice(1).map((tenure, i) => ({
    tenure,
    switches: TENURES.slice(0, i + 1).map((before) => {
      const isOn = has(rules, before, tenure)
      const path = `assembly.incompatibleTenures.${before}-${tenure}`
      return { path, name: text.rules.pair(text.tenure[before], text.tenure[tenure]), isOn, isEdited: isOn !== has(original, before, tenure) }
    }),
  }))
}
