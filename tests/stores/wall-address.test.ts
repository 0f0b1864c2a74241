import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromWallQuery, toWallQuery, type WallAddress } from '@/stores/wall-address'

const DEFAULT: WallAddress = { sceneId: null, isHeld: false, textScale: 1, diagonalInch: null, distanceM: null, isStill: false, language: null }

describe('the address of a wall', () => {
  it('leaves out what is as by default', () => {
    expect(toWallQuery(DEFAULT)).toEqual({})
    expect(fromWallQuery({})).toEqual(DEFAULT)
  })

  it('is read back as it was written', () => {
    const address = fc.record({
      sceneId: fc.stringMatching(/^[\w-]{1,30}$/), isHeld: fc.boolean(), textScale: fc.constantFrom(0.8, 1, 1.25, 1.5),
      diagonalInch: fc.constantFrom(null, 55, 98.5), distanceM: fc.constantFrom(null, 0.5, 12), isStill: fc.boolean(),
      language: fc.constantFrom(null, 'zh' as const, 'en' as const),
    })
    fc.assert(fc.property(address, (given) => {
      expect(fromWallQuery(toWallQuery(given))).toEqual(given)
    }))
  })

  it('ignores what is no scene, no number or out of range', () => {
    expect(fromWallQuery({ scene: '<b>', hold: '1', text: '9', size: '-3', distance: '1e9', lang: 'xx' })).toEqual(DEFAULT)
  })

  it('holds nothing without a scene', () => {
    expect(fromWallQuery({ hold: '1' }).isHeld).toBe(false)
  })
})
