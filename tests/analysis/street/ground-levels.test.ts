import { describe, expect, it } from 'vitest'
import { measureGround, SIDE_M } from '@/analysis/street/ground-levels'
import { measureStreets } from '@/analysis/street/street-distance'
import { at } from '../../fixtures/drawn'
import { drawnTown, joined, rails, road } from '../../fixtures/drawn-streets'

/** Level of the grid point nearest to a place given in metres, and how far from it that point lies at most. */
function levelAt(town: ReturnType<typeof drawnTown>, from: [number, number], bandsM: number[], x: number, y: number): number[] {
  const ground = measureGround(measureStreets(town.streets, joined(town, from), [0], 1000), town.barriers, bandsM)!
  const [lon, lat] = at(x, y)
  const column = Math.round((lon! - ground.west) / ground.lonPerStep)
  const row = Math.round((lat! - ground.south) / ground.latPerStep)
  return ground.levels.map((level) => level[row * ground.columns + column]!)
}

describe('measureGround', () => {
  const town = drawnTown([road('A', [[0, 0], [400, 0]])])

  it('tells what is left of each band beside the street', () => {
    // 200 m along the street and 20 m aside: 80 m left of 300, 20 m too far for 200; beside the street 40 of 60 m are left.
    const [wide, narrow] = levelAt(town, [100, 0], [300, 200], 300, 20)
    expect(Math.abs(wide! - (SIDE_M - 20))).toBeLessThan(6)
    expect(Math.abs(narrow! + 20)).toBeLessThan(12)
  })

  it('knows nothing far from every street', () => {
    expect(levelAt(town, [100, 0], [300], 200, 82)).toEqual([-Infinity])
  })

  it('stops at rails', () => {
    const cut = drawnTown([road('A', [[0, 0], [400, 0]])], { railways: [rails([-100, 15], [500, 15])] })
    expect(levelAt(cut, [100, 0], [300], 150, 30)).toEqual([-Infinity])
    expect(levelAt(cut, [100, 0], [300], 150, -30)[0]).toBeGreaterThan(0)
  })

  it('is null if no street is reached', () => {
    expect(measureGround(measureStreets(town.streets, joined(town, [0, 900]), [0], 500), town.barriers, [500])).toBeNull()
  })
})
