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

  it('takes lines of words and values, and titles beside a day, for no header', () => {
    const header = '| 序号 | 小区名称 | 户数 | 楼栋数 | 备注 |\n| 1 | 红枫里 | 126 | 3 | 无 |'
    expect(find(`| 填报单位：市住建局 | | | 截至：2024年8月26日 | |\n${header}`)).toMatchObject({ first: 1, last: 1 })
    expect(find(`| 安丘市2024年老旧小区改造台账 | | 8月第四周 | | |\n${header}`)).toMatchObject({ first: 1, last: 1 })
    expect(find(`| 附件 | | 8月 | | |\n| | | | | |\n${header}`)).toMatchObject({ first: 1, last: 1 })
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
