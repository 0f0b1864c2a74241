import { describe, expect, it } from 'vitest'
import { kindOfBuiltIn, kindOfFormat } from '@/data/format/number-kind'

describe('kindOfFormat', () => {
  it.each([
    ['General', 'number'], ['G/通用格式', 'number'], ['0.00', 'number'], ['#,##0.00_);[Red](#,##0.00)', 'number'], ['@', 'number'], ['0.00E+00', 'number'], ['[>=100]0;0.0', 'number'],
    ['0.00"元/日"', 'number'], ['[$¥-804]#,##0', 'number'], ['0!.0,"万"', 'number'], ['0"%"', 'number'], ['', 'number'], ['"y"', 'number'],
    ['yyyy"年"m"月"d"日"', 'date'], ['yyyy年m月d日', 'date'], ['[$-804]yyyy"年"m"月";@', 'date'], ['[DBNum1][$-804]yyyy"年"m"月"d"日"', 'date'], ['m/d/yy h:mm', 'date'], ['mmm-yy', 'date'],
    ['e.m.d', 'date'], ['[$-804]aaaa', 'date'], ['yyyy\\-mm\\-dd', 'date'], ['m"月"', 'date'],
    ['h:mm AM/PM', 'time'], ['上午/下午h"时"mm"分"', 'time'], ['mm:ss.0', 'time'], ['hh:mm:ss.000', 'time'], ['[h]:mm:ss', 'duration'], ['[mm]:ss', 'duration'],
    ['0%', 'percent'], ['0.00%;-0.00%', 'percent'], ['0.0\\%', 'number'],
  ])('%s is a %s', (code, kind) => expect(kindOfFormat(code)).toBe(kind))

  it('takes no longer for a hostile code', () => {
    const start = performance.now()
    kindOfFormat('['.repeat(1_000_000))
    kindOfFormat('s.'.repeat(1_000_000))
    expect(performance.now() - start).toBeLessThan(5000)
  })
})

describe('kindOfBuiltIn', () => {
  it.each([[0, 'number'], [4, 'number'], [10, 'percent'], [14, 'date'], [20, 'time'], [22, 'date'], [31, 'date'], [32, 'time'], [46, 'duration'], [49, 'number'], [57, 'date'], [58, 'date'], [164, 'number'], [NaN, 'number']])(
    '%s is a %s', (id, kind) => expect(kindOfBuiltIn(id)).toBe(kind))
})
