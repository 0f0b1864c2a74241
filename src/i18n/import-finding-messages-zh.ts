import { shareText, type ImportFindingMessages } from '@/i18n/finding-sentences'

/** What a file that cannot be read is. */
const KINDS: Record<string, string> = {
  rar: 'RAR 压缩包', '7z': '7z 压缩包', gzip: 'gzip 压缩包', tar: 'tar 压缩包', pdf: 'PDF 文档', image: '图片', dwg: 'CAD 图纸（DWG）', dxf: 'CAD 图纸（DXF）', html: '网页',
  word: 'Word 文档', powerpoint: 'PowerPoint 演示文稿', xlsb: '二进制的 Excel 工作簿（.xlsb）', ods: 'OpenDocument 表格（.ods）', sqlite: '数据库文件（如 GeoPackage）', topojson: 'TopoJSON', 'esri-json': 'ArcGIS 接口的 JSON（Esri JSON）', json: '普通的 JSON，里面没有地图数据',
  'xml-table': 'XML 格式的旧版 Excel 表格', xml: '不认识的 XML 文件', 'zip-other': '压缩包，其中没有可以读取的数据', 'shapefile-part': 'Shapefile 的附属文件，单独没有内容', binary: '不认识的二进制文件', program: '可执行程序',
}
const KIND_FIX: Record<string, string> = {
  rar: '先解压，再导入里面的文件；或改用 ZIP 格式压缩。', '7z': '先解压，再导入里面的文件；或改用 ZIP 格式压缩。',
  gzip: '先解压，再导入里面的文件；或改用 ZIP 格式压缩。', tar: '先解压，再导入里面的文件；或改用 ZIP 格式压缩。',
  dwg: '请测绘单位导出 Shapefile、GeoJSON 或 KML 后再导入。', dxf: '请测绘单位导出 Shapefile、GeoJSON 或 KML 后再导入。',
  html: '若它是从系统导出的表格，在表格软件中打开，另存为 .xlsx 后再导入。', 'xml-table': '在表格软件中打开，另存为 .xlsx 后再导入。',
  xlsb: '在表格软件中另存为 .xlsx 后再导入。', ods: '在表格软件中另存为 .xlsx 后再导入。',
  topojson: '在 QGIS 等软件中转换为 GeoJSON 后再导入。', 'esri-json': '在 ArcGIS 或 QGIS 中另存为 GeoJSON 或 Shapefile 后再导入。',
  'shapefile-part': '把同名的 .shp、.dbf、.prj 一起选中导入。',
}
const PARTS: Record<string, string> = { dbf: '没有同名的 .dbf 文件，图形没有属性。', shp: '没有同名的 .shp 文件，只按表格读取。' }
const PART_FIX: Record<string, string> = { dbf: '把同名的 .dbf 一起导入；确实没有属性时可不管。', shp: '需要图形时，把同名的 .shp 一起导入。' }
const LIMIT_NAMES: Record<string, string> = { entries: '文件个数', bytes: '解压后的总大小（MB）', ratio: '压缩比' }
const ARCHIVE: Record<string, string> = {
  directory: '找不到压缩包的目录，文件可能没有传完', truncated: '压缩包不完整', checksum: '内容与校验值不符', size: '解压后的大小与目录所写不符',
  method: '用了不支持的压缩方法', twice: '同一个文件名出现了两次', header: '目录与文件头不一致', stream: '压缩数据已损坏',
}
const GEOJSON: Record<string, string> = {
  root: '最外层应是一个对象（以 { 开头）', type: '类型 type 不是 GeoJSON 规定的类型（区分大小写）', 'type-missing': '缺少类型 type',
  'features-missing': '要素集合缺少 features 列表', 'features-not-list': 'features 应是列表', 'feature-not-object': '要素应是对象',
  'feature-type': '要素的 type 应是 Feature', 'geometry-missing': '要素缺少 geometry', 'geometry-type': '几何类型不是规定的类型', 'properties-missing': '要素缺少 properties',
  'properties-not-object': 'properties 应是对象', id: '要素的 id 应是文字或数字', bbox: 'bbox 应是 4 个或 6 个数', 'foreign-member': '出现了不属于它的成员',
  'coordinates-missing': '几何缺少 coordinates', 'position-not-list': '坐标应是 [经度, 纬度] 这样的列表', 'position-short': '坐标至少要有两个数',
  'position-not-number': '坐标中有不是数字的内容', 'too-nested': '坐标的括号多了一层', 'not-nested': '坐标的括号少了一层', 'line-short': '线至少要有 2 个点',
  'geometries-missing': '几何集合缺少 geometries 列表', 'collection-member': '几何集合中有不是几何的内容', 'collection-nested': '几何集合中又有几何集合',
  'collection-single': '几何集合中只有一个几何', winding: '边界的方向与规范相反（外圈应逆时针，内圈应顺时针）', 'position-long': '坐标多于三个数，多余的未使用',
}
/** Said of files that are used all the same. */
const REMARKS = ['winding', 'position-long']
const OF_FILE = '在 GIS 软件中重新导出为 GeoJSON。'
const GEOJSON_FIX: Record<string, string> = {
  root: OF_FILE, type: OF_FILE, 'type-missing': OF_FILE, 'features-missing': OF_FILE, 'features-not-list': OF_FILE,
  winding: '不影响使用，导入时会自动调整。', 'position-long': '通常不必处理。',
  'collection-single': '在 GIS 软件中把它转换为单独的几何后重新导出。', 'collection-nested': '在 GIS 软件中拆开几何集合后重新导出。',
}
const SHAPEFILE: Record<string, string> = {
  short: '文件太短，连文件头都不完整', magic: '文件头不是 Shapefile', length: '文件长度与文件头所写不符', record: '记录的长度有误', type: '图形类型不认识',
  mixed: '图形类型与文件头不一致', parts: '图形的分段有误', number: '坐标不是有效的数', count: '图形与属性的个数不同', multipatch: '里有三维多面体（MultiPatch），不能使用',
}
const DBF: Record<string, string> = {
  short: '文件太短，连文件头都不完整', magic: '文件头不是 dBASE 表', length: '文件长度与文件头所写不符', fields: '字段说明有误', type: '有不支持的字段类型', number: '有读不懂的数字', date: '有读不懂的日期',
}
const XML: Record<string, string> = {
  unclosed: '没有写完', mismatch: '标签没有成对', entity: '“&”的写法有误（单独的 & 应写成 &amp;）', character: '有不允许的字符', root: '没有内容', depth: '嵌套超过 64 层', syntax: '写法有错',
}
const XLSX: Record<string, string> = {
  workbook: '找不到工作簿的目录', sheet: '找不到工作表', strings: '找不到工作表引用的文字', reference: '单元格的位置有误', xml: '有一部分 XML 写法有错',
}
const expectedFound = (expected: string, found: string) => (expected === '' ? '' : `：应有 ${expected}，实际 ${found}`)
const at = (entry: string) => (entry === '' ? '' : `“${entry}”：`)
const inFile = (record: string) => (record === '' ? '' : `（第 ${record} 个）`)
const detail = (found: string) => (found === '' ? '' : `：${found}`)
const places = (count: string) => (Number(count) > 1 ? `，共 ${count} 处` : '')
const times = (count: string) => (Number(count) > 1 ? `（${count} 处）` : '')
const REPAIRS: Record<string, string> = {
  'ring-closed': '补上边界的闭合点', winding: '调整边界方向', 'self-intersection': '拆开自相交', sliver: '去掉碎片', 'duplicate-vertices': '去掉重复点', overlap: '沿邻界切去重叠部分', outside: '沿小区边界切去界外部分',
}
const SHAPES: Record<string, string> = { 'no-area': '各点在一条线上，围不成面', 'crosses-itself': '边界自相交，且点数太多或重叠太乱，不能自动拆开' }
const listed = (kinds: string, names: Record<string, string>, sign: string) => kinds.split(', ').map((kind) => names[kind] ?? kind).join(sign)
/** Repairs that are done without a question. */
const isHarmless = (kinds: string) => kinds.split(', ').every((kind) => ['ring-closed', 'winding', 'duplicate-vertices'].includes(kind))

