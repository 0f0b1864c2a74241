import { DATASET_WORDS, EXTRA_WORDS, HEADER_WORDS } from '@/data/export/headers'
import { parseHeader } from '@/data/import/header-text'
import type { ImportTarget } from '@/domain/import'

type Words = Readonly<Record<string, string>>

const HOUSEHOLDS = '户数 总户数 住户数 居民户数 涉及户数 受益户数 惠及户数 改造户数 户'
const FLOOR_AREA = '建筑面积 总建筑面积 建筑总面积 面积 改造面积 涉及面积 建面'
const BUILT_YEAR = '竣工时间 竣工年份 竣工日期 建成年份 建成年代 建成时间 建成年 建设年代 建设年份 建设时间 建造年代 建造年份 建筑年代 年代 年份'
const COMMUNITY = '小区名称 小区 小区名 所属小区 所在小区 所属小区名称 项目名称 老旧小区名称 改造小区名称 改造小区 住宅小区 小区项目 项目 小区(项目)名称 社区小区'
const COMMUNITY_ID = '小区编码 小区编号 小区代码'
const DISTRICT = '街区 街道 镇街 镇街区 镇(街) 街道(镇) 镇街道 所属街道 所在街道 所属街区 所在街区 属地 属地街区 属地街道 辖区 街道办事处 乡镇街道 街道名称 街区名称'
const SOURCE = '数据性质 来源 数据来源'
const ITEM = '改造内容 改造内容名称 改造内容编号 改造内容编码 改造内容代码 改造项目 项目代码 内容编号 内容代码 项目内容 改造分项 分项 分项工程 单项工程 工程内容 内容'
const KIND = '类型 类别 种类'

