import { expect, it } from 'vitest'
import { FACILITY_TYPES, HAZARD_KINDS } from '@/domain/place'
import { drawFacility, existingLook } from '@/map/draw-facility'
import { drawHazard } from '@/map/draw-hazard'
import { BLANK, type Bitmap, drawBadge, drawCross, drawDots, drawHatch, drawLamp } from '@/map/draw-symbol'
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

it('leans the hatch of a gap the other way', () => {
  const [rising, falling] = [drawHatch('#123456'), drawHatch('#123456', 'falling')]
  // A line that rises goes through (0, 15) and (15, 0); one that falls through (0, 0) and (15, 15).
  expect([pixel(rising, 0, 15)[3], pixel(falling, 0, 0)[3]]).toEqual([pixel(rising, 15, 0)[3], pixel(falling, 15, 15)[3]])
  expect(rising.data.join()).not.toBe(falling.data.join())
})

it('draws two dots in staggered rows', () => {
  const dots = drawDots('#123456')
  expect([pixel(dots, 4, 4)[3], pixel(dots, 12, 12)[3], pixel(dots, 12, 4)[3], pixel(dots, 4, 12)[3]]).toEqual([255, 255, 0, 0])
})

it('draws a badge with a tip below, larger beside larger text', () => {
  const badge = drawBadge('#0c5f64', '#ffffff')
  expect(pixel(badge, 25, 22)).toEqual([12, 95, 100, 255])
  expect([pixel(badge, 25, 46)[3], pixel(badge, 10, 46)[3]]).toEqual([255, 0])
  expect(drawBadge('#0c5f64', '#ffffff', 1.5).width).toBe(76)
})

it('draws a cross that is open between its arms', () => {
  const cross = drawCross('#5b5450', '#ffffff')
  expect(pixel(cross, 9, 9)).toEqual([91, 84, 80, 255])
  expect([pixel(cross, 9, 1)[3], pixel(cross, 1, 9)[3]]).toEqual([0, 0])
})

it('gives every kind of hazard a sign of its own', () => {
  expect(new Set(HAZARD_KINDS.map((kind) => drawHazard(kind, testPalette()).data.join())).size).toBe(HAZARD_KINDS.length)
})

it('gives every type of facility an icon of its own', () => {
  const icons = FACILITY_TYPES.map((type) => drawFacility(type, existingLook(testPalette())).data.join())
  expect(new Set(icons).size).toBe(FACILITY_TYPES.length)
})

it('has a blank', () => {
  expect(pixel(BLANK, 0, 0)).toEqual([0, 0, 0, 0])
})
