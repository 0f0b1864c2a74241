import { describe, expect, it } from 'vitest'
import { readGeojson } from '@/data/format/read-geojson'
import { refusedFeatures } from '@/data/format/refused-features'

const feature = (coordinates: unknown) => ({ type: 'Feature', properties: { name: 'x' }, geometry: { type: 'Polygon', coordinates } })
const SQUARE = [[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]

describe('refusedFeatures', () => {
  it('names features with errors, but not those that can be repaired or are only warned of', () => {
    const features = [feature([SQUARE]), feature([[[0, 0], [1, 0], [0, 0]]]), feature([SQUARE.slice(0, 4)]), feature([[...SQUARE].reverse()]), { ...feature([SQUARE]), id: {} }]
    const bytes = new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features }))
    const source = readGeojson({ id: 'f', name: 'a', bytes, chosenEncoding: null, companions: new Map() })
    expect([...refusedFeatures(source)]).toEqual([2, 5])
    expect(source.layers[0]!.rows.map(({ geometry }) => geometry !== null)).toEqual([true, false, true, true, false])
  })
})
