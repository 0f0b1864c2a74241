import { describe, expect, it } from 'vitest'
import { fontFaces, unicodeRanges } from '@/map/font-faces'

describe('fonts of the map', () => {
  it('writes characters as ranges', () => {
    expect(unicodeRanges('七一丁丂A \n丄丅')).toEqual(['U+41', 'U+4E00-4E05'])
    expect(unicodeRanges('一七')).toEqual(['U+4E00', 'U+4E03'])
    expect(unicodeRanges('')).toEqual([])
  })

  it('looks for a character in the small file first and for rare ones in the other', () => {
    const faces = fontFaces('/fonts/', 'Regular', 'Bold')
    const files = (name: string) => [faces[name] ?? []].flat().map((face) => (typeof face === 'string' ? face : face.url))
    expect(files('Regular')).toEqual(['/fonts/core-regular.woff2', '/fonts/rest-regular.woff2'])
    expect(files('Bold')).toEqual(['/fonts/core-bold.woff2', '/fonts/rest-regular.woff2'])
  })
})
