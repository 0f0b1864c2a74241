import { describe, expect, it } from 'vitest'
import { DRIFT_STEPS, DRIFT_UNITS, driftAt } from '@/views/display/drift-path'

const path = Array.from({ length: DRIFT_STEPS }, (_, step) => driftAt(step))

describe('driftAt', () => {
  it('begins in place and closes', () => {
    expect([driftAt(0), driftAt(DRIFT_STEPS), driftAt(37 * DRIFT_STEPS)]).toEqual([{ x: 0, y: 0 }, { x: 0, y: 0 }, { x: 0, y: 0 }])
  })

  it('goes as far as allowed to every side, and no further', () => {
    for (const side of [path.map(({ x }) => x), path.map(({ y }) => y)]) {
      expect([Math.min(...side), Math.max(...side)]).toEqual([-DRIFT_UNITS, DRIFT_UNITS])
    }
  })

  it('never moves more than a unit or so at once', () => {
    path.forEach(({ x, y }, step) => {
      const next = driftAt(step + 1)
      expect(Math.max(Math.abs(next.x - x), Math.abs(next.y - y)), `step ${step}`).toBeLessThanOrEqual(1)
    })
  })

  it('stays nowhere for long: no place takes more than a twentieth of the time', () => {
    const stays = new Map<string, number>()
    for (const { x, y } of path) stays.set(`${x},${y}`, (stays.get(`${x},${y}`) ?? 0) + 1)
    expect(Math.max(...stays.values())).toBeLessThanOrEqual(DRIFT_STEPS / 20)
  })

  it('stays in whole units, also after months', () => {
    const { x, y } = driftAt(2_000_003)
    expect([x, y].every(Number.isInteger)).toBe(true)
  })
})
