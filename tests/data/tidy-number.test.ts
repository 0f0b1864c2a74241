import { describe, expect, it } from 'vitest'
import { exactJson, tidyJson, tidyNumber } from '@/data/tidy-number'

describe('tidyNumber', () => {
  it.each([[0.1 + 0.2, 0.3], [1 / 3, 0.333333], [499.9999999, 500], [-1e-9, 0], [12345.6, 12345.6], [null, null], [NaN, null], [Infinity, null], [-Infinity, null]])(
    'writes %o as %o', (value, expected) => expect(tidyNumber(value)).toBe(expected),
  )
})

describe('tidyJson', () => {
  it('writes typed arrays as lists and what JSON cannot say as null', () => {
    expect(tidyJson({ a: Float64Array.of(0.1 + 0.2, NaN, Infinity), b: Int32Array.of(-1), c: Uint8Array.of(1), d: [NaN, 'x'], e: null })).toBe(
      '{"a":[0.3,null,null],"b":[-1],"c":[1],"d":[null,"x"],"e":null}',
    )
  })
})

describe('exactJson', () => {
  it('keeps every digit', () => {
    expect(exactJson({ a: Float64Array.of(0.1 + 0.2, NaN, -Infinity), b: [119.1234567] })).toBe('{"a":[0.30000000000000004,null,null],"b":[119.1234567]}')
  })
})
