import type { FacilityStandard, Source } from '@/domain/land-rules'

/** Standards of the six facility types as shipped. Only numbers that were read in a published text are `verified`. */

const verified = 'verified'
const fromMemory = 'fromMemory'
const assumption = 'assumption'

const SHANDONG_LAW: Source = {
  state: verified,
  source: '《山东省养老服务条例》（2020）：新建城镇居住区每百户不少于 20 ㎡；已建成小区参照',
  sourceEn: 'Shandong Regulation on Elderly Care Services (2020): at least 20 m² per 100 households in new residential areas; applied to built ones by analogy',
}
const SHANDONG_DRAFT: Source = {
  state: verified,
  source: '山东省民政厅等关于养老服务设施规划、建设、移交和使用的管理办法（征求意见稿，2021）：单处不少于 350 ㎡（正式文本未核对）',
  sourceEn: 'Shandong measures on planning, building, handing over and using elderly-care facilities (consultation draft, 2021): at least 350 m² each; final text not checked',
}
const SHANDONG_DRAFT_STOREY: Source = {
  state: verified,
  source: '山东省民政厅等关于养老服务设施规划、建设、移交和使用的管理办法（征求意见稿，2021）：不得建在地下层；《老年人照料设施建筑设计标准》JGJ 450-2018 第 5.1.2 条',
  sourceEn: 'Shandong measures on elderly-care facilities (consultation draft, 2021): not below ground; JGJ 450-2018, 5.1.2',
}
const GB50180: Source = {
  state: fromMemory,
  source: '《城市居住区规划设计标准》GB 50180-2018 附录 C',
  sourceEn: 'GB 50180-2018 Standard for urban residential area planning and design, Appendix C',
}
const WHOLE_COMMUNITY: Source = {
  state: fromMemory,
  source: '《完整居住社区建设标准（试行）》：托儿所不少于 200 ㎡',
  sourceEn: 'Standard for complete residential communities (trial): nursery of at least 200 m²',
}
const ANHUI_CHILDCARE: Source = {
  state: verified,
  source: '安徽省《居住区托育服务设施建设标准》（征求意见稿，2025）：服务半径宜为 300 m，地上一层或二层，不设地下、半地下',
  sourceEn: 'Anhui standard for childcare facilities in residential areas (consultation draft, 2025): radius 300 m, first or second storey, not below ground',
}
const CHILDCARE_LEASE: Source = {
  state: verified,
  source: '《托育机构设置标准（试行）》：自有场地或租赁期不少于 3 年',
  sourceEn: 'Standards for setting up childcare institutions (trial): own premises or a lease of at least 3 years',
}
const EMBEDDED: Source = {
  state: verified,
  source: '《城市社区嵌入式服务设施建设导则（试行）》（2024）',
  sourceEn: 'Guide to embedded community service facilities in cities (trial, 2024)',
}
const XIAMEN: Source = {
  state: assumption,
  source: '按《厦门市托育服务设施配置导则》（2022）每万人 900 ㎡、每户 2.7 人折算',
  sourceEn: 'From 900 m² per 10,000 people (Xiamen guide to childcare facilities, 2022) at 2.7 persons per household',
}
const LAND: Source = {
  state: assumption,
  source: '最小建筑面积 ÷ 2 层 ÷ 建筑密度 0.40，取整',
  sourceEn: 'Smallest floor area ÷ 2 storeys ÷ density 0.40, rounded up',
}
const CHILDCARE_LAND: Source = {
  state: assumption,
  source: '建筑 200 ㎡ 连同室外活动场地（每班 60 ㎡ 及以上）',
  sourceEn: '200 m² of building with its playground (60 m² per class or more)',
}
const WIDTH: Source = {
  state: assumption,
  source: '能布置一栋进深 12 m 的低层建筑',
  sourceEn: 'Room for a low building 12 m deep',
}
const ABOVE_GROUND: Source = {
  state: assumption,
  source: '参照养老、托育设施，不设在地下',
  sourceEn: 'Not below ground, as for care facilities',
}
const USABLE_YEARS: Source = {
  state: assumption,
  source: '改建投入需要的使用年限',
  sourceEn: 'Years of use that pay for fitting out',
}
const OWN_RADIUS: Source = {
  state: assumption,
  source: '10 分钟生活圈 500 m，未见国家指标',
  sourceEn: '500 m as in a 10-minute circle; no national figure was found',
}
const CANTEEN_AREA: Source = {
  state: assumption,
  source: '助餐点 100 ㎡，未见国家指标',
  sourceEn: '100 m² for a meal point; no national figure was found',
}

const ELDERLY_CARE: FacilityStandard = {
  type: 'elderlyCare', name: '养老', nameEn: 'Elderly care', group: 'aged60Plus', servedBy: ['elderlyCare'],
  radiusM: { value: 300, ...GB50180 },
  minLandAreaM2: { value: 440, ...LAND },
  minFloorAreaM2: { value: 350, ...SHANDONG_DRAFT },
  minWidthM: { value: 12, ...WIDTH },
  per100HouseholdsM2: { value: 20, ...SHANDONG_LAW },
  minStorey: { value: 1, ...SHANDONG_DRAFT_STOREY },
  maxStorey: null,
  minAvailableYears: { value: 5, ...USABLE_YEARS },
  forms: [
    { id: 'elderly-station', name: '社区养老服务设施', nameEn: 'community elderly-care station', minFloorAreaM2: 350, maxFloorAreaM2: null, minSiteAreaM2: null, ...SHANDONG_DRAFT },
    { id: 'day-care', name: '老年人日间照料中心', nameEn: 'day-care centre for the elderly', minFloorAreaM2: 350, maxFloorAreaM2: 750, minSiteAreaM2: null, ...GB50180 },
  ],
}

