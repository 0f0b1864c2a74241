import { expect, it } from 'vitest'
import { sha256Hex } from '@/data/hash'
import { packBlob, unpackBlob } from '@/data/workspace/pack-blob'

const bytes = new TextEncoder().encode('2024-05-06,C01,,progress,J01,0,,\r\n'.repeat(200))

it('gives the same bytes back, in less room', () => {
  const packed = packBlob(bytes)
  expect(packed.length).toBeLessThan(bytes.length / 20)
  expect(unpackBlob(packed, sha256Hex(bytes))).toEqual(bytes)
  expect(unpackBlob(packBlob(new Uint8Array()), sha256Hex(new Uint8Array()))).toEqual(new Uint8Array())
})

it('gives nothing back if a bit is not as it was, or the file is another one', () => {
  const packed = packBlob(bytes)
  for (let at = 0; at < packed.length; at++) {
    const flipped = packed.with(at, packed[at]! ^ 1)
    const back = unpackBlob(flipped, sha256Hex(bytes))
    // Some bits of the packing mean nothing: then the file is the same one.
    if (back) expect(back).toEqual(bytes)
  }
  expect(unpackBlob(packed.slice(0, -3), sha256Hex(bytes))).toBeNull()
  expect(unpackBlob(packed, sha256Hex(bytes.slice(1)))).toBeNull()
})
