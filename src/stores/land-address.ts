import { RULE_WORDS, type RuleChange } from '@/analysis/siting/change-rules'
import { DISTANCE_MODES, type LandQuestion } from '@/domain/land'
import { CRITERIA, type CriterionId, type CriterionSetting } from '@/domain/land-rules'
import { FACILITY_TYPES } from '@/domain/place'
import { readDrawn, writeDrawn, type DrawnShape } from '@/stores/drawn-address'
import { oneOf, readViewpoint, writeViewpoint, type Query, type Viewpoint } from '@/stores/query'
import { THEMES, type LanguageChoice, type ThemeChoice } from '@/stores/settings'

/** Everything a copied link of the planners' view brings back. */
export interface LandAddressState {
  /** Only what differs from the standard of the facility type. */
  question: Partial<LandQuestion>
  ruleChanges: readonly RuleChange[]
  drawn: readonly DrawnShape[]
  selectedId: string | null
  viewpoint: Viewpoint | null
  theme: ThemeChoice
  /** Null: by the browser's language. */
  language: LanguageChoice | null
}

/** Numbers of the question: key in the link, smallest and largest value that makes sense. */
const NUMBERS = {
  radiusM: ['radius', 1, 5000], gapM: ['gap', 0, 50], minLandAreaM2: ['area', 0, 100_000], minFloorAreaM2: ['floor', 0, 100_000],
  minWidthM: ['width', 0, 200], siteCount: ['k', 1, 50], wantedShare: ['share', 0.01, 1],
} as const
type NumberKey = keyof typeof NUMBERS

const SITE_ID = /^[^\p{C}~]{1,400}$/u
/** Ids of communities may be Chinese. */
const PATH = /^(?:[A-Za-z0-9.-]{1,80}|communityDemand\.[^\p{C}~:]{1,200}\.[A-Za-z0-9]{1,20})$/u
const MAX_DRAWN = 20

/** Write the state as query parameters; what is as by default is left out. */
export function toLandQuery(state: LandAddressState): Query {
  const { question } = state
  const query: Query = {}
  if (question.facilityType !== undefined) query.type = question.facilityType
  if (question.mode !== undefined) query.mode = question.mode
  for (const [key, [name]] of Object.entries(NUMBERS)) {
    const value = question[key as NumberKey]
    if (value !== undefined && value !== null) query[name] = String(value)
  }
  if (question.criteria) query.criteria = CRITERIA.map((id) => writeCriterion(question.criteria![id])).join('~')
  if (question.isCapacityLimited) query.capacity = '1'
  if (question.mustInclude?.length) query.in = question.mustInclude.join('~')
  if (question.mustExclude?.length) query.out = question.mustExclude.join('~')
  if (state.ruleChanges.length > 0) query.rules = state.ruleChanges.map(([path, value]) => `${path}:${value}`).join('~')
  if (state.drawn.length > 0) query.drawn = state.drawn.map(writeDrawn).join('~')
  if (state.selectedId !== null) query.site = state.selectedId
  if (state.viewpoint) query.camera = writeViewpoint(state.viewpoint)
  if (state.theme !== 'system') query.theme = state.theme
  if (state.language !== null) query.lang = state.language
  return query
}

/** Read the state; what is not understood is left as by default, and nothing throws. */
export function fromLandQuery(query: Readonly<Record<string, unknown>>): LandAddressState {
  const read = (key: string): string => (typeof query[key] === 'string' ? query[key] : '')
  const question: Partial<LandQuestion> = {}
  const facilityType = oneOf(FACILITY_TYPES, read('type'))
  const mode = oneOf(DISTANCE_MODES, read('mode'))
  if (facilityType) question.facilityType = facilityType
  if (mode) question.mode = mode
  for (const [key, [name, least, most]] of Object.entries(NUMBERS)) {
    const value = readNumber(read(name))
    if (value === null || value < least || value > most || (key === 'siteCount' && !Number.isInteger(value))) continue
    question[key as NumberKey] = value
  }
  const criteria = readCriteria(read('criteria'))
  if (criteria) question.criteria = criteria
  if (read('capacity') === '1') question.isCapacityLimited = true
  const [include, exclude] = [readIds(read('in')), readIds(read('out'))]
  if (include.length > 0) question.mustInclude = include
  if (exclude.length > 0) question.mustExclude = exclude
  const site = read('site')
  return {
    question,
    ruleChanges: read('rules').split('~').flatMap(readRuleChange),
    drawn: read('drawn').split('~').slice(0, MAX_DRAWN).flatMap(readDrawn),
    selectedId: SITE_ID.test(site) ? site : null,
    viewpoint: readViewpoint(read('camera')),
    theme: oneOf(THEMES, read('theme')) ?? 'system',
    language: oneOf(['zh', 'en'] as const, read('lang')),
  }
}

function readNumber(text: string): number | null {
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null
}

function writeCriterion({ weight, worst, best }: CriterionSetting): string {
  return [weight, worst, best].join(',')
}

/** All criteria or none: half a set of weights would be another question. */
function readCriteria(text: string): Record<CriterionId, CriterionSetting> | null {
  const parts = text.split('~').map((part) => part.split(',').map(readNumber))
  const isUsable = parts.length === CRITERIA.length && parts.every((numbers) =>
    numbers.length === 3 && numbers.every((value) => value !== null) && numbers[0]! >= 0 && numbers[1] !== numbers[2])
  if (!isUsable) return null
  const settings = CRITERIA.map((id, i) => {
    const [weight, worst, best] = parts[i] as [number, number, number]
    return [id, { weight, worst, best }] as const
  })
  return Object.fromEntries(settings) as Record<CriterionId, CriterionSetting>
}

function readIds(text: string): string[] {
  return text.split('~').filter((id) => SITE_ID.test(id))
}

function readRuleChange(text: string): RuleChange[] {
  const [path = '', value = ''] = text.split(':')
  if (!PATH.test(path)) return []
  if (value === 'true' || value === 'false') return [[path, value === 'true']]
  const word = oneOf(RULE_WORDS, value)
  if (word) return [[path, word]]
  const number = readNumber(value)
  return number === null ? [] : [[path, number]]
}
