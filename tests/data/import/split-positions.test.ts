import { describe, expect, it } from 'vitest'
import { splitPositions } from '@/data/import/split-positions'
import { recogniseTable } from '@/data/import/recognise-table'
import { gridLayer } from '../../fixtures/grid-layer'

function split(column: string, ...cells: (string | null)[]) {
  const { columns, rows } = splitPositions(recogniseTable(gridLayer([['名称', column, '类型'], ...cells.map((cell) => ['甲', cell, '养老'])]), 'a.csv'))
  return [columns, ...rows.map(({ values }) => values)]
}

describe('splitPositions', () => {
  it.each([
    ['坐标', '119.1985,36.4312'], ['经纬度', '119.1985，36.4312'], ['坐标', '(119.1985, 36.4312)'], ['geom', 'POINT(119.1985 36.4312)'], ['WKT', 'SRID=4326;POINT (119.1985 36.4312)'],
  ])('%s: %s', (column, cell) => {
    expect(split(column, cell, null)).toEqual([['名称', `${column}/经度`, `${column}/纬度`, '类型'], ['甲', 119.1985, 36.4312, '养老'], ['甲', null, null, '养老']])
  })

  it('names latitudes that come first, and leaves the order of metres', () => {
    expect(split('坐标', '36.4312,119.1985')).toEqual([['名称', '坐标/纬度', '坐标/经度', '类型'], ['甲', 36.4312, 119.1985, '养老']])
    expect(split('坐标', '4033554.2,428262.4')).toEqual([['名称', '坐标/X', '坐标/Y', '类型'], ['甲', 4033554.2, 428262.4, '养老']])
  })

  it('leaves what is something else, or changes its order', () => {
    for (const cells of [['119.2,36.4', '36.4,119.2'], ['119.2,36.4', '商场路北'], ['POLYGON((119 36,120 36,119 37,119 36))'], ['1,2,3'], [null]]) expect(split('坐标', ...cells)[0], String(cells)).toEqual(['名称', '坐标', '类型'])
    expect(split('备用', '119.2,36.4')[0]).toEqual(['名称', '备用', '类型'])
  })
})
