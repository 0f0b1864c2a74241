import type { Position } from 'geojson'
import { describe, expect, it } from 'vitest'
import { crossing, distance, type Point } from '@/cli/synthesize/plane'
import { toLocal } from '@/cli/synthesize/projection'
import { overlaps } from './overlap'
import { meetingPairs, sampleTown, shapesOf, surfacesOf, type Shape } from './sample-town'

const town = sampleTown()
const roads = town.roads.features
const river = shapesOf(town.water.features.filter(({ properties }) => properties!.name === '汶河'))
const lineOf = (feature: (typeof roads)[number]): Position[] => (feature.geometry as { coordinates: Position[] }).coordinates
const segmentsOf = (features: typeof roads): Shape[] => features.flatMap((feature) => {
  const line = lineOf(feature).map(toLocal)
  return line.slice(1).map((to, i) => ({ id: String(feature.properties!.id), rings: [[line[i]!, to]] }))
})

/** Groups of places that can reach each other; a shared vertex is the only way from road to road. */
function groupsOf(features: typeof roads): Map<string, number> {
  const neighbours = new Map<string, string[]>()
  for (const feature of features) {
    const keys = lineOf(feature).map(String)
    keys.forEach((key, i) => {
      const beside = [keys[i - 1], keys[i + 1]].filter((other) => other !== undefined)
      neighbours.set(key, [...(neighbours.get(key) ?? []), ...beside])
    })
  }
  const groups = new Map<string, number>()
  let count = 0
  for (const start of neighbours.keys()) {
    if (groups.has(start)) continue
    const open = [start]
    groups.set(start, count)
    for (let key = open.pop(); key !== undefined; key = open.pop()) {
      for (const next of neighbours.get(key)!) {
        if (groups.has(next)) continue
        groups.set(next, count)
        open.push(next)
      }
    }
    count++
  }
  return groups
}

function groupNear(groups: Map<string, number>, place: Point): number {
  const away = (key: string): number => distance(toLocal(key.split(',').map(Number)), place)
  const nearest = [...groups.keys()].reduce((best, key) => (away(key) < best.awayM ? { key, awayM: away(key) } : best), { key: '', awayM: Infinity })
  return groups.get(nearest.key)!
}

describe('the street network', () => {
  it('has four classes, most streets with a name', () => {
    expect(new Set(roads.map(({ properties }) => properties!.class))).toEqual(new Set(['arterial', 'secondary', 'local', 'lane']))
    const names = new Set(roads.map(({ properties }) => properties!.name))
    for (const name of ['青云大街', '兴安路', '新安路', '云湖路', '锦湖路', '莲花山路', '世贸大街', '文化路', '青龙湖路', '金汶路', '双丰大道', '商场路']) {
      expect(names).toContain(name)
    }
  })

  it('shares a vertex wherever two roads cross', () => {
    const segments = segmentsOf(roads)
    const unshared = [...meetingPairs(segments, segments)].filter(([one, other]) => {
      const [[a, b], [c, d]] = [one.rings[0] as [Point, Point], other.rings[0] as [Point, Point]]
      const hit = crossing(a, b, c, d)
      // 5 cm from an end is that end.
      return hit && [a, b].every((end) => distance(end, hit.point) > 0.05) && [c, d].every((end) => distance(end, hit.point) > 0.05)
    })
    expect(unshared.map(([one, other]) => `${one.id}×${other.id}`)).toEqual([])
  })

  it('leaves no vertex of one road on another without sharing it', () => {
    const segments = segmentsOf(roads)
    const vertices = new Set(roads.flatMap((road) => lineOf(road).map(String)))
    const places = [...vertices].map((key): Shape => ({ id: key, rings: [[toLocal(key.split(',').map(Number))]] }))
    const touching = [...meetingPairs(places, segments)].filter(([{ rings }, { rings: [segment] }]) => {
      const [p, [a, b]] = [rings[0]![0]!, segment as [Point, Point]]
      const along = ((p[0] - a[0]) * (b[0] - a[0]) + (p[1] - a[1]) * (b[1] - a[1])) / distance(a, b)
      const aside = Math.abs((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0])) / distance(a, b)
      return aside < 0.5 && along > 0.5 && along < distance(a, b) - 0.5
    })
    expect(touching.map(([place, segment]) => `${place.id} on ${segment.id}`)).toEqual([])
  })

  it('is connected as a whole', () => {
    expect(new Set(groupsOf(roads).values()).size).toBe(1)
  })

  it('crosses the river by three to five bridges and no other way', () => {
    const crossings = roads.filter((road) => overlaps(surfacesOf([road]), river, 50).length > 0)
    expect(crossings.every(({ properties }) => properties!.bridge)).toBe(true)
    expect(new Set(crossings.map(({ properties }) => properties!.name)).size).toBe(crossings.length)
    expect(crossings.length).toBeGreaterThanOrEqual(3)
    expect(crossings.length).toBeLessThanOrEqual(5)
    const groups = groupsOf(roads.filter((road) => !crossings.includes(road)))
    expect(groupNear(groups, [0, 1800])).not.toBe(groupNear(groups, [0, 0]))
  })

  it('crosses water and rails on bridges only', () => {
    const onGround = roads.filter(({ properties }) => !properties!.bridge)
    expect(overlaps(surfacesOf(onGround), shapesOf(town.water.features), 2)).toEqual([])
    const rails = segmentsOf(town.railways.features)
    const level = [...meetingPairs(segmentsOf(onGround), rails)].filter(([one, rail]) => {
      const [[a, b], [c, d]] = [one.rings[0] as [Point, Point], rail.rings[0] as [Point, Point]]
      return crossing(a, b, c, d)
    })
    expect(level.map(([one]) => one.id)).toEqual([])
  })

  it('leads a lane to the wall of every community', () => {
    const lanes = roads.filter(({ properties }) => properties!.class === 'lane')
    const ends = lanes.flatMap((road) => [lineOf(road)[0]!, lineOf(road).at(-1)!]).map(toLocal)
    for (const { id, rings } of shapesOf(town.communities.features)) {
      const [wall] = rings as [Point[]]
      const nearest = Math.min(...ends.flatMap((end) => wall.map((corner, i) => offWall(end, corner, wall[(i + 1) % wall.length]!))))
      expect(nearest, id).toBeLessThan(0.05)
    }
  })

  it('ends that lane exactly at the gate of the community, in its wall', () => {
    const lanes = roads.filter(({ properties }) => properties!.class === 'lane')
    const ends = new Set(lanes.flatMap((road) => [lineOf(road)[0]!, lineOf(road).at(-1)!]).map(String))
    const walls = new Map(shapesOf(town.communities.features).map(({ id, rings }) => [id, rings[0]!]))
    expect(new Set(town.gates.features.map(({ properties }) => properties!.communityId))).toEqual(new Set(walls.keys()))
    for (const { properties, geometry } of town.gates.features) {
      const position = (geometry as { coordinates: Position }).coordinates
      expect(ends.has(String(position)), properties!.id).toBe(true)
      const [gate, wall] = [toLocal(position), walls.get(properties!.communityId)!]
      const off = Math.min(...wall.map((corner, i) => offWall(gate, corner, wall[(i + 1) % wall.length]!)))
      expect(off, properties!.id).toBeLessThan(0.05)
    }
  })
})

function offWall(p: Point, a: Point, b: Point): number {
  const t = Math.max(0, Math.min(1, ((p[0] - a[0]) * (b[0] - a[0]) + (p[1] - a[1]) * (b[1] - a[1])) / distance(a, b) ** 2))
  return distance(p, [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t])
}
