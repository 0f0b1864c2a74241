import type { FeatureDatasetId, FeatureRecords, RowRecords } from '@/data/fields'

/** A word in both languages, Chinese first. */
export type Word = readonly [zh: string, en: string]
export type ExportLanguage = 'zh' | 'en'

/** Datasets that are lists of records. */
export type RecordDataset = FeatureDatasetId | keyof RowRecords
export type RecordOf<D extends RecordDataset> = D extends FeatureDatasetId ? FeatureRecords[D] : D extends keyof RowRecords ? RowRecords[D] : never

/** The word of a language. */
export const inLanguage = (word: Word, language: ExportLanguage): string => word[language === 'zh' ? 0 : 1]

/** Cells of a flag. */
export const FLAG_WORDS: { readonly true: Word; readonly false: Word } = { true: ['是', 'yes'], false: ['否', 'no'] }

type Words = Readonly<Record<string, Word>>

const PROVENANCE: Words = {
  synthetic: ['示意数据', 'synthetic'], official: ['正式资料', 'official'], surveyed: ['实测', 'surveyed'], reported: ['填报', 'reported'],
}
const FACILITY: Words = {
  elderlyCare: ['养老服务', 'elderly care'], childcare: ['托育', 'childcare'], kindergarten: ['幼儿园', 'kindergarten'], health: ['卫生服务', 'health'],
  market: ['便民市场', 'market'], canteen: ['社区食堂', 'canteen'], serviceCentre: ['综合服务', 'service centre'], fitness: ['健身场地', 'fitness'],
}
const LAND_USE: Words = {
  residential: ['居住', 'residential'], commercial: ['商业', 'commercial'], public: ['公共', 'public'], industrial: ['工业', 'industrial'],
  oldTown: ['老城', 'old town'], green: ['绿地', 'green'], vacant: ['空地', 'vacant'],
}

/** Words of a choice by dataset and field, for tables that people read; what is not here is written as it is kept. */
export const CHOICE_WORDS: { readonly [D in RecordDataset]: Readonly<Record<string, Words>> } = {
  communities: {
    propertyService: { none: ['无物业', 'none'], self: ['自管', 'self-managed'], market: ['市场化物业', 'market'], municipal: ['国有兜底', 'municipal'] },
    provenance: PROVENANCE,
  },
  buildings: { provenance: PROVENANCE },
  roads: {
    class: { arterial: ['主干路', 'arterial'], secondary: ['次干路', 'secondary'], local: ['支路', 'local'], lane: ['巷路', 'lane'] },
    provenance: PROVENANCE,
  },
  railways: { provenance: PROVENANCE },
  water: { kind: { river: ['河流', 'river'], lake: ['湖泊', 'lake'], pond: ['池塘', 'pond'] }, provenance: PROVENANCE },
  greens: {
    kind: { park: ['公园', 'park'], bank: ['滨水绿地', 'bank'], square: ['广场', 'square'], belt: ['绿带', 'belt'], field: ['田地', 'field'] },
    provenance: PROVENANCE,
  },
  blocks: { landUse: LAND_USE, provenance: PROVENANCE },
  'context-buildings': { landUse: LAND_USE, provenance: PROVENANCE },
  landmarks: {
    kind: {
      government: ['政府', 'government'], school: ['学校', 'school'], hospital: ['医院', 'hospital'], station: ['车站', 'station'],
      market: ['市场', 'market'], park: ['公园', 'park'], culture: ['文化', 'culture'], factory: ['工厂', 'factory'],
    },
    provenance: PROVENANCE,
  },
  'spare-spaces': {
    kind: { parcel: ['地块', 'parcel'], room: ['存量用房', 'room'], cleared: ['拆违腾退空间', 'cleared'] },
    tenure: {
      stateAllocated: ['国有划拨', 'state, allocated'], stateGranted: ['国有出让', 'state, granted'], stateReserve: ['国有储备', 'state, reserve'],
      collectiveCommercial: ['集体经营性', 'collective, commercial'], collectiveOther: ['集体其他', 'collective, other'],
      workUnit: ['单位自管', 'work unit'], ownersCommon: ['业主共有', 'owners in common'], unknown: ['待查', 'unknown'],
    },
    surveyState: { unverified: ['未核查', 'unverified'], desk: ['内业核查', 'desk'], field: ['外业核查', 'field'], confirmed: ['已确认', 'confirmed'] },
    provenance: PROVENANCE,
  },
  facilities: { type: FACILITY, provenance: PROVENANCE },
  residences: { provenance: PROVENANCE },
  hazards: {
    kind: {
      fuelStation: ['加油加气站', 'fuel station'], substation: ['变电站', 'substation'], powerLine: ['高压线', 'power line'],
      gasRegulator: ['燃气调压站', 'gas regulator'], wasteStation: ['垃圾转运站', 'waste station'], dangerousGoods: ['危险品仓储', 'dangerous goods'],
      crowdedMarket: ['人流密集市场', 'crowded market'],
    },
    provenance: PROVENANCE,
  },
  gates: { provenance: PROVENANCE },
  'proposed-sites': { facility: FACILITY, provenance: PROVENANCE },
  baseline: {},
  ledger: {
    kind: {
      progress: ['进度', 'progress'], milestone: ['节点', 'milestone'], replan: ['调整计划', 'replan'], stop: ['停工', 'stop'], resume: ['复工', 'resume'],
      correction: ['更正', 'correction'], remark: ['备注', 'remark'],
    },
  },
}
