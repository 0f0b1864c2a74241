import { Occupancy } from '@/cli/synthesize/occupancy'
import { groundOf, splitLot } from '@/cli/synthesize/lots'
import {
  areaOf, boxOf, centroidOf, distance, gapBetween, liesWithin, mix, rectangle, strip, toFrame, toPlane, unit, type Point,
} from '@/cli/synthesize/plane'
import { between, pick, shuffled, type Random } from '@/cli/synthesize/random'
import { describeSpare } from '@/cli/synthesize/spare-words'
import type { PlacedCommunity, Town } from '@/cli/synthesize/town'
import type { SpareSpaceKind } from '@/domain/place'

/** Pieces of one cluster: x, y of the south-west corner, length and depth, m. */
type Pattern = readonly (readonly [number, number, number, number])[]

/** Add spare space of all three kinds, most of it in fragments a few metres apart. */
export function addSpareSpaces(town: Town, random: Random): void {
  const clustered = shuffled(random, town.communities)
  let next = 0
  for (const community of clustered) {
    if (next < 18 && addCluster(town, community, drawPattern(next, random), random)) next++
  }
  addAcrossStreet(town, 3, random)
  addAcrossCreek(town, 2, random)
  addLarge(town, 6, random)
  for (const community of town.communities) addInside(town, community, random)
  nameApart(town)
  for (const [i, spare] of shuffled(random, town.spares).entries()) spare.published = i % 3 !== 0
}

/** Pieces of the same name get a number. */
function nameApart({ spares }: Town): void {
  const groups = new Map<string, typeof spares>()
  for (const spare of spares) groups.set(spare.name, [...(groups.get(spare.name) ?? []), spare])
  for (const group of groups.values()) {
    if (group.length > 1) group.forEach((spare, i) => { spare.name += `${'一二三四五六七八九'[i]}号` })
  }
}

/** Whole parcels that need no assembly, in blocks with a community. */
function addLarge(town: Town, count: number, random: Random): void {
  let left = count
  for (const { spec, block } of shuffled(random, town.communities)) {
    if (left === 0) return
    const ground = groundOf(block.lot, 1.2)
    if (!ground) continue
    const box = boxOf(ground.map((corner) => toFrame(block.frame, corner)))
    for (let attempt = 0; attempt < 60; attempt++) {
      const [w, h] = [between(random, 30, 46), between(random, 24, 38)]
      const ring = rectangle(block.frame, between(random, box.west, box.east - w), between(random, box.south, box.north - h), w, h)
      if (!liesWithin(ring, ground) || !town.occupancy.isFree(ring, 6)) continue
      keep(town, 'parcel', `${spec.name}旁`, null, ring, random)
      left--
      break
    }
  }
}

function keep(town: Town, kind: SpareSpaceKind, place: string, communityId: string | null, ring: Point[], random: Random): void {
  town.spares.push(describeSpare(kind, place, communityId, areaOf(ring), ring, random))
  town.occupancy.take(ring)
}

/** The usual gaps and the awkward ones: touching, 5 cm, a shared corner. */
function drawPattern(index: number, random: Random): Pattern {
  const length = (): number => between(random, 10, 34)
  const [a, b, c, d] = [length(), length(), length(), length()]
  const [p, q] = [between(random, 9, 22), between(random, 8, 20)]
  const [g, h] = [between(random, 2, 6), between(random, 5, 12)]
  switch (index % 7) {
    case 0: return [[0, 0, a, p], [a + g, between(random, 0, 3), b, q], [a + g + b + h, 0, c, p]]
    case 1: return [[0, 0, a, p], [a, 0, b, q], [a + b + h, 0, c, p]]
    case 2: return [[0, 0, a, p], [a + 0.05, 0, b, p], [0, p + g, c, q], [c + h, p + g, d, q]]
    case 3: return [[0, 0, a, p], [a, p, b, q], [a + g, 0, c, p - 2.5]]
    case 4: return [[0, 0, a, p], [0, p + g, b, q], [0, p + g + q + h, c, p]]
    case 5: return [[0, 0, a, p], [a + h, 0, b, q], [0, Math.max(p, q) + g, c, q], [c + g, Math.max(p, q) + g, d, p]]
    default: return [[0, 0, a * 1.3, p * 1.2], [a * 1.3 + g, 0, b, q], [a * 1.3 + g + b + g, 0, c, p]]
  }
}

