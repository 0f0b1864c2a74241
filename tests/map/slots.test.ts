import type { LayerSpecification } from 'maplibre-gl'
import { expect, it } from 'vitest'
import { applyLayers, isWritable, removeLayers, SLOT_LAYERS, type SlotLayers } from '@/map/slots'
import { fakeMap } from './fake-map'

const background = (id: string, colour: string): LayerSpecification => ({
  id, type: 'background', paint: { 'background-color': colour }, layout: { visibility: 'visible' },
})
const slots = (colour: string): SlotLayers => ({ ground: [background('a', colour)], label: [background('b', colour)] })

it('adds what is missing and updates the rest', () => {
  const { map, layers, drawn } = fakeMap()
  applyLayers(map, { ground: [background('a', 'red')] })
  applyLayers(map, slots('blue'))

  expect(drawn()).toEqual(['a', 'b'])
  expect(layers.get('a')!.paint).toEqual({ 'background-color': 'blue' })
})

it('removes what is there', () => {
  const { map, drawn } = fakeMap()
  applyLayers(map, { ground: [background('a', 'red')] })
  removeLayers(map, slots('red'))
  expect(drawn()).toEqual([])
})

it('knows when the map takes no changes', () => {
  const { map, lose } = fakeMap()
  expect(isWritable(map)).toBe(true)
  lose()
  expect(isWritable(map)).toBe(false)
})

it('keeps everything flat below the volumes', () => {
  expect(SLOT_LAYERS.map(({ id }) => id)).toEqual([
    'slot-ground', 'slot-flat', 'slot-reach', 'slot-place', 'slot-dot', 'slot-site', 'slot-link', 'slot-volume', 'slot-name', 'slot-label',
  ])
})
