import { expect, it } from 'vitest'
import { FACILITY_TYPES } from '@/domain/place'
import { drawFacility } from '@/map/draw-facility'
import { BLANK, type Bitmap, drawHatch, drawLamp } from '@/map/draw-symbol'
import { testPalette } from './test-palette'

const pixel = ({ width, data }: Bitmap, x: number, y: number) => [...data.slice((y * width + x) * 4, (y * width + x) * 4 + 4)]

it('draws a lamp in its colour, with a rim, on nothing', () => {
  const lamp = drawLamp('late', '#b83a22', '#ffffff')
  expect([lamp.width, lamp.height, lamp.data.length]).toEqual([24, 24, 24 * 24 * 4])
  expect(pixel(lamp, 12, 12)).toEqual([184, 58, 34, 255])
  expect(pixel(lamp, 3, 12)).toEqual([255, 255, 255, 255])
  expect(pixel(lamp, 0, 0)[3]).toBe(0)
})

it('gives every lamp a shape of its own', () => {
  const shapes = (['normal', 'warning', 'late', 'stopped'] as const).map((lamp) => drawLamp(lamp, '#000', '#000').data.join())
  expect(new Set(shapes).size).toBe(4)
})

it('leaves a gap between the bars of the stopped sign', () => {
  expect(pixel(drawLamp('stopped', '#000000', '#ffffff'), 12, 12).slice(0, 3)).toEqual([255, 255, 255])
})

it('repeats the hatch without a seam', () => {
  const hatch = drawHatch('#123456')
  const alpha = (x: number, y: number) => pixel(hatch, x % 16, y % 16)[3]
  // Along a diagonal, across the edge of the tile, nothing changes.
  for (let step = 0; step < 16; step++) expect(alpha(step + 8, 24 - step)).toBe(alpha(8, 8))
  expect(new Set([0, 1, 2, 3, 4, 5, 6, 7].map((x) => alpha(x, 0))).size).toBeGreaterThan(1)
})

it('gives every type of facility an icon of its own', () => {
  const icons = FACILITY_TYPES.map((type) => drawFacility(type, testPalette()).data.join())
  expect(new Set(icons).size).toBe(FACILITY_TYPES.length)
})

it('has a blank', () => {
  expect(pixel(BLANK, 0, 0)).toEqual([0, 0, 0, 0])
})
