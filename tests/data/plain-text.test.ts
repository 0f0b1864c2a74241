import { describe, expect, it } from 'vitest'
import { isReservedId, markHidden, plainText } from '@/data/plain-text'

describe('plainText', () => {
  it.each([
    ['an override of direction', 'abc\u202egnp.exe\u202c', 'abcgnp.exe', 2],
    ['marks and isolates of direction', '\u200f国\u2067槐\u2069里\u200e', '国槐里', 4],
    ['zero-width signs', '国\u200b槐\u2060里\ufeff', '国槐里', 3],
    ['a joiner after Chinese', '国槐\u200d里\u200c', '国槐里', 2],
    ['controls', '国\u0000槐\u001b里\u009f', '国槐里', 3],
    ['half a character', '国\ud800槐里\udc00', '国槐里', 2],
    ['tags', '国\u{e0041}槐里', '国槐里', 1],
    ['a soft hyphen', '国\u00ad槐里', '国槐里', 1],
  ])('drops %s and counts it', (_, raw, text, hiddenCount) => {
    expect(plainText(raw)).toEqual({ text, hiddenCount })
  })

  it.each(['国槐里 3 号', 'حي السوق ٣', '👩‍👩‍👧‍👦里', '🇨🇳', 'می‌خواهم', 'क्‍ष', '<b>&amp;</b>', '${x}{{x}}', '𠮷', ''])('leaves %s as it is', (text) => {
    expect(plainText(text)).toEqual({ text, hiddenCount: 0 })
  })

  it('puts a name on one line and leaves a remark its lines', () => {
    expect(plainText(' 第一行\n第二行\t三\u2028四 ')).toEqual({ text: '第一行 第二行 三 四', hiddenCount: 0 })
    expect(plainText('第一行\r\n第二行\t三\n', true)).toEqual({ text: '第一行\r\n第二行 三', hiddenCount: 0 })
  })

  it('marks what is hidden in a wrong value', () => {
    expect(markHidden('a\u202eb\nc')).toBe('a\ufffdb c')
  })
})

describe('isReservedId', () => {
  it('knows what every object has', () => {
    expect(['__proto__', 'constructor', 'toString', 'hasOwnProperty'].map(isReservedId)).toEqual([true, true, true, true])
    expect(['C01', 'prototype', 'proto', ''].map(isReservedId)).toEqual([false, false, false, false])
  })
})
