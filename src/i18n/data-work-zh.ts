/** Text of the clerks' view, in Chinese: what was done, editing in place, and handing files on. */
export const dataWorkZh = {
  keeping: {
    kept: '已保存在这个浏览器', saving: '正在保存', full: '浏览器存储已满，最近的改动没有保存。请先导出全部数据，再清理空间。', refused: '浏览器不允许保存，最近的改动没有保存。关闭页面就会丢失，请先导出全部数据。',
    blocked: '另一个窗口正占用存储，最近的改动没有保存。请关闭其他窗口后重试。', elsewhere: '另一个窗口改过数据，这里显示的不是最新，改动没有保存。请读取最新后再改。', unsaved: (n: string) => `${n} 步没有保存`, retry: '重试', reload: '读取最新', exportNow: '导出全部数据', server: '服务器上的数据比这里的底本新', takeServer: '改用服务器数据', keepMine: '继续用这里的', understood: '知道了', notice: { wasFull: '磁盘曾经写满，现在已补存。但浏览器重启后可能清掉保存的改动，请现在导出数据目录留底。', wiped: '浏览器清除了以前保存的改动，现在显示的是服务器数据。', merged: '另一个窗口也改过数据，这里的改动已接在后面。', dropped: '另一个窗口先改了同一处，这里的改动没有采用。' }, none: '没有改动，用的是服务器数据', failed: '这一步没有做成，数据未改动',
  },
  history: {
    title: '历史', open: '历史', count: (n: string) => `${n} 步`, undo: '撤销', redo: '重做', restore: '恢复到此', current: '当前', branch: '分支', isUndone: '已撤销', nobody: '未署名', who: '署名', whoExample: '填写姓名', whoHint: '写在每一步上，只存在这个浏览器', empty: '还没有改动。导入和修改的每一步都会记在这里，可以撤销和恢复。', server: '服务器数据', backToServer: '回到服务器数据', confirmServer: '回到服务器数据？历史仍然保留，可以再恢复。', yes: '回到服务器数据', no: '不了', branchHint: '撤销之后又另行修改，原来的步骤保留在这里', more: (n: string) => `再显示 ${n} 步`,
    step: {
      base: '打开服务器数据', import: (rows: string, files: string) => `导入 ${files}，采用 ${rows} 条`, importPlain: '导入文件', progress: (place: string, item: string, from: string, to: string) => `${place} ${item} ${from} → ${to}`, milestone: (place: string, name: string, date: string) => `${place} ${name} ${date}`, remark: (place: string) => `${place} 填写备注`, photo: (place: string) => `${place} 添加照片`,
      geometry: (place: string) => `${place} 修改边界`, restore: (step: string) => `恢复到第 ${step} 步`, server: '改用服务器数据', progressPlain: '修改进度', milestonePlain: '修改节点日期',
    },
  },
  edit: {
    title: '修改', of: (name: string) => `修改 ${name}`, choose: '要修改的小区', pick: '选择一个小区，或在地图上点选', close: '结束修改', date: '填报日期', note: '说明', noteHint: '例如原因、依据', save: '保存', saved: '已保存', progress: '进度', milestones: '节点', geometry: '边界', photo: '照片', remark: '备注',
    item: '内容', done: '完成', building: '楼栋', reached: '到达日期', lower: (from: string) => `比已填报的 ${from} 小，将记为更正`, shape: '修改边界', shapeEnd: '结束修改边界', shapeHint: '点选图形，拖动各角，Delete 删除角点，Esc 结束', shapeMany: '由几块组成的图形不能在这里修改', addPhoto: '添加照片', photoHint: '会缩小并去掉位置信息',
    photoHeif: '这是 HEIC 照片，浏览器读不出来。请在手机上把照片导出为 JPG，或在相机设置的“格式”中选“兼容性最佳”后再拍。', photoTooLarge: '照片超过 40 MB，没有读取。请先缩小。',
    photoFailed: '这个文件不是可用的照片（JPG、PNG、WebP）', remarkHint: '记入台账，注明日期', noItems: '这个小区没有改造内容', whole: '小区范围', keepShape: '保存边界', dropShape: '放弃', badDate: '日期不能晚于今天', side: { before: '改造前', after: '改造后' }, credit: '拍摄者', removePhoto: '去掉这张照片',
    answer: { unsaved: '已改，但没有保存，原因见上方提示', moot: '没有需要改的，或另一个窗口已先改过', renewed: '服务器上的数据刚更新过，没有采用。现在显示的是新数据，请看过再改。', failed: '没有做成，数据未改动，请重试' }, problem: { 'too-few-corners': '至少要三个角', 'self-crossing': '边界不能自相交', unavailable: '绘图工具没有读到，请重试' } as Record<string, string>,
  },
  out: {
    title: '导出', open: '导出', folder: '全部数据（zip）', folderHint: '交给网站管理员：解压到网站的 geodata 目录，刷新网页即可看到', folderDownload: '下载全部数据', oneDownload: '下载这一项', dataset: '数据', format: '格式', crs: '坐标系', download: '下载', writing: '正在写文件', failed: '没有写成文件，请重试', close: '关闭', one: '其中一项', table: '表格没有坐标系', wgs: 'WGS84 经纬度', synthetic: '示意数据会在文件中注明', prefix: (name: string) => `导出 ${name}`,
    formats: { geojson: 'GeoJSON', csv: 'CSV', xlsx: 'XLSX', shapefile: 'Shapefile' },
  },
}

export type DataWorkText = typeof dataWorkZh
