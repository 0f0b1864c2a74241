import { describe, expect, it } from 'vitest'
import { readGpx } from '@/data/format/read-gpx'
import { readerInput } from './test-workbook'

const read = (content: string) => readGpx(readerInput(content, 'a.gpx'))
const gpx = (content: string) => `<?xml version="1.0" encoding="UTF-8" standalone="no"?><gpx xmlns="http://www.topografix.com/GPX/1/1" version="1.1" creator="phone"><metadata><name>某次</name></metadata>${content}</gpx>`

describe('readGpx', () => {
  it('reads waypoints, routes and tracks as layers', () => {
    const { layers, findings, format } = read(gpx(`<wpt lat="36.4" lon="119.2"><ele>31</ele><time>2024-06-15T01:00:00Z</time><name>东门</name><extensions><x:name>no</x:name></extensions></wpt>
      <rte><name>路线</name><rtept lat="36.4" lon="119.2"><name>点</name></rtept><rtept lat="36.5" lon="119.3"/></rte>
      <trk><name>轨迹</name><trkseg><trkpt lat="36.4" lon="119.2"><time>2024</time></trkpt><trkpt lat="36.5" lon="119.3"/></trkseg>
      <trkseg><trkpt lat="36.4" lon="119.2"/></trkseg><trkseg><trkpt lat="36.6" lon="119.2"/><trkpt lat="36.7" lon="119.3"/></trkseg></trk>`))
    expect([format, findings]).toEqual(['gpx', []])
    expect(layers.map(({ id, name, columns }) => [id, name, columns])).toEqual([['f1#0', 'waypoints', ['time', 'name']], ['f1#1', 'routes', ['name']], ['f1#2', 'tracks', ['name']]])
    expect(layers.map(({ rows }) => rows)).toEqual([
      [{ number: 1, values: ['2024-06-15T01:00:00Z', '东门'], geometry: { type: 'Point', coordinates: [119.2, 36.4] } }],
      [{ number: 2, values: ['路线'], geometry: { type: 'LineString', coordinates: [[119.2, 36.4], [119.3, 36.5]] } }],
      [{ number: 3, values: ['轨迹'], geometry: { type: 'MultiLineString', coordinates: [[[119.2, 36.4], [119.3, 36.5]], [[119.2, 36.6], [119.3, 36.7]]] } }],
    ])
    expect(layers[0]!.declaredCrs).toMatchObject({ by: 'standard' })
  })

  it('tells a point without a place', () => {
    expect(read(gpx('<wpt lat="36.4"><name>A</name></wpt>'))).toMatchObject({
      layers: [{ rows: [{ values: ['A'], geometry: null }] }], findings: [{ code: 'bad-coordinates', feature: 'feature 1', params: { found: ',36.4' } }],
    })
  })

  it('says that there is nothing in it, and keeps a track without points', () => {
    expect(read('<gpx/>')).toMatchObject({ layers: [{ rows: [] }], findings: [{ code: 'no-data', severity: 'warning' }] })
    expect(read(gpx('<trk><trkseg/></trk>'))).toMatchObject({ layers: [{ name: 'tracks', rows: [{ number: 1, geometry: null }] }], findings: [] })
  })

  it.each([['<gpx>', 'xml-broken'], ['<!DOCTYPE gpx><gpx/>', 'xml-doctype']])('tells what is wrong with %s', (xml, code) => {
    expect(read(xml)).toMatchObject({ layers: [], findings: [{ code, severity: 'error' }] })
  })
})
