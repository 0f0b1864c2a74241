import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { writeSitesCsv, type SiteWords } from '@/data/write-sites-csv'
import { smallLandAnswer } from '../fixtures/small-land-answer'

const WORDS: SiteWords = {
  kind: { parcel: '地块', room: '存量用房', cleared: '拆违腾退空间' },
  contact: { edge: '边角地', enclosed: '夹心地', interleaved: '插花地', inside: '小区内', apart: '独立' },
  criterion: { newlyReached: '新增', walkTime: '就近', areaFit: '规模', tenure: '权属', shortfall: '缺口', hazard: '安全', sun: '日照' },
  fact: {
    landUseCode: '用地性质', tenure: '权属', storey: '楼层', floorAreaM2: '面积', availableYears: '年限', reach: '可达', hazard: '危险源', sun: '日照', shortfall: '标准',
  },
  finding: ({ ruleId, actual }) => `${ruleId} ${actual}`,
}
const written = writeSitesCsv(smallLandAnswer(), WORDS)
const { data } = Papa.parse<string[]>(written.slice(1), { newline: '\r\n', skipEmptyLines: true })
const cell = (row: number, column: string) => data[row]![data[0]!.findIndex((name) => name.startsWith(column))]

describe('writeSitesCsv', () => {
  it('begins with the mark of UTF-8, ends lines with CRLF and fills every column', () => {
    expect(written.startsWith('\ufeff')).toBe(true)
    expect(written.endsWith('\r\n')).toBe(true)
    expect(data.map((row) => row.length)).toEqual(Array(4).fill(data[0]!.length))
    expect(new Set(data[0]).size).toBe(data[0]!.length)
  })

  it('writes a chosen site, land and gap apart', () => {
    expect(['名次', '选中', '编号', '状态', '类型', '组成', '与小区关系', '用地面积', '缝隙面积', '新增覆盖', '平均步行', '得分', '稳居前三'].map((name) => cell(1, name))).toEqual([
      '1', '是', 'S001+S002', '候选', '地块', 'S001；S002', '边角地', '800', '100', '80.3', '3.5', '61.3', '100',
    ])
    expect(cell(1, '权属得分')).toBe('8.8')
  })

  it('leaves an unscored site without points and says what is missing', () => {
    expect(['名次', '状态', '得分', '权属得分', '平均步行', '缺少的资料', '注意事项'].map((name) => cell(2, name))).toEqual(['', '未评分', '', '', '', '权属', 'land-use 1401；规划用途须核对'])
  })

  it('gives every reason of an exclusion, but no tenure', () => {
    expect(['状态', '编号', '用地面积', '注意事项', '得分'].map((name) => cell(3, name))).toEqual(['不合格', 'S004', '400', 'min-area 400；权属不可用', ''])
    expect(written).not.toMatch(/workUnit|collectiveOther|某单位/)
  })

  it('carries the disclaimer and the mark of synthetic data', () => {
    expect(data[0]!.at(-1)).toBe('说明（辅助分析，不作为规划许可依据）')
    expect(data.slice(1).map((row) => row.at(-1))).toEqual(Array(3).fill('示意数据，非实测'))
  })
})
