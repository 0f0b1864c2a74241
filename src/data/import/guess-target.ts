import { assignColumns, type Assignment, type ColumnSamples } from '@/data/import/assign-columns'
import { HEADER_WORDS } from '@/data/export/headers'
import { fieldsOfDataset } from '@/data/export/dataset-sheet'
import { nameOfTarget } from '@/data/import/column-words'
import { findFields, OWN_RANK } from '@/data/import/find-fields'
import type { SubjectFinder } from '@/data/import/find-subject'
import { lacksOf } from '@/data/import/needed-fields'
import { isOtherDataset } from '@/data/import/other-dataset'
import { foldText } from '@/data/import/fold-text'
import { parseHeader } from '@/data/import/header-text'
import { GEOMETRY_TYPES } from '@/data/fields'
import { IMPORT_TARGETS, type ImportTarget } from '@/domain/import'

/** What speaks for a target: how much each field says. What is not named says a little. */
const TELLING: { readonly [T in ImportTarget]: Readonly<Record<string, number>> } = {
  communities: { name: 1.5, buildingCount: 3, showcase: 3, neighbourhood: 2, propertyService: 2 },
  buildings: { name: 3, floors: 3, stairwells: 2, heightM: 2 },
  baseline: { plannedStart: 3, plannedFinish: 3, itemCode: 3, weight: 2 },
  ledger: { reportedOn: 2, doneShare: 3, subject: 2, kind: 2, stop: 2, resume: 2 },
  'spare-spaces': { tenure: 3, holder: 2, landUseCode: 2, plannedUseCode: 2, surveyState: 3, availableYears: 2, registeredAreaM2: 2, published: 2, kind: 3 },
  facilities: { type: 4, capacity: 3, name: 2 },
  residences: { personsPerHousehold: 4, share60Plus: 4, shareUnder3: 4 },
  gates: { id: 3 },
  hazards: { kind: 4 },
}
const SUBJECT_WEIGHT = 2
const OTHER_WEIGHT = 0.7
/** Figures of a place; so many of them make a table one about places. */
const FIGURES: ReadonlySet<string> = new Set(['buildingCount', 'households', 'floorAreaM2', 'builtYear'])
const MANY_FIGURES = 2
/** Words that stand in every kind of table. */
const GENERAL = /^(?:名称|name|编号|类型|类别|种类|面积|日期|说明|备注|id|x|y)$/
const GENERAL_WEIGHT = 0.3
const NAMES: { readonly [T in ImportTarget]: RegExp } = {
  communities: /小区(?!出入口|大门|.{0,6}(?:进度|楼))|communit/i, buildings: /楼栋|楼房|建筑物|房屋|幢|building/i, baseline: /基线|baseline|计划/i,
  ledger: /进度|进展|周报|月报|旬报|日报|调度|台账|ledger|progress/i, 'spare-spaces': /用地|地块|挖潜|零星|边角|空闲|闲置|spare|parcel/i,
  facilities: /设施|机构|网点|facilit/i, residences: /居民楼|居民点|居住|住宅|residen/i, gates: /出入口|大门|门口|gate|entrance/i, hazards: /危险|加油|隐患|hazard/i,
}
const NAME_WEIGHT = 2.5
/** All columns of one of our own exports weigh more than everything else. */
const OWN_WEIGHT = 20
const ENOUGH = 2.5
/** What a person is told to add, where everything else fits. */
const CAN_BE_ASKED: ReadonlySet<string> = new Set(['reportedOn', 'subject', 'community', 'type'])
/** Lines of text that tell what the features of a file without columns are, by their names. */
const NAMED_SO: readonly (readonly [ImportTarget, RegExp])[] = [
  ['buildings', /^.{0,12}?[\da-z一二三四五六七八九十]+\s*(?:号楼|#楼?|栋|幢|座)$/i], ['spare-spaces', /空地|地块|边角|夹心|插花|闲置|用房|腾退/],
  ['hazards', /加油站|加气站|变电站|调压站|垃圾站|转运站|高压/], ['gates', /[东南西北]?门$|出入口/],
  ['facilities', /养老|托育|幼儿园|卫生|诊所|市场|食堂|服务中心|健身|日间照料/], ['communities', /小区|家属院|宿舍|新村|花园|公寓|[里苑园院]$/],
]
const NAMED_WEIGHT = 3
const MOST_NAMED = 0.6

export interface TargetQuestion {
  columns: readonly string[]
  samples: ColumnSamples
  /** Kinds of the geometries; empty for a table. */
  geometryTypes: ReadonlySet<string>
  /** Name of the layer and titles of the sheet. */
  names: readonly string[]
  /** True if the columns come from a DBF. */
  isCut: boolean
  findSubject: SubjectFinder
}

/** The target that explains most of a table; null if none does well enough or has what it cannot do without. */
export function guessTarget(question: TargetQuestion): Assignment | null {
  if (isOtherDataset(question.columns, question.geometryTypes)) return null
  let best: Assignment | null = null
  let bestScore = ENOUGH
  for (const target of IMPORT_TARGETS) {
    if (!allowsGeometry(target, question.geometryTypes)) continue
    const assignment = assignColumns(target, question.columns, question.samples, question.isCut, question.findSubject)
    const score = scoreOf(assignment, question)
    const hasPlace = question.geometryTypes.size > 0
    // A column of an item in which nothing stands tells nothing.
    const fields = new Set([...assignment.fields].flatMap(([at, { field }]) => (field.includes(':') && question.samples[at]!.length === 0 ? [] : [field])))
    if (score <= bestScore || lacksOf(target, fields, hasPlace).some((need) => !CAN_BE_ASKED.has(need))) continue
    best = assignment
    bestScore = score
  }
  return best
}

function allowsGeometry(target: ImportTarget, types: ReadonlySet<string>): boolean {
  if (types.size === 0) return true
  if (target === 'ledger' || target === 'baseline') return false
  const allowed = GEOMETRY_TYPES[target] as readonly string[]
  // A ring that a phone did not close is a line; a line of a survey may be an open boundary: the shape is judged later.
  return [...types].some((type) => allowed.includes(type) || allowed.includes(type.replace('Multi', '')))
}

function scoreOf({ target, fields }: Assignment, { columns, samples, names, isCut, geometryTypes }: TargetQuestion): number {
  // Squared: a few words in common say nothing.
  let score = OWN_WEIGHT * ownShare(target, columns, isCut) ** 2
  let subjects = 0
  // Beside households and areas 开工 and 竣工 are two more facts about a place.
  const isAboutPlaces = target === 'ledger' && ![...fields.values()].some(({ field }) => field === 'reportedOn' || field === 'doneShare' || field.startsWith('item:'))
    && columns.filter((column) => findFields('communities', column, isCut).some(({ field }) => FIGURES.has(field))).length >= MANY_FIGURES
  for (const [at, { field }] of fields) {
    if (field.includes(':')) subjects += samples[at]!.length > 0 ? 1 : 0
    else if (GENERAL.test(parseHeader(columns[at]!).key) && !isTellingChoice(target, field, samples[at]!.length)) score += GENERAL_WEIGHT
    else score += TELLING[target][field] ?? OTHER_WEIGHT
  }
  score += Math.min(subjects, 4) * (isAboutPlaces ? GENERAL_WEIGHT : SUBJECT_WEIGHT)
  const name = names.map(foldText).join(' ')
  const isOwnName = nameOfTarget(target).some((own) => names.some((text) => text.replace(/\.\w+$/, '').toLowerCase() === own.toLowerCase()))
  if (isOwnName || NAMES[target].test(name)) score += NAME_WEIGHT + (isOwnName ? 1 : 0)
  return score + (geometryTypes.size > 0 ? namedSo(target, columns, fields, samples) : 0)
}

/** 类型 says little, but its values were read as those of the field. */
const isTellingChoice = (target: ImportTarget, field: string, count: number): boolean =>
  count > 0 && ((field === 'type' && target === 'facilities') || (field === 'kind' && (target === 'hazards' || target === 'spare-spaces' || target === 'ledger')))

/** How much of the columns and the fields are the same, 0…1 (Jaccard): 1 for an export of our own. */
function ownShare(target: ImportTarget, columns: readonly string[], isCut: boolean): number {
  const names = fieldsOfDataset(target).map(([name]) => name)
  const words = HEADER_WORDS[target] as Readonly<Record<string, readonly string[]>>
  const byWord = new Map(Object.entries(words).flatMap(([field, list]) => list.map((word) => [parseHeader(word).key, field] as const)))
  const found = new Set<string>()
  for (const column of columns) {
    const own = findFields(target, column, isCut).find(({ rank }) => rank === OWN_RANK)?.field ?? byWord.get(parseHeader(column).key)
    if (own !== undefined && names.includes(own)) found.add(own)
  }
  // A number and a name stand in every file.
  if ([...found].every((field) => field === 'id' || field === 'name')) return 0
  return found.size / (names.length + columns.length - found.size)
}

/** The features' own names, where hardly anything else is known: 3号楼, 空地, 加油站. */
function namedSo(target: ImportTarget, columns: readonly string[], fields: Assignment['fields'], samples: ColumnSamples): number {
  const general = columns.findIndex((column) => /^(?:name|名称)$/.test(parseHeader(column).key))
  const at = [...fields].find(([, { field }]) => field === 'name')?.[0] ?? (general < 0 ? undefined : general)
  const texts = at === undefined ? [] : samples[at]!.filter((value) => typeof value === 'string')
  if (texts.length === 0) return 0
  const counts = new Map<ImportTarget, number>()
  for (const text of texts) {
    const kind = NAMED_SO.find(([, pattern]) => pattern.test(text.slice(0, 60)))?.[0]
    if (kind) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  return (counts.get(target) ?? 0) >= texts.length * MOST_NAMED ? NAMED_WEIGHT : 0
}