const CHILDCARE: FacilityStandard = {
  type: 'childcare', name: '托育', nameEn: 'Childcare', group: 'under3', servedBy: ['childcare'],
  radiusM: { value: 300, ...ANHUI_CHILDCARE },
  minLandAreaM2: { value: 400, ...CHILDCARE_LAND },
  minFloorAreaM2: { value: 200, ...WHOLE_COMMUNITY },
  minWidthM: { value: 12, ...WIDTH },
  per100HouseholdsM2: { value: 24.3, ...XIAMEN },
  minStorey: { value: 1, ...ANHUI_CHILDCARE },
  maxStorey: { value: 2, ...ANHUI_CHILDCARE },
  minAvailableYears: { value: 3, ...CHILDCARE_LEASE },
  forms: [
    // The playground needs ground: 400 m² of land for 200 m² of building, which follows from no density.
    { id: 'nursery', name: '托儿所', nameEn: 'nursery', minFloorAreaM2: 200, maxFloorAreaM2: null, minSiteAreaM2: 400, state: assumption,
      source: `${WHOLE_COMMUNITY.source}；用地 400 ㎡ 含室外活动场地，为假设`, sourceEn: `${WHOLE_COMMUNITY.sourceEn}; 400 m² of land with its playground is assumed` },
  ],
}

const HEALTH: FacilityStandard = {
  type: 'health', name: '医疗', nameEn: 'Health', group: 'all', servedBy: ['health'],
  radiusM: { value: 300, ...GB50180 },
  minLandAreaM2: { value: 190, ...LAND },
  minFloorAreaM2: { value: 150, ...GB50180 },
  minWidthM: { value: 12, ...WIDTH },
  per100HouseholdsM2: null,
  minStorey: { value: 1, ...ABOVE_GROUND },
  maxStorey: null,
  minAvailableYears: { value: 5, ...USABLE_YEARS },
  forms: [
    { id: 'health-station', name: '社区卫生服务站', nameEn: 'community health station', minFloorAreaM2: 150, maxFloorAreaM2: 270, minSiteAreaM2: null, ...GB50180 },
  ],
}

const MARKET: FacilityStandard = {
  type: 'market', name: '便民市场', nameEn: 'Market', group: 'all', servedBy: ['market'],
  radiusM: { value: 500, ...GB50180 },
  minLandAreaM2: { value: 940, ...LAND },
  minFloorAreaM2: { value: 750, ...GB50180 },
  minWidthM: { value: 12, ...WIDTH },
  per100HouseholdsM2: null,
  minStorey: { value: 1, ...ABOVE_GROUND },
  maxStorey: null,
  minAvailableYears: { value: 3, ...USABLE_YEARS },
  forms: [
    { id: 'market-hall', name: '菜市场（便民市场）', nameEn: 'food market', minFloorAreaM2: 750, maxFloorAreaM2: 1500, minSiteAreaM2: null, ...GB50180 },
  ],
}

const CANTEEN: FacilityStandard = {
  type: 'canteen', name: '社区食堂', nameEn: 'Canteen', group: 'all', servedBy: ['canteen'],
  radiusM: { value: 500, ...OWN_RADIUS },
  minLandAreaM2: { value: 130, ...LAND },
  minFloorAreaM2: { value: 100, ...CANTEEN_AREA },
  minWidthM: { value: 8, ...WIDTH, source: '能布置一栋进深 8 m 的小型建筑', sourceEn: 'Room for a small building 8 m deep' },
  per100HouseholdsM2: null,
  minStorey: { value: 1, ...ABOVE_GROUND },
  maxStorey: null,
  minAvailableYears: { value: 3, ...USABLE_YEARS },
  forms: [
    { id: 'meal-point', name: '社区食堂（助餐点）', nameEn: 'community canteen', minFloorAreaM2: 100, maxFloorAreaM2: null, minSiteAreaM2: null, ...CANTEEN_AREA },
  ],
}

const SERVICE_CENTRE: FacilityStandard = {
  type: 'serviceCentre', name: '综合服务', nameEn: 'Service centre', group: 'all', servedBy: ['serviceCentre'],
  radiusM: { value: 500, ...OWN_RADIUS },
  minLandAreaM2: { value: 750, ...LAND },
  minFloorAreaM2: { value: 600, ...EMBEDDED },
  minWidthM: { value: 12, ...WIDTH },
  per100HouseholdsM2: { value: 30, ...EMBEDDED },
  minStorey: { value: 1, ...ABOVE_GROUND },
  maxStorey: null,
  minAvailableYears: { value: 5, ...USABLE_YEARS },
  forms: [
    { id: 'complex', name: '社区嵌入式服务综合体', nameEn: 'embedded service complex', minFloorAreaM2: 600, maxFloorAreaM2: null, minSiteAreaM2: null, ...EMBEDDED },
    { id: 'large-complex', name: '社区嵌入式服务综合体（有条件时）', nameEn: 'embedded service complex (recommended size)', minFloorAreaM2: 800, maxFloorAreaM2: null, minSiteAreaM2: null, ...EMBEDDED },
  ],
}

export const BUILT_IN_FACILITIES: readonly FacilityStandard[] = [ELDERLY_CARE, CHILDCARE, HEALTH, MARKET, CANTEEN, SERVICE_CENTRE]
