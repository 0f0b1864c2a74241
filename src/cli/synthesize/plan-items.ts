import type { Item, ItemClass, ItemScope } from '@/domain/plan'

type ItemLine = readonly [
  code: string, name: string, shortName: string, nameEn: string, scope: ItemScope, unit: string, lead: string,
]

/**
 * The 36 items of the city's list: 15 basic, 13 improved, 8 enhanced.
 *
 * The split 15 + 13 + 8 is published (潍坊日报, 2022-03-09); the official item names are not.
 * Until the official list is loaded this is a reconstruction, which `itemsNote` of the plan says on screen.
 */
const LINES: readonly ItemLine[] = [
  ['J01', '拆违拆临', '拆违拆临', 'Illegal and temporary structures removed', 'community', '㎡', '属地街区'],
  ['J02', '供水管网改造', '供水管网', 'Water supply pipes', 'community', 'm', '供水专营'],
  ['J03', '雨污分流及排水改造', '雨污分流', 'Rain and foul water separated', 'community', 'm', '实施主体'],
  ['J04', '供电设施改造', '供电设施', 'Power supply', 'community', '处', '供电专营'],
  ['J05', '供气管道改造', '供气管道', 'Gas pipes', 'community', 'm', '燃气专营'],
  ['J06', '供热管网改造', '供热管网', 'District heating pipes', 'community', 'm', '供热专营'],
  ['J07', '飞线治理（强弱电架空线序化、入地）', '飞线治理', 'Overhead lines tidied or buried', 'community', 'm', '通信/广电专营'],
  ['J08', '光纤入户及移动通信设施', '光纤通信', 'Fibre to the home and mobile signal', 'community', '户', '通信专营'],
  ['J09', '小区路面整修', '小区路面', 'Road surface of the community', 'community', '㎡', '实施主体'],
  ['J10', '消防设施及消防通道', '消防设施', 'Fire equipment and fire lanes', 'community', '处', '实施主体'],
  ['J11', '安防设施（监控、门禁、围墙）', '安防设施', 'Security: cameras, gates, walls', 'community', '处', '实施主体'],
  ['J12', '公共照明', '公共照明', 'Public lighting', 'community', '盏', '实施主体'],
  ['J13', '环卫设施及生活垃圾分类', '垃圾分类', 'Sanitation and sorted waste', 'community', '处', '实施主体'],
  ['J14', '建筑物屋面防水维修', '屋面防水', 'Roof waterproofing', 'building', '㎡', '实施主体'],
  ['J15', '楼梯间等公共部位维修（含外墙、单元门、散水）', '公共部位', 'Stairwells, façades and entrances', 'building', '单元', '实施主体'],
  ['W01', '小区绿化及环境整治', '绿化整治', 'Greening and tidying', 'community', '㎡', '实施主体'],
  ['W02', '机动车停车设施', '停车设施', 'Car parking', 'community', '个', '实施主体'],
  ['W03', '电动自行车充电设施', '电车充电', 'Charging for electric bicycles', 'community', '个', '实施主体'],
  ['W04', '电动汽车充电设施', '汽车充电', 'Charging for electric cars', 'community', '个', '供电专营'],
  ['W05', '文化休闲设施', '文化休闲', 'Culture and leisure', 'community', '处', '实施主体'],
  ['W06', '体育健身设施及儿童活动场地', '健身儿童', 'Exercise equipment and playgrounds', 'community', '处', '实施主体'],
  ['W07', '建筑节能（外墙保温）', '外墙保温', 'Energy retrofit: wall insulation', 'building', '㎡', '实施主体'],
  ['W08', '门窗更换', '门窗更换', 'Doors and windows replaced', 'building', '㎡', '实施主体'],
  ['W09', '加装电梯', '加装电梯', 'Lifts added', 'building', '部', '实施主体'],
  ['W10', '无障碍设施', '无障碍', 'Step-free access', 'building', '处', '实施主体'],
  ['W11', '适老化设施', '适老化', 'Facilities fit for old people', 'community', '处', '实施主体'],
  ['W12', '物业服务用房', '物业用房', 'Rooms for property management', 'community', '㎡', '实施主体'],
  ['W13', '智能信包箱（快件箱）', '智能信箱', 'Parcel lockers', 'community', '组', '实施主体'],
  ['T01', '养老服务设施', '养老服务', 'Care for old people', 'surroundings', '㎡', '民政/街区'],
  ['T02', '托育服务设施', '托育服务', 'Nursery care', 'surroundings', '㎡', '卫健/街区'],
  ['T03', '社区医疗卫生服务设施', '社区医疗', 'Community health service', 'surroundings', '㎡', '卫健/街区'],
  ['T04', '便民市场', '便民市场', 'Convenience market', 'surroundings', '㎡', '商务/街区'],
  ['T05', '社区食堂（助餐）', '社区食堂', 'Community canteen', 'surroundings', '㎡', '民政/街区'],
  ['T06', '智能化改造（周界防护等智能感知、智慧物业）', '智能化', 'Smart sensing and smart property service', 'community', '套', '实施主体'],
  ['T07', '社区综合服务设施（党群、家政）', '综合服务', 'Community service centre', 'surroundings', '㎡', '街区'],
  ['T08', '便利店及邮政快递末端综合服务站', '便利快递', 'Shop and parcel station', 'surroundings', '处', '商务/邮政'],
]

const CLASS_OF_LETTER: Readonly<Record<string, ItemClass>> = { J: 'basic', W: 'improved', T: 'enhanced' }
/** Items whose words stand in the official plan of the county. */
const IN_PLAN: readonly string[] = [
  'J01', 'J02', 'J03', 'J07', 'J09', 'J11', 'J14', 'J15', 'W01', 'W02', 'W03', 'W05', 'W06', 'W07', 'W08',
  'T01', 'T02', 'T03', 'T04', 'T05', 'T06',
]
const UNDERGROUND: readonly string[] = ['J02', 'J03', 'J04', 'J05', 'J06', 'J07']
const NEEDS_CONSENT: readonly string[] = ['W07', 'W08', 'W09']
/** 先地下后地上: the surface waits for what lies under it. */
const AFTER: Readonly<Record<string, readonly string[]>> = { J09: ['J02', 'J03', 'J05', 'J06', 'J07'] }

export const PLAN_ITEMS: readonly Item[] = LINES.map(([code, name, shortName, nameEn, scope, unit, lead]) => ({
  code, name, shortName, nameEn,
  class: CLASS_OF_LETTER[code[0]!]!,
  scope, unit, lead,
  inPlan: IN_PLAN.includes(code),
  underground: UNDERGROUND.includes(code),
  after: [...(AFTER[code] ?? [])],
  needsConsent: NEEDS_CONSENT.includes(code),
}))
