import { describe, expect, it } from 'vitest'
import { withoutDitto } from '@/data/import/ditto-marks'
import { gridLayer, sheetOf } from '../../fixtures/grid-layer'

describe('withoutDitto', () => {
  it('puts what stands above into cells that say so, and counts them', () => {
    const { rows, filled } = withoutDitto(gridLayer(sheetOf('| 红枫里 | 1号楼 | 6 |\n| 〃 | 2号楼 | 同上 |\n| " | 3号楼 | 5 |')).rows)
    expect(rows.map(({ values }) => values)).toEqual([['红枫里', '1号楼', 6], ['红枫里', '2号楼', 6], ['红枫里', '3号楼', 5]])
    expect(filled).toEqual([{ column: 0, count: 2, firstNumber: 2 }, { column: 2, count: 1, firstNumber: 2 }])
  })

  it('keeps the words of people as they were written', () => {
    const given = gridLayer(sheetOf('| 漏雨 | 1 |\n| 同上 | 〃 |')).rows
    expect(withoutDitto(given, [0]).rows.map(({ values }) => values)).toEqual([['漏雨', 1], ['同上', 1]])
  })

  it('leaves them where nothing stands above', () => {
    const given = gridLayer(sheetOf('| 同上 | 1 |\n| | 2 |\n| 同上 | 3 |')).rows
    expect(withoutDitto(given)).toEqual({ rows: given, filled: [] })
  })
})
