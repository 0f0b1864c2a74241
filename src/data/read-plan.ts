import type { Bounds } from '@/data/check-coordinates'
import { checkFields, shown } from '@/data/check-fields'
import { ownMember } from '@/data/check-structure'
import { parseJson } from '@/data/parse-json'
import { PLAN_LISTS, PLAN_OBJECTS, PLAN_SCALARS } from '@/data/plan-fields'
import { formatDay } from '@/domain/day'
import type { Checked, Finding } from '@/domain/finding'
import { MILESTONE_PHASES, type Item, type Milestone, type Plan } from '@/domain/plan'

/**
 * Read `plan.json`.
 *
 * An entry of a list (district, item, milestone) with an error is left out. Without its single
 * values (title, totals, thresholds, bounds) there is no plan: `value` is null.
 */
export function readPlan(text: string, file: string): Checked<Plan> {
  const json = parseJson(text, file)
  if (json.findings.length > 0) return { value: null, findings: json.findings }
  const raw = json.value
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    return { value: null, findings: [wrongType(file, null, 'object', raw)] }
  }
  const findings: Finding[] = []
  const place = { file, feature: null }
  const scalars = checkFields<Pick<Plan, 'title'>>(PLAN_SCALARS, raw, place, findings)
  const objects = Object.entries(PLAN_OBJECTS).map(([name, table]) => {
    const object = ownMember(raw, name)
    if (typeof object === 'object' && object !== null) return [name, checkFields(table, object, place, findings, `${name}.`)]
    findings.push(wrongType(file, name, 'object', object))
    return [name, null]
  })
  const bounds = readBounds(ownMember(raw, 'bounds'), file, findings)
  const lists = Object.entries(PLAN_LISTS)
    .map(([name, table]) => [name, readList(name, table, ownMember(raw, name), file, findings)])
  if (scalars === null || bounds === null || objects.some(([, object]) => object === null)) return { value: null, findings }

  const plan = { ...scalars, ...Object.fromEntries(objects), ...Object.fromEntries(lists), bounds } as Plan
  const items = plan.items.map((item) => withKnownPredecessors(item, plan.items, file, findings))
  checkThresholds(plan, file, findings)
  checkPhases(plan.milestones, file, findings)
  return { value: { ...plan, items }, findings }
}

/** The good entries of a list, the first of each id. */
function readList(name: string, table: object, raw: unknown, file: string, findings: Finding[]): object[] {
  if (!Array.isArray(raw)) {
    findings.push(wrongType(file, name, 'list', raw))
    return []
  }
  const key = 'code' in table ? 'code' : 'id'
  const entries = new Map<string, object>()
  raw.forEach((entry: unknown, index) => {
    const id = ownMember(entry, key)
    const feature = typeof id === 'string' && id !== '' ? shown(id) : `${name} ${index + 1}`
    if (typeof entry !== 'object' || entry === null) {
      findings.push({ ...wrongType(file, name, 'object', entry), feature })
      return
    }
    const record = checkFields<Record<string, string>>(table, entry, { file, feature }, findings, `${name}.`)
    if (record === null) return
    if (entries.has(record[key]!)) {
      const params = { first: [...entries.keys()].indexOf(record[key]!) + 1, second: index + 1 }
      findings.push({ code: 'duplicate-id', severity: 'error', file, feature, field: `${name}.${key}`, params })
    } else entries.set(record[key]!, record)
  })
  return [...entries.values()]
}

function readBounds(raw: unknown, file: string, findings: Finding[]): Bounds | null {
  const place = { severity: 'error', file, feature: null, field: 'bounds' } as const
  if (!Array.isArray(raw) || raw.length !== 4 || !raw.every((value) => typeof value === 'number' && Number.isFinite(value))) {
    findings.push({ code: 'wrong-type', ...place, params: { expected: 'bounds', found: shown(raw) } })
    return null
  }
  const [west, south, east, north] = raw as [number, number, number, number]
  const isOnEarth = west >= -180 && east <= 180 && south >= -90 && north <= 90
  if (isOnEarth && west < east && south < north) return [west, south, east, north]
  findings.push({ code: 'wrong-type', ...place, params: { expected: 'bounds', found: raw.join(', ') } })
  return null
}

function withKnownPredecessors(item: Item, items: readonly Item[], file: string, findings: Finding[]): Item {
  const known = item.after.filter((code) => code !== item.code && items.some((other) => other.code === code))
  for (const code of item.after.filter((code) => !known.includes(code))) {
    const params = { found: code, refersTo: 'items' }
    findings.push({ code: 'dangling-reference', severity: 'error', file, feature: item.code, field: 'items.after', params })
  }
  return { ...item, after: known }
}

function checkThresholds({ thresholds }: Plan, file: string, findings: Finding[]): void {
  const { warningGapShare, lateGapShare } = thresholds
  if (warningGapShare <= lateGapShare) return
  const params = { found: lateGapShare, min: warningGapShare, max: 1, unit: '' }
  findings.push({ code: 'out-of-bounds', severity: 'error', file, feature: null, field: 'thresholds.lateGapShare', params })
}

/** A milestone of a later phase is not planned before the last one of the phase before. */
function checkPhases(milestones: readonly Milestone[], file: string, findings: Finding[]): void {
  const inOrder = [...milestones].sort((a, b) => MILESTONE_PHASES.indexOf(a.phase) - MILESTONE_PHASES.indexOf(b.phase))
  let latest: Milestone | null = null
  for (const milestone of inOrder) {
    if (latest && milestone.plannedOn < latest.plannedOn && milestone.phase !== latest.phase) {
      const [found, other] = [formatDay(milestone.plannedOn), formatDay(latest.plannedOn)]
      const params = { found, relation: 'before', than: latest.code, other }
      const place = { file, feature: milestone.code, field: 'milestones.plannedOn' }
      findings.push({ code: 'dates-out-of-order', severity: 'error', ...place, params })
    }
    if (!latest || milestone.plannedOn > latest.plannedOn) latest = milestone
  }
}

function wrongType(file: string, field: string | null, expected: string, found: unknown): Finding {
  return { code: 'wrong-type', severity: 'error', file, feature: null, field, params: { expected, found: shown(found) } }
}
