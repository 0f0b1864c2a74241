import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { judgeCrs } from '@/data/crs/judge-crs'
import { loadProjection } from '@/data/crs/projection'
import { rankCrs } from '@/data/crs/rank-crs'
import { readSources } from '@/data/import/read-sources'
import { guessMapping } from '@/data/import/guess-mapping'
import { recogniseTable } from '@/data/import/recognise-table'
import type { Plan } from '@/domain/plan'
import { EXPECTED, LEDGER_ANSWER, PHONE_ANSWER, type ExpectedImport } from '../../fixtures/bureau/expected'
import { outlineFiles } from '../../fixtures/bureau/outlines'
import { shippedCommunities } from '../../fixtures/bureau/shipped-town'

const plan = JSON.parse(readFileSync('geodata/plan.json', 'utf8')) as Plan
const knownCommunities = shippedCommunities().map(({ geometry }) => geometry)
const projection = await loadProjection()

async function readOne(expected: ExpectedImport) {
  const sources = await readSources([{ name: expected.name, bytes: expected.make() }], { encodings: {} })
  const [source] = sources
  const [layer] = source!.layers
  return { sources, source: source!, layer: layer!, table: recogniseTable(layer!, source!.name) }
}

describe('files of a bureau', () => {
  it.each(Object.entries<ExpectedImport>(EXPECTED))('are read and understood: %s', async (_, expected) => {
    const { sources, source, layer, table } = await readOne(expected)
    expect(sources).toHaveLength(1)
    expect(source).toMatchObject({ format: expected.format, findings: [] })
    expect(source.encoding && { encoding: source.encoding.encoding, encodingBy: source.encoding.by }).toEqual(
      expected.encoding && { encoding: expected.encoding, encodingBy: expected.encodingBy })
    expect(source.layers).toHaveLength(1)
    expect(table.rows).toHaveLength(expected.rowCount)
    expect(guessMapping(layer, table, [], plan)?.target).toBe(expected.target)
  })

  it.each(Object.entries<ExpectedImport>(EXPECTED).filter(([, { crs }]) => crs !== null))('have their coordinate system found: %s', async (_, expected) => {
    const { layer, table, source } = await readOne(expected)
    const [east, north] = ['经度', '纬度'].map((column) => table.columns.indexOf(column))
    const geometries = table.rows.flatMap(({ geometry, values }) => geometry ?? { type: 'Point' as const, coordinates: [Number(values[east!]), Number(values[north!])] })
    const candidates = rankCrs({ geometries, knownCommunities, bounds: plan.bounds, projection, always: [layer.declaredCrs?.choice] })
    expect(candidates[0]).toMatchObject({ choice: { crs: expected.crs, isSwapped: false }, isInBounds: true, featureCount: expected.rowCount })
    expect(judgeCrs({ candidates, layer, chosen: null, bounds: plan.bounds, file: source.name })).toMatchObject({ by: expected.crsBy, isOpen: expected.isCrsOpen })
  })

  it.each([EXPECTED.ledgerWorkbook, EXPECTED.ledgerCsv])('the ledger $name has two header rows and four rows of totals', async (expected) => {
    const { table } = await readOne(expected)
    expect(table.headerRows).toEqual(LEDGER_ANSWER.headerRows)
    expect(table.totalsRows).toEqual(LEDGER_ANSWER.totalsRows)
  })

  it('the phone drew one ring that is not closed', async () => {
    const { table } = await readOne(EXPECTED.phone)
    expect(table.rows.map(({ values }) => values[table.columns.indexOf('name')]).slice(4)).toEqual(PHONE_ANSWER.new)
  })

  it('loose parts of a shapefile are one source', async () => {
    const sources = await readSources(outlineFiles(), { encodings: {} })
    expect(sources.map(({ name, format, layers }) => [name, format, layers.length])).toEqual([['xiaoqu_2024.shp', 'shapefile', 1]])
  })
})
