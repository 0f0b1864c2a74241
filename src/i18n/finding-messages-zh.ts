import type { FindingMessages } from '@/i18n/finding-sentences'
import { IMPORT_ZH } from '@/i18n/import-finding-messages-zh'

/** What a value should be. */
const EXPECTED: Record<string, string> = {
  text: '文字（加引号）', number: '数字（不加引号）', integer: '整数', share: '0 到 1 之间的数', flag: 'true 或 false', day: '形如 2024-06-15 的日期',
  texts: '文字列表', list: '列表', object: '对象 { … }', bounds: '[西, 南, 东, 北] 四个经纬度', empty: '空着', sha256: '64 位小写十六进制数',
  'relative-path': '本文件夹内的相对路径', 'plain-text': '不含尖括号的文字', unique: '不与其他文件重复', 'not-worst': '与 worst 不同的数',
  'time-of-day': '形如 22:00 的时刻', 'other-time': '与开始不同的时刻', 'photo-path': '本文件夹内 .jpg、.png 或 .webp 文件的相对路径',
  'scene-id': '字母、数字和连字符（不能是 news）',
}
const REFERENCES: Record<string, string> = {
  districts: '街区', communities: '小区', buildings: '楼栋', items: '改造内容', milestones: '节点', 'spare-spaces': '可挖潜空间', files: '文件',
}
const UNITS: Record<string, string> = {
  m: ' m', m2: ' ㎡', year: '', household: ' 户', building: ' 栋', community: ' 个', floor: ' 层', person: ' 人', day: ' 天', character: ' 个字', entry: ' 条', s: ' 秒', min: ' 分钟', degree: '°',
}
const TOTALS: Record<string, string> = {
  communities: '小区数', buildings: '楼栋数', households: '户数', floorAreaM2: '建筑面积（㎡）', buildingCount: '楼栋数',
}
const expected = (name: string) => EXPECTED[name] ?? name
const found = (text: string) => (text === '' ? '缺失' : `“${text}”`)
const places = (count: string) => (Number(count) > 1 ? `，共 ${count} 处` : '')
const rejected = (ids: string) => (ids === '' ? '' : `；另有不能使用的对象：${ids}`)
const RELATIONS: Record<string, string> = { before: '早于', after: '晚于' }

