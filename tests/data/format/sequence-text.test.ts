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
    expect(lines.map((line) => line.slice(0, 7))).toEqual(['{"type"', '', ',{"a":2', ',broken'])
  })

  it.each(['{"a":1}', '{"a":1}\n', '{\n"a":1\n}\n{"a":2}', '[1]\n[2]', '1\n2', 'name,area\n1,2', ''])('is no sequence: %j', (text) => {
    expect(sequenceText(text)).toBeNull()
  })
})
