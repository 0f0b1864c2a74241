import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fromWallQuery } from '@/stores/wall-address'
import { useWallSetupStore } from '@/stores/wall-setup'

const FULL_HD = { widthPx: 1920, heightPx: 1080, unitPx: 1 }
const DEFAULT = { textScale: 1, diagonalInch: null, distanceM: null, isStill: false, language: null }
let stored: Map<string, string>

/** A page just opened. */
function open(query = {}) {
  setActivePinia(createPinia())
  const setup = useWallSetupStore()
  setup.adopt(query)
  return setup
}
beforeEach(() => {
  stored = new Map()
  vi.stubGlobal('localStorage', { getItem: (key: string) => stored.get(key) ?? null, setItem: (key: string, text: string) => void stored.set(key, text) })
})
afterEach(() => vi.unstubAllGlobals())

describe('settings of a wall', () => {
  it('are as designed at first', () => {
    expect(open().settings).toEqual(DEFAULT)
  })

  it('come back as they were set on this machine', () => {
    open().change({ textScale: 1.2, diagonalInch: 55, distanceM: 6, isStill: true, language: 'en' })
    expect(open().settings).toEqual({ textScale: 1.2, diagonalInch: 55, distanceM: 6, isStill: true, language: 'en' })
  })

  it('follow the address first, also where it asks for the design', () => {
    open().change({ textScale: 1.2, diagonalInch: 55, isStill: true })
    expect(open({ size: '98', scene: 'plan' }).settings).toMatchObject({ textScale: 1.2, diagonalInch: 98, isStill: true })
    expect(open({ text: '1', still: '0' }).settings).toMatchObject({ textScale: 1, diagonalInch: 55, isStill: false })
  })

  it('do not keep what only an address asked for', () => {
    open({ size: '98' })
    expect(open().settings.diagonalInch).toBeNull()
  })

  it('travel whole in a link', () => {
    const here = open()
    here.change({ textScale: 1.2, diagonalInch: 55, distanceM: 6 })
    const link = here.linkQuery({ sceneId: 'plan', isHeld: true })
    expect(link).toEqual({ scene: 'plan', hold: '1', text: '1.2', size: '55', distance: '6', still: '0' })
    stored.clear()
    open().change({ textScale: 0.9, isStill: true })
    expect(open(link).settings).toEqual(here.settings)
    expect(fromWallQuery(link)).toMatchObject({ sceneId: 'plan', isHeld: true })
  })

  it.each(['{', '7', '{"textScale":99,"diagonalInch":"x","distanceM":-1,"isStill":"yes","language":"fr"}'])('make nothing of %s', (text) => {
    stored.set('renovation-map.wall', text)
    expect(open().settings).toEqual(DEFAULT)
  })

  it('take no number out of range', () => {
    const setup = open()
    setup.change({ diagonalInch: 55, distanceM: 5000 })
    expect(setup.settings).toMatchObject({ diagonalInch: 55, distanceM: null })
  })
})

describe('judging the smallest text', () => {
  it('needs diagonal and distance', () => {
    expect(open({ size: '55' }).judge(FULL_HD)).toBeNull()
  })

  it('warns of 55 inch at 12 m, where no text size helps', () => {
    // 55 in = 1397 mm across 2202.9 px: 0.634 mm per px; 19 px × 0.73 = 8.80 mm; from 12 m 2.52′; 16′ from 1.89 m.
    const judged = open({ size: '55', distance: '12' }).judge(FULL_HD)!
    expect([judged.level, judged.fittingScale]).toEqual(['illegible', null])
    expect([judged.capitalMm.toFixed(2), judged.arcmin.toFixed(2), judged.readableUpToM.toFixed(2)]).toEqual(['8.80', '2.52', '1.89'])
  })

  it('offers the smallest size that reads well, or one that can be read at all', () => {
    // At 1.6 m 18.9′: poor; 20′ needs 1.058 times the text. At 2.2 m 13.75′: 16′ needs 1.164, 20′ 1.455. At 2.5 m 12.1′: 20′ would need 1.65.
    const fitting = (distance: string) => open({ size: '55', distance }).judge(FULL_HD)
    expect(fitting('1.6')).toMatchObject({ level: 'poor', fittingScale: 1.1 })
    expect(fitting('2.2')).toMatchObject({ level: 'illegible', fittingScale: 1.5 })
    expect(fitting('2.5')).toMatchObject({ level: 'illegible', fittingScale: 1.35 })
    expect(fitting('1.5')).toMatchObject({ level: 'good', fittingScale: null })
  })

  it('judges millimetres, not pixels: a finer screen of the same size is the same', () => {
    const setup = open({ size: '55', distance: '2' })
    expect(setup.judge({ widthPx: 3840, heightPx: 2160, unitPx: 2 })!.arcmin).toBeCloseTo(setup.judge(FULL_HD)!.arcmin, 9)
  })
})
