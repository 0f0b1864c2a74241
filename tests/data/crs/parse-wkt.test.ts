import { describe, expect, it } from 'vitest'
import { findWkt, parseWkt } from '@/data/crs/parse-wkt'

describe('parseWkt', () => {
  it('reads texts, numbers, words and elements', () => {
    expect(parseWkt('  UNIT["Degree",0.0174532925199433,AXIS["Lat",NORTH],-1.5E+2] \n')).toEqual({
      keyword: 'UNIT', values: ['Degree', 0.0174532925199433, -150], children: [{ keyword: 'AXIS', values: ['Lat', 'NORTH'], children: [] }],
    })
  })

  it('reads round brackets, doubled quotes and a byte order mark', () => {
    expect(parseWkt('\ufeffdatum("a ""b""")')).toEqual({ keyword: 'DATUM', values: ['a "b"'], children: [] })
  })

  it.each(['', 'EPSG:4549', 'A', 'A[', 'A["x]', 'A["x"]]', 'A["x"] B["y"]', '["x"]', '1', 'A[,{}]', '<html>'])('is null for %j', (text) => {
    expect(parseWkt(text)).toBeNull()
  })

  it('is null for what nests without end or is endless, at once', () => {
    const start = performance.now()
    expect(parseWkt('A['.repeat(5000) + ']'.repeat(5000))).toBeNull()
    expect(parseWkt(`A["${'x'.repeat(1_000_000)}"]`)).toBeNull()
    expect(parseWkt(`A["${'""'.repeat(9000)}`)).toBeNull()
    expect(parseWkt(' '.repeat(19_000) + 'A')).toBeNull()
    expect(performance.now() - start).toBeLessThan(2000)
  })

  it('finds the element nearest to the root', () => {
    const tree = parseWkt('PROJCS["p",GEOGCS["g",UNIT["inner",1]],UNIT["outer",1]]')!
    expect(findWkt(tree, 'UNIT')!.values).toEqual(['outer', 1])
    expect(findWkt(tree, 'DATUM')).toBeNull()
  })
})
