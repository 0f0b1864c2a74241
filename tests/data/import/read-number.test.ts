import { describe, expect, it } from 'vitest'
import { exact, readNumber } from '@/data/import/read-number'

describe('readNumber', () => {
  it.each([
    ['1200', 1200, null], ['1,200', 1200, null], ['１，２００', 1200, null], ['1 234 567.5', 1234567.5, null], ['-3', -3, null], ['.5', 0.5, null], ['1.2e3', 1200, null],
    ['1,200㎡', 1200, 'm2'], ['1200 m²', 1200, 'm2'], ['3.5万㎡', 3.5, '10k-m2'], ['３．５万平方米', 3.5, '10k-m2'], ['12亩', 12, 'mu'], ['0.8 公顷', 0.8, 'hectare'],
    ['65%', 65, 'percent'], ['６５％', 65, 'percent'], ['18米', 18, 'm'], ['126户', 126, 'count'], ['6层', 6, 'count'], ['6F', 6, 'count'], ['1.2万', 12000, null], ['3.', 3, null],
  ])('of %s is %f %s', (text, value, unit) => {
    expect(readNumber(text)).toEqual({ value, unit })
  })

  it.each([
    ['约1200', 'approximate'], ['1200余', 'approximate'], ['100以上', 'approximate'], ['6+1', 'several'], ['5/6', 'several'], ['12-14', 'several'], ['1、2', 'several'], ['12元', 'unit'], ['在施', 'text'], ['', 'text'],
    ['一百', 'text'], ['A3', 'text'], ['1,20', 'several'],
  ])('of %s is none: %s', (text, problem) => {
    expect(readNumber(text)).toBe(problem)
  })
})

describe('exact', () => {
  it('takes away what only binary fractions made', () => {
    expect([exact(1.4517 * 10_000), exact(35.7 / 100), exact(0.1 + 0.2)]).toEqual([14517, 0.357, 0.3])
  })
})
