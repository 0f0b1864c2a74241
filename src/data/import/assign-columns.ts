import { findFields, OWN_RANK } from '@/data/import/find-fields'
import type { Subject, SubjectFinder } from '@/data/import/find-subject'
import { parseHeader } from '@/data/import/header-text'
import { mappedField } from '@/data/import/mapping-fields'
import { convertValue } from '@/data/import/convert-value'
import type { ImportTarget } from '@/domain/import'
import type { RawValue } from '@/domain/source-file'

/** Which field each column of a table would have if it were of one target. */
export interface Assignment {
  target: ImportTarget
  /** By column index: field and how good the reason is. */
  fields: ReadonlyMap<number, { field: string; rank: number }>
}

/** Some values of each column, blank ones left out. */
export type ColumnSamples = readonly (readonly RawValue[])[]

/** Below a group such as 外墙保温: how much of it is done. */
const SHARE_WORDS = /^(?:(?:累计|实际|目前|当前|现)?(?:已)?(?:完成|进度|形象进度)(?:比例|率|百分比|情况|进度)?|百分比|%|累计)$/
/** Below a group such as 开工时间. */
const ACTUAL_WORDS = /^(?:实际|实际时间|实际日期|时间|日期|完成时间|完成日期)$/
const ITEM_RANK = 70
/** What is planned, or done in one week only, is not what is done so far. */
export const NOT_SO_FAR = /计划|拟(?!建)|预计|预期|目标|应完成|倒排|(?:本|当|上|下)(?:周|月|旬|期|季)|今日|当日|较上|环比|planned|target/i
/** How much of an item there is, what it costs and who does it say nothing of how far it is. */
const NOT_A_SHARE = /面积|长度|数量|总量|工程量|工作量|投资|金额|资金|费用|造价|单价|价格|合同|户数|栋数|个数|台数|单位|公司|负责|日期|时间|新增|现状/
/** 楼栋（栋） counts buildings, 楼栋 names one. */
const COUNTED = /[(（[【](?:单位[:：]?)?[栋幢座个][)）\]】]\s*$/
const BUILDING_FIELDS: Partial<Record<ImportTarget, readonly string[]>> = { ledger: ['building', 'buildingId'], buildings: ['name', 'id'] }
/** A column is taken for what its header says only if that many of its values can be read so. */
const READABLE = 0.5

/** Give each column its best field and each field its best column. */
export function assignColumns(
  target: ImportTarget, columns: readonly string[], samples: ColumnSamples, isCut: boolean, findSubject: SubjectFinder,
): Assignment {
  const candidates = columns.flatMap((column, at) => {
    const found = findFields(target, column, isCut)
    const own = found[0]?.rank === OWN_RANK
    const named = target === 'ledger' && !own ? subjectFields(column, findSubject) : []
    const isCounted = !own && COUNTED.test(column)
    return [...found, ...named].filter(({ field }) => !(isCounted && BUILDING_FIELDS[target]?.includes(field))).filter(({ field }) => own || isReadable(target, field, samples[at]!)).map((candidate) => ({ ...candidate, at }))
  })
  candidates.sort((a, b) => b.rank - a.rank || a.at - b.at)
  const fields = new Map<number, { field: string; rank: number }>()
  const taken = new Set<string>()
  for (const { at, field, rank } of candidates) {
    if (fields.has(at) || taken.has(field)) continue
    fields.set(at, { field, rank })
    taken.add(field)
  }
  if (target === 'ledger') {
    leaveCounts(fields, columns, samples)
    findItemColumn(fields, columns, samples, findSubject)
  }
  return { target, fields }
}

/** 项目名称 is a community in one bureau and an item in the next: beside a column of communities its values tell. */
function findItemColumn(fields: Map<number, { field: string; rank: number }>, columns: readonly string[], samples: ColumnSamples, findSubject: SubjectFinder): void {
  const taken = new Set([...fields.values()].map(({ field }) => field))
  if (taken.has('subject') || !taken.has('community')) return
  const at = columns.findIndex((column, index) => {
    if (fields.has(index) || !/^(?:项目|工程|名称|项目名称|工程名称|工作内容|工作事项)$/.test(parseHeader(column).key)) return false
    const items = samples[index]!.filter((value) => typeof value === 'string' && findSubject(value).item !== null).length
    return items > 0 && items >= samples[index]!.length * READABLE
  })
  if (at >= 0) fields.set(at, { field: 'subject', rank: ITEM_RANK })
}

/** 楼栋 in a table with one row per community says how many there are; a report of building 3 would be another thing. */
function leaveCounts(fields: Map<number, { field: string; rank: number }>, columns: readonly string[], samples: ColumnSamples): void {
  const at = (wanted: string): number => [...fields].find(([, { field }]) => field === wanted)?.[0] ?? -1
  const [building, community] = [at('building'), at('community')]
  if (building < 0 || community < 0 || !/(?:^|\/)(?:楼栋|栋|幢|楼)$/.test(parseHeader(columns[building]!).key)) return
  const [counts, names] = [samples[building]!, samples[community]!]
  const isOneEach = names.length > 1 && new Set(names).size === names.length && counts.length === names.length
  if (isOneEach && counts.every((value) => /^\d+$/.test(String(value)))) fields.delete(building)
}

/**
 * The item or milestone that heads a column of a table with one row per community; the last word decides, or the group
 * above 完成比例. Plans, increments and quantities are none: 加装电梯（部） is a number of lifts.
 */
export function subjectFields(column: string, findSubject: SubjectFinder): { field: string; rank: number }[] {
  const { parts, unit, isForeign } = parseHeader(column)
  if (isForeign || parts.some((part) => NOT_SO_FAR.test(part))) return []
  const isShare = unit === null || unit === 'percent' || unit === 'share'
  for (let at = parts.length - 1; at >= 0; at--) {
    const part = parts[at]!
    const behind = parts[at + 1]
    const { item, milestone }: Subject = findSubject(part)
    const fields = [
      ...(item && isShare && !NOT_A_SHARE.test(part) && (behind === undefined || SHARE_WORDS.test(behind)) ? [{ field: `item:${item.code}`, rank: ITEM_RANK }] : []),
      ...(milestone && unit === null && (behind === undefined || ACTUAL_WORDS.test(behind)) ? [{ field: `milestone:${milestone.code}`, rank: ITEM_RANK + 1 }] : []),
    ]
    if (fields.length > 0) return fields
    if (!SHARE_WORDS.test(part) && !ACTUAL_WORDS.test(part)) return []
  }
  return []
}

/** 施工中 and 约90% are shares, if none that could be used; a tick is none. */
const isVagueShare = (kind: string, problem: unknown): boolean => kind === 'share' && (problem === 'state' || problem === 'approximate')

/** True if at least half of some values can be read as the field; any text is a text. */
function isReadable(target: ImportTarget, name: string, samples: readonly RawValue[]): boolean {
  const field = mappedField(target, name)
  if (!field) return false
  if (field.kind === 'text' || field.kind === 'texts' || samples.length === 0) return true
  // Whatever the unit is: it is judged later.
  const unit = field.units[0] ?? null
  let readable = 0
  for (const value of samples) {
    const { problem } = convertValue(value, { target, name, field, unit })
    if (!problem || problem.severity === 'warning' || problem.code === 'day-incomplete' || isVagueShare(field.kind, problem.params['problem'])) readable++
  }
  return readable >= samples.length * READABLE
}