/** What a table cannot do without, and how to give it. */
const NEEDED: Record<string, string> = {
  name: '名称列', community: '小区名称列', building: '楼栋号列', reportedOn: '填报日期', report: '填报的内容（改造内容各列、节点日期或“完成比例”）', subject: '“改造内容”或“节点”列',
  itemCode: '“改造内容”列', plannedStart: '“计划开工”列', plannedFinish: '“计划完工”列', type: '“设施类型”列', kind: '“类型”列', households: '“户数”列', place: '位置（图形，或经度、纬度两列）',
}
const NEEDED_FIX: Record<string, string> = {
  reportedOn: '请填写这张表的填报日期；也可以在表中加一列“填报日期”，或在标题中写“截至2024年8月26日”。',
}
const LEFT_OVER: Record<string, readonly [string, string]> = {
  progress: ['说的是进度，这张表按基本情况读取', '需要它们时，在“各列含义”中把这张表改为台账再导入一次；不需要时可不管。'],
  basics: ['说的是基本情况，这张表按进度读取', '需要它们时，在“各列含义”中把这张表改为小区或楼栋再导入一次；不需要时可不管。'],
  planned: ['是计划或一段时间内的数，不是累计完成的', '累计完成的另列一列；计划日期作为“基线”导入。不需要时可不管。'],
  whole: ['是整个小区的进度，这张表按改造内容分列', '不需要时可不管；小区的进度由各项内容算出。'],
}
const NUMBER_PROBLEMS: Record<string, string> = {
  several: '不是一个数', 'not-whole': '不是整数', unit: '的单位不对', state: '没有说完成了多少', range: '超出 0 到 100%', approximate: '不是确切的数', tick: '看不出是已完成，还是列入了改造内容',
}
const NUMBER_FIX: Record<string, string> = { unit: '改用这一列应有的单位。', state: '写累计完成的比例，例如 35%。', tick: '写累计完成的比例：已完成写 100%，未开工写 0。', range: '完成比例是累计值，应在 0 到 100% 之间；检查单位。' }
const DAY_OTHER: Record<string, string> = { period: '没有说是哪一天', state: '只是状态，没有日期' }
const DAY_PARTS: Record<string, string> = { date: '，缺少日', month: '，缺少月和日', year: '，缺少年', century: '，年份只有两位', order: '，看不出哪个是月、哪个是日' }
const NAMED: Record<string, string> = { community: '小区', building: '楼栋', district: '街区', item: '改造内容', milestone: '节点', subject: '改造内容或节点' }
const NEW_OF: Record<string, string> = { communities: '已有的小区', buildings: '这个小区的楼栋', 'spare-spaces': '已有的可挖潜空间', facilities: '已有的设施', residences: '已有的居住楼', gates: '已有的出入口', hazards: '已有的危险源' }
const POINTS: readonly string[] = ['facilities', 'residences', 'gates', 'hazards']
const RECORD_FIELDS: Record<string, string> = {
  name: '名称', districtId: '街区', neighbourhood: '社区', communityId: '小区', buildingCount: '楼栋数', households: '户数', floorAreaM2: '建筑面积', floors: '层数', stairwells: '单元数', heightM: '高度',
  kind: '类型', type: '类型', landUseCode: '用地分类', provenance: '来源', showcase: '是否精品小区', geometry: '图形',
}
const LOOKS_LIKE: Record<string, string> = {
  corners: '像是界址点坐标表：程序不把点连成面，请测绘单位给出 Shapefile、GeoJSON 或 KML。',
  places: '有名称和位置：指定它是设施、危险源还是出入口；也可以加一列“设施类型”，写养老、托育、幼儿园、医疗、便民市场、社区食堂、服务中心或健身。',
}
const MAPPING: Record<string, string> = { json: '不是完整的 JSON', format: '不是列含义文件', version: '版本不认识', target: '不认识的数据种类', columns: '各列说明有误', unit: '不认识的单位', field: '不认识的字段', constants: '固定值有误', size: '内容过多' }

