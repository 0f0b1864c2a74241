import { describe, expect, it } from 'vitest'
import { scanJson } from '@/data/format/scan-json'

const names = (text: string) => scanJson(text).duplicates.map(({ feature, name, line, places }) => [feature, name, line, places])

describe('scanJson', () => {
  it('finds a member that stands twice, and its line', () => {
    expect(names('{"type":"Feature",\n"a":1,\n"type":"x"}')).toEqual([[null, 'type', 3, 1]])
    expect(names('{"a":{"b":1},"b":[{"a":1},{"a":2}]}')).toEqual([])
  })

  it('names the feature that holds it', () => {
    const text = '{"features":[{"p":{"x":1}},{"p":{"x":1,"y":2,"x":3,"y":4}},[{"z":[{"q":1,"q":2}]}]],"bbox":[1]}'
    expect(names(text)).toEqual([[2, 'x', 1, 2], [3, 'q', 1, 1]])
    expect(names('{"other":[{"x":1,"x":1}]}')).toEqual([[null, 'x', 1, 1]])
  })

  it('reads escapes in names, and no colons, commas or brackets in texts', () => {
    expect(names('{"ab":1,"a\\u0062":2}')).toEqual([[null, 'ab', 1, 1]])
    expect(names('{"a":":{[,\\"a","b":"a\\\\"}')).toEqual([])
    expect(names('{"__proto__":1,"__proto__":2}')).toEqual([[null, '__proto__', 1, 1]])
  })

  it('compares many names', () => {
    const many = Array.from({ length: 40 }, (_, i) => `"n${i}":0`)
    expect(names(`{${many.join()}}`)).toEqual([])
    expect(names(`{${many.join()},"n3":1,"n39":1}`)).toEqual([[null, 'n3', 1, 2]])
  })

  it('takes 64 brackets inside each other and refuses 65', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
    expect([63, 64, 65, 100_000].map((depth) => scanJson(nested(depth)).isTooDeep)).toEqual([false, false, true, true])
    expect(scanJson('[],'.repeat(100)).isTooDeep).toBe(false)
  })

  it('ends at an object with more than 5000 members', () => {
    const wide = (count: number) => `{"a":{${Array.from({ length: count }, (_, i) => `"n${i}":[[`).join()}`
    expect(scanJson(wide(5000).replaceAll('[[', '0'))).toMatchObject({ isTooWide: false })
    expect(scanJson(wide(5002).replaceAll('[[', '0'))).toMatchObject({ isTooWide: true })
  })

  it('counts features, lists and objects', () => {
    expect(scanJson('{"bbox":[1],"features":[{"a":[1]},{"b":{}},[2],3],"x":[[1],[2]]}')).toMatchObject({ featureCount: 3, listCount: 7, objectCount: 4 })
    expect(scanJson('[{},{}]')).toMatchObject({ featureCount: 0, listCount: 1, objectCount: 2 })
  })

  it('ends for what is no JSON', () => {
    for (const text of ['', '"', '{"a', '}}]]', ':::', '{"a\\', '[[[']) expect(scanJson(text).isTooDeep).toBe(false)
  })
})
