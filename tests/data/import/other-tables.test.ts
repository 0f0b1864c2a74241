import { describe, expect, it } from 'vitest'
import { columnsOfFirst, findOtherTable } from '@/data/import/other-tables'
import { gridLayer, sheetOf } from '../../fixtures/grid-layer'

const find = (text: string) => findOtherTable(gridLayer(sheetOf(text)).rows, 1, (row) => row.values.join() === '小区名称,户数,楼栋数')

describe('findOtherTable', () => {
  const TOP = '| 小区名称 | 户数 | 楼栋数 |\n| 红枫里 | 98 | 3 |\n'
  it('finds the title or the header of the next table', () => {
    expect(find(`${TOP}| 表二 楼栋情况 |\n| 小区名称 | 楼号 | 户数 |\n| 红枫里 | 1号楼 | 32 |`)).toBe(2)
    expect(find(`${TOP}| 小区名称 | 楼号 | 户数 |\n| 红枫里 | 1号楼 | 32 |`)).toBe(2)
  })

  it('takes neither its own header, printed again, nor data for one', () => {
    expect(find(`${TOP}| 小区名称 | 户数 | 楼栋数 |\n| 海棠里 | 189 | 5 |`)).toBeNull()
    expect(find(`${TOP}| 海棠里 | 停工 | 备注 |\n| 停工 | 等材料 | 已协调 |`)).toBeNull()
  })
})

describe('columnsOfFirst', () => {
  it.each([
    [['序号', '小区名称', '户数', '序号', '小区名称', '户数'], { count: 3, nextAt: 3 }], [['小区名称', '户数', '', '小区名称', '户数'], { count: 2, nextAt: 3 }],
    [['', '小区名称', '户数', '小区名称', '户数'], { count: 3, nextAt: 3 }],
    [['小区名称', '户数', '备注'], null], [['备注', '户数', '备注'], null], [['小区名称', '小区名称'], null], [[], null],
  ] as const)('%j', (names, columns) => {
    expect(columnsOfFirst(names)).toEqual(columns)
  })
})
