import { constants, deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readZip } from '@/data/archive/read-zip'
import { LIMITS, megabytes } from '@/data/limits'
import { readSources } from '@/data/import/read-sources'
import { makeShp } from '../fixtures/make-shapefile'
import { joined, makeZip } from '../fixtures/make-zip'

const utf8 = (text: string) => new TextEncoder().encode(text)
/** Code of the only error of a file, or how many rows it gives. */
async function verdict(name: string, bytes: Uint8Array): Promise<string | number> {
  const [source] = await readSources([{ name, bytes }], { encodings: {} })
  const [error] = source!.findings.filter(({ severity }) => severity === 'error')
  if (error) expect(source!.layers).toEqual([])
  return error?.code ?? source!.layers[0]!.rows.length
}
const collection = (features: string) => utf8(`{"type":"FeatureCollection","features":[${features}]}`)
const feature = (properties: string, geometry = 'null') => `{"type":"Feature","properties":${properties},"geometry":${geometry}}`
const times = (text: string, count: number) => new Array<string>(count).fill(text).join()

describe('limits', () => {
  it('are those that are stated', () => {
    expect(LIMITS).toEqual({
      fileBytes: 100 * 1024 * 1024, vertices: 2_000_000, rows: 100_000, columns: 500, archiveEntries: 64, archiveBytes: 256 * 1024 * 1024, archiveRatio: 200, depth: 64, folderDepth: 8, nameCharacters: 200,
    })
  })

  it('count features', async () => {
    expect(await verdict('a.geojson', collection(times(feature('null'), 100_000)))).toBe(100_000)
    expect(await verdict('a.geojson', collection(times(feature('null'), 100_001)))).toBe('row-too-many')
  })

  it('count properties', async () => {
    const wide = (count: number) => collection(feature(`{${Array.from({ length: count }, (_, i) => `"c${i}":${i}`).join()}}`))
    expect(await verdict('a.geojson', wide(500))).toBe(1)
    expect(await verdict('a.geojson', wide(501))).toBe('column-too-many')
  })

  it('count vertices', async () => {
    const points = (count: number) => collection(feature('{}', `{"type":"MultiPoint","coordinates":[${times('[1,2]', count)}]}`))
    expect(await verdict('a.geojson', points(2_000_001))).toBe('vertex-too-many')
    // As a shape, which is read faster: type, box, number and pairs of numbers.
    const shape = (count: number) => {
      const record = new Uint8Array(40 + count * 16)
      new DataView(record.buffer).setInt32(0, 8, true)
      new DataView(record.buffer).setInt32(36, count, true)
      return makeShp(8, [record])
    }
    expect(await verdict('a.shp', shape(2_000_000))).toBe(1)
    expect(await verdict('a.shp', shape(2_000_001))).toBe('vertex-too-many')
  })

  it('count brackets', async () => {
    // The collection, its list, the feature and its properties are four.
    const deep = (depth: number) => collection(feature(`{"a":${'['.repeat(depth - 4)}${']'.repeat(depth - 4)}}`))
    expect([await verdict('a.geojson', deep(63)), await verdict('a.geojson', deep(64)), await verdict('a.geojson', deep(65))]).toEqual([1, 1, 'too-deep'])
  })

  it('count lines and columns of a table', async () => {
    expect(await verdict('a.csv', utf8('a,b\n'.repeat(100_000)))).toBe(100_000)
    expect(await verdict('a.csv', utf8('a,b\n'.repeat(100_001)))).toBe('row-too-many')
    expect(await verdict('a.csv', utf8(`${'a,'.repeat(499)}b\n`))).toBe(1)
    expect(await verdict('a.csv', utf8(`${'a,'.repeat(500)}b\n`))).toBe('column-too-many')
  })

  it('hold before a bomb is unpacked', () => {
    // A million zeros in a thousand bytes that end at a whole byte, 300 times.
    const million = deflateRawSync(new Uint8Array(1_000_000), { level: 9, finishFlush: constants.Z_SYNC_FLUSH })
    const packed = joined([...new Array<Uint8Array>(300).fill(million), deflateRawSync(new Uint8Array())])
    const bomb = (size: number) => makeZip([{ name: 'a.csv', bytes: packed, isStored: true, claims: { method: 8, size } }])
    const timed = (bytes: Uint8Array) => {
      const begun = performance.now()
      const { value, findings } = readZip(bytes, { file: 'a.zip' })
      return { ms: performance.now() - begun, value, params: findings[0]!.params }
    }
    expect(packed.length).toBeLessThan(310_000)
    const honest = timed(bomb(300_000_000))
    expect(honest).toMatchObject({ value: null, params: { limit: 'bytes' } })
    expect(honest.ms).toBeLessThan(1000)
    expect(timed(bomb(200_000_000))).toMatchObject({ params: { limit: 'ratio' } })
    // It says that it is small: stopped as soon as more comes out.
    const lying = timed(bomb(50_000_000))
    expect(lying).toMatchObject({ value: null, params: { problem: 'size' } })
  })
})

describe('megabytes', () => {
  it('never rounds down to the limit', () => {
    expect([0, 1, 1024 * 1024, 100 * 1024 * 1024 + 1].map(megabytes)).toEqual([0, 0.1, 1, 100.1])
  })
})
