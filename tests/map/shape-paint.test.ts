import { describe, expect, it } from 'vitest'
import { isSameState, type ShapeContext, type ShapePaint, toShapeState } from '@/map/shape-paint'
import { testPalette } from './test-palette'

const palette = testPalette()
const plain: ShapeContext = { palette, emphasis: 'fill', isSelected: false, isHovered: false }
const paint: ShapePaint = { fill: '#1f7f86', lamp: 'late', dim: false, label: '64%', stopped: false }

describe('toShapeState', () => {
  it('fills with the given colour and outlines quietly', () => {
    expect(toShapeState(paint, plain)).toMatchObject({ fill: '#1f7f86', hatchOpacity: 0, line: palette.outline, labelOpacity: 1 })
  })

  it('hatches what has no report, instead of showing it as zero', () => {
    const unknown = toShapeState({ ...paint, fill: null }, plain)
    expect(unknown.fill).toBe(palette.unknown)
    expect(unknown.hatchOpacity).toBeGreaterThan(0)
    expect(toShapeState(undefined, plain)).toMatchObject({ fill: palette.unknown, hatchOpacity: unknown.hatchOpacity })
  })

  it('outlines by lamp only if lamps are asked for', () => {
    const byLamp: ShapeContext = { ...plain, emphasis: 'lamp' }
    expect(toShapeState(paint, byLamp).line).toBe(palette.lamp.late)
    expect(toShapeState({ ...paint, lamp: 'normal' }, byLamp).lineWidth).toBeLessThan(toShapeState(paint, byLamp).lineWidth)
    expect(toShapeState({ ...paint, lamp: null }, byLamp).line).toBe(palette.outline)
  })

  it('outlines the selection strongest, and brings it back from the dimmed', () => {
    const selected = toShapeState({ ...paint, dim: true }, { ...plain, isSelected: true })
    expect(selected).toMatchObject({ line: palette.selected, fill: '#1f7f86', labelOpacity: 1 })
    expect(selected.lineWidth).toBeGreaterThan(toShapeState(paint, { ...plain, emphasis: 'lamp', isHovered: false }).lineWidth)
  })

  it('lets the dimmed step back', () => {
    const dimmed = toShapeState({ ...paint, dim: true }, plain)
    expect(dimmed.fill).not.toBe('#1f7f86')
    expect(dimmed.labelOpacity).toBeLessThan(1)
  })

  it('answers the pointer', () => {
    expect(toShapeState(paint, { ...plain, isHovered: true }).lineWidth).toBeGreaterThan(toShapeState(paint, plain).lineWidth)
  })
})

it('finds equal states', () => {
  const state = toShapeState(paint, plain)
  expect(isSameState(undefined, state)).toBe(false)
  expect(isSameState({ ...state }, state)).toBe(true)
  expect(isSameState({ ...state, lineWidth: 9 }, state)).toBe(false)
})
