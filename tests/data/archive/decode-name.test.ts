import { describe, expect, it } from 'vitest'
import { decodeName } from '@/data/archive/decode-name'

describe('decodeName', () => {
  it('reads GBK without the flag, and UTF-8 with and without', () => {
    // 小区.shp in GBK
    expect(decodeName(Uint8Array.of(0xd0, 0xa1, 0xc7, 0xf8, 0x2e, 0x73, 0x68, 0x70), false)).toBe('小区.shp')
    // 楼, whose two bytes in GBK are good UTF-8 for ¥
    expect(decodeName(Uint8Array.of(0xc2, 0xa5), false)).toBe('楼')
    expect(decodeName(new TextEncoder().encode('小区.shp'), false)).toBe('小区.shp')
    expect(decodeName(new TextEncoder().encode('小区.shp'), true)).toBe('小区.shp')
  })
})
