import { describe, expect, it } from 'vitest'
import { readShareWords } from '@/data/import/share-words'

describe('readShareWords', () => {
  it.each([
    ['六成五', 0.65], ['九成', 0.9], ['十成', 1], ['9成5', 0.95], ['6成', 0.6], ['百分之九十', 0.9], ['百分之六十五', 0.65], ['百分之十二', 0.12], ['百分之五', 0.05],
    ['百分之百', 1], ['百分之87.5', 0.875], ['七成以上', null], ['近九成', null], ['十成五', null], ['百分之120', null], ['百分之', null], ['百分之五六', null], ['完成', null], ['65', null],
  ])('%s: %s', (text, share) => {
    expect(readShareWords(text)).toBe(share)
  })
})
