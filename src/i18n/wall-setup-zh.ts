/** Text of the wall's set-up, of the window that steers it and of its printed page, in Chinese. */
export const wallSetupZh = {
  remote: {
    title: '大屏遥控', hint: '遥控同一台电脑、同一浏览器里打开的大屏。', open: '打开大屏', language: 'EN', languageLabel: '切换为英文', dark: '深色', light: '浅色',
    unavailable: '这个浏览器没有窗口间通信（BroadcastChannel），不能遥控。请在大屏上用键盘操作：← → 换幕，空格暂停，P 固定。',
    none: '没有找到大屏。请在同一浏览器里打开大屏，这里会自动出现。', silent: (time: string) => `已 ${time}没有回音，大屏可能已关闭或停止响应。`,
    walls: '大屏', all: '全部大屏', wall: (n: string, size: string) => `大屏 ${n}（${size}）`, allHint: '命令发给全部大屏，下面显示的是第一块。',
    now: '正在播放', waiting: '没有画面', previous: '上一幕', next: '下一幕', pause: '暂停', resume: '继续', pin: '固定此幕', unpin: '解除固定',
    mode: { playing: '播放中', paused: '已暂停', pinned: '已固定' }, nextIn: (time: string) => `${time}后换幕`, resumeIn: (time: string) => `${time}后自动继续`, staysPaused: '不会自动继续', staysPinned: '解除固定前一直显示',
    scenes: '全部画面', sceneCount: (n: string) => `${n} 幕`, jump: (name: string) => `转到${name}`, noScenes: '大屏还没有可播放的画面。',
    freshness: { fresh: '数据正常', stale: '刷新失败', old: '数据陈旧' }, checked: (time: string) => `${time}前核对`, checkedNow: '刚刚核对', neverChecked: '尚未核对',
    dataDate: (date: string) => `数据截止 ${date}`, build: (build: string) => `程序 ${build}`, hidden: '大屏窗口在后台或被遮住，画面可能不动。', view: '在进度图中打开', seconds: (n: string) => `${n} 秒`, minutes: (n: string) => `${n} 分钟`, hours: (n: string) => `${n} 小时`,
  },
  setup: {
    title: '大屏设置', close: '关闭', closesIn: (n: string) => `${n} 秒不操作自动关闭`, keys: '← → 换幕，空格暂停，P 固定，S 设置，Esc 恢复播放；长按屏幕也可打开设置。',
    screen: '屏幕与观看距离', diagonal: '屏幕对角线', inch: '英寸', distance: '最远观看距离', metres: '米', textScale: '文字大小', resolution: '分辨率', resolutionValue: (width: string, height: string, ratio: string) => `${width} × ${height}，像素比 ${ratio}`,
    smallest: '最小文字', smallestValue: (mm: string, arcmin: string) => `字高 ${mm} mm，视角 ${arcmin}′`, enter: '填写对角线和距离后，检查最小的文字能否看清。',
    level: { good: '看得清', poor: '偏小，看得费力', illegible: '太小，看不清' },
    fit: (scale: string) => `文字放大到 ${scale} 倍会好一级。`, apply: '采用', noFit: (scale: string) => `文字放到最大 ${scale} 倍仍看不清，请换更大的屏幕或缩短距离。`, readableTo: (metres: string) => `现在最远 ${metres} m 处看得清最小的文字。`,
    source: '按大写字母和数字的视角判断：16′ 起能看清，20′ 起舒适（ISO 9241-303，凭记忆，未核实）。', notSaved: '浏览器没有保存设置，请复制下面的链接留存。',
    still: '画面直接切换，不飞行', language: '语言', links: '链接', link: '这块大屏的链接', linkHint: '链接里的设置优先于本机保存的。', copy: '复制', copied: '已复制', copyFailed: '已选中，请手动复制', view: '在进度图中打开此幕', remote: '打开遥控',
    state: '运行状态',
    rows: { map: '地图像素', wakeLock: '屏幕常亮', offline: '离线缓存', keeping: '最近数据留存', persisted: '存储不被清除', build: '程序版本', dataDate: '数据截止', checked: '最近刷新' },
    mapFull: '全部像素', mapPart: (share: string) => `只画出 ${share} 的像素，画面会发虚。请减小窗口或换显卡。`, mapNone: '没有三维地图',
    wakeLock: { on: '已开启', off: '未获准，请在系统里关闭熄屏', unavailable: '不支持（需 HTTPS），请在系统里关闭熄屏' },
    offline: { on: '已开启', off: '未开启', starting: '正在准备' }, offlineReason: { insecure: '需 HTTPS 或本机地址', unsupported: '浏览器不支持', development: '开发服务器', refused: '浏览器或服务器不允许', incomplete: '有文件没有存下，稍后再试' },
    because: (what: string, why: string) => `${what}（${why}）`, keeping: { starting: '正在准备', on: '已开启', off: '未开启，断电后须联网' },
    persisted: { yes: '是', no: '否，空间不足时可能被清除', unavailable: '无法得知' }, never: '尚未', failing: (time: string) => `自 ${time} 起失败`, update: '有新版本，将在一轮结束时启用',
  },
  print: {
    title: '大屏画面', asOf: (date: string) => `截至 ${date}`, picture: '地图', noPicture: '没有取到地图图片', district: '街区', community: '小区', actual: '进度', planned: '计划', stage: '阶段', households: '户数', buildings: '栋数', started: '已开工', finished: '已完工', accepted: '已验收',
    lamp: '亮灯', count: '小区数', aggregateOnly: '只公布汇总数。', more: (n: string) => `另有 ${n} 个`, site: '拟建点', facility: '设施', land: '用地 ㎡', milestone: '节点', plannedOn: '计划日期', address: (address: string) => `画面地址 ${address}`,
  },
}

/** Shape of this text in any language. */
export type WallSetupText = typeof wallSetupZh
