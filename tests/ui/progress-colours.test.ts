// @vitest-environment happy-dom
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CATEGORIES, COLOURINGS } from '@/domain/colouring'
import { categoryColour, featureColour, rampColour, readProgressColours, type ProgressColours } from '@/ui/progress-colours'

const colours: ProgressColours = {
  ramp: ['#000000', '#404040', '#808080', '#c0c0c0', '#ffffff'],
  itemClass: { basic: '#aa0000', improved: '#00aa00', enhanced: '#0000aa' },
  unknown: '#dddddd',
}

describe('rampColour', () => {
  it.each([[0, '#000000'], [0.25, '#404040'], [0.5, '#808080'], [1, '#ffffff'], [0.125, '#202020'], [-1, '#000000'], [2, '#ffffff']])('of %d is %s', (share, colour) => {
    expect(rampColour(colours.ramp, share)).toBe(colour)
  })

  it('mixes each channel', () => {
    // halfway from 16, 32, 48 to 32, 64, 16
    expect(rampColour(['#102030', '#204010'], 0.5)).toBe('#183020')
  })

  it('is always a colour', () => {
    fc.assert(fc.property(fc.double({ min: -1, max: 2, noNaN: true }), (share) => /^#[0-9a-f]{6}$/.test(rampColour(colours.ramp, share))))
  })
})

describe('categoryColour', () => {
  it('gives every category its own colour, and none to what is not known', () => {
    for (const colouring of COLOURINGS) {
      const known = CATEGORIES[colouring].filter((category) => category !== 'unknown')
      expect(new Set(known.map((category) => categoryColour(colours, colouring, category))).size).toBe(known.length)
      expect(categoryColour(colours, colouring, 'unknown')).toBeNull()
    }
  })

  it('runs from nothing to everything', () => {
    expect(categoryColour(colours, 'progress', '0')).toBe('#000000')
    expect(categoryColour(colours, 'progress', '100')).toBe('#ffffff')
    expect(categoryColour(colours, 'stage', 'underConstruction')).toBe('#808080')
    expect(categoryColour(colours, 'class', 'improved')).toBe('#00aa00')
  })
})

describe('featureColour', () => {
  it('is smooth where the figure is, also for lamps', () => {
    expect(featureColour(colours, 'progress', '25-50', 0.5, null)).toBe('#808080')
    expect(featureColour(colours, 'lamp', 'late', 0.25, null)).toBe('#404040')
    expect(featureColour(colours, 'change', '15-30', 0.9, 0.2)).toBe('#808080') // 0.2 of 0.4
    expect(featureColour(colours, 'change', '30+', 0.9, 0.9)).toBe('#ffffff')
  })

  it('is that of the category otherwise', () => {
    expect(featureColour(colours, 'stage', 'accepted', null, null)).toBe('#ffffff')
    expect(featureColour(colours, 'class', 'basic', null, null)).toBe('#aa0000')
  })

  it('is none where nothing is known: never that of 0', () => {
    expect(featureColour(colours, 'progress', 'unknown', null, null)).toBeNull()
    expect(featureColour(colours, 'change', 'unknown', 0.5, null)).toBeNull()
    expect(featureColour(colours, 'class', 'unknown', 0.5, 0.1)).toBeNull()
    expect(featureColour(colours, 'progress', '0', 0, null)).toBe('#000000')
  })
})

describe('readProgressColours', () => {
  it('reads the tokens of the theme', () => {
    const element = document.createElement('div')
    document.body.append(element)
    const tokens = { '--p0': '#000001', '--p1': '#000002', '--p2': '#000003', '--p3': '#000004', '--p4': '#000005', '--class-basic': ' #00000a', '--unknown': '#00000b' }
    for (const [name, value] of Object.entries(tokens)) element.style.setProperty(name, value)
    expect(readProgressColours(element)).toMatchObject({
      ramp: ['#000001', '#000002', '#000003', '#000004', '#000005'], itemClass: { basic: '#00000a' }, unknown: '#00000b',
    })
  })
})
