import { describe, expect, it } from 'vitest'
import { datasetSheet, fieldsOfDataset, isFeatureDataset } from '@/data/export/dataset-sheet'
import type { RecordDataset } from '@/data/export/choice-words'
import { DATASET_WORDS } from '@/data/export/headers'
import { parseDay } from '@/domain/day'
import { shippedSource } from '../../fixtures/shipped-folder'

const { values } = shippedSource()
const DATASETS = Object.keys(DATASET_WORDS) as RecordDataset[]
const row = (dataset: RecordDataset, language: 'zh' | 'en', at = 0) => {
  const { columns, rows } = datasetSheet(values, dataset, language)
  return Object.fromEntries(columns.map(({ header }, i) => [header, rows[at]![i]]))
}

describe('datasetSheet', () => {
  it('tells a community in a bureau\'s words, with a point inside it', () => {
    expect(row('communities', 'zh')).toEqual({
      小区编码: 'C01', 小区名称: '国槐里', 街区编码: 'jingkai', 街区: '经济开发区', 社区: '示例七社区', 是否精品小区: '否', 建成年份: 1995, '楼栋数（栋）': 3,
      '户数（户）': 121, '建筑面积（㎡）': 13329, 物业服务: '无物业', 数据性质: '示意数据', '经度（°）': 119.2159434, '纬度（°）': 36.4324102,
    })
  })

  it('tells it in English', () => {
    expect(row('communities', 'en')).toMatchObject({ 'Community code': 'C01', Showcase: 'no', 'Floor area (m²)': 13329, 'Property service': 'none', Households: 121 })
  })

  it('puts names beside the codes of a report, and a day that is a day', () => {
    expect(row('ledger', 'zh')).toEqual({
      填报日期: parseDay('2024-05-06'), 小区编码: 'C01', 小区名称: '国槐里', 楼栋编码: null, 楼栋号: null, 填报类型: '进度', 内容或节点编码: 'J01',
      内容或节点: '拆违拆临', 完成比例: 0, 发生日期: null, 备注: null,
    })
    expect(datasetSheet(values, 'ledger', 'zh').columns.filter(({ kind }) => kind !== 'text').map(({ header, kind }) => [header, kind])).toEqual([
      ['填报日期', 'day'], ['完成比例', 'share'], ['发生日期', 'day'],
    ])
  })

  it.each(DATASETS)('has every field and every record of %s under a header of its own', (dataset) => {
    for (const language of ['zh', 'en'] as const) {
      const { columns, rows } = datasetSheet(values, dataset, language)
      expect(new Set(columns.map(({ header }) => header)).size).toBe(columns.length)
      expect(columns.length).toBeGreaterThanOrEqual(fieldsOfDataset(dataset).length + (isFeatureDataset(dataset) ? 2 : 0))
      expect(rows.length).toBe(values[dataset]!.length)
      expect(rows.every((cells) => cells.length === columns.length)).toBe(true)
    }
  })

  it('has a header alone where there is nothing', () => expect(datasetSheet({}, 'gates', 'zh').rows).toEqual([]))
})

describe('fieldsOfDataset', () => {
  it('knows features and rows', () => {
    expect(fieldsOfDataset('gates').map(([name]) => name)).toEqual(['id', 'communityId', 'provenance'])
    expect([isFeatureDataset('gates'), isFeatureDataset('ledger')]).toEqual([true, false])
    expect(fieldsOfDataset('baseline').map(([name]) => name)).toContain('plannedStart')
  })
})
