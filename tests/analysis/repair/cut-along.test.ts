import { area } from '@turf/turf'
import { describe, expect, it } from 'vitest'
import { fitBeside, fitInside } from '@/analysis/repair/cut-along'
import { distanceOutsideM } from '@/analysis/shape/distance-outside'
import type { AreaGeometry } from '@/domain/import'
import { rectangle } from '../../fixtures/small-geodata'

const box = (...size: [number, number, number, number]): AreaGeometry => ({ type: 'Polygon', coordinates: [rectangle(...size)] })
const compound = box(0, 0, 100, 80)

describe('fitBeside', () => {
  it('has nothing against neighbours that are apart, touch, or overlap by less than 1 m²', () => {
    expect(fitBeside(box(200, 0, 50, 50), compound)).toEqual({ kind: 'fits' })
    expect(fitBeside(box(100, 0, 50, 80), compound)).toEqual({ kind: 'fits' })
    expect(fitBeside(box(99.99, 0, 50, 50), compound)).toEqual({ kind: 'fits' })
  })

  it('cuts off a strip of 0.5 m along the neighbour and tells what that changes', () => {
    // 0.5 m × 60 m = 30 m² of 3,000 m²; twice the area over the perimeter is 60 / 121.
    const fit = fitBeside(box(99.5, 10, 50, 60), compound)
    expect(fit).toMatchObject({ kind: 'cut', repair: { kind: 'overlap', isHarmless: false } })
    if (fit.kind !== 'cut') return
    expect(fit.areaM2).toBeCloseTo(30, 0)
    expect(fit.distanceM).toBeCloseTo(60 / 121, 1)
    expect(fit.repair.areaChangeM2).toBeCloseTo(-30, 0)
    expect(fit.repair.shiftM).toBeCloseTo(0.5, 1)
    expect(area(fit.geometry)).toBeCloseTo(area(box(99.5, 10, 50, 60)) + fit.repair.areaChangeM2!, 6)
    expect(fitBeside(fit.geometry, compound)).toEqual({ kind: 'fits' })
  })

  it('cuts nothing that is wider than 1 m or more than a twentieth', () => {
    // 3 m × 60 m: 2 × 180 / 126 = 2.9 m wide.
    expect(fitBeside(box(97, 10, 100, 60), compound)).toMatchObject({ kind: 'amiss' })
    // 0.5 m of 6 m: 8 %.
    expect(fitBeside(box(99.5, 10, 6, 60), compound)).toMatchObject({ kind: 'amiss' })
  })
})

describe('fitInside', () => {
  it('has nothing against a building inside, or up to half a metre over the line', () => {
    expect(fitInside(box(10, 10, 50, 12), compound)).toEqual({ kind: 'fits' })
    expect(fitInside(box(-0.4, 10, 50, 12), compound)).toEqual({ kind: 'fits' })
  })

  it('cuts off what stands up to 2 m over the line', () => {
    const fit = fitInside(box(-1.5, 10, 50, 12), compound)
    expect(fit).toMatchObject({ kind: 'cut', repair: { kind: 'outside', isHarmless: false } })
    if (fit.kind !== 'cut') return
    expect(fit.distanceM).toBeCloseTo(1.5, 1)
    // 1.5 m × 12 m.
    expect(fit.repair.areaChangeM2).toBeCloseTo(-18, 0)
    expect(fit.repair.shiftM).toBeCloseTo(1.5, 1)
    expect(fitInside(fit.geometry, compound)).toEqual({ kind: 'fits' })
  })

  it('cuts nothing that is farther out, or elsewhere', () => {
    expect(fitInside(box(-3, 10, 50, 12), compound)).toMatchObject({ kind: 'amiss' })
    const elsewhere = fitInside(box(300, 10, 50, 12), compound)
    expect(elsewhere).toMatchObject({ kind: 'amiss' })
    expect(elsewhere.kind === 'amiss' && elsewhere.distanceM).toBeCloseTo(distanceOutsideM(box(300, 10, 50, 12), compound), 6)
  })
})
