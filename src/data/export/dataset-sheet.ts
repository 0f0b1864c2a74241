import type { Geometry, Position } from 'geojson'
import { pointInside } from '@/analysis/shape/point-inside'
import { CHOICE_WORDS, FLAG_WORDS, inLanguage, type ExportLanguage, type RecordDataset, type Word } from '@/data/export/choice-words'
import { DATASET_WORDS, DEGREE, EXTRA_WORDS, HEADER_WORDS, headerText, unitOf } from '@/data/export/headers'
import type { ColumnKind, Sheet, SheetCell, SheetColumn } from '@/data/export/sheet'
import { tidyDegrees } from '@/data/export/tidy-geometry'
import type { Field } from '@/data/field'
import { FEATURE_FIELDS, fieldsOf, ROW_FIELDS } from '@/data/fields'
import type { DatasetValues } from '@/data/read-dataset'

interface Column extends SheetColumn {
  cell: (record: Readonly<Record<string, unknown>>) => SheetCell
}

/** A code that has a name: the column beside it, and where the name is found. */
const NAMED_BY: Readonly<Record<string, keyof ReturnType<typeof lookups>>> = {
  districtId: 'district', communityId: 'community', buildingId: 'building', itemCode: 'item', subject: 'subject',
}

/** True for the datasets that are features and have a place. */
export const isFeatureDataset = (dataset: RecordDataset): dataset is keyof typeof FEATURE_FIELDS => dataset in FEATURE_FIELDS

/** Every field of a record dataset with its description. */
export function fieldsOfDataset(dataset: RecordDataset): readonly [name: string, field: Field][] {
  return fieldsOf(isFeatureDataset(dataset) ? FEATURE_FIELDS[dataset] : ROW_FIELDS[dataset])
}

/**
 * A dataset as a table for people: headers and choices in words, names beside codes, and of a shape a point inside it
 * (longitude and latitude in WGS 84 degrees): shapes themselves go out as GeoJSON or Shapefile.
 */
export function datasetSheet(values: Partial<DatasetValues>, dataset: RecordDataset, language: ExportLanguage): Sheet {
  const columns = columnsOf(values, dataset, language)
  const records = (values[dataset] ?? []) as unknown as readonly Readonly<Record<string, unknown>>[]
  return {
    name: inLanguage(DATASET_WORDS[dataset], language),
    columns: columns.map(({ header, kind }) => ({ header, kind })),
    rows: records.map((record) => columns.map(({ cell }) => cell(record))),
  }
}

function columnsOf(values: Partial<DatasetValues>, dataset: RecordDataset, language: ExportLanguage): Column[] {
  const names = lookups(values, language)
  const words = HEADER_WORDS[dataset] as Readonly<Record<string, Word>>
  const fields = fieldsOfDataset(dataset).flatMap(([name, field]): Column[] => {
    const column: Column = {
      header: headerText(words[name]!, unitOf(name, field), language), kind: kindOf(field),
      cell: (record) => fieldCell(record[name] ?? null, field, CHOICE_WORDS[dataset][name], language),
    }
    const extra = NAMED_BY[name]
    if (extra === undefined) return [column]
    const cell = (record: Readonly<Record<string, unknown>>) => names[extra].get(String(record[name] ?? '')) ?? null
    return [column, { header: inLanguage(EXTRA_WORDS[extra], language), kind: 'text', cell }]
  })
  return isFeatureDataset(dataset) ? [...fields, ...placeColumns(language)] : fields
}

function placeColumns(language: ExportLanguage): Column[] {
  // One point for two columns.
  const known = new WeakMap<object, Position | null>()
  const pointOf = (record: Readonly<Record<string, unknown>>): Position | null => {
    if (!known.has(record)) known.set(record, pointInside(record.geometry as Geometry))
    return known.get(record) ?? null
  }
  return [
    { header: headerText(EXTRA_WORDS.longitude, DEGREE, language), kind: 'number', cell: (record) => tidyDegrees(pointOf(record)?.[0] ?? null) },
    { header: headerText(EXTRA_WORDS.latitude, DEGREE, language), kind: 'number', cell: (record) => tidyDegrees(pointOf(record)?.[1] ?? null) },
  ]
}

function kindOf(field: Field): ColumnKind {
  switch (field.kind) {
    case 'number': case 'integer': return 'number'
    case 'day': return 'day'
    case 'share': return 'share'
    default: return 'text'
  }
}

function fieldCell(value: unknown, field: Field, choices: Readonly<Record<string, Word>> | undefined, language: ExportLanguage): SheetCell {
  // An empty remark is an empty cell.
  if (value === null || value === '') return null
  if (typeof value === 'boolean') return inLanguage(FLAG_WORDS[value ? 'true' : 'false'], language)
  if (Array.isArray(value)) return value.join(language === 'zh' ? '；' : '; ')
  if (typeof value === 'number') return value
  const word = field.kind === 'choice' ? choices?.[String(value)] : undefined
  return word ? inLanguage(word, language) : String(value)
}

/** Names by code. */
function lookups({ plan, communities = [], buildings = [] }: Partial<DatasetValues>, language: ExportLanguage) {
  const named = (list: readonly { name: string; nameEn: string }[], codeOf: (one: never) => string) =>
    list.map((one) => [codeOf(one as never), language === 'zh' ? one.name : one.nameEn] as const)
  const items = named(plan?.items ?? [], ({ code }: { code: string }) => code)
  const milestones = named(plan?.milestones ?? [], ({ code }: { code: string }) => code)
  return {
    district: new Map(named(plan?.districts ?? [], ({ id }: { id: string }) => id)),
    community: new Map(communities.map(({ id, name }) => [id, name] as const)),
    building: new Map(buildings.map(({ id, name }) => [id, name] as const)),
    item: new Map(items),
    subject: new Map([...milestones, ...items]),
  }
}
