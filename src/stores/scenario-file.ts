import type { RuleChange } from '@/analysis/siting/change-rules'
import { plainText } from '@/data/plain-text'
import type { LandQuestion } from '@/domain/land'
import { SPARE_SPACE_KINDS, TENURES, type SpareSpace } from '@/domain/place'
import { fromLandQuery, toLandQuery } from '@/stores/land-address'
import { oneOf } from '@/stores/query'

/** A question that was given a name, with everything that answers it again. */
export interface Scenario {
  name: string
  question: Partial<LandQuestion>
  ruleChanges: readonly RuleChange[]
  drawn: readonly SpareSpace[]
}

const FORMAT = 'renovation-land-scenarios'
const MAX_NAME = 60
const MAX_DRAWN = 20
const NO_STATE = { question: {}, ruleChanges: [], drawn: [], selectedId: null, viewpoint: null, theme: 'system', language: null } as const

/** Scenarios as a file that a colleague can take. */
export function writeScenarioFile(scenarios: readonly Scenario[]): string {
  return `${JSON.stringify({ format: FORMAT, version: 1, disclaimer: '辅助分析，不作为规划许可依据', scenarios }, null, 1)}\n`
}

/** Scenarios of such a file; null if it is none. */
export function readScenarioFile(text: string): readonly Scenario[] | null {
  try {
    const file = JSON.parse(text) as unknown
    if (!isRecord(file) || file.format !== FORMAT || file.version !== 1 || !Array.isArray(file.scenarios)) return null
    return readScenarios(file.scenarios)
  } catch {
    return null
  }
}

/** What is no scenario is left out, and so is every part of it that a link could not carry. */
export function readScenarios(stored: unknown): readonly Scenario[] {
  return Array.isArray(stored) ? stored.flatMap(readScenario) : []
}

function readScenario(entry: unknown): Scenario[] {
  if (!isRecord(entry)) return []
  const { drawn } = entry
  const name = typeof entry.name === 'string' ? cutName(entry.name) : ''
  if (name === '' || !Array.isArray(drawn)) return []
  try {
    const { question, ruleChanges } = entry as unknown as Scenario
    const read = fromLandQuery(toLandQuery({ ...NO_STATE, question, ruleChanges }))
    const spaces = new Map(drawn.slice(0, MAX_DRAWN).flatMap(readDrawn).map((space) => [space.id, space]))
    return [{ name, question: read.question, ruleChanges: read.ruleChanges, drawn: [...spaces.values()] }]
  } catch {
    return []
  }
}

/** Ids of drawn spaces are D and a number: nothing in a file may stand for a space of the data. */
function readDrawn(entry: unknown): SpareSpace[] {
  if (!isRecord(entry) || typeof entry.id !== 'string' || !/^D\d{2,4}$/.test(entry.id)) return []
  const kind = oneOf(SPARE_SPACE_KINDS, String(entry.kind))
  if (!kind) return []
  const geometry = readPolygon(kind, entry.geometry)
  if (!geometry) return []
  const number = (value: unknown): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null)
  const code = (value: unknown): string | null => (typeof value === 'string' && /^\d{2,8}$/.test(value) ? value : null)
  return [{
    id: entry.id, name: typeof entry.name === 'string' ? cutName(entry.name) : entry.id, kind, registeredAreaM2: null,
    floorAreaM2: number(entry.floorAreaM2), storey: number(entry.storey), tenure: oneOf(TENURES, String(entry.tenure)) ?? 'unknown', holder: null,
    landUseCode: code(entry.landUseCode), plannedUseCode: code(entry.plannedUseCode), communityId: null, availableYears: number(entry.availableYears),
    surveyState: 'unverified', published: false, provenance: 'reported', geometry,
  }]
}

function readPolygon(kind: SpareSpace['kind'], geometry: unknown) {
  try {
    return fromLandQuery(toLandQuery({ ...NO_STATE, drawn: [{ kind, geometry: geometry as never }] })).drawn[0]?.geometry ?? null
  } catch {
    return null
  }
}

/** Whole characters, none of them hidden. */
const cutName = (name: string): string => [...plainText(name).text].slice(0, MAX_NAME).join('').trim()
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
