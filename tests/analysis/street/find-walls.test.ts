import type { Polygon } from 'geojson'
import { describe, expect, it } from 'vitest'
import { findWalls } from '@/analysis/street/find-walls'
import type { Gate } from '@/domain/place'
import type { Community } from '@/domain/programme'

/**
 *   36.001 ┌──────┐   ┌──────┐
 *          │  C1  │   │  C2  │
 *   36.000 ╪══════╪   └──────┘      ╪ gates of C1: both lower corners; C2 has none
 *         119.000 .001 .002 .003
 */
const square = (west: number): Polygon =>
  ({ type: 'Polygon', coordinates: [[[west, 36], [west + 0.001, 36], [west + 0.001, 36.001], [west, 36.001], [west, 36]]] })
const communities = [{ id: 'C2', geometry: square(119.002) }, { id: 'C1', geometry: square(119) }] as unknown as Community[]
const gates = [119.001, 119].map((lon, i) => ({ id: `E${i}`, communityId: 'C1', geometry: { type: 'Point', coordinates: [lon, 36] } })) as Gate[]
const LON = [119.0005, 119.0025, 119.01]
const LAT = [36.0005, 36.0005, 36.0005]

describe('findWalls', () => {
  it('leads what lies inside through the gates of its community, the rest straight to the street', () => {
    const found = findWalls(communities, gates).ofPoints(LON, LAT)!
    expect([...found.groupOf]).toEqual([0, -1, -1])
    expect([[...found.lon], [...found.lat], [...found.starts]]).toEqual([[119, 119.001], [36, 36], [0, 2]])
  })

  it('finds areas by their centre of gravity', () => {
    const inside = square(119.0004)
    inside.coordinates[0] = inside.coordinates[0]!.map(([lon, lat]) => [119.0004 + (lon! - 119.0004) / 10, lat!])
    expect([...findWalls(communities, gates).ofAreas([inside, square(119.002)])!.groupOf]).toEqual([0, -1])
  })

  it('is open everywhere where no gate is known', () => {
    expect(findWalls(communities, []).ofPoints(LON, LAT)).toBeNull()
    expect(findWalls(communities, []).ofAreas([square(119)])).toBeNull()
  })
})
