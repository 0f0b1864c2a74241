import { describe, expect, it } from 'vitest'
import { scoreReading } from '@/data/encoding/score-reading'
import { encodeDoubleByte } from '../../fixtures/bureau/encode-double-byte'

describe('scoreReading', () => {
  it('is about 1 for everyday characters in their encoding and far less in another', () => {
    const bytes = encodeDoubleByte('屋面防水外墙保温')
    expect(scoreReading(bytes, 'gb18030')).toBeGreaterThanOrEqual(1)
    expect(scoreReading(bytes, 'big5')).toBeLessThan(0.7)
    expect(scoreReading(bytes, 'windows-1252')).toBeLessThan(0.2)
  })

  it('is 0 without characters beyond ASCII', () => {
    expect(scoreReading(Uint8Array.of(65, 66), 'gb18030')).toBe(0)
  })

  it('holds damage against an encoding', () => {
    expect(scoreReading(Uint8Array.of(0xff, 0xff, 0xff), 'utf-8')).toBe(-3)
  })

  it('likes accented letters beside plain ones only', () => {
    expect(scoreReading(Uint8Array.of(0x4a, 0x6f, 0x73, 0xe9), 'windows-1252')).toBe(1)
    expect(scoreReading(Uint8Array.of(0xe9, 0xe9), 'windows-1252')).toBe(0)
  })
})
