import { describe, expect, it } from 'vitest'
import { shortLabel } from '@/map/short-label'
import { toFeatures } from '@/map/to-features'

describe('shortLabel', () => {
  it('leaves a name that fits', () => {
    expect(shortLabel('商场路国税局家属院')).toBe('商场路国税局家属院')
    expect(shortLabel('长'.repeat(24))).toBe('长'.repeat(24))
    expect(shortLabel('')).toBe('')
  })

  it('cuts a long one between characters', () => {
    expect(shortLabel('长'.repeat(25))).toBe(`${'长'.repeat(23)}…`)
    expect(shortLabel('𠮷'.repeat(200))).toBe(`${'𠮷'.repeat(23)}…`)
    expect(shortLabel(`${'a'.repeat(21)}👩\u200d👧\u200d👦`)).toBe(`${'a'.repeat(21)}👩…`)
  })

  it('is never a key that every object has', () => {
    for (const name of ['__proto__', 'constructor', 'toString']) {
      expect(shortLabel(name) in {}).toBe(false)
      expect(shortLabel(name).trim()).toBe(name)
    }
  })

  it('is what the map gets of each name and label', () => {
    const place = { geometry: { type: 'Point' as const, coordinates: [0, 0] } }
    const { features } = toFeatures([place], () => ({ id: 'constructor', name: 'constructor', label: '长'.repeat(99), figure: null }))
    expect(features[0]!.properties).toEqual({ id: 'constructor', name: 'constructor ', label: `${'长'.repeat(23)}…`, figure: null })
  })
})