export const ZH: FindingMessages = {
  ...IMPORT_ZH,
  'file-missing': () => ({
    what: '找不到这个文件。', fix: '把文件放进数据文件夹；清单中的文件名要与实际一致（区分大小写）。',
  }),
  'file-truncated': ({ param }) => ({
    what: `文件不完整：应有 ${param('expectedBytes')} 字节，只有 ${param('foundBytes')} 字节。`,
    fix: '重新复制或上传整个文件；若文件本来就改过，运行 npm run geodata -- manifest 更新清单。',
  }),
  'file-altered': ({ param }) => ({
    what: `文件内容与清单不一致（清单 ${param('expectedHash')}…，实际 ${param('foundHash')}…）。`,
    fix: '若是有意修改，运行 npm run geodata -- manifest 更新清单；否则恢复原文件。',
  }),
  'file-not-json': ({ param }) => (param('encoding') !== ''
    ? { what: '文件不是 UTF-8 编码，读不出文字。', fix: '用编辑器或 GIS 软件另存为 UTF-8 编码。' }
    : {
        what: `第 ${param('line')} 行第 ${param('column')} 列不符合 JSON 格式：${param('found') === '' ? '文件在此突然结束' : `此处是“${param('found')}”`}。`,
        fix: '查看这一处前后是否多了或少了逗号、引号、括号；最好由软件重新导出，不要手工改。',
      }),
  'file-not-csv': ({ param }) => (param('encoding') !== ''
    ? { what: '表格不是 UTF-8 编码，中文会成为乱码。', fix: '在表格软件中另存为“CSV UTF-8（逗号分隔）”。' }
    : { what: `第 ${param('row')} 行的引号没有成对，表格从此处起无法读取。`, fix: '补上缺少的引号；单元格内的引号要写成两个。' }),
  'file-is-html': () => ({
    what: '文件内容是一个网页，不是数据。', fix: '服务器上可能没有这个文件而返回了网页；请放上真正的数据文件。',
  }),
  'file-not-listed': () => ({
    what: '文件在文件夹中，但清单没有列出，系统不会读取它。', fix: '运行 npm run geodata -- manifest 更新清单；不需要的文件请移走。',
  }),
  'manifest-invalid': ({ param, field, feature }) => (param('expected') === 'core-dataset'
    ? { what: `清单没有列出必需的数据“${feature}”。`, fix: '放入该文件后运行 npm run geodata -- manifest 更新清单。' }
    : {
        what: `清单的“${field}”应为${expected(param('expected'))}，现在是${found(param('found'))}。`,
        fix: '按 geodata/README.md 改正，或运行 npm run geodata -- manifest 重新生成清单。',
      }),

  'not-a-feature-collection': ({ param }) => ({
    what: `文件应是 GeoJSON 要素集合（FeatureCollection），现在是${found(param('found'))}。`,
    fix: '从 GIS 软件按 GeoJSON 格式导出整个图层。',
  }),
  'structure-invalid': ({ param }) => (param('message') === 'too-many-cells'
    ? { what: `这一行比表头多 ${param('places')} 个单元格。`, fix: '文字中含有逗号时要整格加引号；删去多余的单元格。' }
    : {
        what: `要素结构不符合 GeoJSON 规范：${param('message')}${places(param('places'))}。`,
        fix: '在 GIS 软件中检查并重新导出这个要素。',
      }),
  'wrong-geometry-type': ({ param }) => ({
    what: `几何类型是${found(param('found'))}，此处只能用 ${param('allowed')}。`, fix: '把要素转换（拆分或封闭）为规定的类型后重新导出。',
  }),
  'too-deep': ({ param }) => ({
    what: `坐标的括号嵌套超过 ${param('limit')} 层，不是正常数据。`, fix: '从原始数据重新导出这个要素。',
  }),

  'axes-swapped': ({ param, field }) => ({
    what: `${field} 是 (${param('found')})，经度和纬度写反了${places(param('places'))}。`,
    fix: '坐标应先经度后纬度，例如 [119.19, 36.43]；导出时选择 XY 顺序。',
  }),
  'looks-projected': ({ param, field }) => ({
    what: `${field} 是 (${param('found')})，是以米为单位的投影坐标${param('system') === '?' ? '' : `（像是 ${param('system')}）`}${places(param('places'))}。`,
    fix: '在 GIS 软件中把图层转换为 WGS84 经纬度（EPSG:4326）后再导出。',
  }),
  'out-of-range': ({ param, field }) => ({
    what: `${field} 是 (${param('found')})，经度应在 −180 到 180、纬度应在 −90 到 90 之间${places(param('places'))}。`,
    fix: '改正坐标；检查小数点的位置。',
  }),
  'out-of-area': ({ param, field }) => ({
    what: `${field} 是 (${param('found')})，不在方案规定的范围（${param('bounds')}）内${places(param('places'))}。`,
    fix: '改正坐标；若数据确实属于另一地区，修改 plan.json 的 bounds。',
  }),
  'not-finite': ({ param, field }) => ({
    what: `${field} 不是有效的数（${param('found')}）${places(param('places'))}。`, fix: '填上真实的数值；没有数值的可空字段写 null。',
  }),
  'ring-unclosed': ({ param, field }) => ({
    what: `${field} 的边界没有闭合：起点 (${param('first')})，终点 (${param('last')})${places(param('places'))}。`,
    fix: '在末尾重复起点坐标，使边界首尾相同。',
  }),
  'ring-too-short': ({ param, field }) => ({
    what: `${field} 的边界只有 ${param('positions')} 个点，至少要 4 个（首尾相同）${places(param('places'))}。`,
    fix: '补全边界，或删去这个空的部分。',
  }),
  'self-intersection': ({ param }) => ({
    what: `边界在 (${param('lon')}, ${param('lat')}) 处自相交${places(param('places'))}。`,
    fix: '在 GIS 软件中用“修复几何”处理，或调整该处顶点的顺序。',
  }),

  'field-missing': ({ param, field }) => (param('column') !== ''
    ? { what: `表格缺少“${field}”这一列。`, fix: `在第 1 行加上列名“${field}”并填写各行。` }
    : {
        what: `“${field}”没有填写${param('kind') === '' ? '' : `，填报类型 ${param('kind')} 需要它`}。`,
        fix: `填上“${field}”；含义见 geodata/README.md。`,
      }),
  'wrong-type': ({ param, field }) => ({
    what: `${field === '' ? '文件内容' : `“${field}”`}应为${expected(param('expected'))}，现在是${found(param('found'))}。`,
    fix: '按应有的格式改写。',
  }),
  'wrong-enumeration': ({ param, field }) => ({
    what: `“${field}”不能是${found(param('found'))}。`, fix: `改为下列之一：${param('allowed')}。`,
  }),
  'out-of-bounds': ({ param, field }) => ({
    what: `“${field}”是 ${param('found')}${UNITS[param('unit')] ?? ''}，应在 ${param('min')} 到 ${param('max')}${UNITS[param('unit')] ?? ''}之间。`,
    fix: '改正数值；检查单位（面积用 ㎡，不用万㎡或亩）。',
  }),
  'duplicate-id': ({ param, feature }) => ({
    what: `编号“${feature}”重复：第 ${param('first')} 个和第 ${param('second')} 个都是它，只用了前一个。`,
    fix: '给其中一个新的编号，或删去重复的对象。',
  }),
  'dangling-reference': ({ param, field }) => (param('owner') !== ''
    ? {
        what: `“${field}”的楼栋“${param('found')}”属于小区 ${param('owner')}，不属于 ${param('community')}。`,
        fix: '改正楼栋编号或小区编号。',
      }
    : {
        what: `“${field}”写的“${param('found')}”不在${REFERENCES[param('refersTo')] ?? '数据'}之中。`,
        fix: `改为已有的${REFERENCES[param('refersTo')] ?? ''}编号，或先把它加进数据。`,
      }),
  'dangerous-key': ({ field }) => ({
    what: `字段名“${field}”有安全风险，已忽略。`, fix: '删去这个字段，或换一个名字。',
  }),
  'reserved-id': ({ param }) => ({
    what: `编号不能用“${param('found')}”：这个词是程序保留的。`, fix: '换一个编号，引用它的地方一并修改。',
  }),
  'hidden-characters': ({ param, field }) => ({
    what: `“${field}”里有 ${param('count')} 个看不见的字符，已去掉，余下“${param('found')}”。`, fix: '请重新键入这段文字，不要从别的程序粘贴。',
  }),
  'unknown-column': ({ param, field }) => ({
    what: `“${field}”不是规定的字段，未使用${Number(param('count')) > 1 ? `（出现 ${param('count')} 次）` : ''}。`,
    fix: '检查拼写和大小写；不需要时可删去。',
  }),
  'bad-date': ({ param, field }) => ({
    what: `“${field}”写的“${param('found')}”不是存在的日期。`, fix: '写成年-月-日，例如 2024-06-15；表格软件中先把该列设为文本。',
  }),
  'internal-field': ({ param, field }) => ({
    what: `清单把这个文件标为公开（public），文件中却有不得公开的“${field}”（${param('count')} 处）；这些内容没有采用。`,
    fix: '这是内部文件时，运行 npm run geodata -- manifest，会改标为 internal；要公开时，用 npm run geodata -- publish 另出公开版。',
  }),
  'space-not-published': ({ param }) => ({
    what: `拟建点用到的可挖潜空间“${param('found')}”没有公开（published 不是 true）。`,
    fix: '公开拟建点前先公开该空间，或换用已公开的空间：运行 npm run geodata -- propose 重新生成。',
  }),
  'provenance-missing': () => ({
    what: '没有写明数据来源（provenance）。', fix: '填 synthetic（示意）、official（公文）、surveyed（测量）或 reported（填报）。',
  }),

  'building-outside-community': ({ param }) => ({
    what: `楼栋伸出小区 ${param('community')} 边界 ${param('distanceM')} m（${param('areaM2')} ㎡）。`,
    fix: '调整楼栋位置或小区边界；若归属有误，改正 communityId。',
  }),
  'communities-overlap': ({ param }) => ({
    what: `与小区 ${param('other')} 重叠 ${param('areaM2')} ㎡。`, fix: '调整两个小区的公共边界，使其不重叠。',
  }),
  'buildings-overlap': ({ param }) => ({
    what: `与楼栋 ${param('other')} 重叠 ${param('areaM2')} ㎡。`, fix: '调整其中一栋的轮廓；若是同一栋画了两次，删去一个。',
  }),

  'dates-out-of-order': ({ param, field }) => ({
    what: `“${field}”${param('found')} ${RELATIONS[param('relation')] ?? ''} ${param('than')} ${param('other')}。`,
    fix: '核对两个日期，改正写错的一个。',
  }),
  'share-out-of-range': ({ param, field }) => ({
    what: `“${field}”是 ${param('found')}，应在 0 到 1 之间。`, fix: '百分数除以 100：完成 35% 写 0.35。',
  }),
  'share-decreases': ({ param }) => ({
    what: `累计完成 ${param('found')}，少于 ${param('on')} 已报的 ${param('before')}（第 ${param('row')} 行）；本行未使用。`,
    fix: '完成比例是累计值，不会减少：改正本行；若是以前报多了，把本行的填报类型（kind）写为更正（correction）。',
  }),
  'baseline-missing': ({ param, feature }) => ({
    what: `小区 ${feature}${param('name') === '' ? '' : `（${param('name')}）`}没有基线，无法与计划比较。`,
    fix: '在基线表中为它的每项改造内容填计划开工、计划完工和权重。',
  }),
  'baseline-duplicate': ({ param }) => ({
    what: `小区 ${param('community')} 的 ${param('item')} 已在第 ${param('first')} 行出现，本行未使用。`, fix: '两行合为一行。',
  }),
  'report-future': ({ param }) => (param('today') !== '' ? { what: `填报日期 ${param('found')} 晚于今天（${param('today')}）；本行未使用。`, fix: '请改正日期。' } : {
    what: `填报日期 ${param('found')} 晚于数据截止日期 ${param('dataDate')}，本行未使用。`,
    fix: '改正日期；若确有新填报，更新清单的数据截止日期 dataDate。',
  }),
  'building-required': ({ param }) => ({
    what: `${param('subject')} 按楼栋填报，但没有写楼栋编号。`, fix: '在 buildingId 填楼栋编号，每栋一行。',
  }),
  'building-not-allowed': ({ param }) => ({
    what: `${param('subject')} 按整个小区填报，不应写楼栋编号“${param('found')}”。`, fix: '清空 buildingId。',
  }),
  'subject-not-planned': ({ param }) => ({
    what: `小区 ${param('community')} 的基线中没有 ${param('subject')}，本行未使用。`, fix: '改正项目代码；若确实新增了内容，先在基线表中加上。',
  }),
  'milestone-contradiction': ({ param }) => {
    if (param('problem') === 'unfinished') {
      return { what: `已报 ${param('subject')}，但仍有未完成的内容：${param('items')}。`, fix: '补报这些内容的完成情况，或更正节点。' }
    }
    const other = `第 ${param('row')} 行 ${param('other')} ${param('otherDate')}`
    return param('problem') === 'twice'
      ? {
          what: `${param('subject')} 两次填报的日期不同：${param('found')}，${other}；以本行为准。`,
          fix: '核对实际日期；若本行有误，再报一次正确的日期。',
        }
      : {
          what: `${param('subject')} ${param('found')} 与先后顺序矛盾（${other}），本行未使用。`,
          fix: '开工、完工、验收、移交须依次达到，改正写错的日期。',
        }
  },
  'area-differs': ({ param, field }) => ({
    what: `按图形计算为 ${param('drawnM2')} ㎡，“${field}”填的是 ${param('statedM2')} ㎡，相差 ${param('percent')}%。`,
    fix: '核对轮廓、层数和面积，改正其中有误的。',
  }),

  'total-differs': ({ param, field }) => ({
    what: `${TOTALS[field] ?? field}合计 ${param('found')}，方案为 ${param('planned')}，相差 ${param('difference')}。${explained(param)}`,
    fix: '按所列对象逐一核对；若方案总数已调整，修改 plan.json 的 controlTotals。',
  }),
  'community-sum-differs': ({ param, field }) => ({
    what: `小区${TOTALS[field] ?? field}填 ${param('own')}，各楼栋合计 ${param('sum')}，相差 ${param('difference')}（${param('buildings') || '没有楼栋'}）。`,
    fix: '核对小区和所列楼栋的数字，改正写错的。',
  }),
  'building-missing': ({ param }) => ({
    what: `小区填 ${param('own')} 栋，图上只有 ${param('sum')} 栋（${param('buildings') || '没有楼栋'}），比小区数字少 ${param('households')} 户、${param('floorAreaM2')} ㎡${rejected(param('rejected'))}。`,
    fix: '补画缺少的楼栋，或改正 buildingCount。',
  }),
  'showcase-missing': ({ param, feature }) => (param('problem') === ''
    ? { what: `方案中的精品小区“${param('name')}”没有对应的小区。`, fix: '把该小区的名称写得与方案完全一致，并把 showcase 设为 true。' }
    : { what: `${feature} 标为精品小区，但方案没有列出。`, fix: '把 showcase 改为 false，或修改 plan.json 的 showcaseNames。' }),
}

function explained(param: (name: string) => string): string {
  const [by, remainder] = [param('explained'), Number(param('remainder'))]
  const parts = [
    by === '' ? '' : `由这些小区引起：${by}。`,
    param('rejected') === '' ? '' : `不能使用的对象：${param('rejected')}。`,
    remainder === 0 ? '' : `其余 ${remainder} 不能归到某个对象，须与原始名册逐条核对。`,
  ]
  return parts.join('')
}
