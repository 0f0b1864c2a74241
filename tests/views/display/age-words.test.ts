import { expect, it } from 'vitest'
import { wallEn } from '@/i18n/wall-en'
import { wallZh } from '@/i18n/wall-zh'
import { ageWords } from '@/views/display/age-words'

const MINUTE = 60_000

it.each([
  [0, '1 分钟'], [59.9 * MINUTE, '59 分钟'], [60 * MINUTE, '1 小时'], [47.9 * 60 * MINUTE, '47 小时'], [48 * 60 * MINUTE, '2 天'], [71 * 60 * MINUTE, '2 天'],
])('says %i ms as %s', (ms, words) => {
  expect(ageWords(ms, wallZh)).toBe(words)
})

it('counts one in English', () => {
  expect([ageWords(MINUTE, wallEn), ageWords(120 * MINUTE, wallEn)]).toEqual(['1 minute', '2 hours'])
})
