/** Text of scenarios, comparison, exports, the printed site card and the life of a space, in Chinese. Numbers come in as they are shown. */
export const landScenarioZh = {
  scenario: {
    title: '方案', name: '方案名称', defaultName: (facility: string, n: string) => `${facility}方案 ${n}`, keep: '保留', replace: '替换同名方案', kept: (name: string) => `已保留${name}`,
    none: '还没有保留的方案。给现在的条件起个名字，就可以随时打开、比较。', hint: '保留的是条件、规则改动和手绘地块，打开时按现有数据重新计算。',
    line: (facility: string, mode: string, radius: string, count: string) => `${facility} · ${mode} ${radius} · ${count}`, rules: (n: string) => `规则改动 ${n} 项`, drawn: (n: string) => `手绘 ${n} 宗`,
    open: '打开', remove: '删除', removeSure: '确定删除', now: '现在的条件', pick: (name: string) => `选${name}作比较`,
    notSaved: '浏览器没有保存，关闭页面后方案会丢失。请导出文件留存。', full: (n: string) => `最多保留 ${n} 个方案，请先删除不用的。`,
    compare: '比较选中的两个', compareHint: '选两个方案比较', exportFile: '导出文件', importFile: '导入文件', imported: (n: string) => `已导入 ${n} 个方案`, leftOut: (n: string) => `另有 ${n} 个放不下`,
    notRead: '这不是方案文件，没有导入。', fileName: '选址方案', copy: '复制链接', copied: '链接已复制', copyFailed: '浏览器不允许复制，请从地址栏复制',
    linkHint: '链接带全部条件、规则改动、手绘地块和视角。',
  },
  compare: {
    title: '方案比较', close: '返回', working: '正在计算两个方案', failed: '两个方案没有算出来，无法比较。', retry: '重试', map: (name: string) => `${name}的地图`, together: '两张图一起移动、缩放',
    results: '结果', parameters: '条件', differs: '不同', same: (n: string) => `相同的条件 ${n} 项`, allSame: '两个方案的条件相同',
    choices: '选址', onlyIn: (name: string) => `只在${name}`, both: '两个都选', none: '无', shares: (name: string) => `与对方的${name}有相同地块`,
    row: {
      facility: '设施类型', mode: '距离口径', radius: '服务半径', gap: '拼合间距', minLand: '最小用地', minFloor: '最小房屋面积', minWidth: '最小宽度', siteCount: '选址数量', capacity: '按可建面积限制人数',
      wanted: '目标覆盖率', include: '必选', exclude: '已排除', rules: '规则改动', drawn: '手绘地块', weight: (criterion: string) => `权重：${criterion}`, bounds: (criterion: string) => `评分界限：${criterion}`,
      sites: '合格地块', chosen: '选中', land: '选中的用地面积', floor: '选中的房屋面积', gained: '新增覆盖', coverage: '覆盖率，全部居民', programme: '覆盖率，改造小区', walk: '平均步行，已覆盖的居民', line: '平均直线距离，已覆盖的居民',
      uncovered: '仍未覆盖的小区', proof: '是否最优',
    },
    yes: '是', no: '否', proven: '已证明最优', gap: (share: string) => `未证明，与上限相差 ${share}`, change: (before: string, after: string) => `${before} → ${after}`,
  },
  export: {
    title: '导出', hint: '都带「辅助分析，不作为规划许可依据」、数据来源和条件。', internal: '含权属、权利人和登记面积（内部资料）', working: '正在写文件', failed: '文件没有写成，请重试。', saved: (name: string) => `已保存 ${name}`, wait: '有了结果才能导出',
    behind: '现在显示的是上一次的结果，导出的也是。',
    kind: { geojson: '选址结果 GeoJSON', sites: '候选地块表 CSV', coverage: '各居住楼覆盖 CSV' },
    about: { geojson: 'WGS84，候选与不合格地块、得分、来源', sites: '可用电子表格打开', coverage: '每栋楼的人数、距离、是否覆盖；内部资料' },
    place: '安丘', synthetic: '示意数据', internalMark: '内部', sitesName: (facility: string) => `${facility}选址`, coverageName: (facility: string) => `${facility}选址覆盖`,
  },
  life: {
    title: '办理进展', stage: { candidate: '候选', checked: '已核查', applied: '已申请', approved: '已批准', built: '已建成' }, date: '日期', remark: '备注', next: '进展到', note: '记下', takeBack: '撤回上一步', history: '经过', none: '还没有记录，是候选地块。',
    notSaved: '浏览器没有保存，关闭页面后记录会丢失。', badDate: '请填写日期，例如 2024-10-28。', partly: (parts: string) => `仅 ${parts}`, least: '各宗进展不同，按最慢的一宗',
  },
  sheet: {
    title: '选址卡', preparing: '正在准备打印', choice: '选址结果', facilityFor: (facility: string) => `${facility}设施选址`, score: (n: string) => `${n} 分`, chosen: '选中',
    noPicture: '没有取到地图图片', picture: '选址地图', pictureNote: (radius: string) => `粗线为本选址，红线内约为步行 ${radius} m 的范围`, pictureNoteLine: '粗线为本选址', parts: '组成与权属', part: '地块', kind: '类型', area: '量算面积', tenure: '权属', landUse: '现状用途', survey: '核查', moreParts: (n: string) => `另有 ${n} 宗`,
    landAndGap: '用地与缝隙', reach: '服务人群', contributions: '得分构成', criterion: '指标', value: '数值', points: '得分', fit: '能建什么', advice: '注意事项与规则', life: '办理进展', question: '条件',
    cite: (state: string, source: string) => `〔${state}〕${source}`, reached: (reached: string, group: string) => `${reached}（${group}）`,
    asked: (asked: string, rule: string) => `${asked}（规则 ${rule}）`, walkSpeed: '步行速度', speed: (n: string) => `每分钟 ${n} m`, more: (n: string) => `另有 ${n} 条`, program: '程序', hashes: '数据校验值（SHA-256 前 8 位）', address: '链接', longAddress: '链接太长，请在页面上复制。', rulesEdited: '规则已修改',
    noSites: '没有选中的地点', mark: '示意数据，非实测',
  },
}

/** Shape of this text in any language. */
export type LandScenarioText = typeof landScenarioZh
