import type { HazardRule, LandUseRule, NeighbourRule, Source, TenureRule } from '@/domain/land-rules'
import type { FacilityType, Tenure } from '@/domain/place'

/** Land-use codes, tenures, hazards and neighbours as shipped. */

/** The codes and names were read in a published list; what they mean for siting is our own judgement. */
const OWN_VERDICT: Source = {
  state: 'assumption',
  source: '代码见《国土空间调查、规划、用途管制用地用海分类指南》；能否使用为假设，以自然资源部门意见为准',
  sourceEn: 'Codes: national guide to the classification of land and sea use; the verdict is assumed, the natural resources office decides',
}

export const BUILT_IN_LAND_USES: readonly LandUseRule[] = [
  { codePrefix: '0702', name: '城镇社区服务设施用地', nameEn: 'urban community services', verdict: 'allowed', ...OWN_VERDICT },
  { codePrefix: '080602', name: '基层医疗卫生设施用地', nameEn: 'primary health care', verdict: 'allowed', ...OWN_VERDICT },
  { codePrefix: '080701', name: '老年人社会福利用地', nameEn: 'welfare for the elderly', verdict: 'allowed', ...OWN_VERDICT },
  { codePrefix: '080702', name: '儿童社会福利用地', nameEn: 'welfare for children', verdict: 'allowed', ...OWN_VERDICT },
  { codePrefix: '0701', name: '城镇住宅用地', nameEn: 'urban housing', verdict: 'allowed', ...OWN_VERDICT },
  { codePrefix: '0901', name: '商业用地', nameEn: 'commerce', verdict: 'allowed', ...OWN_VERDICT },
  { codePrefix: '2301', name: '空闲地', nameEn: 'vacant land', verdict: 'allowed', ...OWN_VERDICT },
  // Only if inefficient, surplus or for a time: somebody has to look.
  { codePrefix: '1001', name: '工业用地（低效）', nameEn: 'industry (if inefficient)', verdict: 'toCheck', ...OWN_VERDICT },
  { codePrefix: '1309', name: '环卫用地（富余）', nameEn: 'sanitation (if surplus)', verdict: 'toCheck', ...OWN_VERDICT },
  { codePrefix: '16', name: '留白用地', nameEn: 'reserved for later', verdict: 'toCheck', ...OWN_VERDICT },
  { codePrefix: '080404', name: '幼儿园用地', nameEn: 'kindergarten', verdict: 'toCheck', ...OWN_VERDICT },
  { codePrefix: '120803', name: '社会停车场用地', nameEn: 'public parking', verdict: 'toCheck', ...OWN_VERDICT },
  { codePrefix: '1403', name: '广场用地', nameEn: 'square', verdict: 'toCheck', ...OWN_VERDICT },
  { codePrefix: '1401', name: '公园绿地', nameEn: 'park', verdict: 'forbidden', ...OWN_VERDICT },
  { codePrefix: '1402', name: '防护绿地', nameEn: 'protective green', verdict: 'forbidden', ...OWN_VERDICT },
  { codePrefix: '1701', name: '河流水面', nameEn: 'river', verdict: 'forbidden', ...OWN_VERDICT },
]

const OWN_DIFFICULTY: Source = {
  state: 'assumption',
  source: '按需要协调的权利人和手续估计，0 易、1 难',
  sourceEn: 'By the right holders and procedures involved, 0 easy, 1 hard',
}

