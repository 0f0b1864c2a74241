import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guardFormula, unguardFormula } from '@/data/formula-guard'

describe('guardFormula', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r1', '\n1', '\0=1', '＝1', '－1', '  =1', '\ufeff=1', '\u200b@x', "'=1", "''-1"])(
    'puts a quote before %j', (text) => expect(guardFormula(text)).toBe(`'${text}`),
  )

  it.each(['', '3号楼', '5-1', "O'Neill", "'quoted'", '1=1', '（=）', ' x'])('leaves %j alone', (text) => expect(guardFormula(text)).toBe(text))

  it('can be undone, whatever the text', () => {
    const hostile = fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\0', ' ', '＝', '\ufeff', 'a', '小') })
    fc.assert(fc.property(hostile, (text) => unguardFormula(guardFormula(text)) === text), { seed: 5, numRuns: 2000 })
  })
})

describe('unguardFormula', () => {
  it('takes off a quote only where it stands before a formula', () => {
    expect(unguardFormula("'=1")).toBe('=1')
    expect(unguardFormula("'quoted'")).toBe("'quoted'")
    expect(unguardFormula('=1')).toBe('=1')
  })
})
