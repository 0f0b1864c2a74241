import { assignColumns, type Assignment, type ColumnSamples } from '@/data/import/assign-columns'
import { EXTRA_COLUMNS, NEEDLESS_COLUMNS } from '@/data/import/column-words'
import { OWN_RANK } from '@/data/import/find-fields'
import { subjectFinder } from '@/data/import/find-subject'
import { guessTarget } from '@/data/import/guess-target'
import { guessUnit } from '@/data/import/guess-unit'
import { foldText } from '@/data/import/fold-text'
import { parseHeader, UNIT_WORDS } from '@/data/import/header-text'
import { mappedField } from '@/data/import/mapping-fields'
import { dayInText, readYear } from '@/data/import/read-day-cell'
import type { PlanWords, Table } from '@/data/import/table'
import { formatDay, partsOfDay } from '@/domain/day'
import type { ColumnMeaning, ColumnUnit, ImportTarget, TableMapping } from '@/domain/import'
import type { RawLayer, RawValue } from '@/domain/source-file'

const SAMPLES = 40
/** Rows in which samples are looked for. */
const LOOKED_AT = 2000
/** Words of a header by which its numbers are shares. */
const SHARE_HEADER = /完成|进度|比例|率|%|％|progress|done/i
/** Columns of tables with one row per report; beside columns of items they have no subject. */
const OF_ONE_REPORT: ReadonlySet<string> = new Set(['kind', 'doneShare', 'date'])

/**
 * What a table means: as remembered for the same columns, else by its columns, shapes and names.
 *
 * The unit of a column is that of its header, else that of its values, else null: it is asked. The day of a ledger
 * without such a column is taken from the titles.
 *
 * @param remembered - The latest first. The day of an earlier table is not used again.
 * @param wanted - What the table is said to be about; null: it is found out.
 * @returns Null if nothing fits.
 */
export function guessMapping(
  layer: RawLayer, table: Table, remembered: readonly TableMapping[], words: PlanWords | null, wanted: ImportTarget | null = null,
): TableMapping | null {
  const names = [layer.name, ...table.titles]
  const known = remembered.find((mapping) => hasSameColumns(mapping, table.columns) && (wanted === null || mapping.target === wanted))
  if (known) return withDay({ target: known.target, columns: withoutDoubtfulUnits(known.target, withUnits(known.target, known.columns, table, words), table) }, names)
  const samples = samplesOf(table)
  const isCut = layer.kind === 'features'
  const geometryTypes = new Set(table.rows.flatMap(({ geometry }) => (geometry ? [geometry.type] : [])))
  const findSubject = subjectFinder(words)
  const assignment = wanted === null
    ? guessTarget({ columns: table.columns, samples, geometryTypes, names, isCut, findSubject })
    : assignColumns(wanted, table.columns, samples, isCut, findSubject)
  if (!assignment) return null
  const { target } = assignment
  const fields = withoutWorks(assignment, table.columns, samples, words)
  const all = new Set([...fields.values()].map(({ field }) => field))
  // The share of a whole community says nothing about its items.
  const isWide = target === 'ledger' && !all.has('subject') && [...all].some((field) => field.includes(':'))
  const columns = table.columns.map((column, at): ColumnMeaning => {
    const own = fields.get(at)
    const found = isWide && own && OF_ONE_REPORT.has(own.field) ? undefined : own
    return { column, field: found?.field ?? null, unit: found ? statedUnit(target, found, column) : null }
  })
  return withDay({ target, columns: withoutDoubtfulUnits(target, withUnits(target, columns, table, words), table) }, names)
}

/**
 * 竣工时间 is the year of a building, unless the table tells of the works: then it is the day they were finished, and a
 * house of 1986 would become one of this year.
 */
function withoutWorks({ target, fields }: Assignment, columns: readonly string[], samples: ColumnSamples, words: PlanWords | null): Assignment['fields'] {
  const at = target === 'communities' || target === 'buildings' ? [...fields].find(([, { field }]) => field === 'builtYear')?.[0] : undefined
  if (at === undefined || !/竣工|完工|建设时间/.test(parseHeader(columns[at]!).key)) return fields
  const firstYear = Math.min(...(words?.milestones ?? []).map(({ plannedOn }) => partsOfDay(plannedOn).year))
  const years = samples[at]!.map((value) => (typeof value === 'boolean' ? null : readYear(value!))).filter((year) => year !== null)
  const isOfWorks = columns.some((column) => /开工|进场/.test(parseHeader(column).key)) || (years.length > 0 && years.every((year) => year >= firstYear))
  return isOfWorks ? new Map([...fields].filter(([column]) => column !== at)) : fields
}

/** True for columns that are left out without a word: counters, machine columns, names beside codes. */
export function isNeedless(column: string): boolean {
  const { key } = parseHeader(column)
  return NEEDLESS_COLUMNS.has(key) || EXTRA_COLUMNS.has(key) || /^\[[A-Z]+\]$/.test(column)
}

function hasSameColumns(mapping: TableMapping, columns: readonly string[]): boolean {
  const names = new Set(mapping.columns.map(({ column }) => column))
  return names.size === columns.length && columns.every((column) => names.has(column))
}

