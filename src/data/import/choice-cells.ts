import { CHOICE_WORDS, FLAG_WORDS } from '@/data/export/choice-words'
import { foldText } from '@/data/import/fold-text'
import type { ImportTarget } from '@/domain/import'

/** What a word means; vague if it leaves more than one possibility and the most careful one is taken. */
export interface ChoiceCell {
  value: string
  isVague: boolean
}

/** Words of bureaus besides those of our exports, by target, field and value; after `?` those that are vague. */
const BUREAU_WORDS: { readonly [T in ImportTarget]?: Readonly<Record<string, Readonly<Record<string, string>>>> } = {
  communities: {
    propertyService: {
      none: '无 没有 无物业管理 否', self: '业主自管 单位自管 自治 自我管理 居民自管 社区代管', market: '市场化 专业物业 物业公司 专业化物业 市场化管理 ?有 ?有物业 ?是',
      municipal: '国企 国企兜底 兜底 国有物业 市属物业 国有企业 街道兜底',
    },
  },
  'spare-spaces': {
    kind: {
      parcel: '土地 空地 边角地 夹心地 插花地 零星用地 空闲地 闲置地块 用地', room: '用房 房屋 闲置用房 存量房屋 房间 房产 闲置房屋', cleared: '拆违腾退 腾退空间 腾退地 拆违腾退地 拆违空间 拆违',
    },
    tenure: {
      stateAllocated: '划拨 国有划拨土地 划拨用地', stateGranted: '出让 国有出让土地 出让用地', stateReserve: '储备 国有储备土地 储备用地 已征未用 政府储备',
      collectiveCommercial: '集体经营性建设用地 集体经营性用地', collectiveOther: '集体 集体土地 集体所有', workUnit: '单位 单位自有 企业自管 单位所有', ownersCommon: '全体业主 小区业主共有 业主共同所有 共有',
      unknown: '未知 不明 不详 待核 待核实 ?国有 ?国有土地 ?私有 ?个人',
    },
    surveyState: { unverified: '未核 未核实 待核查 待核', desk: '内业', field: '外业 现场核查 实地核查', confirmed: '确认 已核实 已核查' },
  },
  facilities: {
    type: {
      elderlyCare: '养老 养老院 日间照料 日间照料中心 老年人日间照料中心 养老服务站 养老服务中心 敬老院 养老机构', childcare: '托育服务 托儿所 托育机构 托育点 托育园 托育中心',
      kindergarten: '幼托', health: '医疗 卫生 卫生室 卫生服务站 社区卫生服务站 社区卫生服务中心 诊所 医院 医疗卫生 卫生院', market: '市场 菜市场 农贸市场 便民菜市场 菜店',
      canteen: '食堂 助餐点 助餐 老年食堂 长者食堂 幸福食堂', serviceCentre: '综合服务中心 服务中心 党群服务中心 社区服务站 社区服务中心 便民服务中心', fitness: '健身 健身点 体育健身 健身广场 体育设施 健身设施',
    },
  },
  hazards: {
    kind: {
      fuelStation: '加油站 加气站 油气站', substation: '变电所 配电站', powerLine: '高压电线 高压走廊 电力线', gasRegulator: '调压站 燃气站 燃气设施', wasteStation: '垃圾站 垃圾中转站 转运站',
      dangerousGoods: '危化品 危险品 危化品仓库 危险化学品', crowdedMarket: '批发市场 大型商场 人流密集场所',
    },
  },
  ledger: {
    kind: { progress: '完成进度 进展', milestone: '关键节点 里程碑', replan: '计划调整 调整 延期', stop: '暂停 停工令', resume: '恢复施工', correction: '更改 修正', remark: '备注 说明' },
  },
}
const PROVENANCE: Readonly<Record<string, string>> = { synthetic: '示意 示例 模拟', official: '正式 官方', surveyed: '测绘 实地测量', reported: '上报 报送' }
/** For flags also the signs of a form that is ticked. */
const YES = 'true 1 y yes √ ✓ ✔ ☑ 有 对 精品 精品小区 示范 示范小区 公开'
const NO = 'false 0 n no × ✗ ✘ x ☐ 无 没有 不 非 - 不公开'

const tables = new Map<string, ReadonlyMap<string, ChoiceCell>>()

/** What a cell of a choice means: one of its values, its word in our exports or in bureaus' tables. Null if nobody knows. */
export function readChoice(target: ImportTarget, field: string, values: readonly string[], text: string): ChoiceCell | null {
  const key = `${target} ${field}`
  let table = tables.get(key)
  if (!table) tables.set(key, (table = tableOf(target, field, values)))
  const folded = foldText(text.slice(0, 200))
  const found = table.get(folded)
  if (found) return found
  // A company is named where the kind of service is asked for.
  return field === 'propertyService' && /物业.{0,10}公司$/.test(folded) ? { value: 'market', isVague: true } : null
}

function tableOf(target: ImportTarget, field: string, values: readonly string[]): ReadonlyMap<string, ChoiceCell> {
  const table = new Map<string, ChoiceCell>()
  const own = (CHOICE_WORDS[target] as Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>)[field] ?? {}
  const bureau = field === 'provenance' ? PROVENANCE : BUREAU_WORDS[target]?.[field] ?? {}
  for (const value of values) {
    const words = [value, ...(own[value] ?? []), ...(bureau[value]?.split(' ') ?? [])]
    for (const word of words) {
      const isVague = word.startsWith('?')
      const folded = foldText(isVague ? word.slice(1) : word)
      if (!table.has(folded)) table.set(folded, { value, isVague })
    }
  }
  return table
}

const flags = new Map<string, boolean>([
  ...`${YES} ${FLAG_WORDS.true.join(' ')}`.split(' ').map((word) => [foldText(word), true] as const),
  ...`${NO} ${FLAG_WORDS.false.join(' ')}`.split(' ').map((word) => [foldText(word), false] as const),
])

/** What a cell of a yes-or-no column means, null if nobody knows. */
export const readFlag = (text: string): boolean | null => flags.get(foldText(text.slice(0, 20))) ?? null

/** Names of land uses in the national classification (国土空间调查、规划、用途管制用地用海分类指南), as far as the rules speak of them. */
const LAND_USES: ReadonlyMap<string, string> = new Map(Object.entries({
  城镇住宅用地: '0701', 住宅用地: '0701', 居住用地: '0701', 城镇社区服务设施用地: '0702', 社区服务设施用地: '0702', 幼儿园用地: '080404', 基层医疗卫生设施用地: '080602', 老年人社会福利用地: '080701', 儿童社会福利用地: '080702',
  商业用地: '0901', 工业用地: '1001', 社会停车场用地: '120803', 环卫用地: '1309', 公园绿地: '1401', 防护绿地: '1402', 广场用地: '1403', 留白用地: '16', 河流水面: '1701', 空闲地: '2301',
}))

/** The code of a land use that is written as code, as name or as both (`2301 空闲地`); null if nobody knows. */
export function readLandUse(text: string): string | null {
  const folded = foldText(text.slice(0, 60))
  return /^(\d{2,6})(?:\D|$)/.exec(folded)?.[1] ?? LAND_USES.get(folded) ?? null
}
