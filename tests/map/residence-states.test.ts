import { expect, it } from 'vitest'
import { RESIDENCE_STATES } from '@/map/residence-layer'
import { toResidenceStates } from '@/map/residence-states'

it('says who serves each building; one without a street may be served in a straight line all the same', () => {
  const states = toResidenceStates({
    isServedBefore: Uint8Array.of(1, 0, 0, 0, 0),
    isServedAfter: Uint8Array.of(1, 1, 0, 0, 1),
    isUnroutable: Uint8Array.of(0, 0, 0, 1, 1),
  })
  expect([...states].map((code) => RESIDENCE_STATES[code])).toEqual(['servedBefore', 'newlyServed', 'unserved', 'unroutable', 'newlyServed'])
})
