import type { LandRules } from '@/domain/land-rules'

/** One number or switch of the rules: where it stands (`facilities.0.radiusM.value`) and what it is. */
export type RuleChange = readonly [path: string, value: number | boolean]

/** The numbers and switches in which edited rules differ from the ones they were made of, in the order of the rules. */
export function listRuleChanges(original: LandRules, edited: LandRules): RuleChange[] {
  const before = new Map(leavesOf(original))
  return leavesOf(edited).filter(([path, value]) => before.has(path) && before.get(path) !== value)
}

/** Rules with some numbers and switches changed; what does not exist there, or is of another kind, is left alone. */
export function applyRuleChanges(rules: LandRules, changes: readonly RuleChange[]): LandRules {
  const edited = structuredClone(rules)
  for (const [path, value] of changes) {
    const keys = path.split('.')
    const last = keys.pop()!
    const owner = keys.reduce<unknown>((at, key) => (isRecord(at) && Object.hasOwn(at, key) ? at[key] : null), edited)
    if (isRecord(owner) && Object.hasOwn(owner, last) && typeof owner[last] === typeof value) owner[last] = value
  }
  return edited
}

function leavesOf(value: unknown, path = ''): RuleChange[] {
  if (typeof value === 'number' || typeof value === 'boolean') return [[path, value]]
  if (!isRecord(value)) return []
  return Object.entries(value).flatMap(([key, part]) => leavesOf(part, path === '' ? key : `${path}.${key}`))
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
