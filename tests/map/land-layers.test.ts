import { expect, it, vi } from 'vitest'
import { addFacilityLayer } from '@/map/facility-layer'
import { addSpareSpaceLayer } from '@/map/spare-space-layer'
import { fakeMap } from './fake-map'
import { square, testPalette } from './test-palette'

const palette = testPalette()
const spaces = [{ id: 'S001', kind: 'parcel' as const, geometry: square(119.2, 36.4) }]
const facilities = [{ id: 'F001', name: '示例食堂', type: 'canteen' as const, geometry: { type: 'Point' as const, coordinates: [119.2, 36.4] } }]
const spareView = { spaces, palette, visible: true, selectedId: null }
const facilityView = { facilities, palette, visible: true, textScale: 1, askedTypes: null }
const click = { point: { x: 0, y: 0 }, preventDefault: () => {} }

it.each([
  ['spare spaces', 'spare-spaces', 'spare-fill', 'S001', (map: ReturnType<typeof fakeMap>['map'], listener: never) => addSpareSpaceLayer(map, spareView, listener)],
  ['facilities', 'facilities', 'facility-icon', 'F001', (map: ReturnType<typeof fakeMap>['map'], listener: never) => addFacilityLayer(map, facilityView, listener)],
])('%s are drawn, clicked by id, replayed and removed', (_, source, layerId, id, add) => {
  const { map, layers, drawn, sources, images, listeners, hit, fire, lose, restore, calls } = fakeMap()
  const listener = { select: vi.fn(), hover: vi.fn() }
  const layer = add(map, listener as never)
  expect(sources.has(source)).toBe(true)
  expect(layers.get(layerId)!.layout!.visibility).toBe('visible')

  hit(layerId, { id })
  fire('click', click)
  expect(listener.select).toHaveBeenCalledExactlyOnceWith(id)

  lose()
  restore()
  expect(calls.setData).toEqual([source])

  layer.remove()
  expect([drawn(), sources.size, images.size, listeners.length]).toEqual([[], 0, 0, 0])
})

it('hides and shows without handing over data again', () => {
  const { map, layers, calls } = fakeMap()
  const layer = addSpareSpaceLayer(map, spareView, { select: vi.fn(), hover: vi.fn() })
  layer.show({ ...spareView, visible: false })
  expect(layers.get('spare-fill')!.layout!.visibility).toBe('none')
  expect(calls.setData).toEqual([])
})

it('lets facilities that were not asked about step back', () => {
  const { map, layers, calls } = fakeMap()
  const layer = addFacilityLayer(map, facilityView, { select: vi.fn(), hover: vi.fn() })
  layer.show({ ...facilityView, askedTypes: ['elderlyCare'] })
  expect(layers.get('facility-icon')!.paint!['icon-opacity' as never]).toEqual(['case', ['in', ['get', 'type'], ['literal', ['elderlyCare']]], 1, 0.45])
  expect(calls.setData).toEqual([])
})
