import { inLanguage, type ExportLanguage, type RecordDataset, type RecordOf, type Word } from '@/data/export/choice-words'
import type { Field } from '@/data/field'

/** Name of a dataset, as a sheet or a file is called. */
export const DATASET_WORDS: { readonly [D in RecordDataset]: Word } = {
  communities: ['小区', 'communities'], buildings: ['楼栋', 'buildings'], baseline: ['基线', 'baseline'], ledger: ['台账', 'ledger'],
  roads: ['道路', 'roads'], railways: ['铁路', 'railways'], water: ['水系', 'water'], greens: ['绿地', 'greens'], blocks: ['街坊', 'blocks'],
  'context-buildings': ['周边建筑', 'context-buildings'], landmarks: ['地名标志', 'landmarks'], 'spare-spaces': ['可挖潜空间', 'spare-spaces'],
  facilities: ['现有设施', 'facilities'], residences: ['周边居民', 'residences'], hazards: ['危险源', 'hazards'], gates: ['小区出入口', 'gates'],
  'proposed-sites': ['拟建点', 'proposed-sites'],
}

/** Headers without units, by dataset and field: the words a bureau uses, so that an export is recognised when it comes back. */
export const HEADER_WORDS: { readonly [D in RecordDataset]: { readonly [K in Exclude<keyof RecordOf<D>, 'geometry'>]-?: Word } } = {
  communities: {
    id: ['小区编码', 'Community code'], name: ['小区名称', 'Community'], districtId: ['街区编码', 'District code'], neighbourhood: ['社区', 'Neighbourhood'],
    showcase: ['是否精品小区', 'Showcase'], builtYear: ['建成年份', 'Year built'], buildingCount: ['楼栋数', 'Buildings'], households: ['户数', 'Households'],
    floorAreaM2: ['建筑面积', 'Floor area'], propertyService: ['物业服务', 'Property service'], provenance: ['数据性质', 'Provenance'],
  },
  buildings: {
    id: ['楼栋编码', 'Building code'], communityId: ['小区编码', 'Community code'], name: ['楼栋号', 'Building'], floors: ['层数', 'Floors'],
    stairwells: ['单元数', 'Stairwells'], households: ['户数', 'Households'], floorAreaM2: ['建筑面积', 'Floor area'], heightM: ['建筑高度', 'Height'],
    builtYear: ['建成年份', 'Year built'], provenance: ['数据性质', 'Provenance'],
  },
  baseline: {
    communityId: ['小区编码', 'Community code'], itemCode: ['改造内容编码', 'Item code'], plannedStart: ['计划开工日期', 'Planned start'],
    plannedFinish: ['计划完工日期', 'Planned finish'], weight: ['权重', 'Weight'],
  },
  ledger: {
    reportedOn: ['填报日期', 'Reported on'], communityId: ['小区编码', 'Community code'], buildingId: ['楼栋编码', 'Building code'],
    kind: ['填报类型', 'Report kind'], subject: ['内容或节点编码', 'Subject code'], doneShare: ['完成比例', 'Done'], date: ['发生日期', 'Date'],
    note: ['备注', 'Note'],
  },
  roads: {
    id: ['道路编号', 'Road code'], name: ['道路名称', 'Road'], class: ['道路等级', 'Road class'], walkable: ['可步行', 'Walkable'], bridge: ['桥梁', 'Bridge'],
    widthM: ['路面宽度', 'Width'], provenance: ['数据性质', 'Provenance'],
  },
  railways: { id: ['铁路编号', 'Railway code'], name: ['铁路名称', 'Railway'], provenance: ['数据性质', 'Provenance'] },
  water: { id: ['水系编号', 'Water code'], name: ['水系名称', 'Water'], kind: ['水系类型', 'Water kind'], provenance: ['数据性质', 'Provenance'] },
  greens: { id: ['绿地编号', 'Green code'], name: ['绿地名称', 'Green'], kind: ['绿地类型', 'Green kind'], provenance: ['数据性质', 'Provenance'] },
  blocks: { id: ['街坊编号', 'Block code'], landUse: ['用地性质', 'Land use'], provenance: ['数据性质', 'Provenance'] },
  'context-buildings': {
    id: ['建筑编号', 'Building code'], heightM: ['建筑高度', 'Height'], landUse: ['用地性质', 'Land use'], provenance: ['数据性质', 'Provenance'],
  },
  landmarks: {
    id: ['地名编号', 'Landmark code'], name: ['地名', 'Landmark'], nameEn: ['英文名', 'English name'], kind: ['地名类型', 'Landmark kind'],
    provenance: ['数据性质', 'Provenance'],
  },
  'spare-spaces': {
    id: ['空间编号', 'Space code'], name: ['空间名称', 'Space'], kind: ['空间类型', 'Space kind'], registeredAreaM2: ['登记面积', 'Registered area'],
    floorAreaM2: ['房屋面积', 'Floor area'], storey: ['所在楼层', 'Storey'], tenure: ['权属', 'Tenure'], holder: ['权利人', 'Right holder'],
    landUseCode: ['现状用途代码', 'Present use code'], plannedUseCode: ['规划用途代码', 'Planned use code'], communityId: ['小区编码', 'Community code'],
    availableYears: ['可用年限', 'Years available'], surveyState: ['核查状态', 'Survey state'], published: ['是否公开', 'Published'],
    provenance: ['数据性质', 'Provenance'],
  },
  facilities: {
    id: ['设施编号', 'Facility code'], name: ['设施名称', 'Facility'], type: ['设施类型', 'Facility type'], floorAreaM2: ['建筑面积', 'Floor area'],
    capacity: ['床位或名额', 'Places'], provenance: ['数据性质', 'Provenance'],
  },
  residences: {
    id: ['居民楼编号', 'Residence code'], name: ['居民楼名称', 'Residence'], households: ['户数', 'Households'],
    personsPerHousehold: ['户均人口', 'Persons per household'], share60Plus: ['60岁以上占比', 'Share aged 60 or more'],
    shareUnder3: ['3岁以下占比', 'Share under 3'], provenance: ['数据性质', 'Provenance'],
  },
  hazards: { id: ['危险源编号', 'Hazard code'], name: ['危险源名称', 'Hazard'], kind: ['危险源类型', 'Hazard kind'], provenance: ['数据性质', 'Provenance'] },
  gates: { id: ['出入口编号', 'Gate code'], communityId: ['小区编码', 'Community code'], provenance: ['数据性质', 'Provenance'] },
  'proposed-sites': {
    id: ['拟建点编号', 'Site code'], name: ['拟建点名称', 'Site'], facility: ['拟建设施', 'Facility'], landAreaM2: ['用地面积', 'Land area'],
    reachedPeople: ['覆盖人数', 'People reached'], newlyReachedPeople: ['新增覆盖人数', 'Newly reached'], spaceIds: ['组成空间编号', 'Space codes'],
    provenance: ['数据性质', 'Provenance'],
  },
}