const SIDES = ['东侧', '西侧', '南侧', '北侧'] as const

/** Fragments beside a community, inside its block. True if at least two found room. */
function addCluster(town: Town, community: PlacedCommunity, pattern: Pattern, random: Random): boolean {
  const { block, spec } = community
  const ground = groundOf(block.lot, 1.2)
  if (!ground) return false
  const box = boxOf(community.ring.map((corner) => toFrame(block.frame, corner)))
  const size = boxOf(pattern.map(([x, y, w, h]): Point => [x + w, y + h]))
  let best: { rings: Point[][]; side: string } | null = null
  for (const side of shuffled(random, SIDES)) {
    for (let attempt = 0; attempt < 24; attempt++) {
      const gap = between(random, 1.5, 9)
      const [along, up] = [between(random, box.west - 20, box.east - 10), between(random, box.south - 15, box.north - 10)]
      const x = side === '东侧' ? box.east + gap : side === '西侧' ? box.west - gap - size.east : along
      const y = side === '北侧' ? box.north + gap : side === '南侧' ? box.south - gap - size.north : up
      const rings = pattern.map(([dx, dy, w, h]) => rectangle(block.frame, x + dx, y + dy, w, h))
        .filter((ring) => liesWithin(ring, ground) && town.occupancy.isFree(ring, 1.2))
      if (rings.length > (best?.rings.length ?? 1)) best = { rings, side }
    }
    if (best && best.rings.length >= Math.min(3, pattern.length)) break
  }
  if (!best) return false
  for (const ring of best.rings) keep(town, random() < 0.86 ? 'parcel' : 'cleared', `${spec.name}${best.side}`, null, ring, random)
  return true
}

/** Two pieces that face each other across a side street. */
function addAcrossStreet(town: Town, count: number, random: Random): void {
  const homes = new Set(town.communities.map(({ block }) => block))
  const pairs = [...homes].flatMap((block) => block.edges.flatMap((edge, i) => {
    if (edge.street?.class !== 'local' || edge.bridge) return []
    const other = town.blocks.find((candidate) => candidate !== block && candidate.edges.includes(edge)
      && ['residential', 'vacant'].includes(candidate.purpose))
    return other ? [{ block, other, i, street: edge.street }] : []
  }))
  let left = count
  for (const { block, other, i, street } of shuffled(random, pairs)) {
    if (left === 0) return
    const [from, to] = [block.lot.ring[i]!, block.lot.ring[(i + 1) % block.lot.ring.length]!]
    const [lengthM, insetM] = [between(random, 14, 28), block.lot.insetsM[i]! + 1.3]
    if (distance(from, to) < lengthM + 4) continue
    const [dx, dy] = unit(from, to)
    const frame = { origin: mix(from, to, 0.5), angle: Math.atan2(dy, dx) }
    const rings = [
      rectangle(frame, -lengthM / 2, insetM, lengthM, between(random, 9, 15)),
      rectangle(frame, -lengthM / 2, -insetM - 11, lengthM, 11),
    ]
    const fits = rings.every((ring, k) => {
      const ground = groundOf([block, other][k]!.lot, 1)
      return ground && liesWithin(ring, ground) && town.occupancy.isFree(ring, 1.2)
    })
    if (!fits) continue
    for (const ring of rings) keep(town, 'parcel', `${street.name ?? '示例街'}路侧`, null, ring, random)
    left--
  }
}

