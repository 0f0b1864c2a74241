import { readPalette } from '@/map/palette'

/** A palette in which every colour can be told from its name: channels come from the order of reading. */
export function testPalette(seed = 0) {
  let next = seed
  const getPropertyValue = (name: string) => (
    name.endsWith('intensity') ? '0.3' : `#${(0x101010 + next++ * 0x010203).toString(16)}`
  )
  const original = globalThis.getComputedStyle
  globalThis.getComputedStyle = (() => ({ getPropertyValue })) as unknown as typeof getComputedStyle
  try {
    return readPalette({} as Element)
  } finally {
    globalThis.getComputedStyle = original
  }
}

/** A square of about 100 m around a position. */
export function square(lon: number, lat: number, halfDeg = 0.0005) {
  return {
    type: 'Polygon' as const,
    coordinates: [[
      [lon - halfDeg, lat - halfDeg], [lon + halfDeg, lat - halfDeg], [lon + halfDeg, lat + halfDeg],
      [lon - halfDeg, lat + halfDeg], [lon - halfDeg, lat - halfDeg],
    ]],
  }
}