/** Words that head a column in a bureau's tables, by target and field; the commonest first. Those of our own exports are added below. */
const BUREAU_WORDS: { readonly [T in ImportTarget]: Words } = {
  communities: {
    id: `${COMMUNITY_ID} 编码`, name: `${COMMUNITY} 名称 name`, districtId: '街区编码 街区编号', district: DISTRICT,
    neighbourhood: '社区 社区名称 居委会 社区居委会 所属社区 所在社区 村居 社区(村)', showcase: '精品小区 是否精品小区 精品 示范 示范小区 是否示范 是否示范小区 精品示范小区',
    builtYear: BUILT_YEAR, buildingCount: '楼栋数 栋数 楼数 幢数 楼幢数 楼栋数量 楼房数 楼宇数 改造楼栋数 涉及楼栋数 楼栋 楼栋总数 总栋数', households: HOUSEHOLDS,
    floorAreaM2: FLOOR_AREA, propertyService: '物业 物业服务 物业管理 有无物业 物业情况 物业类型 物业管理方式 物业服务方式 物业企业 物业公司 物业管理单位', provenance: SOURCE,
  },
  buildings: {
    id: '楼栋编码 楼栋编号 楼栋代码 楼编码', communityId: COMMUNITY_ID, community: COMMUNITY, district: DISTRICT,
    name: '楼栋号 楼号 楼栋 楼栋名称 幢号 栋号 楼幢号 楼幢 楼座 楼座号 楼名 楼名称 自然幢号 栋 幢 楼 名称 name', floors: '层数 楼层数 总层数 地上层数 房屋层数 楼层 层',
    stairwells: '单元数 单元 单元个数 单元数量 门洞数', households: HOUSEHOLDS, floorAreaM2: `${FLOOR_AREA} 楼栋面积 房屋面积`,
    heightM: '高度 建筑高度 楼高 房屋高度 檐口高度', builtYear: BUILT_YEAR, provenance: SOURCE,
  },
  baseline: {
    communityId: COMMUNITY_ID, community: COMMUNITY, district: DISTRICT, itemCode: ITEM, weight: '权重 权数 比重',
    plannedStart: '计划开工日期 计划开工 计划开工时间 计划开始 计划开始日期 计划开始时间 开工计划 拟开工时间',
    plannedFinish: '计划完工日期 计划完工 计划完工时间 计划完成 计划完成日期 计划完成时间 计划竣工 计划竣工时间 计划竣工日期 拟完工时间',
  },
  ledger: {
    reportedOn: '填报日期 填报时间 上报日期 上报时间 报送日期 报送时间 统计日期 统计时间 日期 数据截止 数据截止日期 截止日期 截至日期 截止时间 填表日期 报告日期 更新日期 更新时间',
    communityId: COMMUNITY_ID, community: COMMUNITY, district: DISTRICT, buildingId: '楼栋编码 楼栋编号', building: '楼栋号 楼号 楼栋 楼栋名称 幢号 栋号 楼幢号',
    kind: `填报类型 填报类别 报告类型 ${KIND}`, subject: `内容或节点编码 ${ITEM} 节点 节点名称 关键节点 工作节点 里程碑 工序 当前工序`,
    doneShare: '完成比例 进度 完成率 完成百分比 形象进度 工程进度 完成进度 累计完成比例 累计完成 累计完成率 累计进度 进度比例 完成情况 总体进度 整体进度',
    date: '发生日期 完成日期 完成时间 达成日期 节点日期 实际日期 实际完成 实际完成日期 实际完成时间 节点完成时间 调整后日期 调整后完工日期 时间 日期', stop: '停工 停工日期 停工时间', resume: '复工 复工日期 复工时间',
    note: '备注 说明 情况说明 存在问题 问题 进展情况 问题及原因 滞后原因 存在的问题 存在困难',
  },
  'spare-spaces': {
    id: '空间编号 地块编号 地块编码 图斑编号 宗地号 编号', name: '空间名称 地块名称 用地名称 宗地名称 地块 名称 位置 坐落 name', kind: `空间类型 地块类型 ${KIND}`,
    registeredAreaM2: '登记面积 用地面积 土地面积 占地面积 地块面积 宗地面积 台账面积 面积', floorAreaM2: '房屋面积 建筑面积 使用面积', storey: '所在楼层 楼层 所在层',
    tenure: '权属 权属类别 权属性质 土地权属 权属类型 所有权', holder: '权利人 权属单位 产权单位 产权人 所有权人 土地权利人 使用权人', landUseCode: '现状用途代码 用地性质 现状用地性质 地类 地类编码 地类代码 现状地类 现状地类码 现状用途 用地代码 用途',
    plannedUseCode: '规划用途代码 规划用途 规划用地性质 规划用地码 规划性质 规划地类', communityId: COMMUNITY_ID, community: COMMUNITY, district: DISTRICT,
    availableYears: '可用年限 可利用年限 使用年限 年限', surveyState: '核查状态 核查情况 核实状态', published: '是否公开 公开 可否公开', provenance: SOURCE,
  },
  facilities: {
    id: '设施编号 设施编码 编号', name: '设施名称 机构名称 场所名称 单位名称 网点名称 名称 name', type: `设施类型 设施类别 服务类型 机构类型 ${KIND}`, floorAreaM2: FLOOR_AREA,
    capacity: '床位或名额 床位数 床位 托位数 托位 名额 容量 餐位 学位 学位数 座位数', provenance: SOURCE,
  },
  residences: {
    id: '居民楼编号 编号', name: '居民楼名称 住宅名称 居民点名称 居住楼名称 名称 楼名 name', households: HOUSEHOLDS, personsPerHousehold: '户均人口 户均人数',
    share60Plus: '60岁以上占比 60岁以上比例 60岁及以上占比 60岁及以上比例 60岁以上人口占比 老年人占比 老年人比例 老年人口占比 老龄化率', shareUnder3: '3岁以下占比 3岁以下比例 0-3岁占比 婴幼儿占比 婴幼儿比例',
    provenance: SOURCE,
  },
  gates: { id: '出入口编号 编号', communityId: COMMUNITY_ID, community: COMMUNITY, provenance: SOURCE },
  hazards: { id: '危险源编号 编号', name: '危险源名称 名称 name', kind: `危险源类型 危险源类别 隐患类型 ${KIND}`, provenance: SOURCE },
}

/** Initials of the pinyin of these words, as surveyors name columns of a DBF: 小区名称 is XQMC. */
const INITIALS: { readonly [T in ImportTarget]?: Words } = {
  communities: { id: 'xqbm xqbh', name: 'xqmc xq', district: 'jq jd ssjd', neighbourhood: 'sq sqmc', builtYear: 'jcnd jcnf jznd jgsj', buildingCount: 'lds dsl', households: 'hs zhs', floorAreaM2: 'jzmj zjzmj', propertyService: 'wy' },
  buildings: { id: 'ldbm ldbh', communityId: 'xqbm xqbh', community: 'xqmc xq ssxq', name: 'ldh lh zh dh ldmc', floors: 'cs lcs zcs', stairwells: 'dys', households: 'hs', floorAreaM2: 'jzmj mj', heightM: 'jzgd gd lg', builtYear: 'jcnd jcnf jznd jgsj' },
  'spare-spaces': { id: 'dkbh dkbm zdh', name: 'dkmc', registeredAreaM2: 'ydmj tdmj zdmj mj', tenure: 'qsxz qs', holder: 'qlr qsdw', landUseCode: 'dlbm ydxz tdyt', plannedUseCode: 'ghyt' },
  facilities: { name: 'ssmc', type: 'sslx', floorAreaM2: 'jzmj', capacity: 'cws' },
}

