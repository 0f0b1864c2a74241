import fc from 'fast-check'
import { road } from './drawn-streets'

const corner = fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 }))

/** Place within the plan, m; never exactly 100 m from a street, where rounding alone would decide whether there is a way. */
export const metresIn = fc.tuple(fc.integer({ min: -20, max: 320 }), fc.integer({ min: -20, max: 320 }))
  .map(([x, y]): [number, number] => [x + 0.37, y + 0.23])

/** Up to eight roads of two to five of the 4 × 4 corners, 100 m apart: with dead ends, loops, gaps and roads drawn twice. */
export const streetPlan = fc.array(fc.array(corner, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 })
  .map((lines) => lines.map((line, i) => road(`R${i}`, line.map(([x, y]) => [x * 100, y * 100] as const))))
