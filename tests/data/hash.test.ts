import { describe, expect, it } from 'vitest'
import { sha256Hex } from '@/data/hash'

describe('sha256Hex', () => {
  // FIPS 180-4 examples: the empty message and "abc".
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ])('hashes %o as the standard says', (text, hash) => {
    expect(sha256Hex(new TextEncoder().encode(text))).toBe(hash)
  })
})
