import { describe, expect, it } from 'vitest'
import { groupParts } from '@/data/format/group-parts'
import { makeDbf, makeShp } from '../../fixtures/make-shapefile'

const SHP = makeShp(1, [])
const DBF = makeDbf([{ name: 'A', type: 'C', width: 3 }], [])
const utf8 = (text: string) => new TextEncoder().encode(text)
const CONTENT: Record<string, Uint8Array> = { shp: SHP, shx: SHP, dbf: DBF, prj: utf8('GEOGCS[]'), cpg: utf8('UTF-8'), csv: utf8('a,b\n'), sbn: utf8('x') }
const group = (...names: string[]) => groupParts(names.map((name) => ({ name, bytes: CONTENT[name.split('.').at(-1)!.toLowerCase()]! })))
  .map(({ name, kind, problem, companions }) => [name, kind ?? problem!.params['kind'], [...companions.keys()].join()])

describe('groupParts', () => {
  it('joins the parts of a shapefile, capitals or not, in the place of the first', () => {
    expect(group('b.csv', 'Roads.DBF', 'c.csv', 'roads.shp', 'ROADS.prj', 'roads.cpg', 'roads.shx'))
      .toEqual([['b.csv', 'csv', ''], ['roads.shp', 'shp', 'dbf,prj,cpg,shx'], ['c.csv', 'csv', '']])
  })

  it('keeps shapefiles of other names and folders apart', () => {
    expect(group('z.zip/a/x.shp', 'z.zip/b/x.shp', 'z.zip/b/x.dbf', 'y.shp')).toEqual([['z.zip/a/x.shp', 'shp', ''], ['z.zip/b/x.shp', 'shp', 'dbf'], ['y.shp', 'shp', '']])
  })

  it('takes a second file of the same name for another one', () => {
    expect(group('a.shp', 'a.dbf', 'A.shp', 'a.dbf')).toEqual([['a.shp', 'shp', 'dbf'], ['A.shp', 'shp', 'dbf']])
  })

  it('reads a table alone, and says of other parts that they say nothing', () => {
    expect(group('a.dbf', 'a.cpg')).toEqual([['a.dbf', 'dbf', 'cpg']])
    expect(group('a.prj', 'a.cpg')).toEqual([['a.prj', 'shapefile-part', 'cpg']])
    expect(group('a.sbn')).toEqual([['a.sbn', 'shapefile-part', '']])
  })

  it('takes an empty part for one that says nothing beside its shapes, and for an empty file elsewhere', () => {
    const empty = (...names: string[]) => groupParts(names.map((name) => ({ name, bytes: name.endsWith('.shp') ? SHP : new Uint8Array() }))).map(({ name, kind, problem, companions }) => [name, kind ?? problem!.code, [...companions.keys()].join()])
    expect(empty('A.prj', 'b.cpg', 'a.shp', 'a.cpg')).toEqual([['a.shp', 'shp', 'prj,cpg'], ['b.cpg', 'file-empty', '']])
    expect(groupParts([{ name: 'a.shp', bytes: new Uint8Array() }])[0]!.problem?.code).toBe('file-empty')
  })

  it('leaves out parts that nobody needs', () => {
    expect(group('a.shp', 'a.sbn')).toEqual([['a.shp', 'shp', '']])
  })

  it('refuses a file above 100 MB without looking at it', () => {
    const bytes = new Uint8Array(100 * 1024 * 1024 + 1)
    expect(groupParts([{ name: 'a.csv', bytes }])[0]).toMatchObject({ kind: null, problem: { code: 'file-too-large', params: { found: 100.1, limit: 100 } } })
    expect(groupParts([{ name: 'a.csv', bytes: bytes.subarray(1) }])[0]!.problem?.code).not.toBe('file-too-large')
  })
})
