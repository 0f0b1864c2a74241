/** Text of the public screen, in Chinese: the first language and the shape every other language follows. */
export const wallZh = {
  label: '公共大屏',
  opening: { nothing: '还没有可以显示的数据', again: '正在自动重试，无需操作。' },
  header: {
    dataDate: (date: string) => `数据截止 ${date}`,
    refreshed: (time: string) => `最近刷新 ${time}`,
    notYetRefreshed: '尚未刷新',
    offlineCacheOff: '离线缓存未开启',
    keepingOff: '数据未能留存本机',
  },
  headline: {
    started: '已开工', finished: '已完工',
    behind: (points: string) => `慢 ${points} 个百分点`, ahead: (points: string) => `快 ${points} 个百分点`,
    daysTo: (name: string) => `距${name}`,
    days: '天',
  },
  totals: { unknownBuildings: '楼栋数据未读取' },
  districts: { title: '各街区', finished: (n: string, total: string) => `已完工 ${n} / ${total} 个小区` },
  classes: { title: '改造内容', hint: '各类内容平均进度', items: (n: string) => `${n} 项`, none: '没有这类内容' },
  finished: {
    title: '近期完工', total: (n: string) => `累计 ${n} 个`, none: '还没有完工的小区，首批完工后在这里列出。',
    noneOf: (district: string) => `${district}还没有完工的小区。`, accepted: '已验收', noDate: '日期未报',
  },
  behind: {
    title: '对照计划', normal: '按计划', warning: '预警', late: '滞后', unknown: '未填报',
    ofCommunities: (n: string) => `共 ${n} 个小区`,
    causes: '主要环节', causeCount: (n: string) => `${n} 个小区`,
    noCauses: '没有落后的环节。',
    rule: (warning: string, late: string, days: string) => `落后计划超过 ${warning} 个百分点为预警，超过 ${late} 个百分点或节点逾期超过 ${days} 天为滞后。`,
  },
  showcase: {
    title: '改造前后', before: '改造前', after: '现在', finishedAfter: '改造后',
    beforeAlt: (name: string) => `${name}改造前照片`, afterAlt: (name: string) => `${name}改造后照片`,
    drawing: '平面示意', credit: (credit: string) => `照片：${credit}`,
    started: '开工', finished: '完工', accepted: '验收', due: (date: string) => `计划 ${date}`,
    facts: (buildings: string, households: string, year: string) => `${buildings} 栋 · ${households} 户 · ${year} 年建成`,
    factsWithoutYear: (buildings: string, households: string) => `${buildings} 栋 · ${households} 户`,
    itemsDone: (n: string, total: string) => `${n} / ${total} 项完成`,
  },
  sites: {
    title: '新增设施拟建点', reached: (n: string) => `服务约 ${n} 人`, suppressed: '不足 10 人不显示', newly: (n: string) => `新增覆盖约 ${n} 人`,
    land: (m2: string) => `用地 ${m2} ㎡`, rooms: '利用存量用房', more: (n: string) => `另有 ${n} 处`, none: '没有已公布的拟建点。',
    note: '位置为拟议，以批准为准',
  },
  plan: {
    title: '一句话方案',
    sentence: (communities: string, buildings: string, households: string, area: string, date: string) =>
      `${communities}\u00a0个小区、${buildings}\u00a0栋楼、${households}\u00a0户、${area}\u00a0万㎡，${date.replaceAll(' ', '\u00a0')}前改造完成。`,
    preparation: '前期手续', start: '开工', finish: '完工', acceptance: '竣工验收', handover: '物业接管',
    several: (n: string) => `${n} 项`, reachedBy: (n: string, total: string) => `${n} / ${total} 个小区已完成`,
    next: '下一个', assumed: '按惯例推定',
    join: (words: readonly string[]) => words.join('、'),
  },
  curve: { title: '计划与实际', planned: '计划', actual: '实际', label: (name: string, actual: string, planned: string) => `${name}：实际 ${actual}，计划 ${planned}` },
  replay: { title: '进度回放', share: (percent: string) => `总体进度 ${percent}` },
  news: {
    title: '最新进展', finished: (n: string) => `${n} 个小区新完工`, accepted: (n: string) => `${n} 个小区通过验收`, started: (n: string) => `${n} 个小区新开工`,
    since: (from: string, to: string) => `${from} 至 ${to}`, more: (n: string) => `另有 ${n} 个`,
  },
  scene: {
    overview: '全市总览', finished: '近期完工', behind: '对照计划', replay: '进度回放', sites: '新增设施', plan: '一句话方案', news: '最新进展',
    overviewTitle: (n: string) => `全市 ${n} 个小区`,
    overviewLine: (districts: string, buildings: string, finished: string) => `${districts} 个街区 ${buildings} 栋楼，已完工 ${finished} 个小区`,
    worksOn: (communities: string, buildings: string) => `${communities} 个小区 ${buildings} 栋楼`,
    worksWith: (communities: string, buildings: string, finished: string) => `${communities} 个小区 ${buildings} 栋楼，已完工 ${finished} 个小区`,
    showcaseLine: (district: string, neighbourhood: string) => `精品小区 · ${district} ${neighbourhood}`,
    communityLine: (district: string, neighbourhood: string) => `${district} ${neighbourhood}`,
    finishedLine: (communities: string, buildings: string) => `累计完工 ${communities} 个小区 ${buildings} 栋楼`,
    behindLine: (normal: string, warning: string, late: string) => `按计划 ${normal} 个，预警 ${warning} 个，滞后 ${late} 个`,
    replayLine: (from: string, to: string) => `${from} 至 ${to}`,
    sitesLine: (n: string) => `${n} 处拟建点，聚焦一老一小`,
    planLine: (districts: string, classes: string) => `${districts} 个街区，${classes}`,
    newsLine: (from: string, to: string) => `数据截止由 ${from} 更新到 ${to}`,
  },
  caption: {
    next: (name: string) => `下一幕 ${name}`, at: (time: string) => time, dots: (n: string, total: string) => `第 ${n} 幕，共 ${total} 幕`,
    paused: '已暂停', pausedUntil: (seconds: string) => `已暂停，${seconds} 秒后继续`, pinned: '已固定此画面', waiting: '正在准备下一幕',
  },
  stale: {
    failing: (time: string) => `数据刷新失败，自 ${time} 起未更新`,
    failingNever: '数据刷新失败，本机尚未更新过',
    old: '数据陈旧',
    oldDetail: (time: string, age: string) => `自 ${time} 起未更新，已有 ${age}，以下为最后一次取得的数据`,
    minutes: (n: string) => `${n} 分钟`, hours: (n: string) => `${n} 小时`, days: (n: string) => `${n} 天`,
    dataOld: (date: string) => `数据截止 ${date}，已较久未更新`,
    kept: '显示的是本机保存的数据',
    builtInTour: '巡展设置不可用，按内置顺序播放',
    mapRecovering: '地图正在恢复，数字不受影响',
    mapFlat: '三维地图不可用，已改用平面图，数字相同',
  },
  legend: {
    progress: '颜色表示进度', stage: '颜色表示阶段', class: '颜色表示主类别', lamp: '颜色表示进度', change: '颜色表示变化',
    none: '未动工', all: '完工',
  },
}

/** Shape of the wall's text in any language; functions keep their parameters. */
export type WallText = typeof wallZh
