import { describe, expect, it } from 'vitest'
import { dataEn } from '@/i18n/data-en'
import { dataZh } from '@/i18n/data-zh'
import { choiceName, crsName, crsShort, isSameChoice } from '@/views/data/crs-words'

describe('names of coordinate systems', () => {
  // Codes and zones: EPSG registry.
  it.each([
    ['EPSG:4326', 'WGS84'], ['GCJ-02', 'GCJ-02'], ['EPSG:4490', 'CGCS2000'],
    ['EPSG:4549', 'CGCS2000 120°E · EPSG:4549'], ['EPSG:4534', 'CGCS2000 75°E · EPSG:4534'], ['EPSG:4554', 'CGCS2000 135°E · EPSG:4554'],
    ['EPSG:4528', 'CGCS2000 第 40 带 · EPSG:4528'], ['EPSG:4513', 'CGCS2000 第 25 带 · EPSG:4513'],
    ['EPSG:4498', 'CGCS2000 第 20 带 · EPSG:4498'], ['EPSG:4509', 'CGCS2000 117°E · EPSG:4509'], ['EPSG:32650', 'UTM 50N · EPSG:32650'],
  ] as const)('%s is %s', (crs, name) => expect(crsName(crs, dataZh.crs)).toBe(name))

  it('are told in the language of the page', () => expect(crsName('EPSG:4528', dataEn.crs)).toBe('CGCS2000 zone 40 · EPSG:4528'))

  it('say when the axes are swapped', () => expect(choiceName({ crs: 'EPSG:4549', isSwapped: true }, dataZh.crs)).toBe('CGCS2000 120°E · EPSG:4549 · 坐标轴对调'))

  it('are short on the map', () => {
    expect(['EPSG:4549', 'GCJ-02', 'EPSG:32650'].map((crs) => crsShort({ crs: crs as 'GCJ-02', isSwapped: false }))).toEqual(['CGCS2000 / EPSG:4549', 'GCJ-02', 'EPSG:32650'])
  })

  it('are the same only with the same axes', () => {
    expect([isSameChoice({ crs: 'BD-09', isSwapped: false }, { crs: 'BD-09', isSwapped: false }), isSameChoice({ crs: 'BD-09', isSwapped: false }, { crs: 'BD-09', isSwapped: true }), isSameChoice(null, null)]).toEqual([true, false, true])
  })
})
