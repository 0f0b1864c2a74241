import { deflateRawSync } from 'node:zlib'
import { Inflate } from 'fflate'
import { describe, expect, it, vi } from 'vitest'
import { inflateExactly } from '@/data/archive/inflate-exactly'

/** Bytes that compress a little, the same in every run. */
const sample = (length: number) => Uint8Array.from({ length }, (_, i) => (i * i * 7 + (i >> 5)) & (i % 3 === 0 ? 255 : 15))

describe('inflateExactly', () => {
  it.each([1, 100, 16_384, 70_000])('gives back %i bytes that zlib has packed', (length) => {
    const bytes = sample(length)
    for (const level of [0, 1, 9]) expect(Buffer.compare(inflateExactly(deflateRawSync(bytes, { level }), length) as Uint8Array, bytes)).toBe(0)
  })

  it('refuses more and less than was promised', () => {
    const packed = deflateRawSync(sample(50_000))
    expect(inflateExactly(packed, 49_999)).toBe('size')
    expect(inflateExactly(packed, 50_001)).toBe('size')
  })

  it('refuses data that are cut short or no DEFLATE', () => {
    const packed = deflateRawSync(sample(50_000))
    expect(inflateExactly(packed.subarray(0, packed.length - 9), 50_000)).toBe('stream')
    expect(inflateExactly(Uint8Array.of(0x07, 1, 2, 3), 50_000)).toBe('stream')
    expect(inflateExactly(new Uint8Array(), 5)).toBe('size')
  })

  it('stops early when far more comes out than was promised', () => {
    const packed = deflateRawSync(new Uint8Array(64_000_000))
    expect(packed.length).toBeGreaterThan(3 * 16_384)
    const push = vi.spyOn(Inflate.prototype, 'push')
    expect(inflateExactly(packed, 1000)).toBe('size')
    expect(push).toHaveBeenCalledTimes(1)
    push.mockRestore()
  })
})