function samplesOf({ columns, rows }: Table): RawValue[][] {
  const samples = columns.map((): RawValue[] => [])
  let open = columns.length
  for (const { values } of rows.slice(0, LOOKED_AT)) {
    if (open === 0) break
    values.forEach((value, at) => {
      const list = samples[at]
      if (value === null || value === '' || !list || list.length === SAMPLES) return
      if (list.push(value) === SAMPLES) open--
    })
  }
  return samples
}

/** The unit that the header names, or that a file of our own always has. */
function statedUnit(target: ImportTarget, { field: name, rank }: { field: string; rank: number }, column: string): ColumnUnit | null {
  const field = mappedField(target, name)
  if (!field || field.units.length === 0) return null
  if (rank === OWN_RANK) return field.units[0]!
  const { unit } = parseHeader(column)
  return unit !== null && field.units.includes(unit) ? unit : null
}

/**
 * Units of shares that the values do not bear out are asked: where 65 stood last week, or below a header with %, 0.65 may
 * be a share or hardly anything.
 */
function withoutDoubtfulUnits(target: ImportTarget, columns: readonly ColumnMeaning[], table: Table): ColumnMeaning[] {
  const places = new Map(table.columns.map((column, at) => [column, at]))
  return columns.map((meaning) => {
    const field = meaning.field === null ? null : mappedField(target, meaning.field)
    if (field?.kind !== 'share' || meaning.unit === null) return meaning
    const values = [...valuesOf(table, [places.get(meaning.column)!])].filter((value) => value !== 0)
    const told = guessUnit(field, values)
    const isTold = values.some((value) => typeof value === 'number' || /^[\d.,]+$/.test(String(value)))
    // 1 below a header with % may be one hundredth.
    const isStated = parseHeader(meaning.column).unit === meaning.unit
    const isBetween = values.some((value) => Number(value) > 0 && Number(value) < 1)
    return isTold && told !== null && told !== meaning.unit && (!isStated || isBetween) ? { ...meaning, unit: null } : meaning
  })
}

/** Units of items that come in pieces: 2 below 加装电梯 may be two lifts. */
const PIECES = /^[个部处组套台座盏户]$|^单元$/

/**
 * Units by values. Columns of items are judged together: one table writes all of them alike. Where all of them come in
 * pieces, numbers above 1 may count them.
 */
function withUnits(target: ImportTarget, columns: readonly ColumnMeaning[], table: Table, words: PlanWords | null): ColumnMeaning[] {
  const places = new Map(table.columns.map((column, at) => [column, at]))
  const items = columns.flatMap(({ column, field, unit }) => (field?.startsWith('item:') && unit === null ? [places.get(column)!] : []))
  const guessed = items.length === 0 ? null : guessUnit(mappedField(target, 'item:')!, valuesOf(table, items))
  const unitOfItem = new Map((words?.items ?? []).map(({ code, unit }) => [`item:${code}`, unit]))
  const arePieces = columns.every(({ column, field, unit }) => !field?.startsWith('item:') || (unit === null && PIECES.test(unitOfItem.get(field) ?? '') && !SHARE_HEADER.test(column)))
  const itemUnit = guessed === 'percent' && arePieces ? null : guessed
  return columns.map((meaning) => {
    if (meaning.field === null || meaning.unit !== null) return meaning
    if (meaning.field.startsWith('item:')) return { ...meaning, unit: itemUnit }
    const field = mappedField(target, meaning.field)
    return { ...meaning, unit: field ? guessUnit(field, valuesOf(table, [places.get(meaning.column)!])) ?? titleUnit(table, field.units) : null }
  })
}

function* valuesOf({ rows }: Table, columns: readonly number[]): Generator<RawValue> {
  for (const { values } of rows) {
    for (const at of columns) {
      const value = values[at]
      if (value !== null && value !== undefined) yield value
    }
  }
}

/** 单位：万㎡ above the table holds for its areas. */
function titleUnit({ titles }: Table, units: readonly ColumnUnit[]): ColumnUnit | null {
  for (const title of titles) {
    const stated = /单位[:：]([^)）]{1,60})/.exec(title)?.[1]?.split(/[\s,，、；;]+/) ?? []
    const fitting = new Set(stated.map((word) => UNIT_WORDS.get(foldText(word))).filter((unit) => unit !== undefined && units.includes(unit)))
    if (fitting.size === 1) return [...fitting][0]!
  }
  return null
}

/** The day of a ledger that no column has, as its titles or its name say: 截至2024年8月26日. */
function withDay(mapping: TableMapping, names: readonly string[]): TableMapping {
  if (mapping.target !== 'ledger' || mapping.columns.some(({ field }) => field === 'reportedOn')) return mapping
  const stated = names.filter((name) => /截至|截止|填报|报送|上报|统计|日期|时间/.test(name))
  const days = new Set((stated.length > 0 ? stated : names).map(dayInText).filter((day) => day !== null))
  return days.size === 1 ? { ...mapping, constants: { reportedOn: formatDay([...days][0]!) } } : mapping
}