/** Columns that are no field: names beside codes for people, and a point inside each shape. */
export const EXTRA_WORDS = {
  district: ['街区', 'District'], community: ['小区名称', 'Community'], building: ['楼栋号', 'Building'], item: ['改造内容', 'Item'],
  subject: ['内容或节点', 'Subject'], longitude: ['经度', 'Longitude'], latitude: ['纬度', 'Latitude'], mark: ['导出说明', 'Export note'],
} as const satisfies Readonly<Record<string, Word>>

/** Units as they stand in headers; a year is no unit of a date, and a count of floors says so itself. */
const UNIT_WORDS: Readonly<Record<string, Word>> = {
  m2: ['㎡', 'm²'], m: ['m', 'm'], household: ['户', 'households'], person: ['人', 'persons'], building: ['栋', 'buildings'], floor: ['层', 'floors'],
  degree: ['°', '°'], percent: ['%', '%'],
}
const DURATION: Word = ['年', 'years']

/** Unit in which a field is written, null if it needs none. */
export function unitOf(name: string, field: Field): Word | null {
  if (name === 'availableYears') return DURATION
  const unit = field.kind === 'number' || field.kind === 'integer' ? field.unit : null
  return (unit !== null && UNIT_WORDS[unit]) || null
}

/** A header with its unit: 建筑面积（㎡）, `Floor area (m²)`. */
export function headerText(word: Word, unit: Word | null, language: ExportLanguage): string {
  const [text, unitText] = [inLanguage(word, language), unit && inLanguage(unit, language)]
  // `Households (households)` says nothing twice.
  if (!unitText || text.toLowerCase() === unitText) return text
  return language === 'zh' ? `${text}（${unitText}）` : `${text} (${unitText})`
}

export const DEGREE = UNIT_WORDS.degree!
export const PERCENT = UNIT_WORDS.percent!
