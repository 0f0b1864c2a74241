import { describe, expect, it } from 'vitest'
import { sequenceText } from '@/data/format/sequence-text'

const features = (text: string) => (JSON.parse(sequenceText(text)!) as { features: unknown[] }).features

describe('sequenceText', () => {
  it('reads one object per line, with blank lines and Windows line ends', () => {
    expect(features('{"a":1}\n{"a":2}\n')).toEqual([{ a: 1 }, { a: 2 }])
    expect(features('\r\n{"a":1}\r\n\r\n{"a":2}\r\n{"a":3}')).toEqual([{ a: 1 }, { a: 2 }, { a: 3 }])
  })

  it('reads record separators, also with an object over several lines', () => {
    expect(features('\u001e{"a":\n1}\n\u001e{"a":2}\n')).toEqual([{ a: 1 }, { a: 2 }])
    expect(features('\u001e{"a":1}')).toEqual([{ a: 1 }])
  })

  it('leaves everything on its line', () => {
    const lines = sequenceText('{"a":1}\n\n{"a":2}\nbroken')!.split('\n')
    expect(lines.map((line) => line.slice(0, 8))).toEqual(['{"type":', '', '{"a":2},', 'broken]}'])
  })

  it('takes nothing apart of a large text that is none', () => {
    const deep = '['.repeat(20_000_000)
    const start = performance.now()
    expect([sequenceText(`{"a":${deep}}\n`), sequenceText(`{"a":${deep}\n{`), sequenceText(`{"a":${deep}}\n{}`)?.length]).toEqual([null, null, 20_000_006 + 4 + 42])
    expect(performance.now() - start).toBeLessThan(2000)
  })

  it.each(['\n', '\u001e', '\n\n\n', '\u001e\n\u001e'])('keeps no more objects than are needed to refuse it, whatever lies between (%j)', (gap) => {
    const start = gap.startsWith('\u001e') ? '\u001e' : ''
    expect(features(start + new Array<string>(200_000).fill('{}').join(gap))).toHaveLength(100_001)
    expect(features(`${start}{}${gap}{}${gap.repeat(500_000)}{}\n`)).toHaveLength(3)
  })

  it.each(['{"a":1}', '{"a":1}\n', '{\n"a":1\n}\n{"a":2}', '[1]\n[2]', '{"a":[{"b":1}\n{"b":2}]}', '1\n2', 'name,area\n1,2', ''])('is no sequence: %j', (text) => {
    expect(sequenceText(text)).toBeNull()
  })
})