/** Two pieces on either bank of the creek: near as the crow flies, far on foot. The green of the bank makes room for them. */
function addAcrossCreek(town: Town, count: number, random: Random): void {
  const creek = town.corridors.find(({ id }) => id === 'creek')!.centre
  let left = count
  for (const share of shuffled(random, [0.2, 0.32, 0.44, 0.56, 0.68, 0.8])) {
    if (left === 0) return
    const k = Math.floor(share * (creek.length - 2))
    const [from, to] = [creek[k]!, creek[k + 1]!]
    const [dx, dy] = unit(from, to)
    const frame = { origin: mix(from, to, 0.5), angle: Math.atan2(dy, dx) }
    const lengthM = between(random, 20, 26)
    const rings = [rectangle(frame, -lengthM / 2, 9.3, lengthM, 7), rectangle(frame, -lengthM / 2, -16.3, lengthM, 7)]
    const banks = rings.map((ring) => town.greens.find(({ kind, at }) => kind === 'bank' && liesWithin(ring, at)))
    if (banks.some((bank) => !bank) || !rings.every((ring) => isOffStreets(town, ring))) continue
    for (const [n, bank] of banks.entries()) {
      const lot = { ring: bank!.at, insetsM: bank!.at.map(() => 0) }
      const lines = [-lengthM / 2 - 1.5, lengthM / 2 + 1.5].map((x) => [toPlane(frame, [x, 0]), toPlane(frame, [x, 1])] as const)
      const before = splitLot(lot, ...lines[0]!, 0)
      const after = before && splitLot(before.right, ...lines[1]!, 0)
      if (!before || !after) continue
      town.greens.splice(town.greens.indexOf(bank!), 1, { ...bank!, at: before.left.ring }, { ...bank!, at: after.right.ring })
      keep(town, 'parcel', n === 0 ? '溪西巷溪边' : '溪东巷溪边', null, rings[n]!, random)
    }
    left--
  }
}

/** True if no street surface reaches the ring: a slanting street can poke across the lane it ends at. */
function isOffStreets({ network: { nodes, edges } }: Town, ring: readonly Point[]): boolean {
  return edges.every(({ street, a, b }) => !street || distance(nodes[a]!, ring[0]!) > 150
    || gapBetween(strip(nodes[a]!, nodes[b]!, street.widthM), ring) > 0.5)
}

/** Rooms, cleared strips and corners inside a compound. */
function addInside(town: Town, community: PlacedCommunity, random: Random): void {
  const { spec, ring: wall, block } = community
  const inner = new Occupancy()
  for (const { ring } of community.buildings) inner.take(ring)
  const box = boxOf(wall.map((corner) => toFrame(block.frame, corner)))
  const wanted = spec.buildings.length >= 5 ? 1 + Math.round(random() * 0.7) : random() < 0.5 ? 1 : 0
  for (let n = 0, attempt = 0; n < wanted && attempt < 400; attempt++) {
    const kind = pick(random, ['room', 'room', 'cleared', 'cleared', 'parcel'] as const)
    const [w, h] = kind === 'room' ? [between(random, 7, 20), between(random, 4.2, 6.5)] : [between(random, 12, 30), between(random, 3, 6)]
    const upright = random() < 0.35
    const [x, y] = [between(random, box.west, box.east), between(random, box.south, box.north)]
    const ring = rectangle(block.frame, x, y, upright ? h : w, upright ? w : h)
    if (areaOf(ring) < 32 || !liesWithin(ring, wall) || !inner.isFree(ring, 1.6)) continue
    inner.take(ring)
    keep(town, kind, spec.name, spec.id, ring, random)
    n++
  }
  if (spec.buildings.length >= 4 && random() < 0.34) addRoomInBuilding(town, community, random)
}

/** The end of a ground floor that is not used any more: lies inside its building. */
function addRoomInBuilding(town: Town, community: PlacedCommunity, random: Random): void {
  const { ring, spec } = community.buildings[community.buildings.length - 1]!
  const share = Math.min(0.4, between(random, 9, 16) / distance(ring[0]!, ring[1]!))
  const [a, d] = [mix(ring[0]!, ring[1]!, 1 - share), mix(ring[3]!, ring[2]!, 1 - share)]
  const room = [a, ring[1]!, ring[2]!, d]
  const middle = centroidOf(room)
  // A hand's breadth inside, so that rounding cannot push it out.
  const inset = room.map((corner) => mix(corner, middle, 0.04))
  keep(town, 'room', `${community.spec.name}${spec.name}`, community.spec.id, inset, random)
}