/** Of every target: columns of a position. Surveyors' X points north; whether axes are swapped is judged with the coordinate system. */
const PLACE_WORDS: Words = {
  longitude: '经度 lon lng long longitude x x坐标 横坐标 东坐标 坐标x 经度坐标 东经', latitude: '纬度 lat latitude y y坐标 纵坐标 北坐标 坐标y 纬度坐标 北纬',
}

/** Milestones by what they mean for the stage, in a table with one column per milestone. */
export const PHASE_WORDS: Words = {
  start: '开工 开工时间 开工日期 实际开工 实际开工时间 实际开工日期 进场时间 进场日期', finish: '完工 完工时间 完工日期 实际完工 实际完工时间 实际完工日期 竣工 竣工时间 竣工日期 实际竣工 实际竣工时间 改造完成时间',
  acceptance: '验收 验收时间 验收日期 竣工验收 竣工验收时间 竣工验收日期 实际验收 实际验收时间', handover: '移交 移交时间 移交日期 物业接管 物业接管时间 接管时间 接管日期',
}

/** Columns that nobody misses: counters, people, machine columns, and names beside codes in our own exports. */
const NEEDLESS = '序号 序 no no. 号 编号 fid objectid objectid1 id shapeleng shapearea shapelength shapelen 联系人 联系电话 电话 手机 负责人 填报人 填表人 审核人 签字 照片 图片 导出说明 exportnote phonenumber styleurl sym src number'

/** Words by target and field, folded, those of our own exports first. */
export const COLUMN_WORDS: { readonly [T in ImportTarget]: ReadonlyMap<string, readonly string[]> } = Object.fromEntries(
  Object.entries(BUREAU_WORDS).map(([target, words]) => [target, wordsOf(target as ImportTarget, words)]),
) as Record<ImportTarget, ReadonlyMap<string, readonly string[]>>

export const NEEDLESS_COLUMNS: ReadonlySet<string> = new Set(NEEDLESS.split(' '))
/** Names that our exports put beside codes. */
export const EXTRA_COLUMNS: ReadonlySet<string> = new Set(Object.values(EXTRA_WORDS).flat().map((word) => parseHeader(word).key))

/** Our own name of a dataset, as a sheet or file is called. */
export const nameOfTarget = (target: ImportTarget): readonly string[] => DATASET_WORDS[target]

function wordsOf(target: ImportTarget, words: Words): ReadonlyMap<string, readonly string[]> {
  const own = HEADER_WORDS[target] as Readonly<Record<string, readonly string[]>>
  const fields = new Map<string, string[]>()
  const add = (field: string, more: readonly string[]) => fields.set(field, [...new Set([...(fields.get(field) ?? []), ...more])])
  for (const [field, ownWords] of Object.entries(own)) add(field, ownWords.map((word) => parseHeader(word).key))
  for (const [field, text] of [words, INITIALS[target] ?? {}, PLACE_WORDS].flatMap((table) => Object.entries(table))) add(field, text.split(' ').map((word) => parseHeader(word).key))
  for (const extra of ['community', 'building', 'district'] as const) {
    if (extra in words) add(extra, [parseHeader(EXTRA_WORDS[extra][1]).key])
  }
  return fields
}

const all = new Set([
  ...Object.values(COLUMN_WORDS).flatMap((fields) => [...fields].flatMap(([field, words]) => [field.toLowerCase(), ...words])),
  ...Object.values(PHASE_WORDS).flatMap((text) => text.split(' ')), ...NEEDLESS_COLUMNS, ...EXTRA_COLUMNS,
])

/** True for a text that heads a column in some table. */
export function isColumnWord(text: string): boolean {
  const { key, bare, parts } = parseHeader(text)
  return all.has(key) || all.has(bare) || (parts.length > 1 && all.has(parts.at(-1)!))
}
