import { describe, expect, it } from 'vitest'
import { foldText } from '@/data/import/fold-text'

describe('foldText', () => {
  it.each([['ABC', 'abc'], ['建筑面积（㎡）', '建筑面积(m2)'], ['６５％', '65%'], [' 小 区　名称 ', '小区名称'], ['a\u200bb', 'ab'], ['A B', 'ab'], ['', '']])('of %s is %s', (text, expected) => {
    expect(foldText(text)).toBe(expected)
  })
})
