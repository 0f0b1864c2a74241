// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import FlatMap from '@/map/FlatMap.vue'
import type { ShapePaint } from '@/map/shape-paint'
import { square, testPalette } from './test-palette'

const paint = (fill: string | null, label: string, dim = false): ShapePaint => ({ fill, label, dim, lamp: null, stopped: false })
const palette = testPalette()

function show(changes: Record<string, unknown> = {}) {
  return mount(FlatMap, { props: {
    town: { roads: null, water: null, greens: null },
    communities: [
      { id: 'C01', name: '国槐里', districtId: 'xingan', households: 120, geometry: square(119.2, 36.43) },
      { id: 'C02', name: '海棠里', districtId: 'xingan', households: null, geometry: square(119.21, 36.43) },
    ],
    buildings: [{ id: 'C01-B1', communityId: 'C01', heightM: 15, geometry: square(119.2, 36.43, 0.0001) }],
    paint: new Map([['C01', paint('#111111', '64%')], ['C02', paint(null, '—')]]),
    sites: [], palette, focus: [], size: { width: 1000, height: 600 }, padding: { top: 60, right: 60, bottom: 60, left: 60 }, textPx: 20, label: '地图',
    ...changes,
  } })
}
const texts = (wrapper: ReturnType<typeof show>) => wrapper.findAll('.flat-label').map((label) => label.findAll('text').map((line) => line.text()))

it('gives communities and their buildings the colours of the other map, and their two lines', () => {
  const wrapper = show()
  expect(wrapper.find('[data-id=C01] path').attributes('fill')).toBe('#111111')
  expect(wrapper.find('[data-id=C01-B1] path').attributes('fill')).toBe('#111111')
  expect(texts(wrapper)).toEqual([['国槐里', '64%'], ['海棠里', '—']])
})

it('hatches what was not reported', () => {
  const wrapper = show()
  expect(wrapper.findAll('[data-id=C01] path').length).toBe(1)
  expect(wrapper.findAll('[data-id=C02] path')[1]!.attributes('fill')).toBe('url(#flat-hatch)')
})

it('fits what is in focus', () => {
  const { coordinates: [ring] } = square(119.2, 36.43)
  const wrapper = show({ focus: ring })
  // 89.6 m wide, 1.2 px per m: from 446 px on.
  expect(wrapper.find('[data-id=C01] path').attributes('d')).toMatch(/^M44\d\.\d /)
})

it('draws proposed sites with their names', () => {
  const wrapper = show({ sites: [{ id: 'P1', name: '驿站', facility: 'elderlyCare', figure: '', geometry: square(119.205, 36.43) }] })
  expect(wrapper.find('path[data-id=P1]').attributes('fill')).toBe(palette.proposed.fill)
  expect(texts(wrapper)).toContainEqual(['驿站'])
})

it('is empty without a community', () => {
  expect(show({ communities: [], buildings: [] }).findAll('path').length).toBe(0)
})
