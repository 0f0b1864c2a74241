import { describe, expect, it } from 'vitest'
import { COLUMN_WORDS, isColumnWord, nameOfTarget } from '@/data/import/column-words'
import { mappedFields } from '@/data/import/mapping-fields'
import { IMPORT_TARGETS } from '@/domain/import'

describe('COLUMN_WORDS', () => {
  it.each(IMPORT_TARGETS)('names only fields of %s, and every field at least once', (target) => {
    const known = [...mappedFields(target).keys()]
    const named = [...COLUMN_WORDS[target].keys()]
    const isPlace = (field: string) => field === 'longitude' || field === 'latitude'
    expect(named.filter((field) => !known.includes(field) && !isPlace(field))).toEqual([])
    expect(known.filter((field) => !named.includes(field))).toEqual([])
  })
})

describe('isColumnWord', () => {
  it.each(['小区名称', '建筑面积（万㎡）', '序号', 'communityId', '开工时间', '改造内容/户数', '所属小区', '经度', '小区名称（全称）'])('knows %s', (text) => {
    expect(isColumnWord(text)).toBe(true)
  })

  it.each(['红枫里', '安丘市2024年老旧小区改造台账', '65%', '', 'constructor'])('does not know %s', (text) => {
    expect(isColumnWord(text)).toBe(false)
  })
})

describe('nameOfTarget', () => {
  it('is what our exports call it', () => {
    expect(nameOfTarget('ledger')).toEqual(['台账', 'ledger'])
  })
})
