import { describe, expect, it } from 'vitest'
import { areaOf, boxOf, distanceToRing, liesWithin, toFrame, type Point } from '@/cli/synthesize/plane'
import { overlaps } from './overlap'
import { sampleTown, shapesOf, surfacesOf, type Shape } from './sample-town'

const town = sampleTown()
const communities = shapesOf(town.communities.features)
const buildings = shapesOf(town.buildings.features)
const houses = shapesOf(town['context-buildings'].features)
const blocks = shapesOf(town.blocks.features)
const water = shapesOf(town.water.features)
const greens = shapesOf(town.greens.features)
const spares = shapesOf(town['spare-spaces'].features)
const surfaces = surfacesOf(town.roads.features)

const sum = (field: string): number => town.buildings.features.reduce((total, { properties }) => total + Number(properties![field]), 0)
const propertyOf = (id: string) => town.buildings.features.find((feature) => feature.properties!.id === id)!.properties!
const buildingsOf = (communityId: string): Shape[] => buildings.filter(({ id }) => id.startsWith(`${communityId}-`))

describe('the programme on the ground', () => {
  it('has the control totals of the plan', () => {
    expect([communities.length, buildings.length, sum('households'), sum('floorAreaM2')]).toEqual([35, 123, 4419, 508_100])
  })

  it('draws every building with its floor area, within 2 %', () => {
    for (const { id, rings } of buildings) {
      const { floors, floorAreaM2 } = propertyOf(id)
      expect(Math.abs((areaOf(rings[0]!) * floors) / floorAreaM2 - 1), id).toBeLessThan(0.02)
    }
  })

  it('keeps every building 3 m inside its wall', () => {
    for (const { id, rings } of communities) {
      for (const building of buildingsOf(id)) {
        expect(liesWithin(building.rings[0]!, rings[0]!), building.id).toBe(true)
        expect(Math.min(...building.rings[0]!.map((corner) => distanceToRing(corner, rings[0]!))), building.id).toBeGreaterThan(3)
      }
    }
  })

  it('turns every façade to the south, within 12°', () => {
    for (const { id, rings } of buildings) {
      const [a, b] = rings[0] as [Point, Point]
      expect(Math.abs(Math.atan2(b[1] - a[1], b[0] - a[0])) * (180 / Math.PI), id).toBeLessThan(12)
    }
  })

  it('sets rows 15 to 19 m apart', () => {
    for (const { id } of communities) {
      const rings = buildingsOf(id).map((building) => building.rings[0]!)
      for (const ring of rings) {
        const gaps = gapsBehind(ring, rings)
        if (gaps.length === 0) continue
        expect(Math.min(...gaps), id).toBeGreaterThan(15)
        expect(Math.min(...gaps), id).toBeLessThan(20)
      }
    }
  })

  it('puts every community into one block that people live in', () => {
    for (const { id, rings } of communities) {
      const home = blocks.findIndex((block) => liesWithin(rings[0]!, block.rings[0]!))
      expect(home, id).toBeGreaterThanOrEqual(0)
      expect(['residential', 'oldTown'], id).toContain(town.blocks.features[home]!.properties!.landUse)
    }
  })
})

/** Clear distances from the back of a slab to those behind it that overlap it along the façade. */
function gapsBehind(front: readonly Point[], all: readonly (readonly Point[])[]): number[] {
  const frame = { origin: front[0]!, angle: Math.atan2(front[1]![1] - front[0]![1], front[1]![0] - front[0]![0]) }
  const own = boxOf(front.map((point) => toFrame(frame, point)))
  return all.flatMap((ring) => {
    const box = boxOf(ring.map((point) => toFrame(frame, point)))
    const shared = Math.min(own.east, box.east) - Math.max(own.west, box.west)
    return shared > 3 && box.south > own.north ? [box.south - own.north] : []
  })
}

describe('nothing stands on anything else', () => {
  const inBuildings = new Set(overlaps(spares, buildings, 1).map((text) => text.split('×')[0]))
  const freeSpares = spares.filter(({ id }) => !inBuildings.has(id))

  it.each([
    ['communities', communities, communities, 0.1],
    ['buildings', buildings, buildings, 0.1],
    ['context buildings', houses, houses, 0.3],
    ['blocks', blocks, blocks, 0.5],
    ['spare spaces', freeSpares, freeSpares, 0.3],
    ['context buildings and communities', houses, communities, 0.1],
    ['context buildings and spare spaces', houses, spares, 0.1],
    ['context buildings and water', houses, water, 0.1],
    ['communities and water', communities, water, 0.1],
    ['spare spaces and water', spares, water, 0.1],
    ['greens and water', greens, water, 25],
    ['greens and communities', greens, communities, 0.1],
    ['greens and spare spaces', greens, spares, 1],
    ['road surfaces and communities', surfaces, communities, 0.2],
    ['road surfaces and context buildings', surfaces, houses, 0.2],
    ['road surfaces and spare spaces', surfaces, spares, 0.2],
  ])('%s', (_what, a, b, toleranceM2) => {
    expect(overlaps(a, b, toleranceM2)).toEqual([])
  })

  it('context buildings and greens, except pavilions', () => {
    const others = houses.filter((_, i) => town['context-buildings'].features[i]!.properties!.landUse !== 'green')
    expect(overlaps(others, greens, 0.3)).toEqual([])
  })

  it('blocks and the surfaces of streets around them', () => {
    const streets = surfacesOf(town.roads.features.filter(({ properties }) => properties!.class !== 'lane'))
    expect(overlaps(streets, blocks, 0.5)).toEqual([])
  })

  it('a spare room in a building lies in it wholly', () => {
    for (const id of inBuildings) {
      const ring = spares.find((spare) => spare.id === id)!.rings[0]!
      expect(buildings.some((building) => liesWithin(ring, building.rings[0]!)), id).toBe(true)
    }
  })
})
