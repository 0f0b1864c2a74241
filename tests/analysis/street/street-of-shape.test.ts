import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flattenShapes } from '@/analysis/shape/flatten-shapes'
import { createStreetFinder } from '@/analysis/street/street-of-shape'
import { rectangle } from '../../fixtures/drawn'
import { drawnTown, road } from '../../fixtures/drawn-streets'

describe('createStreetFinder', () => {
  it('agrees with a look at every street', () => {
    const metre = fc.integer({ min: 0, max: 600 })
    const line = fc.tuple(metre, metre, metre, metre).filter(([a, b, c, d]) => Math.hypot(c - a, d - b) > 1)
    fc.assert(fc.property(fc.array(line, { minLength: 1, maxLength: 10 }), metre, metre, (lines, x, y) => {
      const { streets, barriers } = drawnTown(lines.map(([a, b, c, d], i) => road(`R${i}`, [[a, b], [c, d]])))
      const foot = { edge: -1, alongM: NaN, connectorM: NaN }
      createStreetFinder(streets, barriers, flattenShapes([rectangle(x, y, 40, 20)]), 1000)(0, foot)
      // Distance of a street to the rectangle, by many places along it.
      const nearestM = Math.min(...lines.flatMap(([a, b, c, d]) => Array.from({ length: 801 }, (_, i) => {
        const [px, py] = [a + ((c - a) * i) / 800, b + ((d - b) * i) / 800]
        return Math.hypot(Math.max(x - px, 0, px - x - 40), Math.max(y - py, 0, py - y - 20))
      })))
      // Half a step of at most 1.1 m, and the rounding of drawn metres.
      expect(foot.connectorM).toBeLessThan(nearestM + 0.1)
      expect(foot.connectorM).toBeGreaterThan(nearestM - 0.7)
    }), { numRuns: 60 })
  })
})
