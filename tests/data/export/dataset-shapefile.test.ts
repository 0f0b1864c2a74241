import type { Position } from 'geojson'
import { describe, expect, it } from 'vitest'
import { datasetShapefile, shapefileColumns, shapefileShares } from '@/data/export/dataset-shapefile'
import { prjText } from '@/data/crs/prj-text'
import { parseDay } from '@/domain/day'
import type { Hazard } from '@/domain/place'

const options = { crs: 'EPSG:4490' as const, project: (position: Position) => position, dataDate: parseDay('2024-08-31')! }
const point: Hazard = { id: 'H01', name: null, kind: 'fuelStation', provenance: 'synthetic', geometry: { type: 'Point', coordinates: [119, 36] } }
const TEN = ['communities', 'buildings', 'roads', 'railways', 'water', 'greens', 'blocks', 'landmarks', 'facilities', 'residences'] as const
const line: Hazard = { ...point, id: 'H02', kind: 'powerLine', geometry: { type: 'LineString', coordinates: [[119, 36], [120, 36]] } }

describe('datasetShapefile', () => {
  it('has five parts with one name', () => {
    const { entries } = datasetShapefile('hazards', [point], options)
    expect(entries.map(({ name }) => name)).toEqual(['hazards.shp', 'hazards.shx', 'hazards.dbf', 'hazards.prj', 'hazards.cpg'])
    expect(new TextDecoder().decode(entries[3]!.bytes)).toBe(prjText('EPSG:4490'))
    expect(new TextDecoder().decode(entries[4]!.bytes)).toBe('UTF-8')
  })

  it('writes points and lines apart, because a file holds one kind', () => {
    const names = datasetShapefile('hazards', [line, point], options).entries.map(({ name }) => name).filter((name) => name.endsWith('.shp'))
    expect(names).toEqual(['hazards-point.shp', 'hazards-line.shp'])
  })

  it('moves positions into the system', () => {
    const { entries } = datasetShapefile('hazards', [point], { ...options, project: ([lon, lat]) => [lon! + 1, lat! + 1] })
    const view = new DataView(entries[0]!.bytes.buffer)
    expect([view.getFloat64(112, true), view.getFloat64(120, true)]).toEqual([120, 37])
  })

  it('names a text that is cut', () => {
    const name = '长'.repeat(200)
    expect(datasetShapefile('hazards', [point, { ...point, id: 'H09', name }], options).findings).toEqual([
      { code: 'dbf-text-cut', severity: 'warning', file: 'hazards.dbf', feature: 'H09', field: 'name', params: { bytes: 600, limit: 254 } },
    ])
  })
})

describe('shapefileShares', () => {
  it('fills archives up to what an import unpacks', () => {
    const few = (count: number) => TEN.slice(0, count)
    expect(shapefileShares({}, few(3))).toEqual([few(3)])
    // 12 shapefiles and the notes are 61 entries; hazards of two kinds are the 13th.
    const twelve = [...TEN, 'gates', 'proposed-sites'] as const
    expect(shapefileShares({ hazards: [point, line] }, [...twelve, 'hazards'])).toEqual([twelve, ['hazards']])
    expect(shapefileShares({ hazards: [point, line] }, ['hazards', ...twelve])).toEqual([['hazards', ...TEN], ['gates', 'proposed-sites']])
  })
})

describe('shapefileColumns', () => {
  it('gives each field its type', () => {
    expect(shapefileColumns('communities').map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      'id text', 'name text', 'districtId text', 'neighbourh text', 'showcase flag', 'builtYear number', 'buildingCo number', 'households number',
      'floorAreaM number', 'propertySe text', 'provenance text',
    ])
  })
})
