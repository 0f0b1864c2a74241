import fc from 'fast-check'
import type { Geometry } from 'geojson'
import { describe, expect, it } from 'vitest'
import { CRS_LIST, crsOfName } from '@/data/crs/crs-list'
import { parsePrj } from '@/data/crs/parse-prj'
import { loadProjection } from '@/data/crs/projection'
import { rankCrs } from '@/data/crs/rank-crs'
import { decodeText } from '@/data/encoding/decode-text'
import { ESRI_PRJ } from './crs-vectors'
import { OGC_WKT1, WKT2 } from './wkt-texts'

const RUNS = { seed: 20240509, numRuns: 500 } as const
const projection = await loadProjection()
const texts = [...Object.values(ESRI_PRJ), ...Object.values(OGC_WKT1), ...Object.values(WKT2)]

describe('hostile text and numbers', () => {
  it('cut and changed definitions never throw, and give listed systems only', () => {
    fc.assert(fc.property(fc.constantFrom(...texts), fc.nat(2000), fc.nat(2000), fc.string({ maxLength: 8 }), (text, from, to, inserted) => {
      const changed = text.slice(0, from % text.length) + inserted + text.slice(to % text.length)
      const { choice, problem } = parsePrj(changed)
      expect(choice === null).toBe(problem !== null)
      if (choice) expect(CRS_LIST.map(({ id }) => id)).toContain(choice.crs)
      crsOfName(changed)
    }), RUNS)
  })

  it('every beginning of a definition is not understood', () => {
    for (const text of texts) for (let end = 0; end < text.length; end += 7) expect(parsePrj(text.slice(0, end)).choice).toBeNull()
  })

  it('any bytes give a text and an encoding', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const { text, fileEncoding, findings } = decodeText(bytes, 'a')
      expect(typeof text).toBe('string')
      expect(fileEncoding.previews.every(({ text: preview }) => preview.length <= 160)).toBe(true)
      if (text.includes('\ufffd')) expect(findings.map(({ code }) => code)).toContain('encoding-doubtful')
    }), RUNS)
  })

  it('any numbers can be ranked', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.double(), fc.double()), { maxLength: 5 }), (points) => {
      const geometries = points.map((coordinates): Geometry => ({ type: 'Point', coordinates }))
      const found = rankCrs({ geometries, knownCommunities: [], bounds: null, projection, always: [{ crs: 'EPSG:4549', isSwapped: true }] })
      for (const { featureCount, insideCount } of found) expect(insideCount).toBeLessThanOrEqual(featureCount)
    }), RUNS)
  })
})
