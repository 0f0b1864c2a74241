import { expect, it } from 'vitest'
import { mixColours, parseColour } from '@/map/colour'

it.each([
  ['#fff', [255, 255, 255]],
  ['#1F7F86', [31, 127, 134]],
  ['#1f7f8680', [31, 127, 134]],
  ['rgb(98, 176, 160)', [98, 176, 160]],
  ['rgb(98 176 160 / 50%)', [98, 176, 160]],
  ['oklch(0.7 0.1 200)', [128, 128, 128]],
])('reads %s', (colour, channels) => {
  expect(parseColour(colour)).toEqual(channels)
})

it('mixes from one colour to another', () => {
  expect(mixColours('#000000', '#ffffff', 0)).toBe('#000000')
  expect(mixColours('#000000', '#ffffff', 0.5)).toBe('#808080')
  expect(mixColours('#000000', '#fff', 1)).toBe('#ffffff')
})
