import { describe, expect, it } from 'vitest'
import { IMPORT_FINDING_CODES, type Finding } from '@/domain/finding'
import { findingText } from '@/i18n/finding-messages'

const textOf = (code: Finding['code'], params: Finding['params'], lang: 'zh' | 'en', field: string | null = null) =>
  findingText({ code, severity: 'error', file: 'a.zip', feature: 'row 3', field, params }, lang)

/** Whatever a sentence may ask for, each with a value of its own. */
const EVERYTHING = {
  found: 'F1', limit: '100', kind: 'rar', entry: 'b.shp', problem: 'length', value: '65', max: '64', part: 'dbf', record: '7', expected: '5',
  places: '2', reason: 'winding', message: 'M1', line: '4', row: '9', encoding: 'gb18030', count: '3',
}

describe('findingText of files brought in', () => {
  it.each(['zh', 'en'] as const)('says in whole sentences what is wrong and what to do (%s)', (lang) => {
    for (const code of IMPORT_FINDING_CODES) {
      for (const params of [EVERYTHING, {}]) {
        const { what, fix } = textOf(code, params, lang, 'X1')
        const both = `${code}: ${what} ${fix}`
        expect(what, both).toMatch(lang === 'zh' ? /。$/ : /[.]$/)
        expect(fix, both).toMatch(lang === 'zh' ? /。$/ : /[.]$/)
        expect(both).not.toMatch(/undefined|\[object/)
        if (lang === 'en') expect(both).not.toMatch(/[\u4e00-\u9fff]/)
        else expect(fix, both).toMatch(/[\u4e00-\u9fff]/)
      }
    }
  })

  it('names what cannot be read and the way out', () => {
    expect(textOf('format-unknown', { kind: 'dwg' }, 'zh')).toEqual({
      what: '这是CAD 图纸（DWG），不能导入。', fix: '请测绘单位导出 Shapefile、GeoJSON 或 KML 后再导入。',
    })
    expect(textOf('format-unknown', { kind: 'rar' }, 'en').what).toBe('This is a RAR archive; it cannot be brought in.')
    expect(textOf('archive-limit', { limit: 'entries', value: 65, max: 64 }, 'zh').what).toBe('压缩包的文件个数是 65，超过上限 64，没有解压。')
    expect(textOf('archive-entry-left', { found: '1.png, 2.png, 3.png', count: 63, more: 60 }, 'zh').what).toBe('压缩包里的 1.png, 2.png, 3.png 等 63 个文件不是数据，没有读取。')
    expect(textOf('archive-entry-left', { found: '1.png', count: 1, more: 0 }, 'zh').what).toBe('压缩包里的 1.png 不是数据，没有读取。')
    expect(textOf('archive-entry-left', { found: '1.png', count: 1, more: 0 }, 'en').what).toBe('Files in the archive that are no data and were not read: 1.png.')
    expect(textOf('shapefile-broken', { problem: 'length', expected: 308, found: 200 }, 'en').what)
      .toBe('The shapefile is damaged: the length of the file is not what its header says: 308 expected, 200 found.')
    expect(textOf('shapefile-broken', { problem: 'multipatch' }, 'en').what).toBe('The shapefile cannot be used: a shape is a solid (MultiPatch).')
  })
})

describe('a share in a sentence', () => {
  it('is a percentage, as in the table it came from', () => {
    const finding = { code: 'correction-needed', severity: 'warning', file: '周报.xlsx', feature: 'row 9', field: 'doneShare', params: { found: 0.85, before: 1, on: '2024-09-09' } } as const
    expect(findingText(finding, 'zh').what).toBe('累计完成 85%，少于 2024-09-09 已报的 100%。')
    expect(findingText({ ...finding, params: { ...finding.params, found: 0.6549 } }, 'en').what).toBe('65.5% done in all is less than the 100% reported on 2024-09-09.')
  })
})
