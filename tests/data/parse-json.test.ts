import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { locateJsonError, parseJson } from '@/data/parse-json'

describe('parseJson', () => {
  it('reads JSON with or without a byte order mark', () => {
    expect(parseJson('\uFEFF{"a": [1, "二"]}', 'f').value).toEqual({ a: [1, '二'] })
  })

  it('reads a bare NaN as a number that is not finite, but leaves texts alone', () => {
    expect(parseJson('[NaN, -Infinity, "NaN", "a\\"NaN"]', 'f').value).toEqual([Infinity, Infinity, 'NaN', 'a"NaN'])
  })

  it.each([
    ['a comma too many', '{"a": 1,\n "b": [1, 2,],\n}', 2, 13, '],'],
    ['a missing comma', '{"a": 1\n "b": 2}', 2, 2, '"b": 2}'],
    ['a text cut off', '{"a": "b', 1, 7, '"b'],
    ['a file cut off', '{"a": [1,\n2', 2, 2, ''],
    ['an empty file', '', 1, 1, ''],
    ['single quotes', "{'a': 1}", 1, 2, "'a': 1}"],
    ['a comment', '{ // name\n}', 1, 3, '// name'],
    ['a leading zero', '[01]', 1, 2, '01]'],
    ['a bad escape', '["\\x"]', 1, 2, '"\\x"]'],
    ['text after the end', '{} {}', 1, 4, '{}'],
    ['wrong bracket', '{"a": [1}', 1, 9, '}'],
    ['a missing value', '{"a": }', 1, 7, '}'],
    ['undefined', '{"a": undefined}', 1, 7, 'undefined}'],
  ])('names the place of %s', (_, text, line, column, found) => {
    const { value, findings } = parseJson(text, 'f.json')
    expect(value).toBeNull()
    expect(findings).toEqual([{ code: 'file-not-json', severity: 'error', file: 'f.json', feature: null, field: null, params: { line, column, found } }])
  })

  it('finds the place in nesting deeper than the call stack', () => {
    expect(locateJsonError('['.repeat(200_000))).toEqual({ line: 1, column: 200_001, found: '' })
  })

  it('never finds an error before the end of good JSON', () => {
    const nearJson = fc.tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '"', '}', ']', '0', '\\', ' ', 'x', '\n'))
      .map(([json, at, sign]) => json.slice(0, at % (json.length + 1)) + sign + json.slice((at % (json.length + 1)) + 1))
    fc.assert(fc.property(fc.oneof(fc.json(), nearJson), (text) => {
      const isGood = parseJson(text, 'f').findings.length === 0 && !/NaN|Infinity|nan|inf/.test(text)
      const { line, column } = locateJsonError(text)
      const lines = text.split('\n')
      if (isGood) expect([line, column]).toEqual([lines.length, lines.at(-1)!.length + 1])
    }), { seed: 7, numRuns: 2000 })
  })
})