/** A tenure that is to be looked up (待查) has no row: its difficulty is unknown, not high or low. */
export const BUILT_IN_TENURES: readonly TenureRule[] = [
  { tenure: 'stateReserve', difficulty: 0.1, isExcluded: false, ...OWN_DIFFICULTY },
  { tenure: 'stateAllocated', difficulty: 0.2, isExcluded: false, ...OWN_DIFFICULTY },
  { tenure: 'workUnit', difficulty: 0.4, isExcluded: false, ...OWN_DIFFICULTY },
  { tenure: 'ownersCommon', difficulty: 0.5, isExcluded: false, ...OWN_DIFFICULTY },
  { tenure: 'collectiveCommercial', difficulty: 0.6, isExcluded: false, ...OWN_DIFFICULTY },
  { tenure: 'stateGranted', difficulty: 0.7, isExcluded: false, ...OWN_DIFFICULTY },
  { tenure: 'collectiveOther', difficulty: 0.9, isExcluded: false, ...OWN_DIFFICULTY },
]

const STATE_LAND: readonly Tenure[] = ['stateAllocated', 'stateGranted', 'stateReserve', 'workUnit', 'ownersCommon']
const COLLECTIVE_LAND: readonly Tenure[] = ['collectiveCommercial', 'collectiveOther']

/** Collective land and land of the state cannot be registered as one; work units and owners hold rights on land of the state. */
export const BUILT_IN_INCOMPATIBLE_TENURES: readonly (readonly [Tenure, Tenure])[] = COLLECTIVE_LAND.flatMap((collective) =>
  STATE_LAND.map((state): [Tenure, Tenure] => [collective, state]))

const OWN_SETBACK: Source = {
  state: 'assumption',
  source: '规范要求“远离”，未给统一距离（GB 50437 第 4.2 节、JGJ 39-2016 第 3.1 节、《托育机构设置标准（试行）》）；数值为假设',
  sourceEn: 'Codes ask to keep away without one distance (GB 50437, 4.2; JGJ 39-2016, 3.1; childcare standards, trial); the number is assumed',
}
const PEOPLE_STAY_OR_EAT: readonly FacilityType[] = ['elderlyCare', 'childcare', 'health', 'canteen', 'serviceCentre']

/** What endangers life is hard for all types; what is a nuisance only where people stay or eat; crowds only for small children. */
export const BUILT_IN_HAZARDS: readonly HazardRule[] = [
  { kind: 'dangerousGoods', facilityTypes: [], setbackM: 100, isHard: true, ...OWN_SETBACK },
  { kind: 'fuelStation', facilityTypes: [], setbackM: 50, isHard: true, ...OWN_SETBACK },
  { kind: 'substation', facilityTypes: [], setbackM: 30, isHard: true, ...OWN_SETBACK },
  { kind: 'powerLine', facilityTypes: [], setbackM: 20, isHard: true, ...OWN_SETBACK },
  { kind: 'wasteStation', facilityTypes: PEOPLE_STAY_OR_EAT, setbackM: 50, isHard: true, ...OWN_SETBACK },
  { kind: 'wasteStation', facilityTypes: ['market'], setbackM: 50, isHard: false, ...OWN_SETBACK },
  { kind: 'gasRegulator', facilityTypes: [], setbackM: 15, isHard: false, ...OWN_SETBACK },
  { kind: 'crowdedMarket', facilityTypes: ['childcare'], setbackM: 30, isHard: true, ...OWN_SETBACK },
]

const NOT_BESIDE_MARKET: Source = {
  state: 'assumption',
  source: '《托儿所、幼儿园建筑设计规范》JGJ 39-2016 第 3.1 节：不应与商场、批发市场等人流密集场所毗邻；30 m 为假设',
  sourceEn: 'JGJ 39-2016 Code for nurseries and kindergartens, 3.1: not beside crowded places such as shopping or wholesale markets; 30 m is assumed',
}

export const BUILT_IN_NEIGHBOURS: readonly NeighbourRule[] = [
  { facilityType: 'childcare', neighbour: 'market', distanceM: 30, isHard: true, ...NOT_BESIDE_MARKET },
  { facilityType: 'market', neighbour: 'childcare', distanceM: 30, isHard: true, ...NOT_BESIDE_MARKET },
  { facilityType: 'market', neighbour: 'kindergarten', distanceM: 30, isHard: true, ...NOT_BESIDE_MARKET },
]
