import type { FacilityStandard, LandRules, Source, SourcedNumber } from '@/domain/land-rules'
import type { LandText } from '@/i18n/land-zh'

/** One editable number or switch of the rules. */
export interface RuleRow {
  id: string
  name: string
  value: number | boolean
  step: number
  source: Source
  isEdited: boolean
  /** The rules with another value here. */
  with: (value: number | boolean) => LandRules
  /** A second switch in the same row, as whether a set-back is a must. */
  isHard: { value: boolean; with: (value: boolean) => LandRules } | null
}

export interface RuleGroup {
  id: string
  title: string
  rows: RuleRow[]
}

type Names = { text: LandText; isChinese: boolean }

/** A copy of an item list with one item replaced. */
function replace<T>(items: readonly T[], at: number, partial: Partial<T>): T[] {
  return items.map((item, i) => (i === at ? { ...item, ...partial } : item))
}

/** Every number and switch of the rules that a planner may change, with where it comes from. */
export function toRuleGroups(rules: LandRules, original: LandRules, type: FacilityStandard['type'], names: Names): RuleGroup[] {
  return [generalRules(rules, original, names), facilityRules(rules, original, type, names), ...limitRules(rules, original, names)].filter(({ rows }) => rows.length > 0)
}

function row(id: string, name: string, value: number | boolean, before: number | boolean | undefined, source: Source, change: RuleRow['with'], step = 1): RuleRow {
  return { id, name, value, step, source, isEdited: before !== undefined && before !== value, with: change, isHard: null }
}

/** A row with the switch that makes its distance a must or an advice. */
function withHard({ isHard }: { isHard: boolean }, before: { isHard: boolean } | undefined, number: RuleRow, change: (isHard: boolean) => LandRules): RuleRow {
  return { ...number, isEdited: number.isEdited || (before !== undefined && before.isHard !== isHard), isHard: { value: isHard, with: change } }
}

function generalRules(rules: LandRules, original: LandRules, { text }: Names): RuleGroup {
  const t = text.rules
  const keys = [['walkSpeedMPerMin', t.walkSpeed, 1], ['maxConnectorM', t.connector, 5], ['storeys', t.storeys, 1], ['densityShare', t.density, 0.05]] as const
  return {
    id: 'general', title: t.general, rows: [
      ...keys.map(([key, name, step]) => row(key, name, rules[key].value, original[key].value, rules[key],
        (value) => ({ ...rules, [key]: { ...rules[key], value: Number(value) } }), step)),
      row('gap', t.gap, rules.assembly.gapM, original.assembly.gapM, rules.assembly, (value) => ({ ...rules, assembly: { ...rules.assembly, gapM: Number(value) } }), 0.5),
    ],
  }
}

function facilityRules(rules: LandRules, original: LandRules, type: FacilityStandard['type'], { text, isChinese }: Names): RuleGroup {
  const t = text.rules
  const at = rules.facilities.findIndex((standard) => standard.type === type)
  const standard = rules.facilities[at]
  if (!standard) return { id: 'facility', title: '', rows: [] }
  const before = original.facilities[at]
  const changed = (partial: Partial<FacilityStandard>): LandRules => ({ ...rules, facilities: replace(rules.facilities, at, partial) })
  const keys = [
    ['radiusM', t.radius, 10], ['minLandAreaM2', t.minLand, 10], ['minFloorAreaM2', t.minFloor, 10], ['minWidthM', t.minWidth, 0.5],
    ['per100HouseholdsM2', t.per100, 0.1], ['minStorey', t.minStorey, 1], ['maxStorey', t.maxStorey, 1], ['minAvailableYears', t.minYears, 1],
  ] as const
  const numbers = keys.flatMap(([key, name, step]) => {
    const sourced: SourcedNumber | null = standard[key]
    return sourced ? [row(`facility-${key}`, name, sourced.value, before?.[key]?.value, sourced, (value) => changed({ [key]: { ...sourced, value: Number(value) } }), step)] : []
  })
  const forms = standard.forms.map((form, i) => row(`form-${form.id}`, t.minFloorOf(isChinese ? form.name : form.nameEn), form.minFloorAreaM2, before?.forms[i]?.minFloorAreaM2, form,
    (value) => changed({ forms: replace(standard.forms, i, { minFloorAreaM2: Number(value) }) }), 10))
  return { id: 'facility', title: t.facility(text.facility[type]), rows: [...numbers, ...forms] }
}

function limitRules(rules: LandRules, original: LandRules, { text }: Names): RuleGroup[] {
  const t = text.rules
  const hazards = rules.hazards.map((rule, i): RuleRow => withHard(rule, original.hazards[i],
    row(`hazard-${i}`, `${t.setback(text.hazardKind[rule.kind])}${rule.facilityTypes.length > 0 ? ` · ${rule.facilityTypes.map((type) => text.facility[type]).join(' ')}` : ''}`, rule.setbackM,
      original.hazards[i]?.setbackM, rule, (value) => ({ ...rules, hazards: replace(rules.hazards, i, { setbackM: Number(value) }) })),
    (isHard) => ({ ...rules, hazards: replace(rules.hazards, i, { isHard }) })))
  const neighbours = rules.neighbours.map((rule, i): RuleRow => withHard(rule, original.neighbours[i],
    row(`neighbour-${i}`, t.neighbour(text.facility[rule.facilityType], text.facility[rule.neighbour]), rule.distanceM, original.neighbours[i]?.distanceM, rule,
      (value) => ({ ...rules, neighbours: replace(rules.neighbours, i, { distanceM: Number(value) }) })),
    (isHard) => ({ ...rules, neighbours: replace(rules.neighbours, i, { isHard }) })))
  const tenures = rules.tenures.flatMap((rule, i) => [
    row(`tenure-${i}`, t.difficulty(text.tenure[rule.tenure]), rule.difficulty, original.tenures[i]?.difficulty, rule, (value) => ({ ...rules, tenures: replace(rules.tenures, i, { difficulty: Number(value) }) }), 0.05),
    row(`tenure-out-${i}`, t.excluded(text.tenure[rule.tenure]), rule.isExcluded, original.tenures[i]?.isExcluded, rule, (value) => ({ ...rules, tenures: replace(rules.tenures, i, { isExcluded: value === true }) })),
  ])
  return [{ id: 'hazards', title: t.hazards, rows: hazards }, { id: 'neighbours', title: t.neighbours, rows: neighbours }, { id: 'tenures', title: t.tenures, rows: tenures }]
}
