import { describe, expect, it, vi } from 'vitest'
import { addPreviewLayer, type PreviewView } from '@/map/preview-layer'
import { fakeMap } from './fake-map'
import { square, testPalette } from './test-palette'

const palette = testPalette()
const view: PreviewView = {
  palette, visible: true, selectedId: null,
  shapes: [{ id: 'a', kind: 'used', geometry: square(119.2, 36.4) }, { id: 'b', kind: 'before', geometry: square(119.3, 36.4) }],
}
const nextTurn = () => new Promise((fulfil) => setTimeout(fulfil))
const featuresOf = (data: unknown) => (data as GeoJSON.FeatureCollection).features

describe('addPreviewLayer', () => {
  it('draws, is clicked by id, replays and leaves without a trace', async () => {
    const { map, layers, drawn, sources, listeners, hit, fire, lose, restore, calls } = fakeMap()
    const listener = { select: vi.fn(), hover: vi.fn() }
    const layer = addPreviewLayer(map, view, listener)
    expect(layers.get('preview-line')!.layout!.visibility).toBe('visible')
    await nextTurn()
    expect(featuresOf(sources.get('preview')!.data).map(({ properties }) => properties)).toEqual([{ id: 'a', kind: 'used' }, { id: 'b', kind: 'before' }])

    hit('preview-fill', { id: 'a' })
    fire('click', { point: { x: 0, y: 0 }, preventDefault: () => {} })
    expect(listener.select).toHaveBeenCalledExactlyOnceWith('a')

    lose()
    restore()
    await nextTurn()
    expect([calls.setData, calls.updateData]).toEqual([['preview'], ['preview', 'preview']])
    expect(featuresOf(sources.get('preview')!.data).length).toBe(2)
    layer.remove()
    expect([drawn(), sources.size, listeners.length]).toEqual([[], 0, 0])
  })

  it('hands over the same shapes once, though a thread makes new objects', async () => {
    const { map, calls, sources } = fakeMap()
    const layer = addPreviewLayer(map, view, { select: vi.fn(), hover: vi.fn() })
    await nextTurn()
    layer.show(structuredClone(view))
    await nextTurn()
    expect(calls.updateData).toEqual(['preview'])
    layer.show({ ...view, shapes: [{ ...view.shapes[0]!, kind: 'open' }, view.shapes[1]!] })
    await nextTurn()
    expect([calls.setData, calls.updateData]).toEqual([[], ['preview', 'preview']])
    expect(featuresOf(sources.get('preview')!.data).map(({ properties }) => properties!.kind)).toEqual(['before', 'open'])
  })

  it('keeps shapes apart that share an id and a kind', async () => {
    const { map, sources } = fakeMap()
    addPreviewLayer(map, { ...view, shapes: [view.shapes[0]!, { ...view.shapes[0]!, geometry: square(119.4, 36.4) }] }, { select: vi.fn(), hover: vi.fn() })
    await nextTurn()
    expect(featuresOf(sources.get('preview')!.data).length).toBe(2)
  })

  it('outlines the row that is looked at', () => {
    const { map, layers } = fakeMap()
    const layer = addPreviewLayer(map, view, { select: vi.fn(), hover: vi.fn() })
    layer.show({ ...view, selectedId: 'b' })
    expect((layers.get('preview-selected') as { filter: unknown }).filter).toEqual(['all', ['!', ['==', ['geometry-type'], 'Point']], ['==', ['get', 'id'], 'b']])
  })

  it('takes collections and multipoints apart', async () => {
    const { map, sources } = fakeMap()
    const point = { type: 'Point' as const, coordinates: [119, 36] }
    addPreviewLayer(map, { ...view, shapes: [{ id: 'c', kind: 'open', geometry: { type: 'GeometryCollection', geometries: [point, { type: 'MultiPoint', coordinates: [[1, 2], [3, 4]] }] } }] }, { select: vi.fn(), hover: vi.fn() })
    await nextTurn()
    expect(featuresOf(sources.get('preview')!.data).map(({ geometry }) => geometry.type)).toEqual(['Point', 'Point', 'Point'])
  })

  it('is hidden while nothing is judged', () => {
    const { map, layers } = fakeMap()
    addPreviewLayer(map, { ...view, shapes: [] }, { select: vi.fn(), hover: vi.fn() })
    expect(layers.get('preview-line')!.layout!.visibility).toBe('none')
  })
})
