import { describe, expect, it } from 'vitest'
import { findHeader, unitOf } from '@/data/import/find-header'
import { gridLayer, sheetOf } from '../../fixtures/grid-layer'

const find = (text: string, merges: readonly string[] = []) => {
  const { rows, merges: ranges } = gridLayer(sheetOf(text), { merges })
  return findHeader(rows, ranges, Math.max(...rows.map(({ values }) => values.length)))
}

describe('findHeader', () => {
  it('prefers a later row with clearly more known words', () => {
    expect(find('| 项目名称 | 安丘 | 街区 | 兴安 |\n| 小区名称 | 户数 | 楼栋数 | 建筑面积 | 社区 |\n| 红枫里 | 126 | 3 | 14517 | 一社区 |')).toMatchObject({ first: 1, last: 1 })
  })

  it('does not take a first row of texts for a second header row', () => {
    expect(find('| 小区名称 | 街区 | 社区 | 备注 |\n| 红枫里 | 兴安街道 | 一社区 | 无 |\n| 海棠里 | 兴安街道 | 一社区 | 无 |')).toMatchObject({ first: 0, last: 0, names: ['小区名称', '街区', '社区', '备注'] })
  })

  it('finds the columns of groups side by side', () => {
    expect(find('| 基本情况 | | 进度 | |\n| 小区名称 | 户数 | 供水 | 道路 |\n| 红枫里 | 126 | 0.3 | 0.2 |', ['A1:B1', 'C1:D1'])).toMatchObject({
      last: 1, names: ['基本情况/小区名称', '基本情况/户数', '进度/供水', '进度/道路'],
    })
  })

  it('does not take a row 1, 2, 3 of data for numbers of columns', () => {
    expect(find('| a | b | c |\n| 1 | 2 | 3 |')).toMatchObject({ below: [] })
  })

  it('finds none among numbers', () => {
    expect(find('| 1 | 2 |')).toBeNull()
  })
})

describe('unitOf', () => {
  it.each([['㎡', '㎡'], ['（万㎡）', '（万㎡）'], ['户', '户'], ['红枫里', null], [5, null], [null, null]])('of %s is %s', (value, unit) => {
    expect(unitOf(value)).toBe(unit)
  })
})