/** Sentences about files that are brought in. */
export const IMPORT_ZH: ImportFindingMessages = {
  'file-empty': () => ({ what: '文件是空的。', fix: '重新导出或复制这个文件。' }),
  'file-too-large': ({ param }) => ({ what: `文件有 ${param('found')} MB，超过上限 ${param('limit')} MB，没有读取。`, fix: '按街区或图层分成几个文件再导入。' }),
  'format-unknown': ({ param }) => ({
    what: `这是${KINDS[param('kind')] ?? KINDS['binary']}，不能导入。`,
    fix: KIND_FIX[param('kind')] ?? '请用 GeoJSON、Shapefile、KML/KMZ、GPX、CSV 或 XLSX 格式。',
  }),
  'format-old-xls': () => ({ what: '这是旧版 Excel 工作簿（.xls），不能读取。', fix: '在表格软件中打开，另存为 .xlsx 后再导入。' }),
  'file-encrypted': ({ param }) => ({ what: `${at(param('entry'))}文件有密码保护，不能读取。`, fix: '去掉密码后另存，再导入。' }),
  'no-data': () => ({ what: '文件里没有数据。', fix: '检查导出时是否选中了图层或工作表。' }),
  'reader-failed': ({ param }) => ({ what: `读取时出错，文件没有使用（${param('message')}）。`, fix: '用原来的软件重新导出；仍然不行时，请把文件交给技术支持。' }),
  'archive-broken': ({ param }) => ({ what: `${at(param('entry'))}压缩包损坏：${ARCHIVE[param('problem')] ?? param('problem')}。`, fix: '重新压缩或重新下载后再导入。' }),
  'archive-limit': ({ param }) => ({
    what: `${at(param('entry'))}压缩包的${LIMIT_NAMES[param('limit')] ?? param('limit')}是 ${param('value')}，超过上限 ${param('max')}，没有解压。`,
    fix: '只把需要的数据文件压缩在一起，或分成几个压缩包。',
  }),
  'archive-path': ({ param }) => ({ what: `压缩包内的文件名“${param('found')}”不安全，没有解压。`, fix: '重新压缩，不要用绝对路径、“..”或链接。' }),
  'archive-nested': ({ param }) => ({ what: `压缩包里还有压缩包“${param('found')}”，没有解压。`, fix: '先解压外层，再导入里面的压缩包。' }),
  'archive-entry-left': ({ param }) => ({
    what: `压缩包里的 ${param('found')}${Number(param('more')) > 0 ? ` 等 ${param('count')} 个文件` : ' '}不是数据，没有读取。`,
    fix: '不影响其他文件；若其中有数据，请单独导入。',
  }),
  'link-not-followed': ({ param }) => ({ what: `文件里有网络链接（${param('found')}）${places(param('places'))}，链接的内容没有读取。`, fix: '需要链接里的数据时，在 Google Earth 等软件中打开，另存为 KML 或 KMZ 后再导入。' }),
  'xml-doctype': () => ({ what: '文件含有 DOCTYPE 声明，为安全起见没有读取。', fix: '用原来的软件重新导出；或用文本编辑器删去 <!DOCTYPE …> 一段。' }),
  'xml-broken': ({ param }) => ({
    what: `XML 不完整或有错${param('line') === '' ? '' : `（第 ${param('line')} 行）`}${detail(XML[param('problem')] ?? param('problem'))}。`, fix: '用原来的软件重新导出；检查文件是否传完。',
  }),
  'xlsx-broken': ({ param }) => ({ what: `工作簿损坏或不完整${detail(XLSX[param('problem')] ?? param('problem'))}。`, fix: '在表格软件中打开并另存为 .xlsx 后再导入。' }),
  'csv-broken': ({ param }) => ({ what: `第 ${param('row')} 行起表格读不下去（引号没有成对）。`, fix: '补上缺少的引号；单元格内的引号要写成两个。' }),
  'shapefile-part-missing': ({ param }) => ({
    what: PARTS[param('part')] ?? `缺少 .${param('part')} 文件。`, fix: PART_FIX[param('part')] ?? '把同名的各个文件一起导入。',
  }),
  'shapefile-broken': ({ param }) => ({
    what: `Shapefile ${param('problem') === 'multipatch' ? '' : '损坏：'}${SHAPEFILE[param('problem')] ?? param('problem')}${inFile(param('record'))}${expectedFound(param('expected'), param('found'))}。`,
    fix: param('problem') === 'multipatch' ? '在 GIS 软件中转换为平面的面（Polygon）后重新导出。' : '向提供者要完整的文件，或在 GIS 软件中重新导出。',
  }),
  'dbf-broken': ({ param, field }) => ({
    what: param('problem') === 'type' && field !== '' ? `“${field}”是备注（Memo）等不支持的字段类型，这一列没有读取。` : `属性表（.dbf）有误：${DBF[param('problem')] ?? param('problem')}${inFile(param('record'))}${expectedFound(param('expected'), param('found'))}${times(param('places'))}。`,
    fix: param('problem') === 'type' ? '需要这一列时，在 GIS 软件中把它改成文本字段后重新导出。' : '向提供者要完整的文件，或在 GIS 软件中重新导出。',
  }),
  'row-too-many': ({ param }) => ({ what: `有 ${param('found')} 行，超过上限 ${param('limit')} 行，没有读取。`, fix: '分成几个文件再导入。' }),
  'column-too-many': ({ param }) => ({ what: `有 ${param('found')} 列，超过上限 ${param('limit')} 列，没有读取。`, fix: '只保留需要的列。' }),
  'vertex-too-many': ({ param }) => ({ what: `图形共有 ${param('found')} 个以上的顶点，超过上限 ${param('limit')} 个，没有读取。`, fix: '在 GIS 软件中简化图形，或分成几个文件。' }),
  'encoding-doubtful': ({ param }) => ({
    what: ['', '0'].includes(param('places')) ? `文字编码按 ${param('encoding')} 读取，但不能确定。` : `文字编码按 ${param('encoding')} 读取，但有读不出的字${times(param('places'))}。`,
    fix: '在“编码”处对照预览选择正确的编码；仍不对时，另存为 UTF-8。',
  }),
  'encoding-mismatch': ({ param }) => ({
    what: `文件声明的编码是 ${param('declared')}，与内容不符，已按 ${param('encoding')} 读取。`, fix: '对照预览核实；不对时在“编码”处另选。',
  }),
  'crs-unknown': ({ param }) => ({
    what: param('name') === '' ? '文件没有说明坐标系。' : `不认识文件说明的坐标系“${param('name')}”。`,
    fix: '在候选坐标系中选择数据来源所用的一个；拿不准时询问提供数据的单位，不要猜。',
  }),
  'crs-needs-parameters': ({ param }) => ({
    what: `坐标系是${param('name')}，属于 1954 北京坐标系或 1980 西安坐标系，没有本地七参数不能换算。`, fix: '请测绘单位转换为 CGCS2000（EPSG:4490 或 4549）后再导入。',
  }),
  'crs-doubtful': ({ param }) => ({
    what: `按文件说明的坐标系 ${param('declared')}，数据${param('distanceM') === '' ? '不在方案范围内' : `距已知小区 ${param('distanceM')} m`}；按 ${param('other')} 更吻合。`,
    fix: '看预览中的位置，选择正确的坐标系；国内网络地图取得的坐标多为 GCJ-02 或 BD-09。',
  }),
  'crs-chosen-far': ({ param }) => ({
    what: `按 ${param('crs')}，数据${param('distanceM') === '' ? '不在方案范围内' : `距最近的已知小区 ${param('distanceM')} m`}。`, fix: '确认坐标系没有选错；数据本来就在别处时可不管。',
  }),
  'bad-geojson': ({ param }) => ({
    what: `${REMARKS.includes(param('reason')) ? '' : 'GeoJSON 有误：'}${GEOJSON[param('reason')] ?? param('reason')}${param('found') === '' ? '' : `（${param('found')}）`}${places(param('places'))}。`,
    fix: GEOJSON_FIX[param('reason')] ?? '在 GIS 软件中检查这个要素并重新导出。',
  }),
  'duplicate-member': ({ param, field }) => ({
    what: `“${field}”在同一个对象里写了两次${param('line') === '' ? '' : `（第 ${param('line')} 行）`}，不知道该用哪一个。`, fix: '删去其中一个，或由软件重新导出。',
  }),
  'nested-value': ({ param, field }) => ({ what: `“${field}”里不是单个的值，已作为文字读取${times(param('count'))}。`, fix: '导入时一般不需要这一列；需要时拆成几列。' }),
  'cell-error': ({ param, field }) => ({
    what: `${field} 列第 ${param('rows')} 行的单元格是错误值“${param('found')}”${places(param('count'))}。`, fix: '在表格软件中改正公式，或填上数值。',
  }),
  'formula-without-value': ({ param, field }) => ({
    what: `${field} 列第 ${param('rows')} 行的公式没有存下结果${places(param('count'))}，按空白处理。`, fix: '在表格软件中打开，重新计算并保存后再导入。',
  }),
  'sheet-hidden': ({ param }) => ({ what: `工作表“${param('found')}”是隐藏的，没有读取。`, fix: '需要它时，在表格软件中取消隐藏后再导入。' }),
  'cell-too-many': ({ param }) => ({ what: `单元格超过 ${param('limit')} 个（空白处计算在内），没有读取。`, fix: '删去不需要的列，或分成几个文件再导入。' }),
  'text-cut': ({ param }) => ({ what: `有 ${param('count')} 段文字超过 ${param('limit')} 个字，已截短。`, fix: '导入时一般不需要这么长的文字；需要时放到别处。' }),
  'bad-coordinates': ({ param }) => ({ what: `坐标有误${param('found') === '' ? '' : `：“${param('found')}”`}。`, fix: '用原来的软件重新导出这个要素；坐标应写成“经度,纬度”，线至少要有 2 个点。' }),
  'row-ragged': ({ param }) => ({
    what: `第 ${param('rows')} 行的列数比别的行多${places(param('count'))}，各值可能错了位。`, fix: '检查单元格里是否有没加引号的分隔符。',
  }),
  'nul-characters': ({ param }) => ({ what: `文字里有 ${param('count')} 个空字符（NUL），已去掉。`, fix: '请重新导出文件；它可能没有传完整，或编码不对。' }),
  'header-not-found': () => ({ what: '找不到表头，不知道各列是什么，没有使用。', fix: '在数据上方加一行列名，例如“小区名称”“户数”；或手工指定各列的含义。' }),
  'target-unknown': ({ param }) => ({ what: `看不出${param('layer') === '' ? '' : `“${param('layer')}”`}是什么内容，没有使用。`, fix: LOOKS_LIKE[param('looksLike')] ?? '需要它时，指定它是小区、楼栋、台账还是别的内容；不需要时可不管。' }),
  'column-unmapped': ({ field }) => ({ what: `不知道“${field}”这一列是什么，没有使用。`, fix: '需要它时，在“各列含义”中指定；不需要时可不管。' }),
  'column-left-over': ({ param }) => ({ what: `“${param('columns')}”${LEFT_OVER[param('reason')]?.[0] ?? ''}，没有用到。`, fix: LEFT_OVER[param('reason')]?.[1] ?? '不需要时可不管。' }),
  'column-missing': ({ param, field }) => ({
    what: `缺少${NEEDED[param('needed')] ?? `“${field}”`}，这张表不能使用。`, fix: NEEDED_FIX[param('needed')] ?? '在“各列含义”中指定是哪一列；表中确实没有时，请补上。',
  }),
  'unit-ambiguous': ({ field }) => ({ what: `“${field}”的单位看不出来。`, fix: '请选择它的单位；也可以在列名中写明，例如“建筑面积（㎡）”“完成比例（%）”。' }),
  'bad-number': ({ param, field }) => ({
    what: `“${field}”写的“${param('found')}”${NUMBER_PROBLEMS[param('problem')] ?? '不是数'}，没有使用。`, fix: NUMBER_FIX[param('problem')] ?? '只写一个数；说明文字写到备注里。',
  }),
  'day-incomplete': ({ param, field }) => ({
    what: `“${field}”写的“${param('found')}”${DAY_OTHER[param('missing')] ?? `不是完整的日期${DAY_PARTS[param('missing')] ?? ''}`}。`, fix: '写成年-月-日，例如 2024-06-15。',
  }),
  'year-of-title': ({ param, field }) => ({ what: `“${field}”有 ${param('count')} 个日期没有写年份（如“${param('found')}”），按标题中的 ${param('year')} 年读取。`, fix: '请核对；跨年的日期写成年-月-日。' }),
  'value-vague': ({ param, field }) => ({ what: `“${field}”写的“${param('found')}”不够明确，按“${param('taken')}”处理。`, fix: `请核实；可以写：${param('allowed')}。` }),
  'filled-down': ({ param, field }) => ({
    what: `“${field}”有 ${param('count')} 行空着或写着“同上”，按上一行的内容填写（从第 ${param('row')} 行起）。`, fix: '请核对；合并单元格存成 CSV 后会这样，也可以改用 XLSX 导入。',
  }),
  'totals-left-out': ({ param }) => ({ what: `第 ${param('rows')} 行是合计行，没有作为数据使用${Number(param('count')) > 1 ? `（共 ${param('count')} 行）` : ''}。`, fix: '不是合计时，请改掉“合计”“小计”等字样。' }),
  'sums-left-out': ({ param }) => ({ what: `第 ${param('row')} 行没有名称，各数等于其余各行之和，按合计行处理，没有作为数据使用。`, fix: '不是合计时，请填上名称。' }),
  'table-below': ({ param }) => ({ what: `第 ${param('row')} 行起是另一张表（列名不同），没有读取。`, fix: '把它移到单独的工作表或文件中再导入。' }),
  'table-beside': ({ param }) => ({ what: `${param('column')} 列起又是同样的列名（左右并排的表），没有读取。`, fix: '把右边各列接到左边各行的下面，再导入。' }),
  'table-turned': ({ param }) => ({
    what: `这张表的行和列是反的，已按每列一条读取；以下所说的第 ${param('number')} 行指 ${param('first')} 列，依此类推${param('left') === '' ? '' : `；${param('left')} 列（合计、备注）没有读取`}。`,
    fix: '请核对；不对时，在表格软件中用“选择性粘贴—转置”改成每行一条后再导入。',
  }),
  'record-incomplete': ({ param }) => ({
    what: `${NEW_OF[param('kind')] ?? '已有数据'}中没有${param('name') === '' ? '这一条' : `“${param('name')}”`}${param('nearest') === '' ? '' : `（相近的有“${param('nearest')}”）`}；作为新的，还缺${listed(param('fields'), POINTS.includes(param('kind')) ? { ...RECORD_FIELDS, geometry: '位置' } : RECORD_FIELDS, '、')}。`,
    fix: `是已有的，指定它是哪一个；是新的，补上所缺的列${POINTS.includes(param('kind')) ? '，位置写成“经度”“纬度”两列' : param('fields').includes('geometry') ? `，图形随 Shapefile、GeoJSON 或 KML 导入${param('hadPoint') === '' ? '' : '（表中的经纬度只是一个点，不是边界）'}` : ''}。`,
  }),
  'name-unknown': ({ param }) => ({ what: `没有叫“${param('name')}”的${NAMED[param('kind')] ?? '名称'}${param('nearest') === '' ? '' : `，相近的有“${param('nearest')}”`}。`, fix: '请指定它是哪一个，或作为新的；也可以改正名称后重新导入。' }),
  'name-similar': ({ param }) => ({
    what: `“${param('name')}”与已有的${NAMED[param('kind')] ?? '名称'}“${param('suggestion')}”相近，但不完全相同。`, fix: '请确认是不是同一个。',
  }),
  'row-twice': ({ param }) => ({ what: `与第 ${param('row')} 行说的是同一个${param('name') === '' ? '' : `（${param('name')}）`}。`, fix: '删去其中一行；两行不同时，保留正确的一行。' }),
  'bad-mapping': ({ param, field }) => ({
    what: `列含义文件有误${field === '' ? '' : `（${field}）`}${detail(MAPPING[param('problem')] ?? param('problem'))}。`, fix: '用本程序重新保存列含义；不要手工修改这个文件。',
  }),
  'shape-repaired': ({ param }) => ({
    what: `图形已修复：${listed(param('kinds'), REPAIRS, '、')}${param('areaChangeM2') === '' ? '' : `；面积变化 ${param('areaChangeM2')} ㎡`}${param('shiftM') === '' ? '' : `，边界最多移动 ${param('shiftM')} m`}。`,
    fix: isHarmless(param('kinds')) ? '已自动处理，形状没有变，看一眼即可。' : '对照修复前后的图形，确认是否采用；不采用时这一行不导入。',
  }),
  'shape-not-repairable': ({ param }) => ({ what: `图形不能修复：${SHAPES[param('reason')] ?? param('reason')}（在 ${param('lon')}, ${param('lat')} 附近）。`, fix: '请在 GIS 软件中重画这个图形后再导入。' }),
  'value-derived': ({ param, field }) => ({ what: `文件没有“${field}”，按“${param('from')}”${param('found')} 推算为 ${param('value')}。`, fix: '有实际数值时，请补一列后重新导入。' }),
  'sources-differ': ({ param, field }) => ({ what: `“${field}”两处不一致：这里是 ${param('found')}，${param('otherSource')}（第 ${param('row')} 行）是 ${param('other')}；采用 ${param('found')}。`, fix: '请核实哪个正确，并改正另一个文件。' }),
  'correction-needed': ({ param }) => ({ what: `累计完成 ${shareText(param('found'))}，少于 ${param('on')} 已报的 ${shareText(param('before'))}。`, fix: '若以前报多了，确认本行为“更正”；否则改正本行。' }),
  'share-above-later': ({ param }) => ({ what: `累计完成 ${shareText(param('found'))}，多于之后 ${param('on')} 所报的 ${shareText(param('after'))}；本行未使用。`, fix: '完成比例是累计值：改正本行，或先更正之后的那一条。' }),
  'report-early': ({ param }) => ({ what: `填报日期 ${param('found')} 早于项目开始（${param('start')}）；本行未使用。`, fix: '请检查日期，特别是年份。' }),
  'removal-in-doubt': ({ param }) => param('isRemoved') === 'yes'
    ? { what: `现有的 ${param('count')} 条没有对应的可用行，将被去掉：${param('found')}。有的行未使用，可能说的就是它们。`, fix: '不确定时选择“保留”；或改正有错误的行后重新导入。' }
    : { what: `现有的 ${param('count')} 条没有对应的可用行，先保留：${param('found')}。有的行未使用，可能说的就是它们。`, fix: '确定已不存在的，选择“去掉”（命令行用 --accept-removals）；或改正有错误的行后重新导入。' },
  'site-withdrawn': ({ param }) => ({ what: `拟建点“${param('name')}”所在的空间（${param('found')}）不再公开，这个拟建点一并撤下。`, fix: '需要新的拟建点时，运行 geodata propose 重新生成；不应撤下时，把空间仍标为公开。' }),
  'dbf-text-cut': ({ param, field }) => ({
    what: `“${field}”的文字有 ${param('bytes')} 字节，Shapefile 的字段最多 ${param('limit')} 字节，后面的没有写入。`, fix: '需要全文时导出 GeoJSON 或 XLSX。',
  }),
}
