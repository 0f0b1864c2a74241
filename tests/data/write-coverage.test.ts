import type { FeatureCollection, Point } from 'geojson'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { writeCoverage, writeCoverageCsv } from '@/data/write-coverage'
import { smallLandAnswer } from '../fixtures/small-land-answer'

const read = () => JSON.parse(writeCoverage(smallLandAnswer())) as FeatureCollection<Point> & Record<string, unknown>
const of = (id: string) => read().features.find((feature) => feature.id === id)!.properties!

describe('writeCoverage', () => {
  it('writes one point per residential building', () => {
    expect(read().features.map(({ id, geometry }) => [id, geometry])).toEqual([
      ['C01-B1', { type: 'Point', coordinates: [119.19, 36.43] }], ['R0001', { type: 'Point', coordinates: [119.191, 36.43] }],
      ['R0002', { type: 'Point', coordinates: [119.192, 36.43] }], ['R0003', { type: 'Point', coordinates: [119.1234567, 36.43] }],
    ])
  })

  it('says who is served before and after, and by which site', () => {
    expect(of('C01-B1')).toEqual({
      id: 'C01-B1', communityId: 'C01', people: 80.25, households: 48, distanceBeforeM: 900, distanceAfterM: 500, servedBefore: false, servedAfter: true,
      nearestSiteId: 'S001+S002', isUnroutable: false, accessibility: 0,
    })
    expect(of('R0001')).toMatchObject({ servedBefore: true, servedAfter: true, nearestSiteId: null, communityId: null, accessibility: 0.25 })
  })

  it('keeps what was decided at exactly the radius', () => {
    expect(of('R0002')).toMatchObject({ distanceBeforeM: 500, servedBefore: true, people: 0.3, accessibility: null })
  })

  it('writes what cannot be reached as null, not as a number', () => {
    expect(of('R0003')).toMatchObject({ distanceBeforeM: null, distanceAfterM: null, servedBefore: false, servedAfter: false, isUnroutable: true })
  })

  it('is internal and marked', () => {
    expect(read()).toMatchObject({ audience: 'internal', disclaimer: '辅助分析，不作为规划许可依据', mark: '示意数据，非实测', siteIds: ['S001+S002'] })
  })
})

describe('writeCoverageCsv', () => {
  const { data } = Papa.parse<string[]>(writeCoverageCsv(smallLandAnswer()).slice(1), { newline: '\r\n', skipEmptyLines: true })

  it('has a header with units and a row per building', () => {
    expect(data[0]).toEqual([
      '编号', '小区编号', '服务人群人数（人）', '户数（户）', '选址前最近距离（m）', '选址后最近距离（m）', '选址前已覆盖', '选址后已覆盖', '最近的选中地块', '接不上道路',
      '可达性（床位或名额/人）', '经度（°）', '纬度（°）', '说明（辅助分析，不作为规划许可依据）',
    ])
    expect(data).toHaveLength(5)
    expect(data[1]).toEqual(['C01-B1', 'C01', '80.25', '48', '900', '500', '否', '是', 'S001+S002', '否', '0', '119.19', '36.43', '内部资料；示意数据，非实测'])
  })

  it('leaves what is not known empty', () => {
    expect(data[4]).toEqual(['R0003', '', '69.75', '40', '', '', '否', '否', '', '是', '0', '119.1234567', '36.43', '内部资料；示意数据，非实测'])
  })
})
