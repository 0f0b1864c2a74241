/** Text of the clerks' view, in Chinese: bringing files in. Read with that view. Numbers come in as they are shown. */
export const dataZh = {
  mapLabel: '数据核对地图',
  asides: { files: '导入的文件', check: '核对结果', height: '调整面板高度' },
  tabs: { files: '文件', check: '核对', changes: '采用', work: '更多' },
  skipToFindings: '跳到问题清单',
  previewLayer: '导入的图形',
  keys: [
    ['/ 或 Ctrl+K', '搜索'], ['Ctrl+Z', '撤销'], ['Ctrl+Shift+Z', '重做'], ['Esc', '返回清单、关闭面板'], ['+ −、方向键', '缩放、移动地图（先用 Tab 选中地图）'],
  ] as readonly (readonly [string, string])[],
  unit: {
    m: (n: string) => `${n} m`, km: (n: string) => `${n} km`, m2: (n: string) => `${n} ㎡`, rows: (n: string) => `${n} 行`, features: (n: string) => `${n} 个图形`, percent: (n: string) => `${n}%`,
    bytes: (n: string) => `${n} 字节`, kilobytes: (n: string) => `${n} KB`, megabytes: (n: string) => `${n} MB`,
  },
  drop: {
    title: '导入', local: '全部在本机处理，不上传', area: '拖入文件', formats: 'XLSX · CSV · SHP（zip）\nGeoJSON · KML · GPX',
    choose: '选择文件', release: '松开即可读取', hint: '把文件拖到窗口的任何地方', again: '继续添加', clear: '全部移除',
  },
  empty: {
    title: '可以拖入什么',
    lines: [
      '台账：进度、节点、停复工，每周一份的 XLSX 或 CSV',
      '图形：小区范围、楼栋、可挖潜空间，SHP（连同 dbf、prj、cpg，可打成 zip）、GeoJSON、KML、KMZ',
      '表格：小区清单、楼栋清单、计划基线，表头用中文即可，两行表头和合计行会认出来',
      '几个文件可以一起拖入，名称会互相对上',
    ],
    templates: '从现有数据生成的样表', template: (name: string) => name, templateHint: '填好后拖回来，列会自动对上', safe: '采用之前不会改动现有数据', takeUp: '继续这次导入',
  },
  busy: {
    reading: (file: string) => `正在读取 ${file}`, readingAll: '正在读取文件', judging: '正在核对', saving: '正在保存', cancel: '取消', label: '读取进度',
  },
  problem: {
    broken: (file: string) => `读取 ${file} 时程序中断，这个文件没有采用。其余文件不受影响，请移除它或换一个文件再试。`,
    cancelled: '已取消，没有改动任何数据。',
    'too-slow': (file: string) => `${file} 用时过长，已停止读取，没有采用。请拆成较小的文件后再试。`,
    unnamed: '文件', 'not-saved': '没有保存，现有数据未改动。请重试。', 'no-folder': '没有可以对照的数据目录，请先打开数据再导入。',
    'folder-limit': (folder: string) => `文件夹“${folder}”超过 64 个文件、256 MB 或 8 层，没有读取。请只拖入要用的文件。`,
    'folder-empty': (folder: string) => `文件夹“${folder}”里没有文件。`, 'folder-unreadable': (folder: string) => `文件夹“${folder}”读不出来。请打开它，把里面的文件直接拖入。`,
    renewed: '服务器上的数据在核对之后更新过，没有采用。已按新数据重新核对，请看过再采用。', held: '已有一次导入放在一边，没有覆盖它。请先采用或移除现在的文件，再继续那一次。',
  },
  verdict: { accepted: '可用', repaired: '需确认', rejected: '有错误', waiting: '未处理' },
  rowVerdict: { accepted: '采用', repaired: '已修复', open: '待确认', rejected: '未采用' },
  file: {
    details: '详细', remove: (name: string) => `移除 ${name}`, unknownFormat: '无法识别', size: '大小', headerRows: (n: string) => `${n} 行表头`, totalsRows: (n: string) => `${n} 行合计未计入`,
    rejected: (n: string) => `${n} 条未采用`, open: (n: string) => `${n} 条待确认`, repaired: (n: string) => `${n} 处已修复`, accepted: (n: string) => `${n} 条可用`, layers: (n: string) => `${n} 个图层`,
    notWanted: '不导入', shapefile: 'SHP',
  },
  geometry: { Point: '点', MultiPoint: '多点', LineString: '线', MultiLineString: '多线', Polygon: '面', MultiPolygon: '多面', GeometryCollection: '混合' },
  encoding: {
    title: '文字编码', preview: '读出来的样子', use: (name: string) => `按 ${name} 读取`,
    by: { mark: '文件有标记', declared: '文件已声明', detected: '自动判断', standard: '格式规定', chosen: '已选定' },
  },
  crs: {
    title: '坐标系', columns: { candidate: '候选', distance: '与小区距离', inside: '落入小区' }, show: (name: string) => `在地图上看 ${name}`,
    take: (name: string) => `采用 ${name}`, convert: (name: string) => `采用 ${name} 换算`, taken: (name: string) => `已采用 ${name}`, ask: '文件没有说明坐标系，请选一个。选错会整体偏移几百米。', suspected: (name: string, metres: string) => `疑似 ${name}，按文件所述整体偏 ${metres}`,
    by: { prj: '见 prj 文件', member: '见文件内 crs', standard: '格式规定', chosen: '已选定', unknown: '未说明' }, swapped: '坐标轴对调', outOfBounds: '不在方案范围内', none: '没有能对上的坐标系，请向制图单位索取 prj 文件。', no: '没有可比的小区',
    zone: (name: string, zone: string) => `${name} 第 ${zone} 带`, meridian: (name: string, degrees: string) => `${name} ${degrees}°E`, change: '换一个坐标系',
  },
  mapping: {
    title: '列的含义', open: (n: string) => `列的含义（${n} 列）`, openQuestions: (n: string) => `${n} 列待确认`, target: '这张表是', ignore: '不导入这张表', mode: '导入方式', update: '更新', updateHint: '文件里没有的保留不动', replace: '替换', replaceHint: '文件里没有的将被去掉',
    columns: { column: '列', samples: '内容', meaning: '含义', unit: '单位' }, unused: '不用', ask: '请确认单位', choose: '请选择', names: '名称与位置', fields: '内容', ofPlan: '改造内容与节点', everyRow: '对每一行都一样：', remember: '记住这样的表', remembered: '已记住，下次自动使用', keep: '存为文件', load: '从文件读取', close: '完成', caption: (name: string) => `${name}各列的含义`, missing: (names: string) => `还缺：${names}`,
    unit: { m2: '㎡', '10k-m2': '万㎡', mu: '亩', hectare: '公顷', share: '小数（0–1）', percent: '百分数（0–100）', count: '个数', m: 'm', none: '无' },
  },
  target: {
    communities: '小区范围', buildings: '楼栋', baseline: '计划基线', ledger: '进度台账', 'spare-spaces': '可挖潜空间', facilities: '现有设施', residences: '周边居民', gates: '小区出入口', hazards: '危险源',
  },
  field: {
    community: '小区名称', building: '楼栋号', district: '街区名称', longitude: '经度', latitude: '纬度', id: '编号', name: '名称', geometry: '图形', districtId: '街区', neighbourhood: '社区', showcase: '精品小区', builtYear: '建成年份', buildingCount: '楼栋数', households: '户数', floorAreaM2: '建筑面积',
    propertyService: '物业服务', provenance: '数据性质', communityId: '小区', floors: '层数', stairwells: '单元数', heightM: '高度', itemCode: '改造内容', plannedStart: '计划开始', plannedFinish: '计划完成', weight: '权重', reportedOn: '填报日期', buildingId: '楼栋', kind: '类型', subject: '内容或节点',
    doneShare: '完成比例', date: '日期', note: '备注', registeredAreaM2: '登记面积', storey: '楼层', tenure: '权属', holder: '权利人', landUseCode: '现状用地代码', plannedUseCode: '规划用地代码', availableYears: '可用年限', surveyState: '核查状态', published: '公开', type: '类型', capacity: '容量',
    stop: '停工日期', resume: '复工日期', personsPerHousehold: '户均人数', share60Plus: '60 岁以上比例', shareUnder3: '3 岁以下比例',
  } as Record<string, string>,
  names: {
    title: '名称核对', question: (name: string, known: string) => `“${name}”与“${known}”可能为同一处`, likeness: (percent: string) => `相似度 ${percent}`, rows: (n: string) => `${n} 行`, same: '同一处', other: '选其他…', fresh: '新的', none: (name: string) => `“${name}”没有对上任何已有名称`, taken: (name: string) => `对应 ${name}`, isNew: '作为新的', leave: '都不是', isLeft: '没有对应，这些行不采用', change: '改', all: '名称都已对上', choose: (name: string) => `“${name}”对应`, kinds: { community: '小区', building: '楼栋', district: '街区' }, matched: (n: string) => `${n} 个名称已对上`, show: '查看已对上的', hide: '收起',
  },
  comparison: {
    title: '与方案总数核对', columns: { total: '总数', planned: '方案', found: '文件', difference: '差' }, communities: '小区', buildings: '楼栋', households: '户数', floorAreaM2: '面积 万㎡', same: '一致', rounding: '四舍五入', unknown: '未知',
    explainedBy: (n: string) => `差额来自 ${n} 处`, all: (names: string) => `差额全部来自：${names}`, agree: '四项总数都与方案一致', more: (n: string) => `另有 ${n} 处`, current: '现有数据',
    kind: { 'not-on-map': '台账有，图上无', 'not-in-plan': '图上有，方案无', twice: '重复', 'attribute-conflict': '说法不一', 'not-usable': '行有错误，未采用', unexplained: '未找到原因' },
    conflict: (field: string, one: string, oneSource: string, other: string, otherSource: string) => `${field}：${oneSource}为 ${one}，${otherSource}为 ${other}`, area: '面积',
  },
  legend: {
    title: '图例', progress: '完成进度', used: '采用', open: '待确认', rejected: '未采用', before: '修复前', after: '修复后', candidate: '坐标系候选', chosen: '正在看的', drawn: '正在修改的边界', undrawn: (n: string) => `另有 ${n} 个图形未画出，在清单中选中即可查看`,
  },
  print: {
    title: '数据核对单', files: '文件', verdict: '结论', facts: '情况', explanations: '差额来自', open: (n: string) => `${n} 个问题待确认`, none: '没有正在导入的文件', more: (n: string) => `另有 ${n} 条，完整清单请下载 CSV 或 XLSX`,
  },
  check: { findings: '问题', names: '名称', changes: '变化', label: '核对内容' },
  findings: {
    title: '问题', counts: (errors: string, warnings: string) => `${errors} 错误 · ${warnings} 提醒`, error: '错误', warning: '提醒', all: '全部', download: '下载清单', csv: 'CSV', xlsx: 'XLSX', none: '没有发现问题', noneOfKind: '没有这一类问题', filter: '筛选',
    locate: '定位', look: '查看', compare: '前后对比', confirm: '确认', more: (n: string) => `再显示 ${n} 条`, row: (file: string, n: string) => `${file} 第 ${n} 行`, feature: (file: string, n: string) => `${file} 第 ${n} 个图形`, meaning: '错误：这一行不采用；提醒：已采用，请核对', downloadFailed: '没有写成文件，请重试', list: '问题清单', errorWord: '错误', warningWord: '提醒',
    header: { file: '文件', row: '位置', label: '名称', field: '字段', severity: '级别', verdict: '处理', what: '问题', fix: '办法' },
  },
  row: {
    title: '这一行', back: '返回清单', before: '修复前', after: '修复后', area: (change: string) => `面积变化 ${change} ㎡`, areaUnknown: '面积变化未知', shift: (metres: string) => `边界最多移动 ${metres} m`, accept: '采用修复', refuse: '不采用', taken: '已采用修复', refused: '不采用这一行', drawing: '修复前后的图形：红色虚线为修复前，绿色为修复后', correct: '作为更正采用', keep: '保留原来的', fields: '与现有数据的不同', column: '字段', from: '原来', to: '现在', none: '没有不同', zoom: '定位',
    repair: { 'ring-closed': '边界已闭合', winding: '方向已改正', 'self-intersection': '自相交已拆开', sliver: '细缝已去除', 'duplicate-vertices': '重复点已去除', overlap: '重叠部分已去除', outside: '超出部分已裁去' },
    correctionHint: '完成比例比以前填报的小。确认是更正，才会采用。',
  },
  changes: {
    inDoubt: (dataset: string, n: string, names: string) => `${dataset}：现有 ${n} 条不在可用的行中（${names}），有的行未采用，可能说的就是它们`, keepThem: '保留', removeThem: '去掉',
    title: '变化', added: '新增', changed: '改变', gone: '去掉', contradicting: '矛盾', same: (n: string) => `${n} 条不变`, none: '与现有数据没有不同', count: (n: string) => `${n} 条`, fromTo: (field: string, from: string, to: string) => `${field} ${from} → ${to}`, shape: '图形有改动', yes: '是', no: '否', waiting: (n: string) => `${n} 条待确认，回答之后才能比较`, more: (n: string) => `另有 ${n} 条`, empty: '空',
  },
  effect: {
    title: '采用后的变化', overall: '总体进度', finishedBuildings: (from: string, to: string) => `完工楼栋 ${from} → ${to}`, finishedCommunities: (from: string, to: string) => `完工小区 ${from} → ${to}`, late: (from: string, to: string) => `滞后小区 ${from} → ${to}`, dataDate: (from: string, to: string) => `数据截止 ${from} → ${to}`, unknown: '采用后才能算出总体数字',
    accept: (n: string) => `采用 ${n} 条`, hold: '暂存', held: '已暂存', open: (n: string) => `还有 ${n} 个问题要回答`, openHint: '先回答标有“待确认”的问题', nothing: '没有可采用的内容', accepted: '已采用，现有数据已更新', next: '下一个问题', heldHint: '下次打开这个页面时还在', undo: '撤销这次导入',
  },
}

export type DataText = typeof dataZh
