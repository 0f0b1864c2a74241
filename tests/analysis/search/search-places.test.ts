import { describe, expect, it } from 'vitest'
import { searchPlaces, type SearchEntry } from '@/analysis/search/search-places'

const entry = (id: string, kind: SearchEntry['kind'], name: string, ...keys: string[]): SearchEntry =>
  ({ id, kind, name, detail: '', keys: [name.toLowerCase(), ...keys] })

const entries = [
  entry('C01-B1', 'building', '国槐里1号楼', 'guohuaili1haolou', 'ghl1hl'),
  entry('RD001', 'road', '国槐路', 'guohuailu', 'ghl'),
  entry('C01', 'community', '国槐里', 'guohuaili', 'ghl'),
  entry('C02', 'community', '海棠里', 'haitangli', 'htl'),
  entry('L01', 'landmark', '国槐公园', 'guohuaigongyuan', 'ghgy'),
  entry('L02', 'landmark', '槐里桥', 'huailiqiao', 'hlq'),
  entry('D1', 'district', '经济开发区', 'jingjikaifaqu', 'jjkfq'),
]
const idsOf = (query: string, limit = 20) => searchPlaces(entries, query, limit).map(({ id }) => id)

describe('searchPlaces', () => {
  it('finds by name, part of it, pinyin and initials', () => {
    expect(idsOf('海棠里')).toEqual(['C02'])
    expect(idsOf('棠')).toEqual(['C02'])
    expect(idsOf('haitang')).toEqual(['C02'])
    expect(idsOf('htl')).toEqual(['C02'])
    expect(idsOf('kaifaqu')).toEqual(['D1'])
  })

  it('puts the whole name first, then beginnings, then parts', () => {
    expect(idsOf('国槐里')).toEqual(['C01', 'C01-B1'])
    expect(idsOf('ghl')).toEqual(['C01', 'RD001', 'C01-B1']) // whole initials, then a beginning
    expect(idsOf('公园')).toEqual(['L01'])
    expect(idsOf('槐里')).toEqual(['L02', 'C01', 'C01-B1']) // a place that begins so, before a community that ends so
  })

  it('puts communities before places, roads and buildings when equally good', () => {
    expect(idsOf('国槐')).toEqual(['C01', 'L01', 'RD001', 'C01-B1'])
  })

  it('does not mind case and spaces', () => {
    expect(idsOf('  GuoHuai Li ')).toEqual(['C01', 'C01-B1'])
  })

  it('finds nothing for nothing', () => {
    expect(idsOf('')).toEqual([])
    expect(idsOf('   ')).toEqual([])
    expect(idsOf('不存在')).toEqual([])
    expect(searchPlaces([], '国槐', 5)).toEqual([])
    expect(searchPlaces([{ ...entries[0]!, keys: [] }], '国槐', 5)).toEqual([])
  })

  it('takes signs literally', () => {
    expect(idsOf('.*')).toEqual([])
    expect(idsOf('(')).toEqual([])
  })

  it('stops at the limit and leaves its input as it is', () => {
    expect(searchPlaces(Object.freeze(entries), '国槐', 2).map(({ id }) => id)).toEqual(['C01', 'L01'])
    expect(entries[0]!.id).toBe('C01-B1')
  })

  it('gives the same order whatever the order of its input', () => {
    const reversed = searchPlaces([...entries].reverse(), '国槐', 20).map(({ id }) => id)
    expect(reversed).toEqual(idsOf('国槐'))
  })
})
