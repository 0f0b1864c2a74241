import type { LandNote } from '@/domain/land'

/** Text of the planners' view, in Chinese: read with that view. Numbers come in as they are shown. */
export const landZh = {
  disclaimer: '辅助分析，不作为规划许可依据',
  mapLabel: '选址地图',
  asides: { question: '需求、权重与覆盖', answer: '候选、选址卡与不合格' },
  tabs: { question: '需求', coverage: '覆盖', answer: '候选', site: '选址卡', more: '更多' },
  facility: {
    elderlyCare: '养老', childcare: '托育', kindergarten: '幼儿园', health: '医疗', market: '便民市场', canteen: '食堂', serviceCentre: '综合服务', fitness: '健身',
  },
  group: { aged60Plus: '60 岁以上', under3: '3 岁以下', all: '全部居民' },
  groupShort: { aged60Plus: '老人', under3: '婴幼儿', all: '居民' },
  unit: {
    m: (n: string) => `${n} m`, km: (n: string) => `${n} km`, m2: (n: string) => `${n} ㎡`, sites: (n: string) => `${n} 处`, people: (n: string) => `${n} 人`,
    minutes: (n: string) => `${n} 分钟`, years: (n: string) => `${n} 年`, storey: (n: string) => `${n} 层`, basement: (n: string) => `地下 ${n} 层`, ms: (n: string) => `${n} ms`,
    households: (n: string) => `${n} 户`, parts: (n: string) => `${n} 宗`, points: (n: string) => `${n} 分`,
  },
  state: { verified: '已核实', fromMemory: '凭记忆', assumption: '假设', edited: '已修改' },
  stateHint: {
    verified: '已对照留存的原文', fromMemory: '凭记忆写出，未核实，使用前须对照原文', assumption: '本系统的假设，未核实，使用前须确认', edited: '在本页面上改过的数',
  },
  demand: {
    title: '需求', type: '设施类型', radius: '步行距离', lineRadius: '直线距离', minLand: '最小用地', gap: '拼合间距', siteCount: '选址数量',
    mode: '距离口径', walk: '步行', line: '直线', lineNote: '直线距离，仅供参考',
    noRoads: '没有道路数据，已改用直线距离，仅供参考',
    walkNote: (minutes: string) => `约 ${minutes} 分钟`, speedNote: (speed: string) => `按每分钟 ${speed} m`,
    details: '详细', less: '收起', minFloor: '最小房屋面积', minWidth: '最小宽度', rules: '选址规则',
    draw: '画一块地', drawEnd: '结束绘制', drawHint: '在地图上点出各角，双击或回车结束，Esc 放弃', edit: '改边界', editEnd: '结束修改', editHint: '点选手绘地块，拖动各角，Delete 删除，Esc 结束', undo: '撤销', redo: '重做',
    drawn: (name: string) => `手绘：${name}`, drawnName: (n: string) => `手绘地块 ${n}`, removeDrawn: '删除手绘', spaceName: '名称', unknown: '未知', storeyHint: '地下为负数',
    drawProblem: { 'too-few-corners': '至少要三个角，未采用', 'self-crossing': '边线相交，未采用', unavailable: '绘图工具没有读到，请重试' },
  },
  weights: {
    title: '权重', live: '拖动即时重算', liveIn: (ms: string) => `拖动即时重算 · ${ms} ms`, working: '正在重算', reset: '恢复默认',
    zero: '权重全部为 0，无法评分', worst: '得 0 分', best: '得满分', bounds: (criterion: string) => `${criterion}的评分界限`,
  },
  criterion: { newlyReached: '新增覆盖', walkTime: '就近程度', areaFit: '规模匹配', tenure: '权属难易', shortfall: '服务缺口', hazard: '远离危险源', sun: '日照' },
  criterionShort: { newlyReached: '覆盖', walkTime: '就近', areaFit: '规模', tenure: '权属', shortfall: '缺口', hazard: '安全', sun: '日照' },
  criterionUnit: { newlyReached: '人', walkTime: '分钟', areaFit: '面积 ÷ 标准', tenure: '难度 0–1', shortfall: '㎡', hazard: 'm', sun: '占地 0–1' },
  criterionValue: {
    newlyReached: (n: string) => `新增 ${n} 人`, walkTime: (n: string) => `平均 ${n} 分钟`, areaFit: (n: string) => `可建为标准的 ${n}`, tenure: (n: string) => `难度 ${n}`,
    shortfall: (n: string) => `补缺 ${n} ㎡`, hazard: (n: string) => `最近危险源 ${n} m`, sun: (n: string) => `冬至正午 ${n} 有日照`,
  },
  noHazard: '附近没有危险源',
  coverage: {
    title: '覆盖效果', people: (group: string, n: string) => `${group} ${n} 人`, everybody: (group: string, n: string) => `${group} ${n} 人（含周边）`, programme: (n: string, before: string, after: string) => `其中改造小区 ${n} 人：${before} → ${after}`, gained: (n: string) => `+${n} 人`,
    bar: (before: string, after: string) => `现状覆盖 ${before}，选址后 ${after}`, tick: '竖线为现状',
    proven: (k: string) => `${k} 处选址为最优解（已证明，无更好组合）`,
    proving: (k: string, gap: string) => `${k} 处选址，正在证明，与上限相差 ${gap}`,
    notProven: (k: string, gap: string) => `${k} 处选址，未证明最优，与上限相差 ${gap}`,
    none: '没有选出地点', capacity: '按可建面积限制服务人数', wanted: '目标覆盖率',
    fewest: (share: string, k: string) => `覆盖 ${share} 最少要 ${k} 处`, fewestNotProven: (share: string, k: string) => `覆盖 ${share} 用 ${k} 处可以做到，未证明最少`,
    impossible: (share: string) => `全部候选都选上也达不到 ${share}`,
    curve: '选址数量与覆盖率', curveSites: '处', curvePoint: (k: string, share: string, people: string) => `${k} 处：${share}，新增 ${people} 人`, curveNotProven: '未证明最优',
    before: '选址前', after: '选址后', phase: '居民点显示',
  },
  problem: {
    'no-sites': '没有合格的地块', 'nobody-new': '合格的地块都不能覆盖新的居民', 'fewer-sites-than-asked': '合格的地块少于要选的数量',
    'share-not-reached': '达不到目标覆盖率', conflict: '必选与排除相互矛盾',
  },
  relax: {
    title: '最小的放宽办法',
    radius: (to: string, more: string) => `距离改为 ${to} m，可多覆盖 ${more} 人`, siteCount: (to: string, more: string) => `改选 ${to} 处，可多覆盖 ${more} 人`,
    minLandArea: (to: string, more: string) => `最小用地改为 ${to} ㎡，可多覆盖 ${more} 人`, gap: (to: string, more: string) => `拼合间距改为 ${to} m，可多覆盖 ${more} 人`,
  },
  uncovered: {
    title: '仍未覆盖', count: (n: string) => `${n} 个小区`, none: '各小区的居民都在服务范围内', unreachable: '走不到', columns: { community: '小区', people: '未覆盖', distance: '最近设施' },
  },
  community: {
    served: (name: string, minutes: string) => `由${name}服务，约 ${minutes} 分钟`, nearest: (name: string, minutes: string) => `最近为${name}，约 ${minutes} 分钟`, none: '没有能走到的设施',
    line: (name: string, metres: string) => `最近为${name}，直线 ${metres} m`, share: (after: string, people: string) => `选址后覆盖 ${after} / ${people} 人`,
  },
  residence: { servedBefore: '现状已覆盖', newlyServed: '选址后覆盖', unserved: '未覆盖', unroutable: '接不上道路', building: '居住楼' },
  list: {
    title: '候选地块', count: (spaces: string, sites: string) => `${spaces} 宗 → ${sites} 处合格`, candidates: '候选', excluded: '不合格', unscored: '未评分',
    rank: '名次', place: '位置', area: '面积', people: (group: string) => `新增${group}`, score: '得分', name: (name: string, parts: string) => `${name}（${parts} 宗）`, and: (name: string, parts: string) => `${name}等 ${parts} 宗`,
    chosen: '选中', must: '必选', mustNot: '已排除', noCandidates: '没有合格的地块', noExcluded: '没有不合格的地块', noUnscored: '没有未评分的地块',
    stability: (share: string) => `排名稳定度：权重随机扰动 ±20%，候选 1 有 ${share} 的次数仍居前 3`, more: (n: string) => `另有 ${n} 条原因`, lacks: (facts: string) => `缺少：${facts}`, floor: (n: string) => `房 ${n}`,
  },
  site: {
    candidate: (rank: string, name: string) => `候选 ${rank} · ${name}`, single: '单宗', joined: (n: string) => `${n} 宗零星地拼合`,
    reach: (radius: string, people: string, group: string) => `步行 ${radius} m 内 ${people} 名${group}`, reachLine: (radius: string, people: string, group: string) => `直线 ${radius} m 内 ${people} 名${group}`,
    score: '得分', contributions: '得分构成', land: '用地面积', gap: '缝隙（不计入）', floor: '房屋面积', width: '内接宽度', compactness: '紧凑度', holders: '权利人', tenure: '权属',
    kind: '类型', contact: '与小区关系', parts: '组成', widestGap: '最宽缝隙', reached: '覆盖人数', newly: '其中新增', households: '覆盖户数', walk: '平均步行', walkLine: '平均用时（直线）', capacity: '可服务', shortfall: '配建缺口', years: '可用年限', unlimited: '不限或未知', survey: '核查',
    hiddenHolder: '待查', include: '加入方案', included: '已加入方案', exclude: '排除', restore: '恢复', print: '打印选址卡', zoom: '缩放到此', life: '办理状态',
    fit: '能建什么', fits: (form: string, needed: string, spare: string) => `够建 ${needed} ㎡ 的${form}，余 ${spare} ㎡`, short: (form: string, needed: string, lack: string) => `建 ${needed} ㎡ 的${form}还差 ${lack} ㎡`,
    unknownFit: (form: string, needed: string) => `${form}需 ${needed} ㎡，可建面积未知`, floorArea: (n: string) => `可建建筑面积 ${n} ㎡`,
    norm: (households: string, per100: string, needed: string) => `覆盖 ${households} 户，按每百户 ${per100} ㎡ 应配 ${needed} ㎡`, lack: (n: string) => `还缺 ${n} ㎡`, noLack: '现状已够',
    advice: '注意事项', noAdvice: '没有需要注意的规则', stability: '排名稳定度', firstThree: (share: string) => `权重随机扰动 ±20%，有 ${share} 的次数仍居前 3`,
    range: (criterion: string, from: string, to: string) => `${criterion}的权重在 ${from} 到 ${to} 之间，第一名不变`, rangeUp: (criterion: string, from: string) => `${criterion}的权重不低于 ${from}，第一名不变`,
    missing: (facts: string) => `未评分，缺少：${facts}`, excludedTitle: (name: string) => `不合格 · ${name}`, reasons: '不合格的原因', drawnHint: '手绘地块，权属和用地性质待查',
  },
  contact: { edge: '边角地', enclosed: '夹心地', interleaved: '插花地', inside: '小区内', apart: '独立' },
  tenure: {
    stateAllocated: '国有划拨', stateGranted: '国有出让', stateReserve: '国有储备', collectiveCommercial: '集体经营性', collectiveOther: '集体其他', workUnit: '单位自管', ownersCommon: '业主共有', unknown: '待查',
  },
  survey: { unverified: '未核查', desk: '内业核查', field: '现场核查', confirmed: '已确认' },
  hazardKind: {
    fuelStation: '加油站', substation: '变电站', powerLine: '高压线', gasRegulator: '燃气调压站', wasteStation: '垃圾转运站', dangerousGoods: '危险品仓库', crowdedMarket: '大型集市',
  },
  fact: { landUseCode: '用地性质', tenure: '权属', storey: '楼层', floorAreaM2: '房屋面积', availableYears: '可用年限', reach: '步行可达', hazard: '危险源', sun: '日照', shortfall: '配建标准' },
  rule: {
    'land-use': '用地性质', tenure: '权属', availability: '可用年限', storey: '楼层', hazard: '危险源', neighbour: '不宜相邻', 'min-area': '最小面积', 'min-width': '最小宽度', 'outside-area': '规划范围', 'invalid-shape': '图形',
  },
  finding: {
    distance: (what: string, actual: string, limit: string, missing: string) => `距${what} ${actual} m，应 ≥ ${limit} m，差 ${missing} m`,
    atLeast: (what: string, actual: string, limit: string, missing: string) => `${what} ${actual}，应 ≥ ${limit}，差 ${missing}`,
    atMost: (what: string, actual: string, limit: string) => `${what} ${actual}，应 ≤ ${limit}`, isNot: (what: string, actual: string) => `${what}为${actual}，不可用`, check: (what: string, actual: string) => `${what}为${actual}，须核对`,
    unknown: (what: string) => `${what}未知，暂按通过，须核实`, presentUse: '现状用途', plannedUse: '规划用途', outside: '在规划范围之外', invalid: '图形无效，未参与计算',
  },
  note: {
    'no-roads': () => '没有道路数据，已改用直线距离，仅供参考', 'no-residents': () => '没有居民数据，无法计算覆盖', 'no-spaces': () => '没有可挖潜空间数据', 'no-facilities': () => '没有现有设施数据，按全部未覆盖计算',
    unroutable: (n: string) => `${n} 栋居住楼在 100 m 内接不上道路，未计入步行覆盖`, 'roads-blocked': (n: string) => `${n} 段路跨越水面或铁路而没有桥，按不通处理`, 'capacity-without-norm': () => '该类设施没有每百户配建标准，未按面积限制服务人数', 'facility-capacity-unknown': (n: string) => `${n} 处现有设施容量未知`,
    'facility-area-unknown': (n: string) => `${n} 处现有设施面积未知，其周边配建缺口不评`, 'weights-zero': () => '权重全部为 0，没有评分', 'sites-fewer': (n: string) => `合格地块少于要选的数量，只选 ${n} 处`, 'invalid-space': (n: string) => `${n} 宗空间图形无效，未采用`,
    'outside-space': (n: string) => `${n} 宗空间在规划范围之外，未采用`, 'rules-built-in': () => '没有读到规则文件，使用内置规则', 'no-heights': () => '没有周边建筑高度，不评日照', 'no-buildings': () => '没有楼栋数据，小区居民未计入',
    'invalid-feature': (n: string) => `${n} 个对象图形无效，未采用`, 'no-gates': () => '没有出入口数据，从楼栋直接接最近的路', 'unknown-site': (n: string) => `指定的选址不在现在的合格地块中：${n}`,
  } satisfies Record<LandNote['code'], (n: string) => string> as Record<LandNote['code'], (n: string) => string>,
  status: {
    preparing: '正在准备选址数据', waiting: '正在读取数据', noData: '选址要用的数据没有读到，无法计算。', worker: '计算几次中断，没有算出新的结果。', kept: '显示的是上一次的结果。', retry: '重试', behind: '显示的是上一次的结果', seconds: '正在计算', notes: (n: string) => `${n} 条说明`,
  },
  rules: {
    title: '选址规则', hint: '改动立即生效并写入链接。每个数都注明来源与依据状态。', reset: '恢复默认', close: '关闭', edited: '规则已修改', columns: { rule: '规则', value: '数值', source: '来源', state: '依据' },
    general: '通用', facility: (name: string) => `${name}设施`, forms: '设施规模', landUses: '用地性质', tenures: '权属', hazards: '危险源退让', neighbours: '不宜相邻', walkSpeed: '步行速度 m/分钟', connector: '接路最远 m', storeys: '层数', density: '建筑密度',
    gap: '默认拼合间距 m', radius: '服务半径 m', minLand: '最小用地 ㎡', minFloor: '最小房屋面积 ㎡', minWidth: '最小宽度 m', per100: '每百户面积 ㎡', minStorey: '最低楼层', maxStorey: '最高楼层', minYears: '最少可用年限', minFloorOf: (form: string) => `${form}最小建筑面积 ㎡`,
    verdict: { allowed: '可用', toCheck: '须核对', forbidden: '不可用' }, difficulty: (tenure: string) => `${tenure}：协调难度 0–1`, excluded: (tenure: string) => `${tenure}：不采用`, setback: (kind: string) => `距${kind} m`, hard: '必须', soft: '建议',
    assembly: '拼合', blocking: '隔开地块的道路（铁路和水面总是隔开）', incompatible: '不能拼合的权属（下表打勾）', pairs: (n: string) => `${n} 对`, pair: (one: string, other: string) => `${one}与${other}不能拼合`, neighbour: (facility: string, neighbour: string) => `${facility}距${neighbour} m`,
    communities: '各小区人口', communitiesEdited: (n: string, all: string) => `已修改 ${n} / ${all}`, communitiesHint: '空白处按方案的默认值（浅色斜体）。单独登记了人口的居住楼用它自己的数。',
    demand: { community: '小区', personsPerHousehold: '每户人数', share60Plus: '60 岁以上 %', shareUnder3: '3 岁以下 %' }, demandOf: (community: string, what: string) => `${community}：${what}`,
  },
  legend: {
    title: '地块得分', low: '低', high: '高', unscored: '未评分', excluded: '不合格', chosen: '选中（名次）', gap: '拼合缝隙，不计入用地', isochrone: (bands: string) => `步行 ${bands} m`, isochroneLine: (bands: string) => `直线 ${bands} m`, communities: '改造小区', facilities: '现有设施',
  },
  layer: { sites: '候选地块', excluded: '不合格地块', residences: '居民点', isochrone: '步行范围', hazards: '危险源', facilities: '现有设施', context: '周边建筑', landmarks: '地名', roadNames: '路名' },
  skipToList: '跳到候选列表',
  keys: [
    ['/ 或 Ctrl+K', '搜索'], ['↑ ↓', '在候选列表中移动'], ['Ctrl+Z', '撤销绘制'], ['Ctrl+Shift+Z', '重做绘制'], ['Delete', '改边界时删除选中的手绘地块'], ['Esc', '取消选择、结束绘制'], ['+ −、方向键', '缩放、移动地图（先用 Tab 选中地图）'],
  ] as readonly (readonly [string, string])[],
}

/** Shape of the land text of any language. */
export type LandText = typeof landZh
