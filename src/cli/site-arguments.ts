import { MAX_GAP_M } from '@/analysis/land/prepare-spaces'
import { defaultQuestion } from '@/analysis/siting/default-question'
import { UsageError } from '@/cli/arguments'
import { DISTANCE_MODES, type LandQuestion } from '@/domain/land'
import { CRITERIA, type CriterionId, type CriterionSetting, type LandRules } from '@/domain/land-rules'
import type { FacilityType } from '@/domain/place'
import type { DemandDefaults } from '@/domain/plan'

/** Options of `geodata site`; true: a value follows. */
export const SITE_OPTIONS = {
  '--facility': true, '--distance': true, '--mode': true, '--gap': true, '--k': true, '--out': true, '--min-area': true, '--min-floor-area': true,
  '--min-width': true, '--include': true, '--exclude': true, '--capacity': false, '--wanted-share': true, '--weights': true, '--rules': true,
  '--internal': false, '--json': false, '--lang': true,
}

/** How the types of facility are spelled on the command line. */
export const FACILITY_SPELLINGS: Readonly<Record<string, FacilityType>> = {
  'elderly-care': 'elderlyCare', childcare: 'childcare', health: 'health', market: 'market', canteen: 'canteen', 'service-centre': 'serviceCentre',
}

type Options = ReadonlyMap<string, string>

/**
 * The question that the options ask; what they leave out comes from the rules.
 *
 * @throws {UsageError} A value that means nothing, with the option and what it may be.
 */
export function siteQuestion(options: Options, rules: LandRules, defaults: DemandDefaults): LandQuestion {
  const type = facilityOf(options)
  if (!rules.facilities.some((standard) => standard.type === type)) throw new UsageError(`--facility ${options.get('--facility')}: 规则中没有 / not in the rules`)
  const standard = defaultQuestion(rules, type, defaults)
  const amount = (name: string, fallback: number) => number(options, name, fallback, (value) => value >= 0, '≥ 0')
  return {
    ...standard,
    mode: modeOf(options),
    radiusM: number(options, '--distance', standard.radiusM, (value) => value > 0, '> 0 (m)'),
    gapM: number(options, '--gap', standard.gapM, (value) => value >= 0 && value <= MAX_GAP_M, `0…${MAX_GAP_M} (m)`),
    siteCount: number(options, '--k', standard.siteCount, (value) => Number.isSafeInteger(value) && value > 0, '1, 2, 3 …'),
    minLandAreaM2: amount('--min-area', standard.minLandAreaM2),
    minFloorAreaM2: amount('--min-floor-area', standard.minFloorAreaM2),
    minWidthM: amount('--min-width', standard.minWidthM),
    wantedShare: options.has('--wanted-share') ? number(options, '--wanted-share', 1, (value) => value > 0 && value <= 1, '0…1') : null,
    criteria: weighted(options, standard.criteria),
    isCapacityLimited: options.has('--capacity'),
    mustInclude: idsOf(options, '--include'), mustExclude: idsOf(options, '--exclude'),
  }
}

/** Check what needs no rules, before any file is read. */
export function checkSiteOptions(options: Options): void {
  facilityOf(options)
  modeOf(options)
  for (const name of ['--out', '--rules']) if (options.get(name) === '') throw new UsageError(`${name}: 缺少文件名 / a file name is missing`)
}

function facilityOf(options: Options): FacilityType {
  const spelled = options.get('--facility') ?? 'elderly-care'
  const type = Object.hasOwn(FACILITY_SPELLINGS, spelled) ? FACILITY_SPELLINGS[spelled] : undefined
  if (!type) throw new UsageError(`--facility ${spelled}: ${Object.keys(FACILITY_SPELLINGS).join(' | ')}`)
  return type
}

function modeOf(options: Options): LandQuestion['mode'] {
  const spelled = options.get('--mode') ?? 'walk'
  const mode = DISTANCE_MODES.find((one) => one === spelled)
  if (!mode) throw new UsageError(`--mode ${spelled}: ${DISTANCE_MODES.join(' | ')}`)
  return mode
}

function number(options: Options, name: string, fallback: number, isGood: (value: number) => boolean, expected: string): number {
  const spelled = options.get(name)
  if (spelled === undefined) return fallback
  const value = parseNumber(spelled)
  if (value === null || !isGood(value)) throw new UsageError(`${name} ${spelled}: ${expected}`)
  return value
}

/** Decimal notation only: `0x10` or a blank is a slip of the hand. */
function parseNumber(spelled: string): number | null {
  const value = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(spelled) ? Number(spelled) : NaN
  return Number.isFinite(value) ? value : null
}

function idsOf(options: Options, name: string): string[] {
  return [...new Set((options.get(name) ?? '').split(',').map((id) => id.trim()).filter((id) => id !== ''))].sort()
}

/** `newlyReached=80,sun=0`: the named weights change, the others stay. */
function weighted(options: Options, criteria: LandQuestion['criteria']): LandQuestion['criteria'] {
  const spelled = options.get('--weights')
  if (spelled === undefined) return criteria
  const changed: Record<CriterionId, CriterionSetting> = { ...criteria }
  for (const pair of spelled.split(',')) {
    const [name = '', amount = ''] = pair.split('=').map((part) => part.trim())
    const id = CRITERIA.find((one) => one === name)
    const weight = parseNumber(amount)
    if (!id) throw new UsageError(`--weights ${pair}: ${CRITERIA.map((one) => `${one}=N`).join(',')}`)
    if (weight === null || weight < 0) throw new UsageError(`--weights ${pair}: ≥ 0`)
    changed[id] = { ...changed[id], weight }
  }
  if (CRITERIA.every((id) => changed[id].weight === 0)) throw new UsageError(`--weights ${spelled}: 权重全部为 0，无法评分 / all weights are zero`)
  return changed
}
